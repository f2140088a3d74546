import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accuracyOf, reportOf } from '../../../../src/core/estimate/accuracy.ts';
import type { JudgedRow } from '../../../../src/core/estimate/accuracy.ts';
import { PRIOR, median } from '../../../../src/core/estimate/calibrate.ts';
import { quantile } from '../../../../src/core/estimate/cross-validate.ts';
import { fitConstants } from '../../../../src/core/estimate/fitting.ts';
import { cachePrecisions } from '../../../../src/core/estimate/memory-observations.ts';
import { bitsInName, precisionBits } from '../../../../src/core/estimate/precision-bits.ts';
import { sizeInName } from '../../../../src/core/model-size.ts';

test('the fit finds the constants that made the data', () => {
  const made = { ...PRIOR, efficiency: 0.7, layerMicroseconds: 200 };
  const observations = [1, 2, 4, 8, 16, 32].flatMap((gigabytes) =>
    [16, 32, 80].map((layers) => {
      const predict = (c: typeof PRIOR) =>
        (gigabytes * 1e9) / (1e12 * c.efficiency) + c.layerMicroseconds * layers * 1e-6;
      return { seconds: predict(made), predict, weight: 1 };
    }),
  );
  const keys = ['efficiency', 'layerMicroseconds'] as const;
  const found = fitConstants(observations, PRIOR, { keys, tightness: 3 });
  assert.ok(Math.abs(found.efficiency / 0.7 - 1) < 0.03, String(found.efficiency));
  assert.ok(Math.abs(found.layerMicroseconds / 200 - 1) < 0.05, String(found.layerMicroseconds));
  assert.deepEqual(fitConstants(observations, PRIOR, { keys, tightness: 3 }), found);
  assert.deepEqual(fitConstants([], PRIOR, { keys, tightness: 1 }), PRIOR);
});

test('one outlier does not drag the fit', () => {
  const predict = (c: typeof PRIOR) => 1 / c.efficiency;
  const rows = [...Array<number>(9).fill(1 / 0.8), 40].map((seconds) => ({ seconds, predict, weight: 1 }));
  const { efficiency } = fitConstants(rows, PRIOR, { keys: ['efficiency'], tightness: 3 });
  assert.ok(Math.abs(efficiency / 0.8 - 1) < 0.05, String(efficiency));
});

test('medians and quantiles', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9), 10);
  assert.equal(quantile([], 0.9), 0);
});

test('errors: of estimate ÷ measured − 1, and the reasons of what is not covered', () => {
  const row = (measured: number, estimated: number, kind: string): JudgedRow => ({
    quantity: 'decode',
    measured,
    estimated,
    low: estimated / 1.5,
    high: estimated * 1.5,
    groups: { kind },
    row: {} as JudgedRow['row'],
  });
  const rows = [row(10, 11, 'dense'), row(10, 8, 'dense'), row(10, 30, 'moe')];
  const all = accuracyOf(rows);
  assert.equal(all.median!.toFixed(2), '0.20');
  assert.equal(all.bias!.toFixed(2), '0.10');
  assert.equal(all.inRange, 2 / 3);
  assert.equal(all.rangeWidth!.toFixed(2), '2.25');
  const report = reportOf(rows, ['甲', '甲', '乙']);
  assert.equal(report.rows, 6);
  assert.deepEqual(report.notCovered, { 甲: 2, 乙: 1 });
  assert.deepEqual(Object.keys(report.byClass), ['kind:dense', 'kind:moe']);
  assert.deepEqual(accuracyOf([], 4), {
    ...{ rows: 4, covered: 0, median: null, p90: null },
    ...{ bias: null, inRange: null, rangeWidth: null },
  });
});

test('sizes in names', () => {
  const sizes: [string, number | null, number | null][] = [
    ['Qwen3-30B-A3B-Instruct-2507', 30, 3],
    ['granite-3.1-1b-a400m-instruct', 1, 0.4],
    ['Meta-Llama-3.1-8B-Instruct-Q4_K_M', 8, null],
    ['SmolLM2-360M-Instruct', 0.36, null],
    ['qwen2.5-coder:32b', 32, null],
    ['gpt-oss-120b', 120, null],
    ['phi-4', null, null],
    ['gemma-3n-E4B-it', null, null],
    ['EXL2 4.0 bpw', null, null],
  ];
  for (const [name, totalB, activeB] of sizes) {
    assert.deepEqual(sizeInName(name), totalB === null ? null : { totalB, activeB }, name);
  }
});

test('bits: set by the format, fitted on files, or told by the name', () => {
  const gguf = { 'q4-k-m': { bits: 4.81, rows: 9 } };
  assert.equal(precisionBits('awq-int4', gguf)!.body, 4 + 20 / 128);
  assert.equal(precisionBits('mlx-4bit', gguf)!.body, 4.5);
  assert.equal(precisionBits('q4-k-m', gguf)!.body, 4.81);
  assert.equal(precisionBits('ud-q4-k-m', gguf)!.body, 4.81);
  assert.equal(precisionBits('q5-k-m', gguf), null);
  assert.equal(bitsInName('Q4 (exact type not stated)')!.body, 4.6);
  assert.equal(bitsInName('W4A16')!.body, 4.6);
  assert.equal(bitsInName('2bit-ternary')!.body, 2.6);
  assert.equal(bitsInName('provider default (not stated)'), null);
});

test('precisions of the cache as logs name them', () => {
  assert.deepEqual(cachePrecisions('KV q8_0'), { keyPrecision: 'q8_0', valuePrecision: 'q8_0' });
  assert.deepEqual(cachePrecisions('K q8_0, V f16'), { keyPrecision: 'q8_0', valuePrecision: 'f16' });
  assert.equal(cachePrecisions('BF16 weights'), null);
});
