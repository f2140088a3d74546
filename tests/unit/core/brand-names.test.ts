import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brandNames } from '../../../src/core/brand-names.ts';

test('a brand is found by both of its names, whichever the machine has', () => {
  assert.equal(brandNames('Xeon E5-2680 v4（双路）'), 'Xeon 至强');
  assert.equal(brandNames('昇腾 910C 128GB'), 'Ascend 昇腾');
  assert.equal(brandNames('RTX 4090 24GB'), '');
});
