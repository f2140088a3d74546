import { grouped } from '../bounds.ts';
import type { Part, Quantity } from '../bounds.ts';
import { cacheBytes } from './cache.ts';
import type { CacheHandling, CachePrecision } from './cache.ts';
import type { SpeedEngine } from './engines.ts';
import type { ModelShape } from './shapes.ts';
import { weightsFileBytes } from './weights.ts';
import type { PrecisionBits } from './weights.ts';

const GIB = 2 ** 30;

export interface MemoryInput extends CacheHandling {
  model: ModelShape;
  bits: PrecisionBits;
  /** Size of the file where it is known, which then counts instead of the formula. */
  fileBytes?: number | undefined;
  engine: SpeedEngine;
  /** Longest context of one request, tokens of prompt and answer together. */
  contextTokens: number;
  /** Of these, the prompt that is prefilled at once; the whole context unless told otherwise. */
  promptTokens?: number | undefined;
  users: number;
  keyPrecision: CachePrecision;
  valuePrecision: CachePrecision;
  devices: number;
  /** Transformers before 4.45: output scores of the whole prompt are kept, not of its last token only. */
  wholePromptScores?: boolean | undefined;
  /** Transformers loads the output layer of AWQ models apart from the embedding it is tied to, and then drops it. */
  splitsTiedTable?: boolean | undefined;
}

/**
 * Memory on all devices together: weights + KV cache of all users + activations + runtime; the parts add up to it.
 * Where the KV cache cannot be told from the architecture, null.
 */
export function memoryBytes(input: MemoryInput): Quantity | null {
  const { model, bits, fileBytes, users, contextTokens, keyPrecision, valuePrecision } = input;
  const counted = weightsFileBytes(model, bits);
  const weights: Part = {
    label: '权重',
    value: fileBytes ?? counted.value,
    unit: '字节',
    formula: fileBytes === undefined ? counted.formula : '文件大小',
  };
  if (!model.architecture) return null;
  const { expandsLatent, copiesLatent, keepsWindows } = input;
  const handling = {
    ...(expandsLatent && { expandsLatent }),
    ...(copiesLatent && { copiesLatent }),
    ...(keepsWindows && { keepsWindows }),
  };
  const one = cacheBytes({
    architecture: model.architecture,
    tokens: contextTokens,
    keyPrecision,
    valuePrecision,
    ...handling,
  });
  if (!one) return null;
  const cache: Part = {
    label: 'KV 缓存',
    value: users * one.value,
    unit: '字节',
    formula: users === 1 ? one.formula : `${users} 个请求 × (${one.formula})`,
  };
  const activations = activationPart(input);
  const loading = tiedTablePart(input, cache.value + activations.value);
  const parts = [weights, cache, activations, ...loading, runtimePart(input)];
  return {
    value: parts.reduce((sum, { value }) => sum + value, 0),
    unit: '字节',
    formula: parts.map(({ label }) => label).join(' + '),
    parts,
  };
}

/** What loading takes beyond the later peak, where an output layer is loaded that is not kept. */
function tiedTablePart({ model, splitsTiedTable = false }: MemoryInput, laterBytes: number): Part[] {
  const { tieEmbeddings, embeddingParameters } = model;
  const more = embeddingParameters * 2 - laterBytes;
  if (!splitsTiedTable || !tieEmbeddings || more <= 0) return [];
  const formula = `${grouped(embeddingParameters)} × 2 − ${grouped(Math.round(laterBytes))}`;
  return [{ label: '载入时另占的输出层', value: more, unit: '字节', formula }];
}

/** Tokens whose activations exist at a time: engines cut long prompts into pieces; Transformers does not. */
const BATCH_TOKENS: Record<SpeedEngine, number> = {
  'llama.cpp': 512,
  mlx: 512,
  exllama: 2048,
  transformers: Infinity,
  vllm: 8192,
  sglang: 8192,
  'tensorrt-llm': 8192,
  lmdeploy: 8192,
};

/**
 * Vectors as wide as the feed-forward layer that exist at a time for one token. Fitted on Transformers' peaks in the
 * speed tables of Qwen2.5 (0.5 to 72 B, 6,144 to 30,720 tokens): 3.5 to 4.1, median 3.75.
 */
const FEED_FORWARD_VECTORS = 3.75;
/** Output scores in 16 bits and, at the same time, in 32. */
const SCORE_BYTES = 6;

/**
 * Activations at their peak: feed-forward vectors × width × 2 bytes for each token of a batch, or, where an engine keeps
 * the output scores of a whole prompt, vocabulary × 6 bytes if that is more; llama.cpp's compute buffer: scores of a
 * micro batch in 32 bits. On each device that holds layers.
 */
function activationPart(input: MemoryInput): Part {
  const { model, engine, devices, wholePromptScores = false } = input;
  const { architecture, hiddenSize } = model;
  const tokens = Math.min(input.promptTokens ?? input.contextTokens, BATCH_TOKENS[engine]);
  const width = feedForwardWidth(model);
  const forward = tokens * width * FEED_FORWARD_VECTORS * 2;
  const vocabulary = architecture?.vocabSize ?? 0;
  if (engine === 'llama.cpp') {
    const scores = tokens * (vocabulary + hiddenSize) * 4;
    return {
      label: '激活与计算缓冲',
      value: scores * devices,
      unit: '字节',
      formula: `${grouped(tokens)} token × (${grouped(vocabulary)} + ${grouped(hiddenSize)}) × 4 字节${times(devices)}`,
    };
  }
  const scores = wholePromptScores ? tokens * vocabulary * SCORE_BYTES : 0;
  const formula =
    scores > forward
      ? `${grouped(tokens)} token × 词表 ${grouped(vocabulary)} × ${SCORE_BYTES} 字节`
      : `${grouped(tokens)} token × 前馈宽度 ${grouped(width)} × ${FEED_FORWARD_VECTORS} × 2 字节${times(devices)}`;
  const value = scores > forward ? scores + forward * (devices - 1) : forward * devices;
  return { label: '激活', value, unit: '字节', formula };
}

const times = (devices: number) => (devices > 1 ? ` × ${devices} 张卡` : '');

/** Width of the feed-forward layers; of a mixture that of the experts one token visits. */
function feedForwardWidth({ architecture, hiddenSize }: ModelShape): number {
  if (!architecture) return 0;
  const { intermediateSize, expertIntermediateSize, expertsPerToken, sharedExpertIntermediateSize } =
    architecture;
  const experts =
    (expertIntermediateSize ?? 0) * (expertsPerToken ?? 0) + (sharedExpertIntermediateSize ?? 0);
  return Math.max(intermediateSize ?? 0, experts) || 4 * hiddenSize;
}

/**
 * What an engine takes besides, for each device, GiB: vLLM logs 1.79 GiB outside torch on an 80 GB card (Llama-3-8B),
 * CUDA graphs and context; llama.cpp a CUDA context of about 0.4; Transformers' peaks hold 0.03 beyond the weights.
 */
const RUNTIME_GIB: Record<SpeedEngine, number> = {
  'llama.cpp': 0.4,
  mlx: 0.3,
  exllama: 0.5,
  transformers: 0.03,
  vllm: 1.79,
  sglang: 1.79,
  'tensorrt-llm': 1.79,
  lmdeploy: 1.79,
};

function runtimePart({ engine, devices }: MemoryInput): Part {
  const each = RUNTIME_GIB[engine];
  return {
    label: '运行时',
    value: each * GIB * devices,
    unit: '字节',
    formula: `${each} GiB${times(devices)}`,
  };
}
