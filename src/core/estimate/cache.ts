import { grouped } from '../bounds.ts';
import type { Part, Quantity } from '../bounds.ts';
import type { ArchitectureFacts } from './shapes.ts';

/**
 * Bits of one cached value, scales included: llama.cpp's block formats keep a 16-bit scale (and where it ends in `_1` a
 * minimum) for 32 values.
 */
export const CACHE_BITS = {
  f16: 16,
  bf16: 16,
  fp8: 8,
  q8_0: 8.5,
  q6_0: 6.5,
  q5_1: 6,
  q5_0: 5.5,
  q4_1: 5,
  q4_0: 4.5,
  iq4_nl: 4.5,
} as const;
export type CachePrecision = keyof typeof CACHE_BITS;

/** What an engine does with the cache that others do not. */
export interface CacheHandling {
  /** Latent attention (MLA): keys and values of all heads are kept instead of the compressed vector. */
  expandsLatent?: boolean;
  /** Latent attention: a transposed copy of the compressed vector is kept beside it. */
  copiesLatent?: boolean;
  /** Sliding layers keep the whole context instead of their window. */
  keepsWindows?: boolean;
}

export interface CacheInput extends CacheHandling {
  architecture: ArchitectureFacts;
  /** Tokens of the context in one sequence. */
  tokens: number;
  keyPrecision: CachePrecision;
  valuePrecision: CachePrecision;
}

/** Bytes of a key and of a value for each token and layer. */
interface LayerBytes {
  bytes: number;
  formula: string;
}

/**
 * Bytes of the KV cache of one sequence, in parts that add up to it. Full layers: layers × heads × (key width × key bits
 * + value width × value bits) ÷ 8 × tokens; latent attention: layers × (rank + rotary width) × key bits ÷ 8 × tokens;
 * sliding layers the same for at most their window; linear layers a state of constant size. Null where the architecture
 * does not tell. Exact on the cache sizes that llama.cpp and ik_llama.cpp log.
 */
export function cacheBytes(input: CacheInput): Quantity | null {
  const { architecture, tokens, keepsWindows = false } = input;
  const { attention, fullAttentionLayers, slidingWindowLayers, slidingWindow, linearAttention } =
    architecture;
  if (attention === 'compressed' || fullAttentionLayers === null || slidingWindowLayers === null) return null;
  const full = fullLayerBytes(input);
  if (!full) return null;

  const part = (label: string, layers: number, kept: number, { bytes, formula }: LayerBytes): Part => ({
    label,
    value: layers * kept * bytes,
    unit: '字节',
    formula: `${layers} 层 × ${grouped(kept)} token × ${formula}`,
  });
  const parts = [part('全注意力层', fullAttentionLayers, tokens, full)];
  if (slidingWindowLayers > 0) {
    const sliding = slidingLayerBytes(input);
    if (!sliding) return null;
    const kept = keepsWindows ? tokens : Math.min(tokens, slidingWindow ?? tokens);
    parts.push(part('滑动窗口层', slidingWindowLayers, kept, sliding));
  }
  if (linearAttention?.stateBytes16bit) {
    parts.push({ label: '线性层的状态', value: linearAttention.stateBytes16bit, unit: '字节' });
  }
  return {
    value: parts.reduce((sum, { value }) => sum + value, 0),
    unit: '字节',
    formula: parts.map(({ formula, label }) => formula ?? label).join(' + '),
    parts,
  };
}

function fullLayerBytes(input: CacheInput): LayerBytes | null {
  const { architecture, expandsLatent = false, copiesLatent = false } = input;
  const { kvHeads, headDim, vHeadDim, fullKvHeads, fullHeadDim } = architecture;
  if (architecture.attention !== 'mla') {
    return headBytes(input, fullKvHeads ?? kvHeads, fullHeadDim ?? headDim, vHeadDim);
  }
  const { kvLoraRank, qkRopeHeadDim, qkNopeHeadDim, attentionHeads } = architecture;
  if (kvLoraRank === null || qkRopeHeadDim === null) return null;
  if (expandsLatent) {
    return qkNopeHeadDim === undefined
      ? null
      : headBytes(input, attentionHeads, qkNopeHeadDim + qkRopeHeadDim, vHeadDim);
  }
  const bits = CACHE_BITS[input.keyPrecision];
  const copy = copiesLatent ? (kvLoraRank * CACHE_BITS[input.valuePrecision]) / 8 : 0;
  return {
    bytes: ((kvLoraRank + qkRopeHeadDim) * bits) / 8 + copy,
    formula: `(${kvLoraRank} + ${qkRopeHeadDim}) × ${bits} ÷ 8${copiesLatent ? ` + ${copy}` : ''}`,
  };
}

function slidingLayerBytes(input: CacheInput): LayerBytes | null {
  const { kvHeads, headDim, vHeadDim, slidingKvHeads } = input.architecture;
  return headBytes(input, slidingKvHeads ?? kvHeads, headDim, vHeadDim);
}

function headBytes(
  { keyPrecision, valuePrecision }: CacheInput,
  heads: number | null,
  keyWidth: number | null,
  valueWidth = keyWidth,
): LayerBytes | null {
  if (heads === null || keyWidth === null || valueWidth === null) return null;
  const [keyBits, valueBits] = [CACHE_BITS[keyPrecision], CACHE_BITS[valuePrecision]];
  return {
    bytes: (heads * (keyWidth * keyBits + valueWidth * valueBits)) / 8,
    formula: `${heads} 头 × (${keyWidth} × ${keyBits} + ${valueWidth} × ${valueBits}) ÷ 8`,
  };
}
