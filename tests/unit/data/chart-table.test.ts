import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verdictOf } from '../../../src/data/charts/chart-table.ts';

test('a contradicted claim says so, one that agrees or was not checked says nothing', () => {
  assert.deepEqual(verdictOf({ mark: 'impossible' }), { word: '不可能', grave: true });
  assert.deepEqual(verdictOf({ mark: 'differs' }), { word: '与公开数据不符', grave: true });
  assert.deepEqual(verdictOf({ mark: 'differs', byEstimate: true }), { word: '与估算不符', grave: true });
  assert.deepEqual(verdictOf({ mark: 'unverifiable' }), { word: '无法核实', grave: false });
  assert.equal(verdictOf({ mark: 'agrees' }), undefined);
  assert.equal(verdictOf({ mark: 'unchecked' }), undefined);
});
