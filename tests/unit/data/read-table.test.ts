import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvRows } from '../../../src/data/csv.ts';
import { namesText } from '../../../src/data/names.ts';
import type { Fault } from '../../../src/data/rules/fault.ts';
import { reportOn } from './fixture.ts';
import type { Edits } from './fixture.ts';

const SPEED = 'content/data/measurements/speed.csv';
const MEMORY = 'content/data/measurements/memory.csv';
const NUMBER = '写数字，不写单位、逗号和正负号';

type Case = [kind: string, edits: Edits, fault: Partial<Fault>];

const cell = (
  kind: string,
  from: string,
  to: string,
  field: string,
  value: string,
  message: string,
): Case => [kind, { [SPEED]: [[from, to]] }, { file: SPEED, line: 2, field, value, message }];
const memoryCell = (...[kind, from, to, field, value, message]: Parameters<typeof cell>): Case => [
  kind,
  { [MEMORY]: [[from, to]] },
  { file: MEMORY, line: 2, field, value, message },
];

const cases: Case[] = [
  cell('a unit in a figure', ',60,', ',60 tok/s,', 'decodeTokensPerSecond', '60 tok/s', NUMBER),
  cell('a figure below zero', ',60,', ',-60,', 'decodeTokensPerSecond', '-60', NUMBER),
  cell('a speed of nothing', ',60,', ',0,', 'decodeTokensPerSecond', '0', '要大于 0'),
  cell('half a device', 'GPU,1,', 'GPU,1.5,', 'devices', '1.5', '写整数，不写单位、逗号和正负号'),
  cell('no device', 'GPU,1,', 'GPU,0,', 'devices', '0', '要大于 0'),
  cell('no machine', 'Demo GPU,', ',', 'machineName', '（空）', '补上 machineName：要写文字'),
  cell('no date', ',2025-02,', ',,', 'date', '（空）', '补上 date：不能空着'),
  cell(
    'a date of another form',
    ',2025-02,',
    ',2025/02,',
    'date',
    '2025/02',
    '写成 2026-11-22、2026-11、2026 或 2025-2026',
  ),
  cell(
    'an address that is none',
    'https://example.com/speed',
    'example.com',
    'sourceUrl',
    'example.com',
    '要写完整网址，以 https:// 或 http:// 开头',
  ),
  cell(
    'an id of another form',
    'speed-0001',
    'demo',
    'id',
    'demo',
    '编号写成 speed- 加四位数字，接着最后一行往下编',
  ),
  cell(
    'a flag that is not known',
    ',2025-02,,,,,,,',
    ',2025-02,,,,,offload fast,,',
    'flags[1]',
    'offload fast',
    '标记只能写 above-ceiling、offload、limited-threads、speculative、user-submitted，多个用空格隔开',
  ),
  cell(
    'a throughput without its kind',
    ',60,,,',
    ',60,900,,',
    'throughputKind',
    '（空）',
    '补上 throughputKind：有吞吐就写口径，没有吞吐就两格都空着',
  ),
  cell(
    'a throughput of no known kind',
    ',60,,,',
    ',60,900,total,',
    'throughputKind',
    'total',
    '吞吐口径只能写 system-output、generation-output、per-gpu-output、wall-2048、prompt-and-output',
  ),
  cell(
    'no speed at all',
    ',60,,,',
    ',,,,',
    'decodeTokensPerSecond',
    '（空）',
    '补上 decodeTokensPerSecond：预填充、生成、吞吐三格至少写一格',
  ),
  cell(
    'a number of requests in words',
    ',1,,60,',
    ',many,,60,',
    'concurrency',
    'many',
    '写并发请求数；只说满载时写 max',
  ),
  memoryCell('a unit that is none', ',GiB,', ',GIB,', 'unit', 'GIB', '单位只能写 TB、GB、MB、GiB、MiB'),
  memoryCell(
    'a subject that is none',
    'total-gpu',
    'vram',
    'subject',
    'vram',
    '内存项目只能写 file、weights-loaded、total-gpu、kv-cache、kv-cache-available、activation-peak、non-torch、host-ram',
  ),
  [
    'a cell too many',
    { [SPEED]: [[',60,', ',60,,']] },
    { line: 2, field: '', value: '26 格', message: '要有 25 格；检查逗号，带逗号的文字要加双引号' },
  ],
  [
    'a quotation mark that is not closed',
    { [SPEED]: [['demo 1.0', '"demo 1.0']] },
    { line: 2, field: '', message: '引号不成对：文字里的双引号写两次，整格再加双引号' },
  ],
  [
    'a mistyped column',
    { [SPEED]: [['powerWatts', 'powerWats']] },
    { line: 1, field: 'powerWats', value: 'powerWats', message: '没有这一列；是不是想写 powerWatts' },
  ],
  [
    'another file beside the tables',
    { 'content/data/measurements/other.csv': 'id\n' },
    {
      file: 'content/data/measurements/other.csv',
      line: 1,
      value: 'other.csv',
      message: '这个文件不会被读到；这里只放 measurements/speed.csv、measurements/memory.csv',
    },
  ],
];

