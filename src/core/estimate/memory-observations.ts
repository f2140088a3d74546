import { memoryBytes as printedBytes, resolveRow } from '../measurements.ts';
import type { MemoryMeasurement } from '../../schema/measurement.ts';
import { cacheBytes, CACHE_BITS } from './cache.ts';
import type { CacheHandling, CachePrecision } from './cache.ts';
import { speedEngine } from './engines.ts';
import { memoryBytes } from './memory.ts';
import { precisionBits } from './precision-bits.ts';
import { recordedShape } from './subject.ts';
import type { EstimateRecords, NotCovered } from './subject.ts';
import { weightsFileBytes } from './weights.ts';

export type MemoryQuantity = 'weightsFile' | 'kvCache' | 'totalMemory';

/** A measured size and what the estimator says of it, bytes. */
export interface MemoryObservation {
  quantity: MemoryQuantity;
  row: MemoryMeasurement;
  measured: number;
  estimated: number;
  mixture: boolean;
}

/** Which of the published quantities a row measures; null for parts that are not estimated by themselves. */
export function memoryQuantity({ subject }: Pick<MemoryMeasurement, 'subject'>): MemoryQuantity | null {
  if (subject === 'file') return 'weightsFile';
  if (subject === 'kv-cache') return 'kvCache';
  return subject === 'total-gpu' ? 'totalMemory' : null;
}

/** A measured size beside the estimate, or why there is none. */
export function memoryObservation(
  row: MemoryMeasurement,
  records: EstimateRecords,
): MemoryObservation | NotCovered {
  const quantity = memoryQuantity(row);
  if (!quantity) return { reason: '不单独估算的项目' };
  if (row.excluded !== undefined || row.flags.includes('below-weights'))
    return { reason: '来源的数字不可能' };
  if (row.flags.includes('offload')) return { reason: '部分权重在 CPU 上' };
  if (row.flags.includes('per-device')) return { reason: '多张卡中一张的数' };
  const model = recordedShape(row.modelName, records);
  if (!model) return { reason: '模型没有记录' };
  const found = (estimated: number): MemoryObservation => ({
    quantity,
    row,
    measured: printedBytes(row),
    estimated,
    mixture: model.mixture !== null,
  });

  if (quantity === 'kvCache') {
    const kept = row.contextTokens;
    const precisions = cachePrecisions(row.precisionName);
    if (!model.architecture || !precisions || kept === undefined)
      return { reason: '缓存的精度或长度没有写明' };
    const bytes = cacheBytes({
      architecture: model.architecture,
      tokens: kept,
      ...precisions,
      ...cacheHandling(row),
    });
    return bytes ? found(bytes.value * (row.concurrency ?? 1)) : { reason: 'KV 缓存的结构没有读到' };
  }

  const { precision } = resolveRow(row, records.indexes);
  const bits = precision && precisionBits(precision, records.gguf);
  if (!bits) return { reason: '精度没有写明' };
  if (!model.exact) return { reason: '参数量没有数过' };
  if (quantity === 'weightsFile') return found(weightsFileBytes(model, bits).value);
  const { contextTokens } = row;
  if (contextTokens === undefined) return { reason: '上下文的长度没有写明' };
  const total = memoryBytes({
    model,
    bits,
    engine: speedEngine(row.engine),
    contextTokens,
    promptTokens: promptInNote(row.note) ?? contextTokens,
    users: row.concurrency ?? 1,
    keyPrecision: 'f16',
    valuePrecision: 'f16',
    devices: row.devices ?? 1,
    wholePromptScores: keepsScores(row.engine),
    splitsTiedTable: /transformers/i.test(row.engine) && (precision === 'awq-int4' || splitsGptq(row)),
    ...cacheHandling(row),
  });
  return total ? found(total.value) : { reason: 'KV 缓存的结构没有读到' };
}

/** `KV q8_0` or `K q8_0, V f16` → the precisions of keys and values; null where the name says neither. */
export function cachePrecisions(
  name: string,
): { keyPrecision: CachePrecision; valuePrecision: CachePrecision } | null {
  const known = (text: string | undefined) =>
    text !== undefined && Object.hasOwn(CACHE_BITS, text.toLowerCase())
      ? (text.toLowerCase() as CachePrecision)
      : null;
  const [, both] = /^(?:KV )?([a-z0-9_]+)$/i.exec(name) ?? [];
  const [, key, value] = /^K ([a-z0-9_]+), ?V ([a-z0-9_]+)$/i.exec(name) ?? [];
  const [keyPrecision, valuePrecision] = [known(key ?? both), known(value ?? both)];
  return keyPrecision && valuePrecision ? { keyPrecision, valuePrecision } : null;
}

/** What engines do with the cache of latent attention and sliding windows: ik_llama.cpp tells in its name and log. */
function cacheHandling({ engine, note = '' }: MemoryMeasurement): CacheHandling {
  if (!/^ik_llama/i.test(engine)) return {};
  const latent = /\bMLA\b/.test(engine);
  return {
    expandsLatent: !latent,
    copiesLatent: latent && /kv\^T ?[（(]/.test(note),
    keepsWindows: true,
  };
}

/** The prompt of a run whose note says how its context was made: `input 6144 + 2048 generated`. */
function promptInNote(note: string | undefined): number | null {
  const [, tokens] = /(?:input|输入)\s*([\d,]+)/i.exec(note ?? '') ?? [];
  return tokens === undefined ? null : Number(tokens.replaceAll(',', ''));
}

/** Before 4.45 the output layer of GPTQ models was loaded apart, too. */
const splitsGptq = ({ engine, precisionName }: MemoryMeasurement) =>
  keepsScores(engine) && /gptq/i.test(precisionName);

/** Transformers keeps the scores of the last token only since 4.45. */
function keepsScores(engine: string): boolean {
  const [, major, minor] = /transformers v?(\d+)\.(\d+)/i.exec(engine) ?? [];
  return major !== undefined && (Number(major) < 4 || (Number(major) === 4 && Number(minor) < 45));
}
