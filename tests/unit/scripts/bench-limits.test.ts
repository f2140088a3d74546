import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judged, limits, slope } from '../../../scripts/bench-limits.ts';
import type { Run } from '../../../scripts/bench-limits.ts';

const run = (models: number, seconds: number, peakBytes = 1e9, html = 300_000): Run => ({
  models,
  pages: models,
  seconds,
  peakBytes,
  explorer: { html, css: 0, js: 0, islands: true },
});
const kept = (runs: Run[]) => limits(runs).map(({ kept }) => kept);

test('the slope of points on a line is that of the line', () => {
  const count = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(
      fc.uniqueArray(count, { minLength: 2, maxLength: 6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (counts, each, fixed) => {
        const found = slope(counts.map((models) => ({ models, seconds: fixed + each * models })));
        assert.ok(Math.abs(found - each) < 1e-6);
      },
    ),
  );
});

test('each limit is judged by itself', () => {
  assert.deepEqual(kept([run(87, 20), run(500, 28), run(2000, 58)]), [true, true, true, true]);
  // 60 ms a model, on a straight line.
  assert.deepEqual(kept([run(0, 10), run(500, 40), run(2000, 130)]), [false, true, true, true]);
  // 10 ms a model at first, 25 ms in the end.
  assert.deepEqual(kept([run(0, 10), run(500, 15), run(2000, 52.5)]), [true, false, true, true]);
  assert.deepEqual(kept([run(87, 20), run(500, 28), run(2000, 58, 2e9)]), [true, true, false, true]);
  assert.deepEqual(kept([run(87, 20), run(500, 28), run(2000, 58, 1e9, 400_000)]), [true, true, true, false]);
});

test('the words name figure and limit', () => {
  assert.deepEqual(
    limits([run(0, 10), run(500, 20), run(2000, 50)]).map(({ text }) => text),
    [
      '每多一个模型多用 20.0 ms（直线拟合），上限 30 ms',
      '时间随模型数线性增长：前一段每个 20.0 ms，后一段 20.0 ms，上限 1.5 倍',
      '2000 个模型时内存峰值 1.00 GB，上限 2 GB',
      '2000 个模型时 /models/ 的 HTML 和数据 300.0 kB，上限 400 kB',
    ],
  );
});

test('a figure is judged by its median, and fails where a try gave none', () => {
  const figure = { what: '排序', unit: 'ms', limit: 50 };
  assert.deepEqual(judged({ ...figure, values: [90, 20, 50, 30.04, 80] }), {
    text: '排序 50.0 ms（5 次的中位数，20.0–90.0），上限 50 ms',
    kept: true,
  });
  assert.equal(judged({ ...figure, values: [90, 20, 50.1, 30, 80] }).kept, false);
  assert.equal(judged({ ...figure, values: [10, 10, 10, 10, Number.NaN] }).kept, false);
  assert.equal(judged({ ...figure, values: [] }).kept, false);
  assert.equal(
    judged({ what: 'CLS', unit: '', limit: 0.02, values: [0, 0.0123, 0.03] }).text,
    'CLS 0.012（3 次的中位数，0.000–0.030），上限 0.02',
  );
});
