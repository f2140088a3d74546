import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOn } from './fixture.ts';
import type { Edits } from './fixture.ts';
import { SOUND } from './sound-repository.ts';

// Slips that only another record, another row or the bytes of the file give away.
const MODEL = 'content/data/models/demo-8b.yaml';
const SCORES = 'content/data/benchmarks/demo-8b.yaml';
const PRICES = 'content/data/apis/demo-vendor.yaml';
const MACHINE = 'content/data/hardware/demo-gpu.yaml';
const SPEED = 'content/data/measurements/speed.csv';
const MEMORY = 'content/data/measurements/memory.csv';
const SOURCE = 'content/data/sources/card.yaml';

/** The faults that these edits cause, each in one line. */
const told = (edits: Edits) =>
  reportOn(edits).faults.map(({ file, line, field, value, message }) =>
    [`${file.replace('content/data/', '')}:${line}`, field, value, message].join(' | '),
  );

/** One of the faults holds all the pieces. */
function assertTold(edits: Edits, ...pieces: string[]): void {
  const all = told(edits);
  assert.ok(
    all.some((text) => pieces.every((piece) => text.includes(piece))),
    `${pieces.join('…')} not in:\n${all.join('\n')}`,
  );
}

const sound = (file: string) => SOUND[file]!;
/** A second model: the sound one with another name. */
const sibling = (from: string, to: string) =>
  sound(MODEL).replace('name: Demo-8B', 'name: Demo-8B-Plus').replace(from, to);
const row = (file: string) => sound(file).trimEnd().split('\n')[1]!;

test('two models of one short name, and a maker under two names', () => {
  const file = 'content/data/models/demo-8b-plus.yaml';
  assertTold({ [file]: sibling('nothing', '') }, 'shortName', 'Demo', '也叫「Demo」');
  const renamed = sibling('shortName: Demo', 'shortName: Plus');
  assertTold({ [file]: renamed.replace('name: 示例', 'name: 示例社') }, 'developer.name', '写法要相同');
  assertTold({ [file]: renamed.replace('id: demo', 'id: demmo') }, 'developer.id', '编号是 demo');
});

test('a family that stands alone, one letter from that of two models', () => {
  const plus = sibling('shortName: Demo', 'shortName: Plus');
  const third = plus
    .replace('name: Demo-8B-Plus', 'name: Demo-8B-Max')
    .replace('shortName: Plus', 'shortName: Max');
  const files = (family: string) => ({
    'content/data/models/demo-8b-plus.yaml': plus,
    'content/data/models/demo-8b-max.yaml': third.replace('family: demo', `family: ${family}`),
  });
  assertTold(files('demmo'), 'family', '只有这里这样写；是不是想写 demo');
  assert.ok(!told(files('demo2')).some((text) => text.includes('是不是想写 demo')));
});

test('two files of one vendor, and one model twice in a price list', () => {
  const second = sound(PRICES).replace('id: demo-large', 'id: demo-other');
  assertTold({ 'content/data/apis/other.yaml': second }, 'vendor', '同一家的价格写在一个文件里');
  const [, price = ''] = sound(PRICES).split('prices:\n');
  const twice = sound(PRICES) + price.replace('demo-large', 'demo-large-again');
  assertTold({ [PRICES]: twice }, 'prices[1].name', 'Demo Large', '与 demo-large 是同一个模型');
});

test('counted active parameters that are ten times those printed', () => {
  const mixture: [string, string][] = [
    ['type: dense', 'type: moe'],
    ['experts: null\n', 'experts: 64\n'],
    ['expertsPerToken: null', 'expertsPerToken: 8'],
    ['activePublishedB: null', 'activePublishedB: 0.3'],
    ['    active: null', '    active: 3000000000'],
  ];
  assertTold({ [MODEL]: mixture }, 'parameters.activePublishedB', '0.3', '相差超过 25%');
});

test('parameters that the layers and widths do not give', () => {
  const sized: [string, string] = ['  hiddenSize: 4096', '  hiddenSize: 4096\n  intermediateSize: 14336'];
  const counted: [string, string] = ['total: 8000000000', 'total: 7800000000'];
  assert.deepEqual(told({ [MODEL]: [sized, counted] }), []);
  const narrow: [string, string] = ['  hiddenSize: 4096', '  hiddenSize: 409\n  intermediateSize: 14336'];
  assertTold({ [MODEL]: [narrow, counted] }, 'parameters.exact.total', '7800000000', '按结构算出的是');
});

test('a file told twice, and a machine whose name tells another memory', () => {
  const twice = `files:\n  - { precision: q4, sizeGb: 4.9, tag: 'demo:8b-q4', source: card, confidence: seen }\n`;
  assertTold({ [MODEL]: [['files:\n', twice]] }, 'files[1].tag', '这个标签前面写过了');
  const named = sound(MACHINE).replace('name: Demo GPU', 'name: Demo GPU 24GB');
  const memory = 'memory: { gb: 48, source: card, confidence: seen }\n';
  assertTold({ 'content/data/hardware/demo-gpu-24gb.yaml': named + memory }, 'memory.gb', '文件名写着 24 GB');
});

test('what comes from memory and claims to be read', () => {
  assertTold({ [SOURCE]: [['kind: vendor', 'kind: recalled']] }, 'confidence', 'seen', '写 recalled');
});

