import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bestOf, clearlyHighest, differs } from '../../../../src/core/compare/best.ts';

test('the best of known values; nothing where there is nothing to tell apart', () => {
  assert.deepEqual(bestOf([1, null, 3], 'higher'), [2]);
  assert.deepEqual(bestOf([1, null, 3], 'lower'), [0]);
  assert.deepEqual(bestOf([3, 1, 3], 'higher'), [0, 2]);
  assert.deepEqual(bestOf([3, null], 'higher'), []);
  assert.deepEqual(bestOf([3, 3], 'higher'), []);
  assert.deepEqual(bestOf([], 'lower'), []);
});

test('what is marked is as good as any other and better than some', () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }), { maxLength: 5 });
  fc.assert(
    fc.property(values, (given) => {
      const known = given.filter((value) => value !== null);
      for (const place of bestOf(given, 'higher')) {
        const value = given[place] ?? Number.NaN;
        assert.ok(known.every((other) => value >= other) && known.some((other) => value > other));
      }
    }),
  );
});

test('a range is the highest only where it lies above all others', () => {
  assert.deepEqual(
    clearlyHighest([
      { low: 10, high: 20 },
      { low: 21, high: 30 },
    ]),
    [1],
  );
  assert.deepEqual(
    clearlyHighest([
      { low: 10, high: 20 },
      { low: 20, high: 30 },
    ]),
    [],
  );
  assert.deepEqual(clearlyHighest([{ low: 10, high: 20 }, null, { low: 1, high: 9 }]), [0]);
  assert.deepEqual(clearlyHighest([{ low: 10, high: 20 }, null]), []);
});

test('rows differ by what is shown; unknown differs from known', () => {
  const cell = (...texts: string[]) => texts.map((text) => ({ text }));
  assert.equal(differs([cell('a'), cell('a')]), false);
  assert.equal(differs([cell('a'), cell('b')]), true);
  assert.equal(differs([cell('a'), cell()]), true);
  assert.equal(differs([cell(), cell()]), false);
});
