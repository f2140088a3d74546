import type { FigureKind } from '../core/freshness.ts';
import type { CollectionName } from '../schema/collections.ts';
import type { Path } from './rules/fault.ts';

// The site's calendar is China's, wherever it is built. Swedish dates are written YYYY-MM-DD.
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

// Asked of the clock once: every page of a build has the same day, and there are hundreds of thousands of figures.
let clockDay: string | undefined;

/** The day a build or a check takes for today; `DATA_TODAY` fixes it, so that a build can be repeated. */
export function today(env: Record<string, string | undefined> = process.env): string {
  const fixed = env.DATA_TODAY;
  if (!fixed) return (clockDay ??= calendar.format(new Date()));
  const day = new Date(`${fixed}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(fixed) ||
    Number.isNaN(day.getTime()) ||
    !day.toISOString().startsWith(fixed)
  )
    throw new Error(`DATA_TODAY=${fixed} 不是日期，写成 DATA_TODAY=2026-11-22`);
  return fixed;
}

/** A group of figures that names its source, and when it was checked. */
export interface DatedFigure {
  path: Path;
  kind: FigureKind;
  source: string;
  /** Absent where neither the group nor its source bears a date. */
  date?: string;
  /** Field of the group that holds the date; absent where the date is that of the source. */
  dateField?: 'checkedOn' | 'date';
}

/** Collections in which every figure is what somebody charges. */
const PRICED = new Set<CollectionName>(['apis', 'electricity', 'hosting', 'rates', 'rentals']);
/** Prices of the past do not change any more. */
const PAST_PRICES = new Set<unknown>(['launch', 'claim']);

type Group = Record<string, unknown>;
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** When a group was checked. A fact's own `date` says when it came about, not when anybody looked. */
function checkOf(kind: FigureKind, group: Group, snapshot: string | undefined) {
  const checkedOn = textOf(group.checkedOn);
  if (checkedOn !== undefined) return { date: checkedOn, dateField: 'checkedOn' as const };
  const date = kind === 'price' ? textOf(group.date) : undefined;
  if (date !== undefined) return { date, dateField: 'date' as const };
  return snapshot === undefined ? {} : { date: snapshot };
}

/**
 * Every group of figures of a record, at any depth: whatever has a `source`, or several with a `confidence`.
 * `snapshotOf` gives the day on which the copy of a source was read.
 */
export function* datedFigures(
  collection: CollectionName,
  record: unknown,
  snapshotOf: (source: string) => string | undefined,
): Generator<DatedFigure> {
  function* within(value: unknown, path: Path, ofThePast: boolean): Generator<DatedFigure> {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) yield* within(item, [...path, index], ofThePast);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const group = value as Group;
    const past = ofThePast || group.historical === true || PAST_PRICES.has(group.kind);
    const several = 'confidence' in group && Array.isArray(group.sources) ? group.sources[0] : undefined;
    const source = textOf(group.source) ?? textOf(several);
    if (source !== undefined) {
      const priced = PRICED.has(collection) || path.includes('prices');
      const kind = priced && !past ? 'price' : 'fact';
      yield { path, kind, source, ...checkOf(kind, group, snapshotOf(source)) };
    }
    for (const [key, item] of Object.entries(group)) yield* within(item, [...path, key], past);
  }
  yield* within(record, [], false);
}
