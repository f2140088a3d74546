import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { axisTo, popoverId, reachOf, spread, type BarLine } from '../../../src/core/chart.ts';
import { textWidth, wrapText } from '../../../src/core/chart-text.ts';

test('an axis ends at a round number that holds the largest figure, in few steps', () => {
  assert.deepEqual(axisTo(149, 'GB'), { end: 150, ticks: [0, 50, 100, 150], unit: 'GB' });
  assert.deepEqual(axisTo(100, '%').ticks, [0, 20, 40, 60, 80, 100]);
  assert.deepEqual(axisTo(0.3, 's').ticks, [0, 0.1, 0.2, 0.3]);
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (most) => {
      const { end, ticks } = axisTo(most, '');
      assert.ok(end >= most * (1 - 1e-9) && end < most * 2.6, `${most} → ${end}`);
      assert.ok(ticks.length >= 2 && ticks.length <= 6, `${ticks}`);
      assert.equal(ticks[0], 0);
      assert.equal(ticks.at(-1), end);
    }),
  );
});

test('an axis of nothing is an error', () => {
  for (const most of [0, -1, NaN, Infinity]) assert.throws(() => axisTo(most, ''), /正数/);
});

const line = (changes: Partial<BarLine>): BarLine => ({
  kind: 'estimate',
  label: 'A',
  value: '1',
  shape: { type: 'bar', value: 1 },
  ref: { row: 'a', column: 'b' },
  ...changes,
});

test('a bar reaches as far as anything drawn on it', () => {
  assert.equal(reachOf(line({})), 1);
  assert.equal(reachOf(line({ shape: { type: 'range', low: 2, high: 5, typical: 3 } })), 5);
  const parts = [
    { part: 'w', value: 2 },
    { part: 'kv', value: 3 },
  ] as const;
  assert.equal(reachOf(line({ shape: { type: 'stack', parts: [...parts] } })), 5);
  assert.equal(reachOf(line({ ceiling: 7 })), 7);
  assert.equal(reachOf(line({ others: [3, 9] })), 9);
  assert.equal(reachOf(line({ measured: [{ at: 11, value: '', ref: { row: 'a', column: 'b' } }] })), 11);
});

test('the id of a popover is the same for a cell and a mark, and fit to be an id', () => {
  const ref = { row: 'qwen2.5-72b q4 k', column: 'claim' };
  assert.equal(popoverId('fig-a', ref), 'fig-a-qwen2-5-72b-q4-k-claim');
});

test('few of many keep the first and the last', () => {
  assert.deepEqual(spread([1, 2, 3], 4), [1, 2, 3]);
  assert.deepEqual(spread([1, 2, 3, 4, 5, 6, 7], 4), [1, 3, 5, 7]);
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 2, max: 9 }),
      (all, count) => {
        const few = spread(all, count);
        assert.equal(few.length, Math.min(all.length, count));
        assert.equal(few[0], all[0]);
        assert.equal(few.at(-1), all.at(-1));
      },
    ),
  );
});

test('text breaks where it may, loses nothing, and a line is no wider than asked', () => {
  assert.deepEqual(wrapText('', 100), []);
  assert.deepEqual(wrapText('四个汉字，再加四个', 60), ['四个汉字，', '再加四个']);
  const text = 'diff 编辑格式，133 题，两次尝试内通过率；独立评测：Aider';
  const lines = wrapText(text, 150, 11);
  assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
  for (const one of lines) assert.ok(textWidth(one, 11) <= 150, one);
});
