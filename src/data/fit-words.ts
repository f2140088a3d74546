import type { FitVerdict } from '../core/estimate/fit.ts';
import type { SpeedRange } from '../core/estimate/speed.ts';
import type { CellView } from './cells.ts';

const GIB = 2 ** 30;

const FIT_WORDS: Record<FitVerdict, string> = { fits: '放得下', tight: '勉强', no: '放不下' };

export const verdictCell = (verdict: FitVerdict): CellView => ({ text: FIT_WORDS[verdict], state: verdict });

/** `21.3`, `0.42`: GiB (2³⁰ bytes) with as many digits as an estimate bears. */
export function gibText(bytes: number): string {
  const gib = bytes / GIB;
  const digits = Math.abs(gib) >= 100 ? 0 : Math.abs(gib) >= 1 ? 1 : 2;
  return gib.toFixed(digits);
}

/** What a range rests on. */
export function basisText({
  basis,
  rows,
  machines,
}: Pick<SpeedRange, 'basis' | 'rows' | 'machines'>): string {
  if (basis === 'machine') return `这台机器的 ${rows} 条实测`;
  if (basis === 'class') return `${machines} 台同类机器的 ${rows} 条实测`;
  return '没有同类机器的实测，按这个引擎的全部实测推';
}

/** 131072 → `128K`; grouped where it is no multiple of 1,024. */
export function contextText(tokens: number): string {
  return tokens % 1024 === 0 ? `${tokens / 1024}K` : tokens.toLocaleString('en-US');
}

/** Address of the memory page with a question filled in, without the base; its parameters as that page reads them. */
export function memoryPath(query: {
  /** `models`: all models on one machine. */
  view?: 'models';
  m?: string;
  prec?: string;
  ctx?: number;
  hw?: string;
  /** Only of a machine whose record states no memory. */
  mem?: number | null;
  engine?: string;
}): string {
  const filled = Object.entries(query).flatMap(([key, value]) =>
    value === null ? [] : [[key, String(value)]],
  );
  return `/memory/?${new URLSearchParams(filled)}`;
}
