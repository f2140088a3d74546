import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { VIEW_KEYS } from '../../core/model-columns.ts';
import type { Attribute, Page, Use } from '../read-pages.ts';
import type { Fault, Library } from './fault.ts';
import { nearest } from './nearest.ts';

/** Attributes of the components an editor writes, the needed ones with a `!`. */
const ATTRIBUTES: Record<string, readonly string[]> = {
  Claim: ['id!'],
  Checked: ['id!'],
  ClaimTable: ['id!', 'title', 'columns', 'rows', 'verdicts'],
  ClaimList: ['id!', 'row!'],
  GuideList: ['model!', 'kind!'],
  ModelTable: ['view!', 'models', 'title'],
};
const KINDS = ['pros', 'cons', 'uses'];

/** Component → the records it cannot be built without. */
const NEEDED: Record<string, [folder: 'rates' | 'picker' | 'apis' | 'hardware', id: string][]> = {
  Cost: [
    ['rates', 'usd-cny'],
    ['hardware', 'guide-server-128gb'],
  ],
  Picker: [['picker', 'guide-tree']],
  PickerTree: [['picker', 'guide-tree']],
  Compare: [['apis', 'siliconflow']],
  Explorer: [['hardware', '2x-xeon-e5-2680-v4']],
};

/** Items of a list as written in braces: `['a', "b"]`. */
const listed = (value: string) => [...value.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, a, b]) => (a ?? b)!);

const meantOr = (word: string, known: readonly string[], otherwise: string) => {
  const meant = nearest(word, known);
  return meant ? `是不是想写 ${meant}` : otherwise;
};

/** What is wrong with the ids in the attributes of a use. */
function wrongIds(library: Library, { component, attributes }: Use): { at: Attribute; message: string }[] {
  const given = (name: string) => attributes.find((attribute) => attribute.name === name);
  const unknown = (at: Attribute | undefined, words: string[], known: readonly string[], what: string) =>
    at === undefined
      ? []
      : words
          .filter((word) => !known.includes(word))
          .map((word) => ({
            at,
            message: `${what}「${word}」；${meantOr(word, known, known.length > 12 ? '核对编号' : `可写的有 ${known.join('、')}`)}`,
          }));
  const ids = (folder: 'models' | 'errata' | 'claims') => [...library[folder].ids];
  const id = given('id');
  const [tableId = '', rowKey = '', columnKey = ''] = (id?.value ?? '').split('/');
  const table = library.claims.byId.get(tableId)?.value;
  const rowKeys = table?.rows.map(({ key }) => key) ?? [];

  if (component === 'Checked' && id) return unknown(id, [id.value], ids('errata'), 'errata 里没有');
  if (component === 'GuideList') {
    const model = given('model');
    const kind = given('kind');
    const guide = library.models.byId.get(model?.value ?? '')?.value.guide;
    const empty = guide && kind && KINDS.includes(kind.value) && !guide[kind.value as 'pros']?.length;
    return [
      ...unknown(model, [model?.value ?? ''], ids('models'), 'models 里没有'),
      ...unknown(kind, [kind?.value ?? ''], KINDS, 'kind 没有'),
      ...(empty ? [{ at: kind, message: `模型 ${model!.value} 的 guide 里没有 ${kind.value}` }] : []),
    ];
  }
  if (component === 'ModelTable') {
    const [view, models] = [given('view'), given('models')];
    return [
      ...unknown(view, [view?.value ?? ''], VIEW_KEYS, 'view 没有'),
      ...unknown(models, listed(models?.value ?? ''), ids('models'), 'models 里没有'),
    ];
  }
  if (!['Claim', 'ClaimTable', 'ClaimList'].includes(component) || !id) return [];
  if (!library.claims.ids.has(tableId)) return unknown(id, [tableId], ids('claims'), 'claims 里没有');
  if (!table) return [];
  if (component === 'Claim') {
    const row = table.rows.find(({ key }) => key === rowKey);
    if (!row) return unknown(id, [rowKey], rowKeys, `claims/${tableId}.yaml 里没有这一行：`);
    return unknown(id, [columnKey], Object.keys(row.cells), `「${rowKey}」这一行里没有这一格：`);
  }
  const [row, rows, columns] = [given('row'), given('rows'), given('columns')];
  const columnKeys = table.columns.map(({ key }) => key);
  return [
    ...unknown(row, [row?.value ?? ''], rowKeys, '表里没有这一行：'),
    ...unknown(rows, listed(rows?.value ?? ''), rowKeys, '表里没有这一行：'),
    ...unknown(columns, listed(columns?.value ?? ''), columnKeys, '表里没有这一列：'),
  ];
}

