import type { Records } from '../schema/collections.ts';
import type { Confidence } from '../schema/shared.ts';
import { leaves } from './rules/fault.ts';

/** How many groups of figures rest on what: every group of a record that has a `confidence`, at any depth. */
export function confidenceCounts(records: Records): Record<Confidence, number> {
  const counts: Record<Confidence, number> = { seen: 0, derived: 0, recalled: 0 };
  for (const record of Object.values(records).flatMap((collection) => [...collection.values()])) {
    for (const { path, value } of leaves(record)) {
      if (path.at(-1) === 'confidence') counts[value as Confidence] += 1;
    }
  }
  return counts;
}
