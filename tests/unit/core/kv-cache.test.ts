import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kvCacheBytes } from '../../../src/core/kv-cache.ts';
import type { Architecture } from '../../../src/schema/architecture.ts';

/** Qwen2.5-Coder-32B-Instruct, from its config.json. */
const coder32b: Architecture = {
  type: 'dense',
  attention: 'gqa',
  layers: 64,
  hiddenSize: 5120,
  attentionHeads: 40,
  kvHeads: 8,
  headDim: 128,
  kvLoraRank: null,
  qkRopeHeadDim: null,
  fullAttentionLayers: 64,
  slidingWindow: null,
  slidingWindowLayers: 0,
  experts: null,
  expertsPerToken: null,
  vocabSize: 152_064,
  tieEmbeddings: false,
  nativePrecision: 'bf16',
  source: 'litgpt',
  confidence: 'seen',
};

test('grouped heads: a key and a value of each layer', () => {
  assert.deepEqual(kvCacheBytes(coder32b), { bytesPerToken: 262_144, fixedBytes: 0 });
});

test('latent attention: one compressed vector of each layer (DeepSeek-Coder-V2-Lite)', () => {
  const lite: Architecture = {
    ...coder32b,
    attention: 'mla',
    kvHeads: null,
    headDim: null,
    kvLoraRank: 512,
    qkRopeHeadDim: 64,
    fullAttentionLayers: 27,
  };
  assert.deepEqual(kvCacheBytes(lite), { bytesPerToken: 31_104, fixedBytes: 0 });
  assert.equal(kvCacheBytes({ ...lite, kvLoraRank: null }), null);
});

test('sliding layers keep their window only (gpt-oss-120b)', () => {
  const half: Architecture = {
    ...coder32b,
    kvHeads: 8,
    headDim: 64,
    fullAttentionLayers: 18,
    slidingWindowLayers: 18,
    slidingWindow: 128,
  };
  assert.deepEqual(kvCacheBytes(half), { bytesPerToken: 36_864, fixedBytes: 4_718_592 });
});

test('full layers with heads of their own (Gemma 4 31B)', () => {
  const gemma: Architecture = {
    ...coder32b,
    kvHeads: 16,
    headDim: 256,
    fullKvHeads: 4,
    fullHeadDim: 512,
    fullAttentionLayers: 10,
    slidingWindowLayers: 50,
    slidingWindow: 1024,
  };
  assert.deepEqual(kvCacheBytes(gemma), { bytesPerToken: 81_920, fixedBytes: 838_860_800 });
});

test('sliding layers with heads of their own, values narrower than keys (MiMo-V2-Flash)', () => {
  const mimo: Architecture = {
    ...coder32b,
    kvHeads: 4,
    headDim: 192,
    vHeadDim: 128,
    slidingKvHeads: 8,
    fullAttentionLayers: 9,
    slidingWindowLayers: 39,
    slidingWindow: 128,
  };
  assert.deepEqual(kvCacheBytes(mimo), { bytesPerToken: 23_040, fixedBytes: 25_559_040 });
});

test('nothing where a figure is missing or caches are compressed', () => {
  assert.equal(kvCacheBytes({ ...coder32b, attention: 'compressed' }), null);
  assert.equal(kvCacheBytes({ ...coder32b, fullAttentionLayers: null }), null);
  assert.equal(kvCacheBytes({ ...coder32b, slidingWindowLayers: null }), null);
  assert.equal(kvCacheBytes({ ...coder32b, kvHeads: null }), null);
  assert.equal(kvCacheBytes({ ...coder32b, headDim: null }), null);
});
