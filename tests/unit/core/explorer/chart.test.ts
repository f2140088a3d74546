import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { along, axisOf } from '../../../../src/core/explorer/axis.ts';
import { chartRows, pointsNear } from '../../../../src/core/explorer/points.ts';
import { paretoFront, type Better } from '../../../../src/core/explorer/pareto.ts';

const better = fc.record({
  x: fc.constantFrom<Better>('more', 'less'),
  y: fc.constantFrom<Better>('more', 'less'),
});
const point = fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }) });

test('the front is what no other point beats, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(point), better, (points, way) => {
      const good = (of: 'x' | 'y', a: number, b: number) => (way[of] === 'more' ? a >= b : a <= b);
      const beats = (a: { x: number; y: number }, b: { x: number; y: number }) =>
        good('x', a.x, b.x) && good('y', a.y, b.y) && (a.x !== b.x || a.y !== b.y);
      const expected = points.flatMap((one, place) =>
        points.some((other) => beats(other, one)) ? [] : [place],
      );
      assert.deepEqual(
        paretoFront(points, way).sort((a, b) => a - b),
        expected,
      );
    }),
  );
});

test('less memory and more score: from the smallest on, each better than the one before', () => {
  const points = [
    { x: 40, y: 60 },
    { x: 10, y: 30 },
    { x: 20, y: 25 },
    { x: 20, y: 50 },
    { x: 80, y: 60 },
  ];
  assert.deepEqual(paretoFront(points, { x: 'less', y: 'more' }), [1, 3, 0]);
});

test('an axis holds its values between ticks that rise', () => {
  const value = fc.oneof(
    fc.double({ min: 0.001, max: 1e7, noNaN: true }),
    fc.integer({ min: -50, max: 2000 }),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
      const { domain, ticks, scale } = axisOf(values);
      const low = Math.min(...values);
      const high = Math.max(...values);
      assert.ok(domain[0] <= low && domain[1] >= high, `${domain} ${low} ${high}`);
      assert.ok(ticks.length >= 2 && ticks.length <= 12, String(ticks));
      assert.deepEqual([ticks[0], ticks.at(-1)], [...domain]);
      assert.ok(ticks.every((tick, index) => index === 0 || tick > (ticks[index - 1] ?? Infinity)));
      if (low <= 0 || high <= low * 10) assert.equal(scale, 'linear');
      else if (high > low * 100) assert.equal(scale, 'log');
    }),
  );
});

test('values that hardly differ stand inside their axis, and so do those beside a tick', () => {
  for (const values of [
    [9999994.917350002, 9999994.917650001],
    [0.30000000000000004, 0.8],
    [0.1 + 0.2 - 5e-17, 3],
  ]) {
    const { domain, ticks } = axisOf(values);
    assert.ok(domain[0] <= values[0]! && domain[1] >= values[1]!, `${domain}`);
    assert.ok(ticks.length <= 12);
  }
});

test('two decades are linear, more are logarithmic, and so is one where most values crowd at its foot', () => {
  assert.deepEqual(axisOf([0, 49.7]), { scale: 'linear', domain: [0, 50], ticks: [0, 10, 20, 30, 40, 50] });
  assert.equal(axisOf([1, 100]).scale, 'linear');
  // Memory of models as it is: most need a few GiB, one needs 380.
  assert.equal(axisOf([5.5, 10.6, 10.8, 20.5, 21.4, 43, 230, 380]).scale, 'log');
  assert.equal(axisOf([5.5, 43, 120, 230, 380]).scale, 'linear');
  assert.equal(axisOf([1, 1, 1, 9]).scale, 'linear');
  assert.deepEqual(axisOf([4, 1026]), {
    scale: 'log',
    domain: [2, 2000],
    ticks: [2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000],
  });
});

test('from the low end of an axis to the high one', () => {
  assert.equal(along({ scale: 'linear', domain: [10, 20], ticks: [] }, 15), 0.5);
  assert.ok(Math.abs(along({ scale: 'log', domain: [1, 100], ticks: [] }, 10) - 0.5) < 1e-9);
});

test('marks that lie upon each other know of one another, and of no other', () => {
  const column = (key: string) => ({ key, label: key, kind: 'published' as const, numeric: true });
  const row = (name: string, x: number, y: number) => ({ name, sortKeys: { x, y } });
  const rows = [
    row('a', 10, 50),
    row('b', 10, 50),
    row('c', 10.05, 50.5),
    row('d', 30, 50),
    row('e', 10, 90),
  ];
  const { points } = chartRows(rows, column('x'), column('y'));
  const axes = { x: axisOf(points.map(({ x }) => x)), y: axisOf(points.map(({ y }) => y)) };
  const near = Object.fromEntries(
    points.map((point) => [point.row.name, pointsNear(point, points, axes).map((other) => other.row.name)]),
  );
  assert.deepEqual(near, { a: ['b', 'c'], b: ['a', 'c'], c: ['a', 'b'], d: [], e: [] });
});
