import type { Ability, Licence, Range, TablePrecision } from '../../core/model-table.ts';

/** What the filters offer; a link may ask for more. */
export const SIZES: readonly (Range & { label: string })[] = [
  { label: '< 10B', min: null, max: 10 },
  { label: '10–20B', min: 10, max: 20 },
  { label: '20–40B', min: 20, max: 40 },
  { label: '> 40B', min: 40, max: null },
];

export const ACTIVE_SIZES: readonly (Range & { label: string })[] = [
  { label: '< 4B', min: null, max: 4 },
  { label: '4–10B', min: 4, max: 10 },
  { label: '10–20B', min: 10, max: 20 },
  { label: '> 20B', min: 20, max: null },
];

export const ABILITY_LABELS: Record<Ability, string> = {
  code: '代码',
  tools: '工具调用',
  reasoning: '推理模式',
  vision: '图文',
};

export const LICENCE_LABELS: Record<Licence, string> = {
  yes: '可商用',
  conditions: '有条件',
  no: '不可商用',
};

export const PRECISION_LABELS: Record<TablePrecision, string> = {
  bf16: 'BF16',
  'q8-0': '8 位（Q8_0）',
  'q4-k-m': '4 位（Q4_K_M）',
};

export const CONTEXTS = [32_768, 131_072, 262_144, 1_048_576];

/** `128K`, `1M`; odd ones in full. */
export function contextLabel(tokens: number): string {
  if (tokens % 2 ** 20 === 0) return `${tokens / 2 ** 20}M`;
  return tokens % 1024 === 0 ? `${tokens / 1024}K` : tokens.toLocaleString('en-US');
}

/** Halves of years that models were released in, the newest first, at most five. */
export function releaseDates(dates: readonly string[]): string[] {
  const halves = dates.map((date) => `${date.slice(0, 4)}-${Number(date.slice(5, 7)) > 6 ? '07' : '01'}`);
  return [...new Set(halves)].sort().reverse().slice(0, 5);
}
