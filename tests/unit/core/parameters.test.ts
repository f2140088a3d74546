import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bytesReadPerToken } from '../../../src/core/bounds.ts';
import { checkpointFacts, countParameters } from '../../../src/core/parameters.ts';
import { readLibrary } from '../../../src/data/read.ts';
import type { CountableArchitecture } from '../../../src/schema/architecture.ts';

/** Llama 2 7B; the others say how they differ. */
const llama2: CountableArchitecture = {
  type: 'dense',
  attention: 'mha',
  layers: 32,
  hiddenSize: 4096,
  attentionHeads: 32,
  kvHeads: 32,
  headDim: 128,
  kvLoraRank: null,
  qkRopeHeadDim: null,
  fullAttentionLayers: 32,
  slidingWindow: null,
  slidingWindowLayers: 0,
  intermediateSize: 11_008,
  experts: null,
  expertsPerToken: null,
  vocabSize: 32_000,
  tieEmbeddings: false,
  nativePrecision: 'bf16',
  source: 'litgpt',
  confidence: 'seen',
};
const mistral: CountableArchitecture = { ...llama2, attention: 'gqa', kvHeads: 8, intermediateSize: 14_336 };

/** Parameters as the safetensors of each checkpoint hold them. */
const PUBLISHED: [name: string, architecture: CountableArchitecture, total: number][] = [
  ['Llama-2-7B', llama2, 6_738_415_616],
  ['Mistral-7B-v0.1', mistral, 7_241_732_096],
  ['Llama-3-8B', { ...mistral, vocabSize: 128_256 }, 8_030_261_248],
  [
    'Qwen2.5-32B: biases of query, key and value',
    {
      ...mistral,
      layers: 64,
      fullAttentionLayers: 64,
      hiddenSize: 5120,
      attentionHeads: 40,
      intermediateSize: 27_648,
      vocabSize: 152_064,
      biases: ['qkv'],
    },
    32_763_876_352,
  ],
  [
    'Qwen2.5-0.5B: tied embeddings',
    {
      ...mistral,
      layers: 24,
      fullAttentionLayers: 24,
      hiddenSize: 896,
      attentionHeads: 14,
      kvHeads: 2,
      headDim: 64,
      intermediateSize: 4864,
      vocabSize: 151_936,
      tieEmbeddings: true,
      biases: ['qkv'],
    },
    494_032_768,
  ],
  [
    'Gemma-2-9B: four norms a layer, sliding layers',
    {
      ...mistral,
      layers: 42,
      fullAttentionLayers: 21,
      slidingWindowLayers: 21,
      slidingWindow: 4096,
      hiddenSize: 3584,
      attentionHeads: 16,
      headDim: 256,
      vocabSize: 256_000,
      tieEmbeddings: true,
      normsPerLayer: 4,
    },
    9_241_705_984,
  ],
  [
    'Qwen3-8B: norms of query and key',
    {
      ...mistral,
      layers: 36,
      fullAttentionLayers: 36,
      intermediateSize: 12_288,
      vocabSize: 151_936,
      qkNorm: 'head',
    },
    8_190_735_360,
  ],
  [
    'Phi-2: one norm a layer, biases everywhere, plain feed-forward',
    {
      ...llama2,
      hiddenSize: 2560,
      headDim: 80,
      intermediateSize: 10_240,
      vocabSize: 51_200,
      normsPerLayer: 1,
      feedForward: 'plain',
      biases: ['qkv', 'attention-output', 'mlp', 'norm', 'head'],
    },
    2_779_683_840,
  ],
  [
    'GPT-2: learned positions',
    {
      ...llama2,
      layers: 12,
      fullAttentionLayers: 12,
      hiddenSize: 768,
      attentionHeads: 12,
      kvHeads: 12,
      headDim: 64,
      intermediateSize: 3072,
      vocabSize: 50_257,
      tieEmbeddings: true,
      feedForward: 'plain',
      positionTable: 1024,
      biases: ['qkv', 'attention-output', 'mlp', 'norm'],
    },
    124_439_808,
  ],
  [
    'OLMo-2-7B: norms as wide as all heads',
    { ...llama2, vocabSize: 100_352, qkNorm: 'width' },
    7_298_617_344,
  ],
];

for (const [name, architecture, total] of PUBLISHED) {
  test(`parameters of ${name}`, () => {
    const counted = countParameters(architecture);
    assert.equal(counted?.total, total);
    assert.equal(
      counted.parts.reduce((sum, { value }) => sum + value, 0),
      total,
    );
    assert.equal(counted.active, null);
  });
}

test('a mixture reads the experts it selects, and no input embeddings (Mixtral-8x7B)', () => {
  const mixtral: CountableArchitecture = {
    ...mistral,
    type: 'moe',
    experts: 8,
    expertsPerToken: 2,
    expertIntermediateSize: 14_336,
  };
  const counted = countParameters(mixtral);
  assert.equal(counted?.total, 46_702_792_704);
  assert.equal(counted.active, 12_879_925_248 - 32_000 * 4096);
  assert.equal(counted.embedding, 32_000 * 4096);
});

test('the models’ own counts follow from their architectures', () => {
  const { library } = readLibrary(fileURLToPath(new URL('../../..', import.meta.url)));
  const compared = library.models.entries.flatMap(({ id, value: { architecture, parameters } }) => {
    const counted = architecture && countParameters(architecture);
    // Its architecture does not say that its feed-forward layers have no gate.
    if (!counted || !parameters.exact || id === 'starcoder2-15b-instruct') return [];
    const { total, active } = parameters.exact;
    return [
      { id, written: total, counted: counted.total },
      ...(active === null ? [] : [{ id: `${id}, active`, written: active, counted: counted.active ?? NaN }]),
    ];
  });
  assert.ok(compared.length > 70, String(compared.length));
  assert.deepEqual(
    compared.filter(({ written, counted }) => !(Math.abs(counted / written - 1) < 0.001)),
    [],
  );
});

test('no count where a layer is of a kind that is not told', () => {
  assert.equal(countParameters({ ...llama2, intermediateSize: undefined }), null);
  assert.equal(countParameters({ ...llama2, vocabSize: null }), null);
  assert.equal(countParameters({ ...llama2, kvHeads: null }), null);
  assert.equal(countParameters({ ...llama2, fullAttentionLayers: 20 }), null);
  assert.equal(countParameters({ ...llama2, attention: 'compressed' }), null);
  assert.equal(countParameters({ ...llama2, attention: 'mla', kvLoraRank: 512, qkRopeHeadDim: 64 }), null);
  assert.equal(countParameters({ ...llama2, linearAttention: { kind: 'mamba2', layers: 8 } }), null);
});

test('a checkpoint gives the bounds what a model gives them', () => {
  const parameters = { total: 6_738_415_616, active: null, source: 'litgpt', confidence: 'derived' } as const;
  const facts = checkpointFacts({ name: 'Llama-2-7B', parameters, architecture: llama2 });
  assert.ok(facts);
  assert.equal(bytesReadPerToken({ ...facts, bits: 16 }).value, 2 * (6_738_415_616 - 32_000 * 4096));
  assert.equal(checkpointFacts({ name: 'Llama-2-7B', parameters, architecture: null }), null);
});
