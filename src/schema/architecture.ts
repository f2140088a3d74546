import { z } from 'zod';
import { count, countOrZero, id, nonNegative, provenance, text, url, yesOrNo } from './shared.ts';

/** Layer and head counts as in config.json; null where they do not apply or were not read. */
export const architecture = z.strictObject({
  ...provenance,
  type: z.enum(['dense', 'moe'], { error: '结构只能写 dense（稠密）或 moe（混合专家）' }),
  /** Of the layers with a cache; linear layers are told apart below. */
  attention: z.enum(['gqa', 'mha', 'mla', 'compressed'], {
    error: '注意力只能写 gqa、mha、mla 或 compressed（各层压缩缓存）',
  }),
  layers: count,
  hiddenSize: count,
  attentionHeads: count,
  kvHeads: count.nullable(),
  headDim: count.nullable(),
  /** Multi-head latent attention: rank of the compressed cache and width of the rotary part. */
  kvLoraRank: count.nullable(),
  qkRopeHeadDim: count.nullable(),
  qLoraRank: count.optional(),
  qkNopeHeadDim: count.optional(),
  /** Width of a value head, where it differs from `headDim`. */
  vHeadDim: count.optional(),
  fullAttentionLayers: countOrZero.nullable(),
  /** Heads of the full layers, where `kvHeads` and `headDim` are those of the sliding ones. */
  fullKvHeads: count.optional(),
  fullHeadDim: count.optional(),
  slidingWindow: count.nullable(),
  slidingWindowLayers: nonNegative.nullable(),
  /** Heads of the sliding layers, where `kvHeads` are those of the full ones. */
  slidingKvHeads: count.optional(),
  /** Layers that keep a state of constant size instead of a cache. */
  linearAttention: z
    .strictObject({
      kind: z.enum(['gated-deltanet', 'kda', 'mamba2'], {
        error: '线性注意力只能写 gated-deltanet、kda 或 mamba2',
      }),
      layers: count,
      /** Bytes of the state of one sequence, all layers. */
      stateBytes16bit: count.optional(),
    })
    .optional(),
  /** Width of the feed-forward layers, of one expert, and of the shared experts together. */
  intermediateSize: count.optional(),
  expertIntermediateSize: count.optional(),
  sharedExpertIntermediateSize: count.optional(),
  experts: count.nullable(),
  expertsPerToken: count.nullable(),
  sharedExperts: countOrZero.optional(),
  /** Layers before the first with experts. */
  denseLayersFirst: countOrZero.optional(),
  /** Experts in every n-th layer only. */
  moeLayersEvery: count.optional(),
  vocabSize: count.nullable(),
  tieEmbeddings: yesOrNo.nullable(),
  nativePrecision: id,
  /** Which parts the native precision holds for, where not for all. */
  mixedPrecision: text.optional(),
  note: text.optional(),
});
export type Architecture = z.infer<typeof architecture>;

/** What counting the parameters of a checkpoint takes beyond its layers; an absent field means the usual. */
const countedParts = {
  /** Linear layers and norms with a bias besides the weight; usually none. */
  biases: z
    .array(
      z.enum(['qkv', 'attention-output', 'mlp', 'norm', 'head'], {
        error: '偏置只能写 qkv、attention-output、mlp、norm 或 head',
      }),
    )
    .optional(),
  /** Gated: gate, up and down (the usual); plain: up and down. */
  feedForward: z
    .enum(['gated', 'plain'], { error: '前馈只能写 gated（三个矩阵）或 plain（两个矩阵）' })
    .optional(),
  /** Norms as wide as the layer, in each layer; usually 2. */
  normsPerLayer: countOrZero.optional(),
  /** Norms of query and key: as wide as one head, or as all heads; usually none. */
  qkNorm: z
    .enum(['head', 'width'], { error: 'qkNorm 只能写 head（一个头宽）或 width（全部头宽）' })
    .optional(),
  /** Rows of a learned table of positions; usually none. */
  positionTable: count.optional(),
};

/**
 * A checkpoint without a page: what arithmetic needs, to tell what a measured row of it weighs and reads. Its names must
 * be nobody else's, those of the models included.
 */
export const checkpoint = z.strictObject({
  name: text,
  /** Names of this checkpoint, and of others built and sized the same: base, chat, fine-tunes, registry tags. */
  aliases: z.array(text).optional(),
  repository: url.optional(),
  parameters: z.strictObject({
    ...provenance,
    /** Of the text model only; where the source tells just the whole, a note says so. */
    total: count,
    /**
     * Read for one token, without the input embedding table, where that is fewer than all: shared and selected experts,
     * attention, norms, output projection. Null for a dense model, unless it looks up embeddings in every layer.
     */
    active: count.nullable(),
    /** Why the count is not what the architecture gives. */
    note: text.optional(),
  }),
  context: z.strictObject({ ...provenance, native: count }).optional(),
  /** Null where only the parameters are known. */
  architecture: z.strictObject({ ...architecture.shape, ...countedParts }).nullable(),
});
export type Checkpoint = z.infer<typeof checkpoint>;
/** An architecture with what counting takes; a model's has no such fields, and is counted as the usual. */
export type CountableArchitecture = Architecture & Partial<NonNullable<Checkpoint['architecture']>>;
