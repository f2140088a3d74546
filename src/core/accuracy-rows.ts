import type { AccuracyQuantity } from './estimate/accuracy.ts';

/** A measured figure beside its estimate, as the browser has it: flat, in tokens a second or GB (10⁹ bytes). */
export interface AccuracyRow {
  id: string;
  quantity: AccuracyQuantity;
  measured: number;
  estimated: number;
  /** The printed range reaches from estimated ÷ spread to estimated × spread. */
  spread: number;
  /** 1 where the measurement lies inside the range, by figures before rounding. */
  inside: 0 | 1;
  engine: string;
  class: string | null;
  kind: 'dense' | 'moe';
  source: string;
  sourceUrl: string;
  sourceDetail: string | null;
  modelName: string;
  precisionName: string;
  machineName: string | null;
  engineName: string;
  devices: number | null;
  concurrency: string | number | null;
  /** Record of the model with a page, for a link. */
  model: string | null;
}

export interface AccuracyFilters {
  what: AccuracyQuantity;
  engine: string | null;
  class: string | null;
  kind: 'dense' | 'moe' | null;
  src: string | null;
}

/** Rows of a quantity that pass every filter, in their order. */
export function filterAccuracy(rows: readonly AccuracyRow[], filters: AccuracyFilters): AccuracyRow[] {
  const is = (value: string | null, wanted: string | null) => wanted === null || value === wanted;
  return rows.filter(
    (row) =>
      row.quantity === filters.what &&
      is(row.engine, filters.engine) &&
      is(row.class, filters.class) &&
      is(row.kind, filters.kind) &&
      is(row.source, filters.src),
  );
}

/** Estimate ÷ measurement − 1: above 0 the estimate is too high. */
export const errorOf = ({ measured, estimated }: Pick<AccuracyRow, 'measured' | 'estimated'>): number =>
  estimated / measured - 1;

/** Ids that rows of a quantity have in a column, with how many: the choices of a filter. */
export function countsBy(
  rows: readonly AccuracyRow[],
  what: AccuracyQuantity,
  column: 'engine' | 'class' | 'kind' | 'source',
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const id = row[column];
    if (row.quantity !== what || id === null) continue;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** What a filter keeps when another quantity is looked at: nothing that no row of it has. */
export function filtersFor(rows: readonly AccuracyRow[], filters: AccuracyFilters): AccuracyFilters {
  const kept = <Value extends string>(
    column: 'engine' | 'class' | 'kind' | 'source',
    value: Value | null,
  ): Value | null => (value !== null && countsBy(rows, filters.what, column).has(value) ? value : null);
  return {
    what: filters.what,
    engine: kept('engine', filters.engine),
    class: kept('class', filters.class),
    kind: kept('kind', filters.kind),
    src: kept('source', filters.src),
  };
}

const STEPS = [1, 2, 5, 10];

/** Ends and ticks of a logarithmic axis around values: 1, 2 or 5 × 10ⁿ, and the powers of ten between; 1 to 10 for none. */
export function logTicks(values: readonly number[]): number[] {
  if (values.length === 0) return [1, 10];
  const step = (value: number, up: boolean) => {
    const power = 10 ** Math.floor(Math.log10(value));
    const steps = STEPS.map((one) => one * power);
    // A hair of room, for 0.1 × 3 is not 0.3.
    const found = up
      ? steps.find((one) => one * (1 + 1e-9) >= value)
      : steps.findLast((one) => one * (1 - 1e-9) <= value);
    return exact(found ?? power);
  };
  const [low, high] = [step(Math.min(...values), false), step(Math.max(...values), true)];
  const end = high > low ? high : exact(low * 10);
  const powers: number[] = [];
  for (let n = Math.ceil(Math.log10(low)); 10 ** n < end; n += 1) powers.push(exact(10 ** n));
  return [low, ...powers.filter((power) => power > low && power < end), end];
}

const exact = (value: number) => Number(value.toPrecision(1));
