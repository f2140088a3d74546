import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  countsBy,
  errorOf,
  filterAccuracy,
  filtersFor,
  logTicks,
  type AccuracyRow,
} from '../../../src/core/accuracy-rows.ts';

const row = (part: Partial<AccuracyRow>): AccuracyRow => ({
  id: 'speed-0001',
  quantity: 'decode',
  measured: 10,
  estimated: 12,
  spread: 1.5,
  inside: 1,
  engine: 'llama.cpp',
  class: 'nvidia-gddr',
  kind: 'dense',
  source: 'a',
  sourceUrl: 'https://example.com/',
  sourceDetail: null,
  modelName: 'Llama-3-8B',
  precisionName: 'Q4_K_M',
  machineName: 'RTX 4090',
  engineName: 'llama.cpp b1',
  devices: 1,
  concurrency: null,
  model: null,
  ...part,
});

const rows = [
  row({}),
  row({ engine: 'vllm', kind: 'moe', source: 'b' }),
  row({ class: 'apple-late', engine: 'mlx' }),
  row({ quantity: 'weightsFile', engine: 'gguf', class: null }),
];
const ALL = { what: 'decode', engine: null, class: null, kind: null, src: null } as const;

test('rows pass every filter, and none of another quantity', () => {
  assert.deepEqual(filterAccuracy(rows, ALL), rows.slice(0, 3));
  assert.deepEqual(filterAccuracy(rows, { ...ALL, kind: 'moe' }), [rows[1]]);
  assert.deepEqual(filterAccuracy(rows, { ...ALL, class: 'apple-late', engine: 'mlx' }), [rows[2]]);
  assert.deepEqual(filterAccuracy(rows, { ...ALL, class: 'apple-late', engine: 'vllm' }), []);
  assert.deepEqual(filterAccuracy(rows, { ...ALL, src: 'b' }), [rows[1]]);
});

test('a choice counts the rows of the quantity looked at', () => {
  assert.deepEqual(
    [...countsBy(rows, 'decode', 'engine')],
    [
      ['llama.cpp', 1],
      ['vllm', 1],
      ['mlx', 1],
    ],
  );
  assert.deepEqual([...countsBy(rows, 'weightsFile', 'class')], []);
});

test('another quantity keeps the filters that it has rows for', () => {
  const before = {
    what: 'weightsFile',
    engine: 'vllm',
    class: 'nvidia-gddr',
    kind: 'dense',
    src: 'a',
  } as const;
  assert.deepEqual(filtersFor(rows, before), { ...before, engine: null, class: null });
});

test('an estimate above the measurement has an error above 0', () => {
  assert.ok(Math.abs(errorOf({ measured: 10, estimated: 12 }) - 0.2) < 1e-9);
  assert.equal(errorOf({ measured: 10, estimated: 5 }), -0.5);
});

test('an axis ends on 1, 2 or 5 around all values, with the powers of ten between', () => {
  assert.deepEqual(logTicks([0.95, 785]), [0.5, 1, 10, 100, 1000]);
  assert.deepEqual(logTicks([3, 40]), [2, 10, 50]);
  assert.deepEqual(logTicks([10]), [10, 100]);
  assert.deepEqual(logTicks([]), [1, 10]);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 1e-4, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
      const ticks = logTicks(values);
      assert.deepEqual(
        ticks,
        ticks.toSorted((a, b) => a - b),
      );
      assert.equal(new Set(ticks).size, ticks.length);
      for (const value of values)
        assert.ok(
          ticks[0]! <= value * (1 + 1e-8) && value <= ticks.at(-1)! * (1 + 1e-8),
          `${value}: ${ticks}`,
        );
    }),
  );
});
