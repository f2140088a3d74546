import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { collections, tables } from '../schema/collections.ts';
import type { FolderName, TableName } from '../schema/collections.ts';
import { ID_PATTERN } from '../schema/shared.ts';
import { faultAt } from './rules/fault.ts';
import type { Entry, Fault, Library, Located, Path, Place, Shelf } from './rules/fault.ts';
import { readTable } from './read-table.ts';
import { nearest } from './rules/nearest.ts';
import { checkShape } from './rules/shape.ts';
import { pathTo, slipFaults, valueOf } from './yaml-slips.ts';
import { readText } from './read-text.ts';

const DATA = 'content/data';
const NAMES = Object.keys(collections) as FolderName[];
const TABLES = Object.keys(tables) as TableName[];
/** Folders that hold tables. */
const TABLE_FOLDERS = new Set(TABLES.map((name) => tables[name].file.split('/')[0]!));

/** What was written at a node; text over several lines is cut to its first. */
function writtenText(source: string, node: unknown): string {
  if (isMap(node)) return '一组字段';
  if (isSeq(node)) return `列表（${node.items.length} 项）`;
  if (!isNode(node) || !node.range) return '（空）';
  const [first = ''] = source.slice(node.range[0], node.range[1]).split('\n');
  if (first === '') return '（空）';
  return first.length > 80 ? `${first.slice(0, 80)}…` : first;
}

/** Finds fields of a parsed document in its source. */
function placeFinder(source: string, document: Document, lines: LineCounter) {
  return (path: Path): Place => {
    let node: unknown = document.contents;
    let line = 1;
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
        if (!pair) return { line, text: '（没有这个字段）' };
        if (isNode(pair.key) && pair.key.range) line = lines.linePos(pair.key.range[0]).line;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        if (isNode(node) && node.range) line = lines.linePos(node.range[0]).line;
      } else {
        return { line, text: '（没有这个字段）' };
      }
    }
    return { line, text: writtenText(source, node) };
  };
}

/** An unquoted 2026-02-31 is read as 3 March: such a date must not pass. */
function impossibleDates(document: Document, at: Located): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Scalar(_, node) {
      if (!(node.value instanceof Date) || !node.range) return;
      if (node.value.toISOString().slice(0, 10) === node.source) return;
      faults.push(
        faultAt(at, pathTo(document.contents, node.range[0]), '日期写成 YYYY-MM-DD，而且历法里要有这一天'),
      );
    },
  });
  return faults;
}

function readRecord<Value>(root: string, file: string, id: string, schema: z.ZodType<Value>) {
  const { text: source, faults: unreadable } = readText(root, file);
  if (unreadable.length > 0) return { entry: null, faults: unreadable };
  const lines = new LineCounter();
  // Astro's loader reads an unquoted date as a Date, so the same is done here.
  const document = parseDocument(source, { lineCounter: lines, customTags: ['timestamp'] });
  const syntax = slipFaults(file, source, document, lines);
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { entry: null, faults: syntax };

  const at: Located = { file, place: placeFinder(source, document, lines) };
  const wrongDates = impossibleDates(document, at);
  const { data, faults: unresolved } = valueOf(file, document, lines);
  if (unresolved.length > 0) return { entry: null, faults: [...syntax, ...unresolved] };
  const { value, faults } = checkShape(schema, data, at);
  // Of a field written twice only the last is read: nobody knows which was meant.
  const entry: Entry<Value> | null = value === null || syntax.length > 0 ? null : { ...at, id, value };
  return { entry, faults: [...syntax, ...wrongDates, ...faults] };
}

const fileFault = (file: string, value: string, message: string): Fault => ({
  file,
  line: 1,
  field: '',
  value,
  message,
});

