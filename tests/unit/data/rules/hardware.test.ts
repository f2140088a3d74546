import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertBandwidthMatchesChannels,
  assertComputeKindsDiffer,
  assertConflictingFieldsLeftOpen,
  assertConflictsHaveTwoSources,
  assertMemoryInGb,
} from '../../../../src/data/rules/hardware.ts';
import { assertOnlyFault, faultsOfRule } from '../fixture.ts';

const FILE = 'content/data/hardware/other-npu.yaml';
const SOURCED = 'source: card, confidence: seen';
const FORUM = {
  'content/data/sources/forum.yaml': 'title: 论坛\nurl: https://example.com/\nkind: third-party\n',
};

/** A machine with these lines after its name and kind. */
const machine = (...lines: string[]) => `name: Other NPU\nkind: npu\n${lines.join('\n')}\n`;

test('memory in MB', () => {
  assertOnlyFault(
    assertMemoryInGb,
    { [FILE]: machine(`memory: { gb: 24576, ${SOURCED} }`) },
    {
      file: FILE,
      line: 3,
      field: 'memory.gb',
      value: '24576',
      message: '单位是 GB：写 24，不写 24576（MB）',
    },
  );
});

test('memory in TB, in one of several sizes', () => {
  assertOnlyFault(
    assertMemoryInGb,
    { [FILE]: machine(`memory: { optionsGb: [0.5, 64], ${SOURCED} }`) },
    {
      file: FILE,
      line: 3,
      field: 'memory.optionsGb[0]',
      value: '0.5',
      message: '单位是 GB：写 24，不写 24576（MB）',
    },
  );
});

test('a driver that reports more than the label', () => {
  assertOnlyFault(
    assertMemoryInGb,
    { [FILE]: machine(`memory: { gb: 48, reportedGib: 48.3, ${SOURCED} }`) },
    {
      file: FILE,
      line: 3,
      field: 'memory.reportedGib',
      value: '48.3',
      message: '驱动报告的 GiB 数不大于标称的 48；核对单位',
    },
  );
});

const layout = `memoryLayout: { channels: 8, type: DDR4-2400, ${SOURCED} }`;

test('a bandwidth that its channels do not give', () => {
  assertOnlyFault(
    assertBandwidthMatchesChannels,
    { [FILE]: machine(`bandwidth: { gbPerSecond: 102.4, ${SOURCED} }`, layout) },
    {
      file: FILE,
      line: 3,
      field: 'bandwidth.gbPerSecond',
      value: '102.4',
      message: '写理论峰值：8 通道 × 2400 MT/s × 8 字节 = 153.6 GB/s；实测值写在 bandwidthMeasured',
    },
  );
});

test('a bandwidth rounded by the source, and one without a speed to check by', () => {
  const unknown = `memoryLayout: { channels: 8, type: DDR5, ${SOURCED} }`;
  for (const [gbPerSecond, lines] of [
    ['153', layout],
    ['102.4', unknown],
  ] as const) {
    const text = machine(`bandwidth: { gbPerSecond: ${gbPerSecond}, ${SOURCED} }`, lines);
    assert.deepEqual(faultsOfRule(assertBandwidthMatchesChannels, { [FILE]: text }), []);
  }
});

test('a kind of compute told twice', () => {
  const figure = (teraOps: number) => `  - { kind: int8, teraOps: ${teraOps}, ${SOURCED} }`;
  assertOnlyFault(
    assertComputeKindsDiffer,
    { [FILE]: machine('compute:', figure(96), figure(128)) },
    {
      file: FILE,
      line: 5,
      field: 'compute[1].kind',
      value: 'int8',
      message: '这一类算力前面写过了；来源不一致就都写进 conflicts',
    },
  );
});

const conflict = (field: string, unit: string, ...sources: string[]) => [
  'conflicts:',
  `  - field: ${field}`,
  `    unit: ${unit}`,
  '    values:',
  ...sources.map((source, index) => `      - { value: ${400 + index}, source: ${source}, confidence: seen }`),
];

test('a conflict of one source with itself', () => {
  assertOnlyFault(
    assertConflictsHaveTwoSources,
    { [FILE]: machine(...conflict('bandwidth', 'GB/s', 'card', 'card')) },
    {
      file: FILE,
      line: 6,
      field: 'conflicts[0].values',
      value: '列表（2 项）',
      message: '至少写两个来源的值；只有一个来源就写进字段本身',
    },
  );
});

test('a conflict in the unit of another field', () => {
  assertOnlyFault(
    assertConflictsHaveTwoSources,
    { ...FORUM, [FILE]: machine(...conflict('bandwidth', 'GB', 'card', 'forum')) },
    {
      file: FILE,
      line: 5,
      field: 'conflicts[0].unit',
      value: 'GB',
      message: 'bandwidth 的单位写 GB/s',
    },
  );
});

test('a value chosen where sources disagree', () => {
  const text = machine(
    'bandwidth: { gbPerSecond: 400, source: forum, confidence: seen }',
    ...conflict('bandwidth', 'GB/s', 'card', 'forum'),
  );
  assertOnlyFault(
    assertConflictingFieldsLeftOpen,
    { ...FORUM, [FILE]: text },
    {
      file: FILE,
      line: 3,
      field: 'bandwidth',
      value: '一组字段',
      message: '来源不一致（见 conflicts 的 bandwidth），删去单一的值；只有厂商的值可以留下',
    },
  );
});

test('compute chosen where sources disagree', () => {
  const text = machine(
    'compute:',
    '  - { kind: int8, teraOps: 400, source: forum, confidence: seen }',
    ...conflict('int8', 'TOPS', 'card', 'forum'),
  );
  assert.deepEqual(
    faultsOfRule(assertConflictingFieldsLeftOpen, { ...FORUM, [FILE]: text }).map(({ field }) => field),
    ['compute[0]'],
  );
});

test("the vendor's value may stand beside what others say", () => {
  const text = machine(
    `bandwidth: { gbPerSecond: 400, ${SOURCED} }`,
    ...conflict('bandwidth', 'GB/s', 'card', 'forum'),
  );
  assert.deepEqual(faultsOfRule(assertConflictingFieldsLeftOpen, { ...FORUM, [FILE]: text }), []);
});
