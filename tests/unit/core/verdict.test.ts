import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gravest, GRAVITY } from '../../../src/core/verdict.ts';
import { VERDICTS } from '../../../src/schema/claim.ts';

test('a figure is marked with the gravest of its checks', () => {
  assert.equal(gravest(['agrees', 'differs', 'impossible']), 'impossible');
  assert.equal(gravest(['agrees', 'agrees-with-condition']), 'agrees-with-condition');
  assert.equal(gravest(['agrees']), 'agrees');
});

test('a figure without a check is unchecked, not agreed', () => assert.equal(gravest([]), 'unchecked'));

test('every verdict has its place', () => assert.deepEqual([...GRAVITY].sort(), [...VERDICTS].sort()));
