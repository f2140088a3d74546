import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFilesHoldWeights } from '../../../../src/data/rules/bounds.ts';
import { assertOnlyFault, faultsOfRule } from '../fixture.ts';
import type { Edits } from '../fixture.ts';

const MODEL = 'content/data/models/demo-8b.yaml';

// 8 billion parameters: 4.00 GB at 4 bits.
const size = (printed: string): Edits => ({ [MODEL]: [['sizeGb: 4.9', `sizeGb: ${printed}`]] });

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

test('without counted parameters there is no bound', () => {
  const uncounted: [string, string] = [
    'exact:\n    total: 8000000000\n    active: null\n    source: card\n    confidence: derived',
    'exact: null',
  ];
  const edits: Edits = { [MODEL]: [['sizeGb: 4.9', 'sizeGb: 1'], uncounted] };
  assert.deepEqual(faultsOfRule(assertFilesHoldWeights, edits), []);
});
