import type { Basis } from '../../core/estimate/cross-validate.ts';
import { CACHE_BITS } from '../../core/estimate/cache.ts';
import type { CachePrecision } from '../../core/estimate/cache.ts';
import type { FitVerdict } from '../../core/estimate/fit.ts';
import type { SpeedRange } from '../../core/estimate/speed.ts';
import { MACHINE_CLASSES } from '../../core/machine-class.ts';
import type { MachineClass } from '../../core/machine-class.ts';
import { formatNumber, formatSignificant } from '../../ui/format.ts';
import type { IconName } from '../../ui/icon-paths.ts';
import type { MemoryState } from './url.ts';

const GIB = 2 ** 30;

export const VERDICTS: Record<FitVerdict, { word: string; icon: IconName; state: string }> = {
  fits: { word: '放得下', icon: 'check', state: 'fit' },
  tight: { word: '勉强', icon: 'alert', state: 'tight' },
  no: { word: '放不下', icon: 'cross', state: 'no' },
};

export const FAMILIES: Readonly<Record<string, string>> = {
  float: '浮点',
  integer: '整数',
  gptq: 'GPTQ',
  awq: 'AWQ',
  bitsandbytes: 'bitsandbytes',
  gguf: 'GGUF（llama.cpp、Ollama）',
  mlx: 'MLX（Apple）',
  exl2: 'EXL2（ExLlama）',
  mlc: 'MLC',
};

export const KINDS: Record<MemoryState['kind'], string> = { gpu: '显卡', unified: '统一内存', ram: 'CPU' };

/** Bytes as GiB; two decimals below 10. */
export const gib = (bytes: number) => `${gibNumber(bytes)} GiB`;
export const gibNumber = (bytes: number) => fixed(bytes / GIB);
/** Bytes as GB of 10⁹. */
export const gbNumber = (bytes: number) => fixed(bytes / 1e9);

const FIXED = [1, 2].map(
  (digits) =>
    new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);
/** So that columns line up: two decimals below 10, else one. */
const fixed = (value: number) => FIXED[Math.abs(value) < 10 ? 1 : 0]?.format(value) ?? '';

/** 8192 → `8K`; odd ones in full. */
export function contextWords(tokens: number): string {
  return tokens % 1024 === 0 ? `${formatNumber(tokens / 1024)}K` : formatNumber(tokens);
}

export function cacheWords(precision: CachePrecision): string {
  const bits = CACHE_BITS[precision];
  return precision === 'f16' ? 'FP16' : `${precision.toUpperCase()}（${bits} 位）`;
}

/** One figure of a speed or a time. */
export function amount(value: number, unit: SpeedRange['unit']): string {
  if (unit === 'tok/s') return `${formatSignificant(value, value < 10 ? 2 : 3)} tok/s`;
  if (value >= 5400) return `${formatSignificant(value / 3600, 2)} 小时`;
  if (value >= 90) return `${formatSignificant(value / 60, 2)} 分钟`;
  return `${formatSignificant(value, 2)} 秒`;
}

/** `22–38 tok/s`: the unit once where both ends have the same. */
export function rangeWords({ low, high, unit }: Pick<SpeedRange, 'low' | 'high' | 'unit'>): string {
  const [from, to] = [amount(low, unit), amount(high, unit)];
  if (from === to) return from;
  const [number, name] = from.split(' ');
  return to.endsWith(` ${name}`) ? `${number}–${to}` : `${from}–${to}`;
}

/** Why a range is as wide as it is. */
export function basisWords(
  { basis, rows, machines }: { basis: Basis; rows: number; machines: number },
  className: MachineClass,
): string {
  if (basis === 'machine') return `机器有实测：${formatNumber(rows)} 条`;
  if (basis === 'class') {
    return `同类机器有实测：${MACHINE_CLASSES[className]} ${formatNumber(machines)} 台，${formatNumber(rows)} 条`;
  }
  return '没有同类实测：按这个引擎在其他机器上的常数，范围放宽';
}
