import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PRIOR } from '../../../../src/core/estimate/calibrate.ts';
import type { FittedConstants } from '../../../../src/core/estimate/constants.ts';
import { SPEED_ENGINES, speedEngine, splitOf } from '../../../../src/core/estimate/engines.ts';
import type { SpeedEngine } from '../../../../src/core/estimate/engines.ts';
import {
  decodeCeiling,
  decodeSpeed,
  prefillSpeed,
  servedSpeed,
} from '../../../../src/core/estimate/speed.ts';
import { prefillSeconds, stepSeconds } from '../../../../src/core/estimate/speed-model.ts';
import type { Workload } from '../../../../src/core/estimate/speed-model.ts';

const ENGINES = Object.keys(SPEED_ENGINES) as SpeedEngine[];
const spread = { machine: 1.2, class: 1.5 };
const fitted: Pick<FittedConstants, 'nodes' | 'machines'> = {
  nodes: ENGINES.flatMap((engine) =>
    [null, 'nvidia-gddr' as const].map((className) => ({
      engine,
      class: className,
      constants: PRIOR,
      rows: { decode: 5, prefill: 5, throughput: 5 },
      machines: 2,
      spread: { decode: spread, prefill: spread, throughput: spread },
    })),
  ),
  machines: [
    { engine: 'llama.cpp', machine: 'rtx-4090-24gb', quantity: 'decode', factor: 0.9, rows: 7, sources: 2 },
  ],
};

const work = (own: Partial<Workload> = {}): Workload => ({
  engine: 'llama.cpp',
  class: 'nvidia-gddr',
  mixture: false,
  bits: 4.8,
  weightsBytes: 20e9,
  readBytes: 19.5e9,
  activeShare: 1,
  expertShare: 1,
  readParameters: 32e9,
  layers: 64,
  attentionOperations: 4 * 64 * 40 * 128,
  bandwidthGbPerSecond: 1008,
  teraOps: 165,
  devices: 1,
  split: 'layers',
  ...own,
});
const ask = (own: Partial<Workload> = {}, machine: string | null = null) => ({
  work: work(own),
  machine,
  fitted,
  cacheBytes: 1e9,
});

test('the ceiling is bandwidth ÷ bytes, and the step adds up', () => {
  assert.equal(decodeCeiling(ask()).toFixed(2), (1008 / 20.5).toFixed(2));
  const { step } = decodeSpeed(ask());
  const { total, ...parts } = step;
  const sum = Object.values(parts).reduce((one, part) => one + part, 0);
  assert.ok(Math.abs(sum - total) < 1e-12);
});

test('what an estimate rests on decides how wide it is', () => {
  const own = decodeSpeed(ask({}, 'rtx-4090-24gb'));
  assert.equal(own.basis, 'machine');
  assert.equal(own.rows, 7);
  const other = decodeSpeed(ask({}, 'rtx-4080-16gb'));
  assert.equal(other.basis, 'class');
  assert.ok(other.high / other.low > own.high / own.low || other.high === other.ceiling);
  assert.equal(decodeSpeed(ask({ class: 'amd-hbm' })).basis, 'prior');
});

test('a batch of a mixture reads more experts, and never more than all weights', () => {
  const mixture = work({
    mixture: true,
    activeShare: 0.1,
    expertShare: 0.1,
    readBytes: 2e9,
    readParameters: 3e9,
  });
  const read = (requests: number) =>
    stepSeconds(mixture, { ...PRIOR, batchMixture: 1, batchTensor: 1 }, { requests, cacheBytes: 0 }).weights;
  assert.ok(read(8) > read(1) * 3);
  assert.ok(read(10_000) <= (20e9 / 2e9) * read(1) * 1.000001);
});

test('engines by the names that sources print, and how they split', () => {
  const expected: [string, SpeedEngine, 'layers' | 'tensor'][] = [
    ['Ollama 0.32.1', 'llama.cpp', 'layers'],
    ['ik_llama.cpp (R4 repacked)', 'llama.cpp', 'layers'],
    ['vLLM 0.6.3', 'vllm', 'tensor'],
    ['TensorRT-LLM (PyTorch backend)', 'tensorrt-llm', 'tensor'],
    ['MLC LLM TP', 'lmdeploy', 'tensor'],
    ['ExLlamaV2 (layer split)', 'exllama', 'layers'],
    ['mlx-lm', 'mlx', 'layers'],
    ['transformers 4.46.0', 'transformers', 'layers'],
  ];
  for (const [name, engine, split] of expected) {
    assert.equal(speedEngine(name), engine, name);
    assert.equal(splitOf(speedEngine(name), name), split, name);
  }
});

const workloads = fc
  .record({
    engine: fc.constantFrom(...ENGINES),
    mixture: fc.boolean(),
    bits: fc.constantFrom(2.5, 4.8, 8.5, 16),
    weightsBytes: fc.double({ min: 1e8, max: 1e12, noNaN: true }),
    activeShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
    layers: fc.integer({ min: 1, max: 128 }),
    bandwidthGbPerSecond: fc.double({ min: 5, max: 10_000, noNaN: true }),
    teraOps: fc.double({ min: 0.1, max: 5000, noNaN: true }),
    devices: fc.integer({ min: 1, max: 8 }),
    split: fc.constantFrom('layers' as const, 'tensor' as const),
  })
  .map(({ activeShare, ...own }) => {
    const share = own.mixture ? activeShare : 1;
    const readBytes = own.weightsBytes * share;
    return work({ ...own, activeShare: share, expertShare: share, readBytes, readParameters: readBytes });
  });
const cache = fc.double({ min: 0, max: 1e11, noNaN: true });

test('law: a speed is a finite positive range, and generation never above the ceiling', () => {
  fc.assert(
    fc.property(workloads, cache, fc.integer({ min: 1, max: 4096 }), (one, cacheBytes, requests) => {
      const input = { work: one, machine: null, fitted, cacheBytes };
      const decode = decodeSpeed(input);
      assert.ok(decode.high <= decode.ceiling);
      const { speed, firstToken } = prefillSpeed({ ...input, promptTokens: 1000 });
      const served = servedSpeed({ ...input, requests, promptTokens: 1000, generatedTokens: 500 });
      // No request of several is answered faster than one alone could be, and all read the weights at least once a token.
      const alone = decode.ceiling * (1 + 1e-9);
      assert.ok(served.throughput.high <= requests * alone);
      assert.ok(served.response.low * alone >= 500);
      for (const range of [decode, speed, firstToken, served.throughput, served.response]) {
        assert.ok(Number.isFinite(range.high) && range.low > 0);
        assert.ok(range.low <= range.typical && range.typical <= range.high);
      }
    }),
  );
});

test('law: a longer prompt never takes less, more bandwidth never more, a fuller cache never less', () => {
  fc.assert(
    fc.property(workloads, cache, fc.integer({ min: 1, max: 100_000 }), (one, bytes, tokens) => {
      const seconds = (own: Workload, promptTokens: number) => prefillSeconds(own, PRIOR, { promptTokens });
      assert.ok(seconds(one, tokens) <= seconds(one, tokens + 512) * (1 + 1e-9));
      const step = (own: Workload, cacheBytes: number) =>
        stepSeconds(own, PRIOR, { requests: 1, cacheBytes }).total;
      assert.ok(
        step({ ...one, bandwidthGbPerSecond: one.bandwidthGbPerSecond * 2 }, bytes) <= step(one, bytes),
      );
      assert.ok(step(one, 0) <= step(one, bytes));
    }),
  );
});
