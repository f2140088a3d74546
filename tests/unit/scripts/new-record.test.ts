import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, parseDocument } from 'yaml';
import { NEW_KINDS, newRecord, templateText, writeEditorSchemas } from '../../../scripts/new-record.ts';
import type { NewKind } from '../../../scripts/new-record.ts';
import { checkData } from '../../../src/data/check.ts';
import { recordSchema } from '../../../src/data/api/schemas.ts';
import { fieldName } from '../../../src/data/rules/fault.ts';
import type { Path } from '../../../src/data/rules/fault.ts';
import { readLibrary } from '../../../src/data/read.ts';

const TODAY = '2026-11-22';
const KINDS = Object.keys(NEW_KINDS) as NewKind[];
const here = fileURLToPath(new URL('../../..', import.meta.url));
/** The words of the original guide are not an editor's to add. */
const NOT_IN_TEMPLATE = /^guide(\.|$)/;

/** What a record of these kinds refers to; without the measurements the check is quick. */
const FOLDERS = ['models', 'hardware', 'apis', 'sources', 'quantizations', 'engines'];
const root = mkdtempSync(join(tmpdir(), 'new-record-'));
for (const folder of FOLDERS) {
  cpSync(join(here, 'content/data', folder), join(root, 'content/data', folder), { recursive: true });
}
const { library } = readLibrary(root);
after(() => rmSync(root, { recursive: true }));

/** Leaves of the template that nobody has filled in. */
function blanks(text: string): Path[] {
  const found: Path[] = [];
  const walk = (value: unknown, path: Path) => {
    if (value === '待填') found.push(path);
    else if (value === null && !written(text, path)) found.push(path);
    else if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index]));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    }
  };
  walk(parse(text), []);
  return found;
}

/** Whether `null` stands there in letters. */
const written = (text: string, path: Path) => {
  const node = parseDocument(text).getIn(path, true) as { source?: string } | null;
  return node?.source === 'null';
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | null | undefined)?.[step], value);

/** Fields of the faults of these files, by file. */
function faultFields(files: readonly string[]): Record<string, string[]> {
  const { faults } = checkData({ root, today: TODAY });
  const fieldsOf = (file: string) => faults.filter((fault) => fault.file === file).map(({ field }) => field);
  return Object.fromEntries(files.map((file) => [file, fieldsOf(file).sort()]));
}

/** The template filled in from a record that has all the fields it asks for. */
function filledIn(kind: NewKind, text: string): string {
  const toFill = blanks(text);
  const example = library[NEW_KINDS[kind]].entries.find(({ value }) =>
    toFill.every((path) => valueAt(value, path) !== undefined),
  );
  assert.ok(example, `no record has all the fields of the template of ${kind}`);
  const document = parseDocument(text);
  for (const path of toFill) document.setIn(path, valueAt(example.value, path));
  for (const path of OWN_NAMES[kind]) document.setIn(path, `new-${kind}`);
  return document.toString();
}

/** What two records may not have in common. */
const OWN_NAMES: Record<NewKind, Path[]> = {
  model: [['name'], ['shortName']],
  hardware: [['name']],
  api: [['vendor'], ['prices', 0, 'id']],
};

test('the faults of a fresh template are just the fields to fill in; filled in, it has none', () => {
  const texts = KINDS.map((kind) => {
    const file = newRecord(root, kind, `new-${kind}`);
    return { kind, file, text: readFileSync(join(root, file), 'utf8') };
  });
  const files = texts.map(({ file }) => file);
  for (const { text } of texts) assert.ok(blanks(text).length > 5);
  assert.deepEqual(
    faultFields(files),
    Object.fromEntries(texts.map(({ file, text }) => [file, blanks(text).map(fieldName).sort()])),
  );

  for (const { kind, file, text } of texts) writeFileSync(join(root, file), filledIn(kind, text));
  assert.deepEqual(faultFields(files), Object.fromEntries(files.map((file) => [file, []])));
});

