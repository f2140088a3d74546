import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { csvOf } from '../../src/data/api/csv.ts';
import { publish } from '../../src/data/api/documents.ts';
import { apiIndex } from '../../src/data/api/index-document.ts';
import {
  documentSchema,
  DOCUMENT_NAMES,
  recordSchema,
  RECORD_FOLDERS,
  type JsonSchema,
} from '../../src/data/api/schemas.ts';
import { brokenFields, shapeOf, type Shape } from '../../src/data/api/shape.ts';
import { leaves } from '../../src/data/rules/fault.ts';
import { accuracyCodec } from '../../src/widgets/accuracy/url.ts';
import { compareCodec } from '../../src/widgets/compare/url.ts';
import { costCodec } from '../../src/widgets/cost/url.ts';
import { errataCodec } from '../../src/widgets/errata/url.ts';
import { hardwareCodec } from '../../src/widgets/hardware-table/url.ts';
import { measurementCodec } from '../../src/widgets/measurement-table/url.ts';
import { tableCodec } from '../../src/widgets/model-table/url.ts';
import { memoryCodec } from '../../src/widgets/memory/url.ts';
import { pickerCodec } from '../../src/widgets/picker/url.ts';
import { recordsAt } from '../records.ts';
import { isSourcedOrPrinted, unsourcedNumbers } from '../unsourced.ts';

const root = join(import.meta.dirname, '../..');
const records = recordsAt(root);
const published = publish(records);
/** As a program gets them: without what JSON leaves out. */
const documents = new Map(
  published.map(({ collection, document }) => [
    collection.name,
    JSON.parse(JSON.stringify(document)) as typeof document,
  ]),
);
const itemsOf = (name: string) => documents.get(name)?.items ?? [];

/** A schema to try things on. Patterns with classes of Unicode are left out: zod reads patterns without the flag `u`. */
function zodOf(schema: JsonSchema) {
  const withoutClasses = JSON.stringify(schema, (key, value) =>
    key === 'pattern' && value.includes('\\p{') ? undefined : value,
  );
  return z.fromJSONSchema(JSON.parse(withoutClasses));
}

/** The bits of a format are its definition: `Q4_0` has four, whoever says so. */
const isDefinition = (path: string) => path === 'nominalBits';

test('v1 keeps every field that was recorded', () => {
  for (const name of DOCUMENT_NAMES) {
    const file = join(root, `tests/fixtures/api-v1/${name}.json`);
    const recorded: Shape = JSON.parse(readFileSync(file, 'utf8'));
    const broken = brokenFields(recorded, shapeOf(documentSchema(name)));
    assert.deepEqual(
      broken,
      [],
      `/api/v1/${name}.json 变了，别人的程序会出错：\n${broken.join('\n')}\n` +
        '改回去；增加字段不会报错，加完运行 node scripts/record-api.ts 记下它。',
    );
  }
  const fixtures = globSync('*.json', { cwd: join(root, 'tests/fixtures/api-v1') });
  const missing = fixtures.filter((file) => !DOCUMENT_NAMES.includes(file.replace('.json', '')));
  assert.deepEqual(missing, [], '这几份数据没有了；v1 的文件不能删');
});

test('every document is as its schema says, and has no field the schema does not name', () => {
  for (const [name, document] of documents) {
    const schema = zodOf(documentSchema(name, { closed: true }));
    const { error } = schema.safeParse(document);
    assert.equal(error, undefined, `${name}: ${JSON.stringify(error?.issues.slice(0, 3))}`);
    assert.equal(document.count, document.items.length);
    assert.match(document.dataDate, /^\d{4}-\d{2}-\d{2}$/);
  }
  const index = JSON.parse(JSON.stringify(apiIndex(published, (path) => path)));
  const schema = zodOf(documentSchema('index', { closed: true }));
  assert.deepEqual(schema.safeParse(index).error, undefined);
});

test('a schema says the type of everything', () => {
  const schemas = [
    ...DOCUMENT_NAMES.map((name) => documentSchema(name)),
    ...RECORD_FOLDERS.map(recordSchema),
  ];
  for (const schema of schemas) {
    const untyped = Object.entries(shapeOf(schema)).filter(([, types]) => types.split(' | ').includes('any'));
    assert.deepEqual(untyped, [], schema.title);
  }
});

test('the schema of a record takes the records and finds a mistyped field', () => {
  for (const folder of RECORD_FOLDERS) {
    const schema = zodOf(recordSchema(folder));
    for (const [id, record] of records[folder]) {
      assert.equal(schema.safeParse(JSON.parse(JSON.stringify(record))).error, undefined, `${folder}/${id}`);
      assert.ok(!schema.safeParse({ ...record, misspelt: 1 }).success, `${folder}/${id}`);
    }
  }
});

test('each list holds every record once', () => {
  const counts: Record<string, number> = {
    ...Object.fromEntries(RECORD_FOLDERS.map((folder) => [folder, records[folder].size])),
    benchmarks: [...records.benchmarks.values()].flatMap(({ scores }) => scores).length,
    prices: [...records.apis.values()].flatMap(({ prices }) => prices).length,
    vendors: records.apis.size,
    rentals: [...records.rentals.values()].flatMap(({ offers }) => offers).length,
    measurements: records.speedMeasurements.size + records.memoryMeasurements.size,
    // Computed, not recorded: tests/content/accuracy.test.ts counts them.
    accuracy: itemsOf('accuracy').length,
  };
  for (const [name, { count, items }] of documents) {
    assert.equal(count, counts[name], name);
    assert.equal(new Set(items.map(({ id }) => id)).size, count, `${name}: id 重复`);
  }
});

