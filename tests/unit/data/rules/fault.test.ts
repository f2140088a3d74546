import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldName, leaves } from '../../../../src/data/rules/fault.ts';

test('a field is named by the way to it', () => {
  assert.equal(fieldName([]), '');
  assert.equal(fieldName(['parameters', 'exact', 'total']), 'parameters.exact.total');
  assert.equal(fieldName(['prices', 0, 'amount']), 'prices[0].amount');
  assert.equal(fieldName(['rows', 1, 'cells', '内存', 'text']), 'rows[1].cells.内存.text');
  assert.equal(fieldName(['cells', 'qwen2.5-72b']), 'cells["qwen2.5-72b"]');
});

test('leaves are the single values, in order', () => {
  assert.deepEqual(
    [...leaves({ a: 1, b: [{ c: null }, 'd'], e: {} })],
    [
      { path: ['a'], value: 1 },
      { path: ['b', 0, 'c'], value: null },
      { path: ['b', 1], value: 'd' },
    ],
  );
});