/** What is wrong with a use as a whole, then with each of its attributes. */
function useFaults(library: Library, page: Page, use: Use): Fault[] {
  const { component, attributes, line } = use;
  const fault = (at: { line: number }, field: string, value: string, message: string): Fault => ({
    ...{ file: page.file, line: at.line, field, value, message },
  });
  const names = page.imports.map(({ name }) => name);
  if (!names.includes(component)) {
    const meant = nearest(component, [...names, ...Object.keys(ATTRIBUTES)]);
    const remedy = meant && meant !== component ? `是不是想写 ${meant}` : '在文件开头照别的页面写 import';
    return [fault({ line }, `<${component}>`, component, `这一页没有引入 ${component}；${remedy}`)];
  }
  const allowed = ATTRIBUTES[component];
  if (!allowed) return [];
  const known = allowed.map((name) => name.replace('!', ''));
  const required = allowed.filter((name) => name.endsWith('!')).map((name) => name.replace('!', ''));
  return [
    ...required
      .filter((name) => !attributes.some((attribute) => attribute.name === name))
      .map((name) => fault({ line }, `<${component}> ${name}`, '（没有写）', `补上 ${name}="…"`)),
    ...attributes
      .filter(({ name }) => !known.includes(name))
      .map((at) =>
        fault(
          at,
          `<${component}> ${at.name}`,
          at.value,
          `没有「${at.name}」这一项；${meantOr(at.name, known, `可写的有 ${known.join('、')}`)}`,
        ),
      ),
    ...wrongIds(library, use).map(({ at, message }) =>
      fault(at, `<${component}> ${at.name}`, at.value, message),
    ),
  ];
}

/** Addresses that no page of `content/docs/` holds. */
const OTHER = /^\/(changelog|api\/v1|original-guide\.md|llms\.txt)(\/|\.|$)/;

/** A link leads to a page, or to the page of a model or machine on record. */
function linkFaults(library: Library, pages: readonly Page[]): Fault[] {
  const addresses = pages.map(({ file }) =>
    file
      .replace('content/docs', '')
      .replace(/\.mdx?$/, '/')
      .replace(/\/index\/$/, '/'),
  );
  return pages.flatMap(({ file, links }) =>
    links.flatMap(({ target, line }) => {
      const path = target.replace(/[?#].*$/, '');
      const fault = (message: string): Fault[] => [{ file, line, field: '链接', value: target, message }];
      const [, folder, id] = /^\/(models|hardware)\/([^/]+)\/$/.exec(path) ?? [];
      if (folder) {
        const known = library[folder as 'models' | 'hardware'].ids;
        return known.has(id!)
          ? []
          : fault(`${folder} 里没有「${id}」；${meantOr(id!, [...known], '核对编号')}`);
      }
      if (addresses.includes(path) || OTHER.test(path)) return [];
      return fault(`站内没有这一页；${meantOr(path, addresses, '路径写成 /guide/cost/，不写域名')}`);
    }),
  );
}

/** Pages name records, components and addresses that exist, and what they show can be built. */
export function pageFaults(library: Library, root: string, pages: readonly Page[]): Fault[] {
  // A copy of the content alone, as tests make, has no components to look for.
  const hasCode = existsSync(join(root, 'src'));
  const imports = pages.flatMap(({ file, imports: all }) =>
    all
      .map((one) => ({ ...one, target: join(dirname(file), one.path) }))
      .filter(({ path, target }) => path.startsWith('.') && (hasCode || !target.startsWith('src')))
      .filter(({ target }) => !existsSync(join(root, target)))
      .map(({ path, line }) => ({
        ...{ file, line, field: 'import', value: path, message: '没有这个文件；照别的页面写它的路径' },
      })),
  );
  const used = new Set(pages.flatMap(({ uses }) => uses.map(({ component }) => component)));
  const missing = new Map(
    [...used].flatMap((component) =>
      (NEEDED[component] ?? [])
        .filter(([folder, id]) => !library[folder].ids.has(id))
        .map(([folder, id]): [string, Fault] => [
          `${folder}/${id}`,
          {
            ...{ file: `content/data/${folder}/${id}.yaml`, line: 1, field: '', value: '（没有这个文件）' },
            message: `页面里的 <${component}> 要用它：把它加回来；改过名就改回 ${id}.yaml`,
          },
        ]),
    ),
  );
  return [
    ...imports,
    ...pages.flatMap((page) => page.uses.flatMap((use) => useFaults(library, page, use))),
    ...linkFaults(library, pages),
    ...missing.values(),
  ];
}
