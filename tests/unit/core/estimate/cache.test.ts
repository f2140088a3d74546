import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CACHE_BITS, cacheBytes } from '../../../../src/core/estimate/cache.ts';
import type { CacheInput, CachePrecision } from '../../../../src/core/estimate/cache.ts';
import { DEEPSEEK_V3, GEMMA_27B, LLAMA_8B, QWEN_32B } from './shapes.ts';

const MIB = 2 ** 20;
const mebibytes = (
  architecture: CacheInput['architecture'],
  tokens: number,
  {
    key = 'f16',
    value = key,
    ...handling
  }: { key?: CachePrecision; value?: CachePrecision } & Partial<CacheInput> = {},
) => cacheBytes({ architecture, tokens, keyPrecision: key, valuePrecision: value, ...handling })!.value / MIB;

test('what llama.cpp and ik_llama.cpp log of their caches comes out to the byte', () => {
  assert.equal(mebibytes(QWEN_32B, 32_768), 8192);
  assert.equal(mebibytes(QWEN_32B, 32_768, { key: 'q8_0' }), 4352);
  assert.equal(mebibytes(LLAMA_8B, 1024, { key: 'iq4_nl', value: 'f16' }), 82);
  assert.equal(mebibytes(DEEPSEEK_V3, 32_768), 2196);
  assert.equal(mebibytes(DEEPSEEK_V3, 32_768, { key: 'q8_0' }).toFixed(2), '1166.63');
  assert.equal(mebibytes(DEEPSEEK_V3, 512, { expandsLatent: true }), 2440);
  assert.equal(mebibytes(DEEPSEEK_V3, 512, { copiesLatent: true }).toFixed(2), '64.81');
  assert.equal(mebibytes(GEMMA_27B, 32_768, { keepsWindows: true }), 15_872);
});

test('vLLM’s own arithmetic: 2 × layers × heads × width × 2 bytes for a token', () => {
  assert.equal(mebibytes(LLAMA_8B, 1) * MIB, 2 * 32 * 8 * 128 * 2);
});

test('sliding layers keep their window only', () => {
  const full = (tokens: number) => (10 * tokens * 2 * 16 * 128 * 2) / MIB;
  const window = (52 * 1024 * 2 * 16 * 128 * 2) / MIB;
  assert.equal(mebibytes(GEMMA_27B, 32_768), full(32_768) + window);
  assert.equal(mebibytes(GEMMA_27B, 512), (62 * 512 * 2 * 16 * 128 * 2) / MIB);
});

test('what is not told gives nothing, not a guess', () => {
  const input = { tokens: 4096, keyPrecision: 'f16', valuePrecision: 'f16' } as const;
  assert.equal(cacheBytes({ ...input, architecture: { ...LLAMA_8B, attention: 'compressed' } }), null);
  assert.equal(cacheBytes({ ...input, architecture: { ...LLAMA_8B, headDim: null } }), null);
});

const precision = fc.constantFrom(...(Object.keys(CACHE_BITS) as CachePrecision[]));
const architecture = fc.constantFrom(LLAMA_8B, QWEN_32B, DEEPSEEK_V3, GEMMA_27B);
const tokens = fc.integer({ min: 1, max: 1_000_000 });

test('law: parts add up, more context never needs less, more bits never less', () => {
  fc.assert(
    fc.property(architecture, tokens, tokens, precision, precision, (model, a, b, key, value) => {
      const one = cacheBytes({
        architecture: model,
        tokens: Math.min(a, b),
        keyPrecision: key,
        valuePrecision: value,
      })!;
      const two = cacheBytes({
        architecture: model,
        tokens: Math.max(a, b),
        keyPrecision: key,
        valuePrecision: value,
      })!;
      assert.equal(
        one.parts.reduce((sum, part) => sum + part.value, 0),
        one.value,
      );
      assert.ok(one.value <= two.value);
      const full = cacheBytes({
        architecture: model,
        tokens: a,
        keyPrecision: 'f16',
        valuePrecision: 'f16',
      })!;
      const packed = cacheBytes({
        architecture: model,
        tokens: a,
        keyPrecision: key,
        valuePrecision: value,
      })!;
      assert.ok(packed.value <= full.value);
    }),
  );
});
