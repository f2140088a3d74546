/** Scale, ends and ticks of an axis. */
export interface Axis {
  scale: 'linear' | 'log';
  domain: readonly [low: number, high: number];
  ticks: readonly number[];
}

/** Where the largest value is more than this many times the smallest, a linear axis hides the small ones. */
const LOG_FROM = 100;
const STEPS = [1, 2, 5, 10];
/** At most this many steps on a linear axis, and ticks on a logarithmic one. */
const MOST = 8;
const MOST_LOG = 10;

/**
 * An axis that holds all values: logarithmic where they are positive and span more than two decades, otherwise linear
 * with round steps. Ends are ticks, so that no point stands on the frame's outside. Without values, from 0 to 1.
 */
export function axisOf(values: readonly number[]): Axis {
  if (values.length === 0) return { scale: 'linear', domain: [0, 1], ticks: [0, 1] };
  const low = values.reduce((least, value) => Math.min(least, value));
  const high = values.reduce((most, value) => Math.max(most, value));
  return low > 0 && high > low * LOG_FROM ? logAxis(low, high) : linearAxis(low, high);
}

function linearAxis(low: number, high: number): Axis {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / (MOST - 2);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((factor) => factor * power >= rough * 0.999_999) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  // 3 × 0.1 is not 0.3: a quotient of whole numbers is rounded once.
  const at = (count: number) => Number((count * step).toPrecision(12));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => at(first + index));
  return { scale: 'linear', domain: [at(first), at(last)], ticks };
}

function logAxis(low: number, high: number): Axis {
  const inside = (steps: readonly number[]) => {
    const from = Math.floor(Math.log10(low));
    const to = Math.ceil(Math.log10(high));
    const all = Array.from({ length: to - from + 1 }, (_, index) =>
      steps.map((step) => Number((step * 10 ** (from + index)).toPrecision(12))),
    ).flat();
    const start = all.findLastIndex((tick) => tick <= low);
    const end = all.findIndex((tick) => tick >= high);
    return all.slice(Math.max(0, start), end + 1);
  };
  const ticks = [[1, 2, 5], [1, 3], [1]].map(inside).find(({ length }) => length <= MOST_LOG) ?? inside([1]);
  return { scale: 'log', domain: [ticks[0] ?? low, ticks.at(-1) ?? high], ticks };
}
