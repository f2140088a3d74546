import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertFilesHoldWeights,
  assertMeasuredMemoryHoldsWeights,
  assertMeasuredSpeedWithinBandwidth,
} from '../../../../src/data/rules/bounds.ts';
import { assertOnlyFault, faultsOfRule } from '../fixture.ts';
import type { Edits } from '../fixture.ts';

const MEASUREMENT = 'content/data/measurements/demo-speed.yaml';
const MODEL = 'content/data/models/demo-8b.yaml';

// 8 billion parameters: 4.00 GB at 4 bits, 16.00 GB = 14.90 GiB at 16 bits.
const size = (printed: string): Edits => ({ [MODEL]: [['sizeGb: 4.9', `sizeGb: ${printed}`]] });
const memory = (gib: string): Edits => ({ [MEASUREMENT]: [['memoryGib: 15.5', `memoryGib: ${gib}`]] });
const speed = (tokensPerSecond: string, devices = 1): Edits => ({
  [MEASUREMENT]: [
    ['devices: 1', `devices: ${devices}`],
    ['decodeTokensPerSecond: 60', `decodeTokensPerSecond: ${tokensPerSecond}`],
  ],
});

test('a file that is smaller than its weights', () => {
  assertOnlyFault(assertFilesHoldWeights, size('3.9'), {
    file: MODEL,
    line: 61,
    field: 'files[0].sizeGb',
    value: '3.9',
    message: '至少 4.00 GB（权重 8,000,000,000 × 4 ÷ 8）；核对大小、单位（GB，10⁹ 字节）和精度',
  });
});

test('a printed size may be rounded by half a unit of its last digit', () => {
  const sound = (printed: string) => faultsOfRule(assertFilesHoldWeights, size(printed)).length === 0;
  assert.deepEqual(['4', '4.0', '3.995', '3.99', '3.9'].map(sound), [true, true, false, false, false]);
  // 8.4 billion at 4 bits weigh 4.2 GB: 「4」 may stand for it, 「4.0」 may not.
  const heavier = (printed: string): Edits => ({
    [MODEL]: [
      ['total: 8000000000', 'total: 8400000000'],
      ['sizeGb: 4.9', `sizeGb: ${printed}`],
    ],
  });
  assert.deepEqual(faultsOfRule(assertFilesHoldWeights, heavier('4')), []);
  assert.equal(faultsOfRule(assertFilesHoldWeights, heavier('4.0')).length, 1);
});

test('a measured memory that is smaller than its weights', () => {
  assertOnlyFault(assertMeasuredMemoryHoldsWeights, memory('14.8'), {
    file: MEASUREMENT,
    line: 9,
    field: 'rows[0].memoryGib',
    value: '14.8',
    message: '至少 14.90 GiB（权重 8,000,000,000 × 16 ÷ 8）；核对数值、单位（GiB，2³⁰ 字节）和精度',
  });
});

test('a measured memory is in GiB, not GB', () => {
  assert.deepEqual(faultsOfRule(assertMeasuredMemoryHoldsWeights, memory('14.9')), []);
});

test('a measured speed beyond the bandwidth', () => {
  assertOnlyFault(assertMeasuredSpeedWithinBandwidth, speed('66'), {
    file: MEASUREMENT,
    line: 9,
    field: 'rows[0].decodeTokensPerSecond',
    value: '66',
    message: '不能高于 65.87 tok/s（带宽上限 1000 GB/s ÷ 15.18 GB）；核对速度、硬件和精度',
  });
});

test('two devices read twice as fast, and no faster', () => {
  assert.deepEqual(faultsOfRule(assertMeasuredSpeedWithinBandwidth, speed('131', 2)), []);
  assert.equal(faultsOfRule(assertMeasuredSpeedWithinBandwidth, speed('132', 2)).length, 1);
});

test('without a bandwidth there is no ceiling', () => {
  const edits: Edits = {
    ...speed('900'),
    'content/data/hardware/demo-gpu.yaml': 'name: Demo GPU\nkind: gpu\n',
  };
  assert.deepEqual(faultsOfRule(assertMeasuredSpeedWithinBandwidth, edits), []);
});

test('without counted parameters there is no bound', () => {
  const uncounted: [string, string] = [
    'exact:\n    total: 8000000000\n    active: null\n    source: card\n    confidence: derived',
    'exact: null',
  ];
  const edits: Edits = { [MODEL]: [['sizeGb: 4.9', 'sizeGb: 1'], uncounted] };
  assert.deepEqual(faultsOfRule(assertFilesHoldWeights, edits), []);
});