test('every collection is published, but for the words of the original guide and what only serves arithmetic', () => {
  const split: Record<string, string> = { apis: 'prices' };
  const unpublished = RECORD_FOLDERS.filter((folder) => !documents.has(split[folder] ?? folder));
  assert.deepEqual(
    unpublished,
    ['architectures', 'claims', 'engine-constants', 'picker'],
    '加进 src/data/api/collections.ts',
  );
});

/** Fields of items that hold ids of another list. */
const REFERENCES: Record<string, string> = {
  source: 'sources',
  sources: 'sources',
  model: 'models',
  hardware: 'hardware',
  precision: 'quantizations',
  precisions: 'quantizations',
  nativePrecision: 'quantizations',
  vendor: 'vendors',
};

test('every id in an item leads to an item', () => {
  const known = new Map(
    [...documents].map(([name, { items }]) => [name, new Set(items.map(({ id }) => id))]),
  );
  const broken = new Set<string>();
  for (const [name, { items }] of documents) {
    for (const { path, value } of leaves(items)) {
      const field = path.findLast((step) => typeof step === 'string') ?? '';
      const list = REFERENCES[field];
      if (list === undefined || typeof value !== 'string') continue;
      if (!known.get(list)?.has(value)) broken.add(`${name}: ${field} ${value}`);
    }
  }
  assert.deepEqual([...broken], []);
});

test('no figure is without a source, in the records and in what is published', () => {
  const found: string[] = [];
  for (const [name, collection] of Object.entries(records)) {
    for (const [id, record] of collection) {
      const paths = unsourcedNumbers(record, isSourcedOrPrinted).filter((path) => !isDefinition(path));
      found.push(...paths.map((path) => `${name}/${id} ${path}`));
    }
  }
  for (const [name, { items }] of documents) {
    for (const item of items) {
      const paths = unsourcedNumbers(item).filter((path) => !isDefinition(path));
      found.push(...paths.map((path) => `/api/v1/${name} ${item.id} ${path}`));
    }
  }
  assert.deepEqual(found, []);
});

test('a table has a row an item, and everything that the item holds', () => {
  for (const one of published) {
    const { name } = one.collection;
    const rows: Record<string, string>[] = parse(csvOf(one), { columns: true });
    const items = itemsOf(name);
    assert.equal(rows.length, items.length, name);
    for (const [index, item] of items.entries()) {
      const cells = Object.entries(rows[index] ?? {}).filter(([, cell]) => cell !== '');
      const filled = new Set(
        [...leaves(item)]
          .filter(({ value }) => value !== null)
          .map(({ path }) => path.slice(0, firstIndex(path)).join('.')),
      );
      assert.deepEqual(
        cells
          .map(([column]) => column)
          .filter((column) => rows[index]?.[column] !== '[]')
          .sort(),
        [...filled].sort(),
        `${name} ${item.id}`,
      );
    }
  }
});

/** Where a path enters a list: a list stands in one cell. */
function firstIndex(path: readonly (string | number)[]): number {
  const at = path.findIndex((step) => typeof step === 'number');
  return at < 0 ? path.length : at;
}

const compare = compareCodec({ models: [], machines: [], precisions: [] }, { m: [], hw: '', prec: '' });
const cost = costCodec([], { hw: 1, api: 'custom', fx: 1 });
const memory = memoryCodec({ models: [], precisions: [], machines: new Map(), hosts: [] });
const NO_IDS = { model: [], hardware: [], precision: [], engine: [], source: [] };
/** Heading on the page → codec of the widget. */
const CODECS: Record<string, [widget: string, keys: readonly string[]]> = {
  模型库: ['model-table', tableCodec({ models: [], developers: [], families: [] }).keys],
  对比: ['compare', compare.keys],
  硬件: ['hardware-table', hardwareCodec.keys],
  实测库: ['measurement-table', measurementCodec(NO_IDS).keys],
  选型助手: ['picker', pickerCodec.keys],
  能跑吗: ['memory', memory.keys],
  '自建还是 API': ['cost', cost.keys],
  原文核对: ['errata', errataCodec([]).keys],
  估算准确度: ['accuracy', accuracyCodec({ engine: [], class: [], source: [] }).keys],
};

test('every parameter of every link is described on the page about the data', () => {
  const page = readFileSync(join(root, 'content/docs/about/data.mdx'), 'utf8');
  const [, links = ''] = page.split('## 链接参数');
  const sections = new Map(
    links
      .split('### ')
      .slice(1)
      .map((section): [string, string[]] => [
        section.split('\n')[0] ?? '',
        [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key ?? ''),
      ]),
  );
  for (const [heading, [, keys]] of Object.entries(CODECS))
    assert.deepEqual(sections.get(heading), keys, heading);

  const widgets = globSync('src/widgets/*/url.ts', { cwd: root }).map((file) => file.split('/')[2]);
  assert.deepEqual(
    Object.values(CODECS)
      .map(([widget]) => widget)
      .sort(),
    widgets.sort(),
    '新的链接参数要写进 content/docs/about/data.mdx，并在这里加一行',
  );
});