for (const [kind, edits, expected] of cases) {
  test(`names the place and the remedy: ${kind}`, () => {
    const found = reportOn(edits).faults.find(
      ({ file, field }) => file.startsWith('content/data/measurements/') && field === (expected.field ?? ''),
    );
    assert.ok(found);
    assert.deepEqual({ ...found, ...expected }, found);
  });
}

test('a missing column is told once, and the rows wait until it is there', () => {
  const { faults } = reportOn({
    [MEMORY]: [
      [',subject', ''],
      [',total-gpu', ''],
    ],
  });
  assert.deepEqual(
    faults.filter(({ file }) => file === MEMORY),
    [
      {
        file: MEMORY,
        line: 1,
        field: 'subject',
        value: '（没有这一列）',
        message: '表头补上 subject 这一列',
      },
    ],
  );
});

test('an id that stands twice', () => {
  const twice = 'memory-0001,card,https://example.com/memory,,,,gguf,Demo-8B,Q4,file,,,5,GB,,,,,\n';
  const { faults } = reportOn({ [MEMORY]: [['2025-02,,,\n', `2025-02,,,\n${twice}`]] });
  assert.deepEqual(
    faults.filter(({ file }) => file === MEMORY).map(({ line, field, value }) => [line, field, value]),
    [[3, 'id', 'memory-0001']],
  );
});

test('empty cells are left out, quoted ones may hold commas and line ends', () => {
  assert.deepEqual(csvRows('a,b,c\n1,,"x, ""y""\nz"\n\n'), [{ a: '1', c: 'x, "y"\nz' }]);
  assert.throws(() => csvRows('a\n"b\n'), /引号不成对/);
});

test('names that lead to no record are counted and listed, and are no fault', () => {
  const row =
    'memory-0002,card,https://example.com/memory,,Other,,gguf,Demo-9B,未注明（默认）,file,,,5,GB,,,,,\n';
  const report = reportOn({ [MEMORY]: [['2025-02,,,\n', `2025-02,,,\n${row}`]] });
  assert.deepEqual(
    report.faults.filter(({ file }) => file === MEMORY),
    [],
  );
  assert.deepEqual(
    report.names.map(({ kind, rows, resolved, unresolved }) => [kind, rows, resolved, ...unresolved]),
    [
      ['model', 3, 2, { name: 'Demo-9B', rows: 1, reason: 'unknown' }],
      ['machine', 3, 2, { name: 'Other', rows: 1, reason: 'unknown' }],
      ['precision', 3, 2, { name: '未注明（默认）', rows: 1, reason: 'unstated' }],
    ],
  );
  assert.equal(
    namesText(report.names.slice(2), { all: false }),
    '实测行的精度：3 行中 2 行对上记录（66.7%），1 个名字没有\n  1  未注明（默认）（来源没有写明）',
  );
});

test('of many names the most frequent are shown, or all', () => {
  const unresolved = Array.from({ length: 10 }, (_, index) => ({
    name: `m${index}`,
    rows: 10 - index,
    reason: 'unknown' as const,
  }));
  const report = [{ kind: 'model' as const, rows: 55, resolved: 0, alike: 0, unresolved }];
  assert.match(namesText(report, { all: false }), /\n {2}3 {2}m7\n {2}其余 2 个用 --unresolved 列出$/);
  assert.match(namesText(report, { all: true }), /\n {2}1 {2}m9$/);
});
