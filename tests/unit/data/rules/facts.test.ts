import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertActiveWithinTotal,
  assertExtendedContextLonger,
  assertLicenseConditionStated,
  assertScoresWithinUnit,
  assertSourcesCanBeOpened,
  assertThreadsCoverCores,
} from '../../../../src/data/rules/facts.ts';
import { assertOnlyFault, faultsOfRule } from '../fixture.ts';

const HARDWARE = 'content/data/hardware/demo-gpu.yaml';
const MODEL = 'content/data/models/demo-8b.yaml';
const SCORES = 'content/data/benchmarks/demo-8b.yaml';
const SOURCE = 'content/data/sources/card.yaml';
const ABSENT = '（没有这个字段）';

test('a licence with conditions that are not told', () => {
  assertOnlyFault(
    assertLicenseConditionStated,
    { [MODEL]: [['  condition: 年收入不足一百万可商用\n', '']] },
    {
      file: MODEL,
      line: 11,
      field: 'license.condition',
      value: ABSENT,
      message: 'commercialUse 是 conditions，补上 condition：用一句话写出条件',
    },
  );
});

test('more active parameters than there are, as published', () => {
  assertOnlyFault(
    assertActiveWithinTotal,
    { [MODEL]: [['activePublishedB: null', 'activePublishedB: 8.1']] },
    {
      file: MODEL,
      line: 20,
      field: 'parameters.activePublishedB',
      value: '8.1',
      message: '激活参数不能多于参数量 publishedB（8）',
    },
  );
});

test('more active parameters than there are, as counted', () => {
  assertOnlyFault(
    assertActiveWithinTotal,
    { [MODEL]: [['active: null', 'active: 8000000001']] },
    {
      file: MODEL,
      line: 25,
      field: 'parameters.exact.active',
      value: '8000000001',
      message: '激活参数不能多于参数量 total（8000000000）',
    },
  );
});

test('an extended context that is shorter than the native one', () => {
  assertOnlyFault(
    assertExtendedContextLonger,
    { [MODEL]: [['extended: 131072', 'extended: 16384']] },
    {
      file: MODEL,
      line: 50,
      field: 'context.extended',
      value: '16384',
      message: '扩展长度不能小于原生长度 native（32768）；没有扩展就写 null',
    },
  );
});

test('fewer threads than cores', () => {
  assertOnlyFault(
    assertThreadsCoverCores,
    { [HARDWARE]: [['threads: 16', 'threads: 4']] },
    {
      file: HARDWARE,
      line: 7,
      field: 'cpu.threads',
      value: '4',
      message: '线程数不能少于核数 cores（8），两者都按整机合计',
    },
  );
});

test('a percentage above 100', () => {
  assertOnlyFault(
    assertScoresWithinUnit,
    { [SCORES]: [['value: 81.1', 'value: 811']] },
    {
      file: SCORES,
      line: 5,
      field: 'scores[0].value',
      value: '811',
      message: '单位是 % 时写 0 到 100 的数',
    },
  );
});

test('a score below 0', () => {
  const faults = faultsOfRule(assertScoresWithinUnit, { [SCORES]: [['value: 81.1', 'value: -0.1']] });
  assert.deepEqual(
    faults.map(({ value }) => value),
    ['-0.1'],
  );
});

test('the same figure is sound as points, and the ends of the range belong to it', () => {
  const points: [string, string][] = [
    ['value: 81.1', 'value: 811'],
    ["unit: '%'", 'unit: points'],
  ];
  assert.deepEqual(faultsOfRule(assertScoresWithinUnit, { [SCORES]: points }), []);
  assert.deepEqual(faultsOfRule(assertScoresWithinUnit, { [SCORES]: [['value: 81.1', 'value: 100']] }), []);
});

test('a source that a reader cannot open', () => {
  const edit: [string, string] = ['url: https://example.com/card\n', ''];
  assertOnlyFault(
    assertSourcesCanBeOpened,
    { [SOURCE]: [edit] },
    { file: SOURCE, line: 1, field: 'url', value: ABSENT, message: '补上 url：读者能打开的网址' },
  );
  const arithmetic: [string, string] = ['kind: vendor', 'kind: derived'];
  assert.deepEqual(faultsOfRule(assertSourcesCanBeOpened, { [SOURCE]: [edit, arithmetic] }), []);
});
