import type { AccuracyQuantity } from './accuracy.ts';

/** What is measured and estimated, as a reader sees it; apart from the arithmetic, for the browser needs only this. */
export const QUANTITY_WORDS: Readonly<Record<AccuracyQuantity, string>> = {
  decode: '生成速度',
  prefill: '预填充速度',
  throughput: '吞吐',
  weightsFile: '权重文件',
  kvCache: 'KV 缓存',
  totalMemory: '显存合计',
};

/** Tokens a second for speeds, 10⁹ bytes for sizes. */
export const QUANTITY_UNITS: Readonly<Record<AccuracyQuantity, string>> = {
  decode: 'tok/s',
  prefill: 'tok/s',
  throughput: 'tok/s',
  weightsFile: 'GB',
  kvCache: 'GB',
  totalMemory: 'GB',
};

export const QUANTITIES = Object.keys(QUANTITY_WORDS) as AccuracyQuantity[];