test('a benchmark in one file that is one letter away from a common one, and a unit of its own', () => {
  const models = ['a', 'b', 'c'].map((id) => `content/data/models/${id}.yaml`);
  const scores = ['a', 'b', 'c'].map((id) => `content/data/benchmarks/${id}.yaml`);
  const others = Object.fromEntries([
    ...models.map((file, index): [string, string] => [
      file,
      sibling('shortName: Demo', `shortName: Demo ${index}`).replace('Demo-8B-Plus', `Demo-8B-${index}`),
    ]),
    ...scores.map((file): [string, string] => [file, sound(SCORES)]),
  ]);
  assert.deepEqual(told(others), []);
  const misspelt = { ...others, [SCORES]: [['HumanEval', 'HumanEvl']] as [string, string][] };
  assertTold(misspelt, 'scores[0].benchmark', 'HumanEvl', '是不是想写 HumanEval');
  // Another edition of a benchmark is no slip.
  assert.deepEqual(told({ ...others, [SCORES]: [['HumanEval', 'HumanEval+']] }), []);
  const points = { ...others, [SCORES]: [["unit: '%'", 'unit: points']] as [string, string][] };
  assertTold(points, 'scores[0].unit', 'points', '都以 % 为单位');
});

test('measured rows: twice the same, larger than the machine, weights larger than weights can be', () => {
  const again = row(SPEED).replace('speed-0001', 'speed-0002');
  assertTold({ [SPEED]: `${sound(SPEED)}${again}\n` }, 'speed.csv:3', 'id', '与 speed-0001 这一行逐格相同');
  const small = `${sound(MACHINE)}memory: { gb: 8, source: card, confidence: seen }\n`;
  assertTold({ [MACHINE]: small.replace('1000', '500') }, 'memory.csv:2', '15.5', 'demo-gpu 只有 8 GB');
  const file = row(MEMORY).replace('total-gpu', 'file').replace('15.5', '155').replace('0001', '0002');
  assertTold({ [MEMORY]: `${sound(MEMORY)}${file}\n` }, 'memory.csv:3', '155', '不超过 30.7 GiB');
});

test('a table of another make than comma-separated', () => {
  assertTold({ [SPEED]: '' }, 'speed.csv:1', '（空）', '第一行写表头：id,');
  for (const [sign, name] of [
    [';', '「;」'],
    ['\t', '制表符'],
    ['，', '「，」'],
  ] as const) {
    assertTold({ [SPEED]: sound(SPEED).replaceAll(',', sign) }, 'speed.csv:1', name, '用半角逗号分隔');
  }
  const reversed = sound(SPEED).replace('2025-02', '2026-2025');
  assertTold({ [SPEED]: reversed }, 'date', '2026-2025', '后一年要晚于前一年');
});

test('a file in another encoding, and a merge that was not finished', () => {
  const marks = `<<<<<<< HEAD\n${sound(SOURCE)}=======\n${sound(SOURCE)}>>>>>>> other\n`;
  const conflict = told({ [SOURCE]: marks });
  assert.deepEqual(
    conflict.filter((text) => text.startsWith('sources/')),
    [
      'sources/card.yaml:1 |  | <<<<<<< HEAD | 合并冲突还没有解决：两种写法留下一种，删去 <<<<<<<、=======、>>>>>>> 三行',
    ],
  );
  const broken = sound(SOURCE).replace('模型卡', '\uFFFD\uFFFD');
  assertTold({ [SOURCE]: broken }, 'sources/card.yaml:1', '不是 UTF-8', '另存为 UTF-8');
});

const WRITTEN: [slip: string, from: string, to: string, pieces: string[]][] = [
  ['a full-width colon', 'kind: vendor', 'kind：vendor', ['sources/card.yaml:3', '冒号用半角']],
  ['full-width quotes', 'kind: vendor', 'kind: “vendor”', ['kind', '“vendor”', 'vendor、copy']],
  ['a full-width space before a field', 'kind: vendor', '\u3000kind: vendor', ['是不是想写 kind']],
  [
    'an anchor that is nowhere',
    'kind: vendor',
    'kind: *there',
    ['sources/card.yaml:3', 'kind', '*there', '用 &名字 定义'],
  ],
  ['a tag', 'kind: vendor', 'kind: !x vendor', ['kind', '不写以 ! 开头的标记']],
  ['a text cut by a number sign', 'title: 模型卡', 'title: 模型 #3', ['title', '后面的都成了注释']],
];
for (const [slip, from, to, pieces] of WRITTEN) {
  test(`written in YAML with ${slip}`, () => assertTold({ [SOURCE]: [[from, to]] }, ...pieces));
}

test('a record that repeats itself out of all proportion', () => {
  const doubled = ['a', 'b', 'c', 'd'].map((name, index) => {
    const before = index === 0 ? 'x' : `*${'abc'[index - 1]}`;
    return `${name}: &${name} [${Array(9).fill(before).join(', ')}]\n`;
  });
  assertTold({ [SOURCE]: sound(SOURCE) + doubled.join('') }, 'sources/card.yaml', '只用几次');
});

test('a comment after a value is no slip', () => {
  assert.deepEqual(told({ [SOURCE]: [['kind: vendor', 'kind: vendor # 厂商']] }), []);
});

test('numbers that mean one thing are told as they should be written, others are not guessed', () => {
  const native = (written: string) => told({ [MODEL]: [['native: 32768', `native: ${written}`]] }).join();
  for (const written of ["'32768'", '32,768', '32_768', '３２７６８', '3.2768万']) {
    assert.match(native(written), /：写 32768$/, written);
  }
  for (const written of ['32K', '32,76', '三万']) assert.match(native(written), /不加引号和单位$/, written);
});
