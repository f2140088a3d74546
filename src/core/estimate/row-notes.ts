import type { SpeedMeasurement } from '../../schema/measurement.ts';
import { CACHE_BITS } from './cache.ts';
import type { CachePrecision } from './cache.ts';

type Told = Pick<SpeedMeasurement, 'note' | 'precisionName'>;

const CACHE = /(?:\bKV(?: cache| 缓存)?[ :=]+|缓存 ?)((?:b?f16|fp16|fp8|q\d_\d|iq4_nl)\b)|\b(q\d_\d|fp8) KV/i;

/** Precision of the KV cache that a row tells in its note or beside its precision; 16 bits where it tells none. */
export function cachePrecisionTold({ note = '', precisionName }: Told): CachePrecision {
  const [, after, before] = CACHE.exec(`${precisionName}; ${note}`) ?? [];
  const name = (after ?? before ?? 'f16').toLowerCase().replace('fp16', 'f16');
  return Object.hasOwn(CACHE_BITS, name) ? (name as CachePrecision) : 'f16';
}

const RESERVED =
  /(?:上下文长度设为|context (?:window|length|size)(?: set to)?|n_ctx|num_ctx)[ :=]*(\d[\d,]*)/i;

/** Tokens for which an engine kept room from the start, whatever was used of it; null where it is not told. */
export function reservedTokens({ note = '' }: Told): number | null {
  const [, tokens] = RESERVED.exec(note) ?? [];
  return tokens === undefined ? null : Number(tokens.replaceAll(',', ''));
}

const PEAK =
  /(?:显存峰值|peak (?:VRAM|GPU memory|GPU mem))[ :=]*(?:约 ?)?(\d+(?:\.\d+)?) ?(GB|GiB|MB|MiB)\b/i;
/** Less than this is a slip of the tool. */
const LEAST = 2 ** 30 / 2;

/** Most memory that the device used, bytes, by the binary unit that tools mean; null where it is not told. */
export function peakBytes({ note = '' }: Told): number | null {
  const [, value, unit = ''] = PEAK.exec(note) ?? [];
  if (value === undefined) return null;
  const bytes = Number(value) * (/^M/i.test(unit) ? 2 ** 20 : 2 ** 30);
  return bytes < LEAST ? null : bytes;
}

const PARALLEL = /(?:\bTP(?:[ =:]|(?=\d))|tensor[- ]parallel(?:ism)?(?: size)?[ =:]+|张量并行 ?)(\d+)\b/i;
const COPIES = /\bDP ?\d|\bDEP\d|data[- ]parallel|enable-dp|数据并行|\bPP ?\d/i;

/** Devices that worked on one model, where a row counts those of a node and tells that fewer were used. */
export function devicesUsed({ devices, note = '' }: Pick<SpeedMeasurement, 'devices' | 'note'>): number {
  const told = Number(PARALLEL.exec(note)?.[1] ?? devices);
  return told > 0 && told < devices && !COPIES.test(note) ? told : devices;
}
