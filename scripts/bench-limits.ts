import type { PageWeight } from './page-weight.ts';

/** One build of the bench. */
export interface Run {
  models: number;
  /** HTML files of the whole site. */
  pages: number;
  seconds: number;
  peakBytes: number;
  explorer: PageWeight;
}

const MS_PER_MODEL = 30;
/** How much steeper the last stretch may be than the first and still count as linear. */
const STEEPER = 1.5;
const PEAK_BYTES = 2e9;
const EXPLORER_BYTES = 400_000;

/** Slope of the straight line with the least squares through `[models, seconds]`, in seconds a model. */
export function slope(runs: readonly Pick<Run, 'models' | 'seconds'>[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(runs.map(({ models }) => models));
  const y = mean(runs.map(({ seconds }) => seconds));
  const up = runs.reduce((sum, { models, seconds }) => sum + (models - x) * (seconds - y), 0);
  return up / runs.reduce((sum, { models }) => sum + (models - x) ** 2, 0);
}

/** The limits of growth and whether the runs, from few models to many, keep them. */
export function limits(runs: readonly Run[]): { text: string; kept: boolean }[] {
  const last = runs.at(-1);
  if (!last || runs.length < 3) throw new Error('至少要有三次构建');
  const perModel = slope(runs) * 1000;
  const first = slope(runs.slice(0, 2)) * 1000;
  const end = slope(runs.slice(-2)) * 1000;
  return [
    {
      text: `每多一个模型多用 ${perModel.toFixed(1)} ms（直线拟合），上限 ${MS_PER_MODEL} ms`,
      kept: perModel < MS_PER_MODEL,
    },
    {
      text: `时间随模型数线性增长：前一段每个 ${first.toFixed(1)} ms，后一段 ${end.toFixed(1)} ms，上限 ${STEEPER} 倍`,
      kept: end <= first * STEEPER,
    },
    {
      text: `${last.models} 个模型时内存峰值 ${(last.peakBytes / 1e9).toFixed(2)} GB，上限 ${PEAK_BYTES / 1e9} GB`,
      kept: last.peakBytes < PEAK_BYTES,
    },
    {
      text: `${last.models} 个模型时 /models/ 的 HTML 和数据 ${(last.explorer.html / 1000).toFixed(1)} kB，上限 ${EXPLORER_BYTES / 1000} kB`,
      kept: last.explorer.html < EXPLORER_BYTES,
    },
  ];
}

/** Times of one input, or what opening a page cost, as often as it was tried. */
export interface Figure {
  what: string;
  unit: string;
  values: readonly number[];
  limit: number;
}

/** From input to paint. */
export const INPUT_MS = { real: 50, synthetic: 100, memory: 50 };

/** What opening the explorer may cost. */
export const LOAD_LIMITS = {
  lcp: { word: '最大内容出现（LCP）', unit: 'ms', limit: 700 },
  rows: { word: '要的行出现', unit: 'ms', limit: 700 },
  tbt: { word: '主线程被占（TBT）', unit: 'ms', limit: 100 },
  cls: { word: '内容移动（CLS）', unit: '', limit: 0.02 },
  kilobytes: { word: '全部下载', unit: 'kB', limit: 200 },
};

/** Whether the median keeps the limit; fails on a figure that was not measured. */
export function judged({ what, unit, values, limit }: Figure): { text: string; kept: boolean } {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? Number.NaN;
  const digits = limit < 1 ? 3 : limit < 200 ? 1 : 0;
  const shown = (value = Number.NaN) => value.toFixed(digits);
  const measure = unit && ` ${unit}`;
  return {
    text:
      `${what} ${shown(median)}${measure}（${values.length} 次的中位数，` +
      `${shown(sorted[0])}–${shown(sorted.at(-1))}），上限 ${limit}${measure}`,
    kept: values.every(Number.isFinite) && median <= limit,
  };
}
