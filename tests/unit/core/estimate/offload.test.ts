import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { estimate } from '../../../../src/core/estimate/estimate.ts';
import type { EstimateQuery } from '../../../../src/core/estimate/estimate.ts';
import { offload } from '../../../../src/core/estimate/offload.ts';
import { ownMachine } from '../../../../src/core/estimate/open-machine.ts';
import { estimator, view } from '../../../estimator.ts';

const { fitted, teraOps } = estimator;
const need = <Value>(value: Value | undefined): Value => {
  assert.ok(value !== undefined);
  return value;
};
const host = need(view.machines.find(({ id }) => id === 'desktop-ddr5-5600'));
const question = (change: Partial<EstimateQuery> = {}): EstimateQuery => ({
  model: need(estimator.models.get('qwen2.5-72b-instruct')),
  precision: need(estimator.precisions.get('q4-k-m')),
  machine: need(estimator.machines.get('rtx-4090-24gb')),
  devices: 1,
  engine: 'llama.cpp',
  contextTokens: 8192,
  users: 1,
  keyPrecision: 'f16',
  valuePrecision: 'f16',
  promptTokens: 7680,
  generatedTokens: 512,
  ...change,
});
const card = (memoryGb: number) =>
  ownMachine({ name: '', kind: 'gpu', memoryGb, bandwidthGbPerSecond: 1000, teraOps: null }, teraOps);

describe('offload to the processor', () => {
  it('splits by layers: about half of a 72B at 4 bits stays on 24 GB, and what does not lies in main memory', () => {
    const split = offload(question(), host, fitted);
    assert.ok(split?.decode);
    assert.equal(split.layers, 80);
    assert.ok(split.layersOnGpu > 36 && split.layersOnGpu < 44, String(split.layersOnGpu));
    const { memory } = estimate(question(), fitted);
    assert.ok(memory);
    assert.ok(Math.abs(split.gpuBytes + split.hostBytes - memory.neededBytes) < 1);
    assert.ok(split.gpuBytes <= memory.usableBytes);
    // 21.5 GB from 89.6 GB/s alone takes 0.24 s.
    assert.ok(split.decode.ceiling < 4.2 && split.decode.high <= split.decode.ceiling);
  });

  it('is only for what llama.cpp can split: another engine or memory has none', () => {
    assert.equal(offload(question({ engine: 'vllm' }), host, fitted), null);
    assert.equal(
      offload(question({ machine: need(estimator.machines.get('apple-m4')) }), host, fitted),
      null,
    );
  });

  it('shows no speed where not even the runtime fits', () => {
    const split = offload(question({ machine: card(0.5) }), host, fitted);
    assert.equal(split?.layersOnGpu, 0);
    assert.equal(split?.decode, null);
  });

  it('a larger card never holds fewer layers and is never slower; a faster host neither', () => {
    const size = fc.integer({ min: 2, max: 80 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 20, max: 500 }), (one, other, gbPerSecond) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)];
        const [a, b] = [small, large].map((gb) => offload(question({ machine: card(gb) }), host, fitted));
        assert.ok(a?.decode && b?.decode);
        assert.ok(b.layersOnGpu >= a.layersOnGpu);
        assert.ok(b.decode.typical >= a.decode.typical * 0.999);
        const faster = { ...host, id: 'x', bandwidthGbPerSecond: gbPerSecond + 1 };
        const slower = { ...host, id: 'x', bandwidthGbPerSecond: gbPerSecond };
        const [slow, fast] = [slower, faster].map((with_) => offload(question(), with_, fitted)?.decode);
        assert.ok(slow && fast && fast.typical > slow.typical);
        for (const range of [a.decode, b.decode, slow, fast]) {
          assert.ok(range.low <= range.typical && range.typical <= range.high && range.high <= range.ceiling);
        }
      }),
    );
  });

  it('with every layer on the card it is as fast as without offload', () => {
    const roomy = question({ machine: card(80) });
    const split = offload(roomy, host, fitted);
    const { decode } = estimate(roomy, fitted);
    assert.equal(split?.layersOnGpu, 80);
    assert.ok(split.decode && Math.abs(split.decode.typical / decode.typical - 1) < 1e-9);
  });
});
