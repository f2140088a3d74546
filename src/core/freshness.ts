/** A price can change any day; a fact (a licence, a layer count, a score) seldom does. */
export type FigureKind = 'price' | 'fact';

/** A figure whose check is more days ago than this may be out of date. */
export const FRESH_DAYS: Record<FigureKind, number> = { price: 90, fact: 365 };

export interface Staleness {
  stale: boolean;
  /** Days from the last day that `date` can mean to `today`; negative while that day is still to come. */
  ageDays: number;
  /** What to print beside a stale figure; null for a fresh one. */
  label: string | null;
}

const DAY_MS = 86_400_000;

/** A day, a month or a year; of a span such as `2025/2026` or `2025-2026`, its end. */
const DATE = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?\/|\d{4}-(?=\d{4}$))?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Days since 1970 of the last day that a date can mean. */
function lastDay(date: string): number {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (year === undefined) throw new RangeError(`「${date}」不是日期，写成 YYYY-MM-DD、YYYY-MM 或 YYYY`);
  // Day 0 is the last one of the month before.
  const time =
    day === undefined
      ? Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0)
      : Date.UTC(Number(year), Number(month) - 1, Number(day));
  return time / DAY_MS;
}

/**
 * Whether a figure checked on `date` may be out of date on `today` (`YYYY-MM-DD`). `date` may be a day, a month, a year
 * or a span (`2025/2026`, `2025-2026`); throws on anything else.
 */
export function staleness(figure: { kind: FigureKind; date: string; today: string }): Staleness {
  const ageDays = lastDay(figure.today) - lastDay(figure.date);
  const stale = ageDays > FRESH_DAYS[figure.kind];
  return { stale, ageDays, label: stale ? `可能已过期，核对于 ${figure.date}` : null };
}
