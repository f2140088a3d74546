import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { claimTable, type ClaimCell, type ClaimTable } from '../../src/schema/claim.ts';
import type { Erratum } from '../../src/schema/erratum.ts';
import type { RecordOf } from '../../src/schema/collections.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

function records<Value>(folder: string): Map<string, Value> {
  const files = readdirSync(new URL(`content/data/${folder}/`, root));
  return new Map(
    files.map((file) => [
      file.replace(/\.yaml$/, ''),
      parse(read(`content/data/${folder}/${file}`)) as Value,
    ]),
  );
}

const GUIDE_PAGES = [
  'quick-pick',
  'models',
  'performance',
  'scenarios',
  'quantization',
  'measurements',
  'cost',
  'summary',
  'alternatives',
  'roadmap',
  'references',
];

const original = read('public/original-guide.md').trimEnd().split('\n');
const tables = new Map(
  [...records('claims')].map(([id, value]): [string, ClaimTable] => [id, claimTable.parse(value)]),
);
const errata = records<Erratum>('errata');
const models = records<RecordOf<'models'>>('models');
const pages = new Map(GUIDE_PAGES.map((page) => [page, read(`content/docs/guide/${page}.mdx`)]));

const cells = [...tables].flatMap(([id, table]) =>
  table.rows.flatMap((row) =>
    Object.entries(row.cells).map(([column, cell]: [string, ClaimCell]) => ({
      place: `${id}/${row.key}/${column}`,
      line: cell.line ?? row.line,
      cell,
    })),
  ),
);
const columnLabel = (place: string) => {
  const [id = '', , key = ''] = place.split('/');
  return tables.get(id)?.columns.find((column) => column.key === key)?.label ?? '';
};

/** What stands at a line of the original as a claim: printed texts and row labels. */
const claimedAt = new Map<number, string[]>();
const claim = (line: number, text: string) => claimedAt.set(line, [...(claimedAt.get(line) ?? []), text]);
for (const { line, cell } of cells) claim(line, cell.text);
for (const table of tables.values()) for (const row of table.rows) claim(row.line, row.label);

const lineAt = (number: number) => original[number - 1] ?? '';
const plain = (text: string) => text.replaceAll('**', '').trim();
const isTableLine = (line: string) => line.startsWith('|');
const tableCells = (line: string) => line.split('|').slice(1, -1).map(plain);
const isSeparator = (line: string) => /^\|[-|]+$/.test(line);
const isHeader = (index: number) => isSeparator(original[index + 1] ?? '');
/** Our own text has a space between Han and Latin and a full-width colon; the original often has neither. */
const squeezed = (text: string) => text.replace(/\s/g, '').replaceAll(':', '：');

test('每个指南原值都逐字出现在原文的那一行', () => {
  const wrong = cells.filter(({ line, cell }) => !plain(lineAt(line)).includes(cell.text));
  assert.deepEqual(
    wrong.map(({ place, line, cell }) => `${place}：第 ${line} 行没有「${cell.text}」`),
    [],
  );
});

test('原文每张表的每一格都有对应的指南原值，表头也逐字保留', () => {
  const heads = [...tables.values()].map(({ rowHead, columns }) => [
    rowHead,
    ...columns.map(({ label }) => label),
  ]);
  const missing = original.flatMap((line, index) => {
    if (!isTableLine(line) || isSeparator(line)) return [];
    const printed = tableCells(line);
    if (isHeader(index)) {
      return heads.some((head) => head.join('|') === printed.join('|'))
        ? []
        : [`第 ${index + 1} 行：${line}`];
    }
    const left = [...(claimedAt.get(index + 1) ?? [])];
    return printed.flatMap((text) => {
      const at = left.indexOf(text);
      if (at < 0) return [`第 ${index + 1} 行：${text}`];
      left.splice(at, 1);
      return [];
    });
  });
  assert.ok(original.some(isSeparator));
  assert.deepEqual(missing, []);
});

