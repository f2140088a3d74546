import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rangeText } from '../../../src/core/range-text.ts';

test('two digits, one figure where both ends are the same', () => {
  assert.equal(rangeText({ low: 38.2, high: 52.9 }), '38–52');
  assert.equal(rangeText({ low: 0.334, high: 1.07 }), '0.33–1');
  assert.equal(rangeText({ low: 10.96, high: 10.99 }), '10');
  assert.equal(rangeText({ low: 0.29, high: 1290 }), '0.29–1,200');
  assert.equal(rangeText({ low: 0, high: 0 }), '0');
});

test('no end is printed above what it is', () => {
  const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const printed = rangeText({ low, high }).replaceAll(',', '').split('–').map(Number);
      assert.ok(printed[0]! <= low * (1 + 1e-8));
      assert.ok(printed.at(-1)! <= high * (1 + 1e-8));
      assert.ok(printed[0]! <= printed.at(-1)!);
    }),
  );
});
