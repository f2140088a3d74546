/** Scale, ends and ticks of an axis. */
export interface Axis {
  scale: 'linear' | 'log';
  domain: readonly [low: number, high: number];
  ticks: readonly number[];
}

/** Where a value stands on an axis, from 0 at its low end to 1 at its high end. */
export function along({ scale, domain: [low, high] }: Axis, value: number): number {
  const at = scale === 'log' ? Math.log : (plain: number) => plain;
  return (at(value) - at(low)) / (at(high) - at(low));
}

/** Where the largest value is more than this many times the smallest, a linear axis hides the small ones. */
const LOG_FROM = 100;
/** From here on it does so where more than half of the values crowd into its first part. */
const LOG_IF_CROWDED = 10;
const CROWD = 1 / 8;
const STEPS = [1, 2, 5, 10];
/** At most this many steps on a linear axis, and ticks on a logarithmic one. */
const MOST = 8;
const MOST_LOG = 10;

/**
 * An axis that holds all values: logarithmic where they are positive and span more than two decades, or more than one
 * with most of them in its first eighth; otherwise linear with round steps. Ends are ticks, so that no point stands on
 * the frame's outside. Without values, from 0 to 1.
 */
export function axisOf(values: readonly number[]): Axis {
  if (values.length === 0) return { scale: 'linear', domain: [0, 1], ticks: [0, 1] };
  const low = values.reduce((least, value) => Math.min(least, value));
  const high = values.reduce((most, value) => Math.max(most, value));
  return isWide(values, low, high) ? logAxis(low, high) : linearAxis(low, high);
}

function isWide(values: readonly number[], low: number, high: number): boolean {
  if (low <= 0 || high <= low * LOG_IF_CROWDED) return false;
  const crowded = values.filter((value) => value - low <= (high - low) * CROWD);
  return high > low * LOG_FROM || crowded.length * 2 > values.length;
}

function linearAxis(low: number, high: number): Axis {
  // Numbers that differ in their seventh digit are one number to whoever reads the axis.
  const span = high === low ? Math.abs(high) || 1 : Math.max(high - low, Math.abs(high) * 1e-6);
  const rough = span / (MOST - 2);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((factor) => factor * power >= rough * 0.999_999) ?? 10) * power;
  // 3 × 0.1 is not 0.3.
  const at = (count: number) => Number((count * step).toPrecision(12));
  let first = Math.floor(low / step);
  let last = Math.max(Math.ceil(high / step), first + 1);
  // A quotient may be rounded past the value it came from.
  if (at(first) > low) first -= 1;
  if (at(last) < high) last += 1;
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => at(first + index));
  return { scale: 'linear', domain: [at(first), at(last)], ticks };
}

function logAxis(low: number, high: number): Axis {
  const inside = (steps: readonly number[]) => {
    // A decade more on either side, for logarithms are rounded; what is not needed is cut off below.
    const from = Math.floor(Math.log10(low)) - 1;
    const to = Math.ceil(Math.log10(high)) + 1;
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
