import { faultAt, leaves } from './fault.ts';
import type { Entry, Fault, Library, Path } from './fault.ts';

const SUFFIX = 'High';

/** The upper end of a range (`amountHigh`) lies above its lower end (`amount`). */
export function assertRangesRise(library: Library): Fault[] {
  const { hardware, rentals, electricity, hosting } = library;
  const entries: Entry<unknown>[] = [hardware, rentals, electricity, hosting].flatMap((shelf) => [
    ...shelf.entries,
  ]);
  return entries.flatMap((entry) => {
    const values = new Map(
      [...leaves(entry.value)].map(({ path, value }) => [JSON.stringify(path), { path, value }]),
    );
    return [...values.values()].flatMap(({ path, value }) => {
      const field = path.at(-1);
      if (typeof field !== 'string' || !field.endsWith(SUFFIX) || typeof value !== 'number') return [];
      const lowField = field.slice(0, -SUFFIX.length);
      const low = values.get(JSON.stringify([...path.slice(0, -1), lowField] satisfies Path))?.value;
      if (typeof low !== 'number' || value > low) return [];
      return [faultAt(entry, path, `要大于 ${lowField}（${low}）；只有一个数就删去 ${field}`)];
    });
  });
}
