import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  bytesReadPerToken,
  decodeCeilingTokensPerSecond,
  generationFloorSeconds,
  modelFacts,
  weightsBytes,
} from '../../../src/core/bounds.ts';
import type { Model } from '../../../src/schema/model.ts';
import { coder32b, general72b, lite16b, modelFactsArbitrary } from './models.ts';

const QUAD_CHANNEL_TWO_SOCKETS = 153.6;
const ceilingOf = (model: typeof coder32b, bits: number) =>
  decodeCeilingTokensPerSecond({
    bandwidthGbPerSecond: QUAD_CHANNEL_TWO_SOCKETS,
    bytesPerToken: bytesReadPerToken({ ...model, bits }).value,
  }).value;
const bitsArbitrary = fc.constantFrom(1.58, 2, 3, 4, 5, 6, 8, 16, 32);
const bandwidthArbitrary = fc.double({ min: 1, max: 20_000, noNaN: true });

test('weights of the guide’s models', () => {
  const gb = (parameters: number, bits: number) =>
    (weightsBytes({ parameters, bits }).value / 1e9).toFixed(1);
  assert.equal(gb(coder32b.totalParameters, 16), '65.5');
  assert.equal(gb(coder32b.totalParameters, 8), '32.8');
  assert.equal(gb(coder32b.totalParameters, 4), '16.4');
  assert.equal(gb(lite16b.totalParameters, 16), '31.4');
  assert.equal(gb(general72b.totalParameters, 16), '145.4');
});

test('ceilings of the guide’s models on the guide’s machine', () => {
  assert.equal(ceilingOf(coder32b, 16).toFixed(2), '2.40');
  assert.equal(ceilingOf(general72b, 16).toFixed(2), '1.07');
  assert.equal(ceilingOf(lite16b, 16).toFixed(1), '31.3');
});

test('the least time for the tokens of an answer', () => {
  const seconds = generationFloorSeconds({
    tokens: 1000,
    ceilingTokensPerSecond: ceilingOf(coder32b, 16),
  }).value;
  assert.equal(seconds.toFixed(1), '416.5');
});

test('the sum is written out', () => {
  assert.deepEqual(weightsBytes({ parameters: 32_763_876_352, bits: 16 }), {
    value: 65_527_752_704,
    unit: '字节',
    formula: '32,763,876,352 × 16 ÷ 8',
    parts: [{ label: '权重', value: 65_527_752_704, unit: '字节', formula: '32,763,876,352 × 16 ÷ 8' }],
  });
  assert.deepEqual(bytesReadPerToken({ ...coder32b, bits: 16 }), {
    value: 63_970_617_344,
    unit: '字节',
    formula: '(32,763,876,352 − 152,064 × 5,120) × 16 ÷ 8',
    parts: [
      { label: '全部权重', value: 65_527_752_704, unit: '字节', formula: '32,763,876,352 × 16 ÷ 8' },
      {
        label: '输入嵌入表（每个 token 只查一行）',
        value: -1_557_135_360,
        unit: '字节',
        formula: '−152,064 × 5,120 × 16 ÷ 8',
      },
    ],
  });
});

test('a mixture of experts reads its active parameters, tied embeddings are read whole', () => {
  assert.equal(bytesReadPerToken({ ...lite16b, bits: 16 }).value, 2_451_435_008 * 2);
  assert.equal(bytesReadPerToken({ ...coder32b, tieEmbeddings: true, bits: 16 }).value, 32_763_876_352 * 2);
});

test('law: the parts of what is read add up to it, and it is not more than the weights', () => {
  fc.assert(
    fc.property(modelFactsArbitrary, bitsArbitrary, (model, bits) => {
      const read = bytesReadPerToken({ ...model, bits });
      const sum = read.parts.reduce((total, { value }) => total + value, 0);
      assert.ok(Math.abs(sum - read.value) <= 1e-9 * read.value);
      assert.ok(read.value > 0);
      assert.ok(read.value <= weightsBytes({ parameters: model.totalParameters, bits }).value);
    }),
  );
});

test('law: more bits never lower the weights, nor raise the ceiling', () => {
  fc.assert(
    fc.property(modelFactsArbitrary, bitsArbitrary, bitsArbitrary, (model, a, b) => {
      const [fewer, more] = [Math.min(a, b), Math.max(a, b)];
      const weights = (bits: number) => weightsBytes({ parameters: model.totalParameters, bits }).value;
      assert.ok(weights(more) >= weights(fewer));
      assert.ok(ceilingOf(model, more) <= ceilingOf(model, fewer));
    }),
  );
});

test('law: more bandwidth never lowers the ceiling, nor raises the floor', () => {
  fc.assert(
    fc.property(
      bandwidthArbitrary,
      bandwidthArbitrary,
      fc.integer({ min: 1, max: 1e12 }),
      (a, b, bytesPerToken) => {
        const ceiling = (bandwidthGbPerSecond: number) =>
          decodeCeilingTokensPerSecond({ bandwidthGbPerSecond, bytesPerToken }).value;
        const floor = (bandwidth: number) =>
          generationFloorSeconds({ tokens: 100, ceilingTokensPerSecond: ceiling(bandwidth) }).value;
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        assert.ok(ceiling(more) >= ceiling(less));
        assert.ok(floor(more) <= floor(less));
      },
    ),
  );
});

test('no bound for a model whose parameters, experts or embedding are not known', () => {
  const facts = (exact: object | null, architecture: object | null) =>
    modelFacts({ parameters: { exact }, architecture } as Model);
  const dense = { type: 'dense', vocabSize: 152_064, hiddenSize: 5120, tieEmbeddings: false };
  const counted = { total: 32_763_876_352, active: null };
  assert.deepEqual(facts(counted, dense), coder32b);
  assert.equal(facts(null, dense), null);
  assert.equal(facts(counted, null), null);
  assert.equal(facts(counted, { ...dense, type: 'moe' }), null);
  assert.equal(facts(counted, { ...dense, vocabSize: null }), null);
  assert.equal(facts(counted, { ...dense, tieEmbeddings: null }), null);
});
