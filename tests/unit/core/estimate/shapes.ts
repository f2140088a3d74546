import type { Architecture } from '../../../../src/schema/architecture.ts';
import { shapeOfArchitecture } from '../../../../src/core/estimate/shapes.ts';

const architecture = (own: Partial<Architecture>): Architecture => ({
  type: 'dense',
  attention: 'gqa',
  layers: 32,
  hiddenSize: 4096,
  attentionHeads: 32,
  kvHeads: 8,
  headDim: 128,
  kvLoraRank: null,
  qkRopeHeadDim: null,
  fullAttentionLayers: own.layers ?? 32,
  slidingWindow: null,
  slidingWindowLayers: 0,
  intermediateSize: 14336,
  experts: null,
  expertsPerToken: null,
  vocabSize: 128256,
  tieEmbeddings: false,
  nativePrecision: 'bf16',
  source: 'test',
  confidence: 'seen',
  ...own,
});

/** Llama-3-8B, Qwen2.5-32B, DeepSeek-V3 and Gemma-3-27B as their config.json has them. */
export const LLAMA_8B = architecture({});
export const QWEN_32B = architecture({
  layers: 64,
  hiddenSize: 5120,
  attentionHeads: 40,
  intermediateSize: 27648,
  vocabSize: 152064,
});
export const DEEPSEEK_V3 = architecture({
  type: 'moe',
  attention: 'mla',
  layers: 61,
  hiddenSize: 7168,
  attentionHeads: 128,
  kvHeads: null,
  headDim: null,
  kvLoraRank: 512,
  qkRopeHeadDim: 64,
  qkNopeHeadDim: 128,
  vHeadDim: 128,
  experts: 256,
  expertsPerToken: 8,
  expertIntermediateSize: 2048,
  sharedExpertIntermediateSize: 2048,
  intermediateSize: 18432,
  vocabSize: 129280,
});
export const GEMMA_27B = architecture({
  layers: 62,
  hiddenSize: 5376,
  attentionHeads: 32,
  kvHeads: 16,
  headDim: 128,
  fullAttentionLayers: 10,
  slidingWindow: 1024,
  slidingWindowLayers: 52,
  intermediateSize: 21504,
  vocabSize: 262208,
  tieEmbeddings: true,
});

export const llama8b = shapeOfArchitecture({ total: 8_030_261_248, active: null }, LLAMA_8B);
export const qwen32b = shapeOfArchitecture({ total: 32_763_876_352, active: null }, QWEN_32B);
export const deepseekV3 = shapeOfArchitecture(
  { total: 671_026_419_200, active: 36_630_000_000 },
  DEEPSEEK_V3,
);
