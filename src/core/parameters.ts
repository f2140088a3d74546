import type { Checkpoint, CountableArchitecture } from '../schema/architecture.ts';
import type { ModelFacts, Part } from './bounds.ts';

export interface ParameterCount {
  total: number;
  /** Read for one token, without input embeddings and the experts not selected; null for a dense model. */
  active: number | null;
  /** Input embedding table, which also projects the output where embeddings are tied. */
  embedding: number;
  /** They add up to `total`. */
  parts: Part[];
}

interface Heads {
  query: number;
  keyValue: number;
  width: number;
  valueWidth: number;
}

/** Projections of query, key, value and output of one layer, with biases and norms of query and key. */
function attentionLayer(architecture: CountableArchitecture, heads: Heads): number {
  const { hiddenSize, biases = [], qkNorm } = architecture;
  const { query, keyValue, width, valueWidth } = heads;
  const projected = query * width + keyValue * (width + valueWidth);
  const normed = { head: 2 * width, width: (query + keyValue) * width };
  return (
    hiddenSize * (projected + query * valueWidth) +
    (biases.includes('qkv') ? projected : 0) +
    (biases.includes('attention-output') ? hiddenSize : 0) +
    (qkNorm ? normed[qkNorm] : 0)
  );
}

/** One layer of multi-head latent attention: compressed query, compressed key and value, and their norms. */
function latentLayer(architecture: CountableArchitecture): number | null {
  const { hiddenSize, attentionHeads, qLoraRank, kvLoraRank, qkRopeHeadDim, qkNopeHeadDim, vHeadDim } =
    architecture;
  if (kvLoraRank === null || qkRopeHeadDim === null) return null;
  if (qkNopeHeadDim === undefined || vHeadDim === undefined) return null;
  const queries = attentionHeads * (qkNopeHeadDim + qkRopeHeadDim);
  const query = qLoraRank === undefined ? hiddenSize * queries : qLoraRank * (hiddenSize + 1 + queries);
  const keyValue =
    hiddenSize * (kvLoraRank + qkRopeHeadDim) +
    kvLoraRank * (1 + attentionHeads * (qkNopeHeadDim + vHeadDim));
  return query + keyValue + attentionHeads * vHeadDim * hiddenSize;
}

function attentionParameters(architecture: CountableArchitecture): number | null {
  const { attention, layers, attentionHeads, kvHeads, headDim, vHeadDim } = architecture;
  const { fullAttentionLayers, fullKvHeads, fullHeadDim, slidingWindowLayers, slidingKvHeads } = architecture;
  if (attention === 'compressed' || architecture.linearAttention !== undefined) return null;
  if (fullAttentionLayers === null || fullAttentionLayers + (slidingWindowLayers ?? 0) !== layers)
    return null;
  if (attention === 'mla') {
    const layer = latentLayer(architecture);
    return layer === null ? null : layers * layer;
  }
  if (kvHeads === null || headDim === null) return null;
  const layer = (keyValue: number, width: number) =>
    attentionLayer(architecture, {
      query: attentionHeads,
      keyValue,
      width,
      valueWidth: vHeadDim ?? width,
    });
  return (
    fullAttentionLayers * layer(fullKvHeads ?? kvHeads, fullHeadDim ?? headDim) +
    (slidingWindowLayers ?? 0) * layer(slidingKvHeads ?? kvHeads, headDim)
  );
}

/** A feed-forward block: gate, up and down, or up and down alone. */
function feedForward({ hiddenSize, biases = [], ...rest }: CountableArchitecture, width: number): number {
  const inward = rest.feedForward === 'plain' ? 1 : 2;
  return (inward + 1) * hiddenSize * width + (biases.includes('mlp') ? inward * width + hiddenSize : 0);
}

/** Feed-forward layers of all kinds; `unselected`: of the experts a token does not visit. */
function feedForwardParameters(architecture: CountableArchitecture) {
  const { type, layers, hiddenSize, intermediateSize } = architecture;
  const { experts, expertsPerToken, expertIntermediateSize, denseLayersFirst = 0 } = architecture;
  const { sharedExperts = 0, moeLayersEvery = 1 } = architecture;
  const mixed = type === 'moe' ? Math.floor((layers - denseLayersFirst) / moeLayersEvery) : 0;
  const plain = layers - mixed;
  if (plain > 0 && intermediateSize === undefined) return null;
  const dense = plain * feedForward(architecture, intermediateSize ?? 0);
  if (mixed === 0) return { dense, experts: 0, shared: 0, router: 0, unselected: 0 };
  if (experts === null || expertsPerToken === null || expertIntermediateSize === undefined) return null;
  const expert = feedForward(architecture, expertIntermediateSize);
  const sharedWidth = architecture.sharedExpertIntermediateSize ?? sharedExperts * expertIntermediateSize;
  return {
    dense,
    experts: mixed * experts * expert,
    shared: sharedWidth === 0 ? 0 : mixed * feedForward(architecture, sharedWidth),
    router: mixed * experts * hiddenSize,
    unselected: mixed * (experts - expertsPerToken) * expert,
  };
}

/**
 * Parameters of a transformer, counted from its config.json: embeddings, attention (grouped heads or latent),
 * feed-forward or experts with router, norms, biases, output projection. Null where the architecture is not told fully
 * or has layers of another kind (linear attention, compressed or shared caches).
 */
export function countParameters(architecture: CountableArchitecture): ParameterCount | null {
  const { type, layers, hiddenSize, vocabSize, tieEmbeddings } = architecture;
  const { biases = [], normsPerLayer = 2, positionTable = 0 } = architecture;
  const attention = attentionParameters(architecture);
  const forward = feedForwardParameters(architecture);
  if (vocabSize === null || tieEmbeddings === null || attention === null || forward === null) return null;

  const embedding = vocabSize * hiddenSize;
  const head = (tieEmbeddings ? 0 : embedding) + (biases.includes('head') ? vocabSize : 0);
  const norms = (layers * normsPerLayer + 1) * hiddenSize * (biases.includes('norm') ? 2 : 1);
  const parts = [
    { label: '输入嵌入表', value: embedding },
    { label: '位置表', value: positionTable * hiddenSize },
    { label: '注意力', value: attention },
    { label: '前馈', value: forward.dense },
    { label: '专家', value: forward.experts },
    { label: '共享专家', value: forward.shared },
    { label: '路由', value: forward.router },
    { label: '归一化', value: norms },
    { label: '输出投影', value: head },
  ]
    .filter(({ value }) => value > 0)
    .map((part) => ({ ...part, unit: '个' }));
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  const unread = forward.unselected + positionTable * hiddenSize + (tieEmbeddings ? 0 : embedding);
  return { total, active: type === 'moe' ? total - unread : null, embedding, parts };
}

/** Facts of a checkpoint without a page, or null where its architecture is not known. */
export function checkpointFacts({ parameters, architecture }: Checkpoint): ModelFacts | null {
  if (!architecture) return null;
  const { type, vocabSize, hiddenSize, tieEmbeddings } = architecture;
  if (type === 'moe' && parameters.active === null) return null;
  if (vocabSize === null || tieEmbeddings === null) return null;
  return {
    totalParameters: parameters.total,
    activeParameters: parameters.active,
    vocabSize,
    hiddenSize,
    tieEmbeddings,
  };
}
