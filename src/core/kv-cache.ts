import type { Architecture } from '../schema/architecture.ts';

export interface KvCacheBytes {
  /** Of the layers with full attention, for each token of the context. */
  bytesPerToken: number;
  /** Of the sliding layers of one sequence, once their windows are full. */
  fixedBytes: number;
}

const BYTES_PER_VALUE = 2;

/**
 * Bytes one sequence takes at 16 bit. Full layers keep a key and a value for each token: layers × heads × (key width +
 * value width) × 2 bytes; multi-head latent attention one compressed vector: layers × (rank + rotary width) × 2 bytes.
 * Sliding layers keep those of their window only. Null where the figures are not known or caches are compressed layer
 * by layer. The constant state of linear layers is left out.
 */
export function kvCacheBytes(architecture: Architecture): KvCacheBytes | null {
  const { attention, fullAttentionLayers, slidingWindowLayers, slidingWindow } = architecture;
  if (attention === 'compressed' || fullAttentionLayers === null || slidingWindowLayers === null) return null;

  if (attention === 'mla') {
    const { kvLoraRank, qkRopeHeadDim } = architecture;
    if (kvLoraRank === null || qkRopeHeadDim === null || slidingWindowLayers > 0) return null;
    const bytesPerToken = fullAttentionLayers * (kvLoraRank + qkRopeHeadDim) * BYTES_PER_VALUE;
    return { bytesPerToken, fixedBytes: 0 };
  }

  const { kvHeads, headDim, vHeadDim, fullKvHeads, fullHeadDim, slidingKvHeads } = architecture;
  if (kvHeads === null || headDim === null) return null;
  const layerBytes = (heads: number, width: number) =>
    heads * (width + (vHeadDim ?? width)) * BYTES_PER_VALUE;
  const window = slidingWindow ?? 0;
  return {
    bytesPerToken: fullAttentionLayers * layerBytes(fullKvHeads ?? kvHeads, fullHeadDim ?? headDim),
    fixedBytes: slidingWindowLayers * window * layerBytes(slidingKvHeads ?? kvHeads, headDim),
  };
}