/** A line of the original without list mark, tick, bold, heading or tree strokes. */
const contentOf = (line: string) =>
  plain(line)
    .replace(/^[│├└─\s]+/, '')
    .replace(/^(#+|-(?!-)|\d+\.)\s+/, '')
    .replace(/^(✅|⚠️)\s*/, '');
const outsideTables = original
  .map((line, index) => ({ line: index + 1, content: contentOf(line) }))
  .filter(({ content, line }) => /[\p{L}\p{N}]/u.test(content) && !isTableLine(lineAt(line)));
const prose = squeezed([...pages.values()].map(plain).join(''));

test('表格以外带数字的每一行，数字都是指南原值，或整行原样写在页面里', () => {
  const lost = outsideTables.filter(({ line, content }) => {
    const claims = cells.filter((candidate) => candidate.line === line);
    const claimed = [...(claimedAt.get(line) ?? []), ...claims.map(({ place }) => columnLabel(place))].join(
      '\n',
    );
    const unclaimed = (content.match(/\d+(\.\d+)?/g) ?? []).filter((figure) => !claimed.includes(figure));
    return unclaimed.length > 0 && !prose.includes(squeezed(content));
  });
  assert.ok(outsideTables.some(({ content }) => /\d/.test(content)));
  assert.deepEqual(lost, []);
});

/** Headings of the original that the site words otherwise: the pages' titles. */
const REWORDED = new Map([
  // The site's own title, not a page's.
  ['模型对比与选择指南', ''],
  ['性能对比表', '性能对比'],
  ['使用场景建议', '使用场景'],
  ['量化方案对比', '量化方案'],
  ['总结建议', '总结与决策树'],
  ['其他模型选项', '其他模型'],
]);

test('原文的每一句都还在：在页面里、在指南原值里，或在模型的优势、劣势、适用场景里', () => {
  const lists = [...models.values()].flatMap(({ guide }) => [
    ...(guide?.pros ?? []),
    ...(guide?.cons ?? []),
    ...(guide?.uses ?? []),
  ]);
  const lost = outsideTables.filter(
    ({ line, content }) =>
      !claimedAt.has(line) &&
      !lists.includes(content) &&
      !prose.includes(squeezed(REWORDED.get(content) ?? content)),
  );
  assert.deepEqual(lost, []);
});

test('每条有原值的核对都有指南原值引用它，引用的核对都存在', () => {
  const cited = new Set(cells.flatMap(({ cell }) => cell.errata ?? []));
  const due = [...errata].filter(([, { original: printed }]) => printed !== null).map(([id]) => id);
  assert.ok(due.length > 100);
  assert.deepEqual(
    due.filter((id) => !cited.has(id)),
    [],
  );
  assert.deepEqual(
    [...cited].filter((id) => !errata.has(id)),
    [],
  );
});

/** Attributes of each use of a component, as written. */
const uses = (source: string, component: string) =>
  [...source.matchAll(new RegExp(`<${component}\\s([^>]*?)/>`, 'g'))].map(
    ([, attributes = '']) => attributes,
  );
const attribute = (attributes: string, name: string) =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
const listed = (attributes: string, name: string) =>
  [...(new RegExp(`\\b${name}=\\{\\[([^\\]]*)\\]`).exec(attributes)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(
    ([, key = '']) => key,
  );

test('页面里引用的原值、表、行、列、核对和模型都存在', () => {
  const places = new Set(cells.map(({ place }) => place));
  const faults = [...pages].flatMap(([page, source]) => {
    const bad = (what: string, known: boolean) => (known ? [] : [`${page}.mdx：没有 ${what}`]);
    return [
      ...uses(source, 'Claim')
        .map((use) => attribute(use, 'id') ?? use)
        .flatMap((id) => bad(id, places.has(id))),
      ...uses(source, 'Checked')
        .map((use) => attribute(use, 'id') ?? use)
        .flatMap((id) => bad(id, errata.has(id))),
      ...[...uses(source, 'ClaimTable'), ...uses(source, 'ClaimList')].flatMap((use) => {
        const table = tables.get(attribute(use, 'id') ?? '');
        const row = attribute(use, 'row');
        const rows = [...listed(use, 'rows'), ...(row ? [row] : [])];
        return [
          ...bad(use, table !== undefined),
          ...rows.flatMap((key) => bad(key, !!table?.rows.some((candidate) => candidate.key === key))),
          ...listed(use, 'columns').flatMap((key) =>
            bad(key, !!table?.columns.some((column) => column.key === key)),
          ),
        ];
      }),
      ...uses(source, 'GuideList').flatMap((use) => {
        const guide = models.get(attribute(use, 'model') ?? '')?.guide;
        const kind = attribute(use, 'kind') as 'pros' | 'cons' | 'uses';
        return bad(use, (guide?.[kind]?.length ?? 0) > 0);
      }),
      ...uses(source, 'ModelTable').flatMap((use) =>
        listed(use, 'models').flatMap((id) => bad(id, models.has(id))),
      ),
    ];
  });
  assert.deepEqual(faults, []);
  assert.ok([...pages.values()].some((source) => uses(source, 'Claim').length > 0));
});

/** The anchors that the site gives a page's headings. */
function anchorsOf(source: string): Set<string> {
  const headings = [...source.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

test('每张指南原值表和每个模型指向的页面与标题都存在', () => {
  const paths = [
    ...[...tables.values()].map(({ page }) => page),
    ...[...models.values()].flatMap(({ guide }) => (guide ? [guide.path] : [])),
  ];
  const broken = paths.filter((path) => {
    const [, page = '', anchor] = /^\/guide\/([a-z-]+)\/(?:#(.+))?$/.exec(path) ?? [];
    const source = pages.get(page);
    return source === undefined || (anchor !== undefined && !anchorsOf(source).has(anchor));
  });
  assert.deepEqual(broken, []);
});

test('每张指南原值表都在页面里出现', () => {
  const shown = [...pages.values()].join('\n');
  const hidden = [...tables.keys()].filter(
    (id) => !shown.includes(`id="${id}"`) && !shown.includes(`id="${id}/`),
  );
  assert.deepEqual(hidden, []);
});

test('页面正文不手写数值：数值来自指南原值和核对值', () => {
  const figure = /[¥$]\s?\d|\d[\d.,]*\s?(GB|GiB|%|秒|tok|tokens|次|核|人|年|种编程|万|倍)/;
  const typed = [...pages].flatMap(([page, source]) =>
    source
      .replace(/^---[\s\S]*?^---/m, '')
      .replace(/^```[\s\S]*?^```/gm, '')
      .replace(/<[A-Z][\s\S]*?\/>/g, '')
      .split('\n')
      .filter((line) => figure.test(line))
      .map((line) => `${page}.mdx：${line}`),
  );
  assert.deepEqual(typed, []);
});

test('页面只链接到已有的站内地址', () => {
  const known = /^\/(models|compare|pick|cost|memory|about\/errata|about\/accuracy)\/(\?[^#]*)?(#.*)?$/;
  const broken = [...pages].flatMap(([page, source]) =>
    [...source.matchAll(/\]\((\/[^)]*)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => {
        const [, guidePage = '', anchor] = /^\/guide\/([a-z-]+)\/(?:#(.+))?$/.exec(link) ?? [];
        const target = pages.get(guidePage);
        if (target) return anchor !== undefined && !anchorsOf(target).has(anchor);
        return !known.test(link);
      })
      .map((link) => `${page}.mdx：${link}`),
  );
  assert.deepEqual(broken, []);
  for (const page of GUIDE_PAGES) assert.ok(existsSync(new URL(`content/docs/guide/${page}.mdx`, root)));
});
