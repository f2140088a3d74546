import type { Model } from '../schema/model.ts';

/** One term of a sum or quotient, for the view that opens it. Labels and units are in Chinese. */
export interface Part {
  label: string;
  value: number;
  unit: string;
  /** The figures the term is made of, filled in; absent where the term is itself a given figure. */
  formula?: string;
}

export interface Quantity {
  value: number;
  unit: string;
  /** How `value` follows from its parts, filled in. */
  formula: string;
  parts: Part[];
}

/** What the bounds need to know of a model. */
export interface ModelFacts {
  totalParameters: number;
  /**
   * Mixture of experts: parameters read for one token (output projection, norms, attention, shared and selected
   * experts, without the input embedding table). Null for a dense model.
   */
  activeParameters: number | null;
  vocabSize: number;
  hiddenSize: number;
  /** True where input embedding and output projection are one table. */
  tieEmbeddings: boolean;
}

/** Facts of a model record, or null where its parameters have not been counted: then no bound can be given. */
export function modelFacts({ parameters, architecture }: Model): ModelFacts | null {
  const { exact } = parameters;
  if (!exact || !architecture) return null;
  const { type, vocabSize, hiddenSize, tieEmbeddings } = architecture;
  if (type === 'moe' && exact.active === null) return null;
  if (vocabSize === null || tieEmbeddings === null) return null;
  return {
    totalParameters: exact.total,
    activeParameters: exact.active,
    vocabSize,
    hiddenSize,
    tieEmbeddings,
  };
}

/** 32763876352 → `32,763,876,352`. */
export const grouped = (value: number) => groups.format(value);
const groups = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 });

const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(2);

/**
 * Bytes of the weights alone: parameters × bits ÷ 8. With a precision's nominal bits this is a lower bound of the
 * file and of the memory it takes, since scales and unquantized layers only add to it.
 */
export function weightsBytes({ parameters, bits }: { parameters: number; bits: number }): Quantity {
  const value = (parameters * bits) / 8;
  const formula = `${grouped(parameters)} × ${bits} ÷ 8`;
  return { value, unit: '字节', formula, parts: [{ label: '权重', value, unit: '字节', formula }] };
}

/**
 * Bytes of weights that must be read from memory to generate one token of a single request; the parts add up to it.
 * Dense: (parameters − vocabulary × hidden size, when embeddings are not tied) × bits ÷ 8, for only one row of the
 * input embedding table is looked up. Mixture of experts: active parameters × bits ÷ 8. The KV cache, which only
 * adds to it, is left out.
 */
export function bytesReadPerToken(model: ModelFacts & { bits: number }): Quantity {
  const { totalParameters, activeParameters, vocabSize, hiddenSize, tieEmbeddings, bits } = model;
  const read = weightsBytes({ parameters: activeParameters ?? totalParameters, bits });
  const label = activeParameters === null ? '全部权重' : '激活的权重';
  const parts: Part[] = [{ label, value: read.value, unit: read.unit, formula: read.formula }];
  if (activeParameters !== null || tieEmbeddings) return { ...read, parts };

  const table = `${grouped(vocabSize)} × ${grouped(hiddenSize)}`;
  const embeddingBytes = (vocabSize * hiddenSize * bits) / 8;
  parts.push({
    label: '输入嵌入表（每个 token 只查一行）',
    value: -embeddingBytes,
    unit: read.unit,
    formula: `−${table} × ${bits} ÷ 8`,
  });
  return {
    value: read.value - embeddingBytes,
    unit: read.unit,
    formula: `(${grouped(totalParameters)} − ${table}) × ${bits} ÷ 8`,
    parts,
  };
}

/**
 * Tokens a second that one request cannot exceed: memory bandwidth (GB/s, 10⁹ bytes) ÷ bytes read per token. It says
 * nothing of the total throughput of several requests at once, which share each reading of the weights.
 */
export function decodeCeilingTokensPerSecond({
  bandwidthGbPerSecond,
  bytesPerToken,
}: {
  bandwidthGbPerSecond: number;
  bytesPerToken: number;
}): Quantity {
  return {
    value: (bandwidthGbPerSecond * 1e9) / bytesPerToken,
    unit: 'tok/s',
    formula: `${bandwidthGbPerSecond} GB/s ÷ ${gigabytes(bytesPerToken)} GB`,
    parts: [
      { label: '内存带宽', value: bandwidthGbPerSecond, unit: 'GB/s' },
      { label: '每个 token 读取', value: bytesPerToken, unit: '字节' },
    ],
  };
}

/** Seconds that generating the tokens of one answer takes at least: tokens ÷ ceiling. Prefill only adds to it. */
export function generationFloorSeconds({
  tokens,
  ceilingTokensPerSecond,
}: {
  tokens: number;
  ceilingTokensPerSecond: number;
}): Quantity {
  return {
    value: tokens / ceilingTokensPerSecond,
    unit: '秒',
    formula: `${grouped(tokens)} ÷ ${ceilingTokensPerSecond.toFixed(2)} tok/s`,
    parts: [
      { label: '生成的 token', value: tokens, unit: '个' },
      { label: '速度上限', value: ceilingTokensPerSecond, unit: 'tok/s' },
    ],
  };
}
