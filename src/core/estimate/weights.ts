import { grouped } from '../bounds.ts';
import type { Part, Quantity } from '../bounds.ts';
import type { ModelShape } from './shapes.ts';

/** Bits a weight takes in a precision, scales included. Fitted, or set by the format itself. */
export interface PrecisionBits {
  /** Of the layers. */
  body: number;
  /** Of the output projection, and of an input embedding that is one table with it. */
  output: number;
  /** Of an input embedding that is a table of its own. */
  input: number;
}

/**
 * Bytes of all weights: (parameters − tables) × body bits ÷ 8, with the embedding and the output projection at bits of
 * their own, for most formats keep them more precise. The parts add up to the value. Where the size of the tables is
 * not known, all parameters count as body.
 */
export function weightsFileBytes(model: ModelShape, bits: PrecisionBits): Quantity {
  const { totalParameters, embeddingParameters, tieEmbeddings } = model;
  const tables = tieEmbeddings ? 1 : 2;
  const part = (label: string, parameters: number, width: number): Part => ({
    label,
    value: (parameters * width) / 8,
    unit: '字节',
    formula: `${grouped(parameters)} × ${Number(width.toFixed(3))} ÷ 8`,
  });
  const parts = [part('各层权重', totalParameters - tables * embeddingParameters, bits.body)];
  if (embeddingParameters > 0) {
    parts.push(part(tieEmbeddings ? '词嵌入（兼输出层）' : '输出层', embeddingParameters, bits.output));
    if (!tieEmbeddings) parts.push(part('词嵌入', embeddingParameters, bits.input));
  }
  return sum(parts);
}

/**
 * Bytes of weights read for one token of a single request: those of the layers (of a mixture only the active experts)
 * and the output projection; of a separate input embedding only one row.
 */
export function weightsReadBytes(model: ModelShape, bits: PrecisionBits): Quantity {
  const { readParameters, embeddingParameters, mixture } = model;
  const output = Math.min(embeddingParameters, readParameters);
  const part = (label: string, parameters: number, width: number): Part => ({
    label,
    value: (parameters * width) / 8,
    unit: '字节',
    formula: `${grouped(parameters)} × ${Number(width.toFixed(3))} ÷ 8`,
  });
  const label = mixture ? '激活的权重' : '各层权重';
  const parts = [part(label, readParameters - output, bits.body)];
  if (output > 0) parts.push(part('输出层', output, bits.output));
  return sum(parts);
}

function sum(parts: Part[]): Quantity {
  return {
    value: parts.reduce((total, { value }) => total + value, 0),
    unit: '字节',
    formula: parts.map(({ formula }) => formula).join(' + '),
    parts,
  };
}