for (const kind of KINDS) {
  test(`${kind}: the template names every field of the schema and no other`, () => {
    const uncommented = templateText(kind)
      .split('\n')
      .map((line) => line.replace(/^( *)# ( *(?:- )?[A-Za-z]\w*:(?: |$))/, '$1$2'))
      .join('\n');
    assert.deepEqual(
      [...templateFields(parse(uncommented))].sort(),
      [...schemaFields(recordSchema(NEW_KINDS[kind]) as Schema)]
        .filter((field) => !NOT_IN_TEMPLATE.test(field))
        .sort(),
    );
  });

  test(`${kind}: the first line leads an editor to the schema`, () => {
    writeEditorSchemas(root);
    const [line = ''] = templateText(kind).split('\n');
    const [, path = ''] = /^# yaml-language-server: \$schema=(\S+)$/.exec(line) ?? [];
    const schema = join(root, 'content/data', NEW_KINDS[kind], path);
    assert.deepEqual(JSON.parse(readFileSync(schema, 'utf8')), recordSchema(NEW_KINDS[kind]));
    assert.match(readFileSync(join(here, '.gitignore'), 'utf8'), /^\.schemas\/$/m);
    assert.equal(dirname(schema), join(root, '.schemas'));
  });
}

function templateFields(value: unknown, path = ''): Set<string> {
  if (Array.isArray(value)) {
    return value.reduce((all: Set<string>, item) => all.union(templateFields(item, path)), new Set<string>());
  }
  if (typeof value !== 'object' || value === null) return new Set();
  return Object.entries(value).reduce((all, [key, item]) => {
    const field = path ? `${path}.${key}` : key;
    return all.add(field).union(templateFields(item, field));
  }, new Set<string>());
}

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}

function schemaFields(schema: Schema, path = ''): Set<string> {
  const own = Object.entries(schema.properties ?? {}).map(([key, inner]) => {
    const field = path ? `${path}.${key}` : key;
    return schemaFields(inner, field).add(field);
  });
  const inner = [schema.items, ...(schema.anyOf ?? [])].flatMap((part) =>
    part ? [schemaFields(part, path)] : [],
  );
  return [...own, ...inner].reduce((all, fields) => all.union(fields), new Set<string>());
}

test('what cannot begin a record is refused with value and remedy, and writes nothing', () => {
  const refused = (kind: string | undefined, id: string | undefined, message: string) =>
    assert.throws(() => newRecord(root, kind, id), { message });
  refused(
    undefined,
    undefined,
    '缺少类别和编号：写成 npm run new model qwen3-8b；可写的类别有 model、hardware、api，别的记录照同一文件夹里的文件写',
  );
  refused(
    'model',
    undefined,
    '缺少编号：写成 npm run new model qwen3-8b；可写的类别有 model、hardware、api，别的记录照同一文件夹里的文件写',
  );
  refused('models', 'x', '没有「models」这一类；是不是想写 model');
  refused(
    'quantization',
    'x',
    '没有「quantization」这一类：写成 npm run new model qwen3-8b；可写的类别有 model、hardware、api，别的记录照同一文件夹里的文件写',
  );
  refused(
    'model',
    'Qwen_3 8B.yaml',
    '编号「Qwen_3 8B.yaml」只能用小写字母、数字、点和连字符，不带 .yaml，不以点或连字符结尾；是不是想写 qwen-3-8b',
  );
  refused(
    'model',
    '../evil',
    '编号「../evil」只能用小写字母、数字、点和连字符，不带 .yaml，不以点或连字符结尾；是不是想写 evil',
  );
  refused(
    'model',
    '通义',
    '编号「通义」只能用小写字母、数字、点和连字符，不带 .yaml，不以点或连字符结尾，例如 qwen3-8b',
  );
  refused(
    'model',
    'qwen2.5-14b-instruct',
    'content/data/models/qwen2.5-14b-instruct.yaml 已经有了：改那个文件，或者换一个编号',
  );
  for (const [id, meant] of [
    ['qwen4-8b.yaml', 'qwen4-8b'],
    ['q4.', 'q4'],
    ['q..4', 'q.4'],
  ] as const) {
    assert.throws(() => newRecord(root, 'model', id), new RegExp(`编号「${id}」.*是不是想写 ${meant}$`));
  }
  assert.throws(
    () => newRecord(root, 'model', 'qwen4', ['8b']),
    /一次只写一个编号，这里有 2 个（qwen4、8b）/,
  );
  assert.throws(() => newRecord(root, 'model', 'a'.repeat(300)), /编号有 300 个字符，最多 80 个/);
  assert.ok(!existsSync(join(root, 'content/data/evil.yaml')));
});
