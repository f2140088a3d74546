import { allEntries, faultAt, leaves } from './fault.ts';
import type { Context, Fault, Library } from './fault.ts';

const DATE_FIELDS = new Set<unknown>(['date', 'checkedOn', 'released', 'snapshotDate']);

/** Older than anything here can be: the first cards that compute are of 2007. */
const EARLIEST = '2006';

/** Nothing was published, read or checked after today. A month or a year counts as past once it has begun. */
export function assertDatesNotInFuture(library: Library, { today }: Pick<Context, 'today'>): Fault[] {
  return allEntries(library).flatMap((entry) =>
    [...leaves(entry.value)].flatMap(({ path, value }) => {
      if (!DATE_FIELDS.has(path.at(-1)) || typeof value !== 'string') return [];
      // A span ends with its last part. Some dates are words (「2016 年第一季度」).
      const end = value.split('/').at(-1)!;
      if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(end)) return [];
      if (end < EARLIEST) return [faultAt(entry, path, `早于 ${EARLIEST} 年；核对年份`)];
      if (end <= today.slice(0, end.length)) return [];
      return [faultAt(entry, path, `写今天（${today}）或更早的日期`)];
    }),
  );
}