/** Why a file of a collection's folder cannot be a record, if it cannot. */
function nameFault(folder: string, name: string, isFile: boolean): Fault | null {
  const file = `${folder}/${name}`;
  if (!isFile) return fileFault(file, `文件夹 ${name}`, `子文件夹里的记录不会被读到，把它们移到 ${folder}/`);
  if (!name.endsWith('.yaml')) return fileFault(file, name, '记录文件的名字以 .yaml 结尾，改名或移走');
  if (ID_PATTERN.test(name.slice(0, -'.yaml'.length))) return null;
  return fileFault(
    file,
    name,
    '文件名是记录的编号，只能用小写字母、数字、点和连字符，例如 qwen2.5-72b-instruct.yaml',
  );
}

function readShelf<Value>(root: string, name: FolderName, schema: z.ZodType<Value>) {
  const folder = `${DATA}/${name}`;
  const faults: Fault[] = [];
  const entries: Entry<Value>[] = [];
  const ids = new Set<string>();
  for (const item of listFolder(join(root, folder))) {
    const misnamed = nameFault(folder, item.name, item.isFile());
    if (misnamed) {
      faults.push(misnamed);
      continue;
    }
    const id = item.name.slice(0, -'.yaml'.length);
    ids.add(id);
    const record = readRecord(root, `${folder}/${item.name}`, id, schema);
    faults.push(...record.faults);
    if (record.entry) entries.push(record.entry);
  }
  const shelf: Shelf<Value> = { entries, byId: new Map(entries.map((entry) => [entry.id, entry])), ids };
  return { shelf, faults };
}

/** Visible items of a folder by name; none where the folder is missing, since git keeps no empty one. */
function listFolder(path: string) {
  if (!existsSync(path)) return [];
  const items = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  return items.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What lies in the folders of tables and is none. */
function strayTables(root: string): Fault[] {
  const known = new Set<string>(TABLES.map((name) => tables[name].file));
  return [...TABLE_FOLDERS].flatMap((folder) =>
    listFolder(join(root, DATA, folder))
      .map(({ name }) => `${folder}/${name}`)
      .filter((file) => !known.has(file))
      .map((file) => {
        const message = `这个文件不会被读到；这里只放 ${[...known].join('、')}`;
        return fileFault(`${DATA}/${file}`, file.slice(folder.length + 1), message);
      }),
  );
}

function strayFaults(root: string): Fault[] {
  const strays = listFolder(join(root, DATA)).filter(
    ({ name }) => !Object.hasOwn(collections, name) && !TABLE_FOLDERS.has(name),
  );
  return [
    ...strayTables(root),
    ...strays.map((item) => {
      if (item.isFile())
        return fileFault(`${DATA}/${item.name}`, item.name, `把文件放进 ${DATA}/ 下的一个文件夹`);
      const meant = nearest(item.name, NAMES);
      const remedy = meant ? `是不是想写 ${meant}` : `可用的文件夹是 ${NAMES.join('、')}`;
      return fileFault(
        `${DATA}/${item.name}`,
        `文件夹 ${item.name}`,
        `没有「${item.name}」这一类记录；${remedy}`,
      );
    }),
  ];
}

/** Reads every record below `content/data/` of the repository and checks each by itself; never stops at a fault. */
export function readLibrary(root: string): { library: Library; faults: Fault[] } {
  const faults = strayFaults(root);
  const shelves = NAMES.map((name) => {
    const read = readShelf<unknown>(root, name, collections[name]);
    faults.push(...read.faults);
    return [name, read.shelf];
  });
  const filled = TABLES.map((name) => {
    const read = readTable<unknown>(root, `${DATA}/${tables[name].file}`, tables[name].schema);
    faults.push(...read.faults);
    return [name, read.shelf];
  });
  return { library: Object.fromEntries([...shelves, ...filled]) as Library, faults };
}

/** Paths of the pages that stand in `content/docs/guide/`. */
export function readGuidePages(root: string): Set<string> {
  const pages = listFolder(join(root, 'content/docs/guide')).filter(({ name }) => /\.mdx?$/.test(name));
  return new Set(pages.map(({ name }) => `/guide/${name.replace(/\.mdx?$/, '')}/`));
}
