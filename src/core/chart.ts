/**
 * Charts as data: what a picture shows, in the unit of its axis. Every mark names the cell of the figure's table that
 * holds its figure and its source: the picture says nothing that the table does not.
 */

/** The three kinds of figure, which never look alike: dashed outline, plain, hatched. */
export type ChartKind = 'claim' | 'public' | 'estimate';

export interface PointRef {
  row: string;
  column: string;
}

/** Id of the popover that a cell and the marks which mean it open. */
export const popoverId = (figure: string, { row, column }: PointRef) =>
  `${figure}-${row}-${column}`.replaceAll(/[^\p{L}\p{N}_-]/gu, '-');

export interface Verdict {
  /** 「不可能」 */
  word: string;
  /** Contradicted, not merely in doubt. */
  grave: boolean;
}

export type BarShape =
  | { type: 'bar'; value: number }
  | { type: 'range'; low: number; high: number; typical?: number }
  | { type: 'stack'; parts: { part: 'w' | 'kv' | 'oh'; value: number }[] };

/** One bar: its name left above it, its figure right above it. */
export interface BarLine {
  kind: ChartKind;
  label: string;
  /** The figure as printed, its unit with it. */
  value: string;
  verdict?: Verdict | undefined;
  /** A colour variable of the theme: the developer's. */
  color?: string;
  shape: BarShape;
  ref: PointRef;
  /** What cannot be passed, drawn as a line across the bar. */
  ceiling?: number;
  /** Figures of others that may be compared, drawn as ticks. */
  others?: number[];
  /** Measured values on the same scale, from small to large. */
  measured?: { at: number; value: string; ref: PointRef }[];
}

/** Bars that may be compared with each other. */
export interface BarGroup {
  key: string;
  title: string;
  note?: string;
  lines: BarLine[];
}

export interface Axis {
  /** From 0. */
  end: number;
  ticks: number[];
  unit: string;
}

export interface BarsPicture extends BarGroup {
  axis: Axis;
}

export interface BarsChart {
  legend: LegendEntry[];
  pictures: BarsPicture[];
}

export type Swatch = ChartKind | 'typical' | 'ceiling' | 'others' | 'measured' | 'w' | 'kv' | 'oh';

export interface LegendEntry {
  swatch: Swatch;
  label: string;
}

/** A figure over a number, such as seconds over users: the range of the estimate and what the guide prints. */
export interface LinePicture {
  key: string;
  title: string;
  x: { label: string; end: number; ticks: number[] };
  axis: Axis;
  estimate: { x: number; low: number; typical: number; high: number; value: string; ref?: PointRef }[];
  claims: { x: number; low: number; value: string; verdict?: Verdict | undefined; ref: PointRef }[];
}

const STEPS = [1, 2, 2.5, 5, 10];
const MOST_TICKS = 5;

/** From 0 to the first round number that is no less than `most`, in at most five steps of 1, 2, 2.5 or 5 with zeros. */
export function axisTo(most: number, unit: string): Axis {
  if (!(most > 0) || !Number.isFinite(most)) throw new RangeError(`坐标轴要一个正数，现在是 ${most}`);
  const rough = most / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = STEPS.find((step) => step * power >= rough * (1 - 1e-9)) ?? 10;
  const step = factor * power;
  const count = Math.ceil(most / step - 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return { end: ticks.at(-1) ?? most, ticks, unit };
}

/** The right end of what a bar shows, with its measured points, ticks and ceiling. */
export function reachOf({ shape, ceiling = 0, others = [], measured = [] }: BarLine): number {
  return Math.max(endOf(shape), ceiling, ...others, ...measured.map(({ at }) => at));
}

function endOf(shape: BarShape): number {
  if (shape.type === 'bar') return shape.value;
  if (shape.type === 'range') return shape.high;
  return shape.parts.reduce((sum, { value }) => sum + value, 0);
}

/** At most `count` entries of a sorted list, the first and the last among them, evenly spread. */
export function spread<Entry>(sorted: readonly Entry[], count: number): Entry[] {
  if (sorted.length <= count) return [...sorted];
  const at = (index: number) => sorted[Math.round((index * (sorted.length - 1)) / (count - 1))] as Entry;
  return Array.from({ length: count }, (_, index) => at(index));
}
