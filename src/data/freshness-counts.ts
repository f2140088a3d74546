import { staleness } from '../core/freshness.ts';
import type { CollectionName } from '../schema/collections.ts';
import type { Source } from '../schema/source.ts';
import { datedFigures } from './freshness.ts';

/** Ends of the age groups in days; the last group is open. */
export const AGE_ENDS = [90, 365] as const;

/** How many groups of figures were checked how long ago; `none`: neither they nor their source bear a date. */
export interface AgeCounts {
  total: number;
  /** One more than there are ends, from new to old. */
  ages: number[];
  none: number;
}

export interface CollectionCounts extends AgeCounts {
  collection: CollectionName;
  records: number;
  stale: number;
}

const noCounts = (): AgeCounts => ({ total: 0, ages: [0, ...AGE_ENDS.map(() => 0)], none: 0 });

function add(counts: AgeCounts, ageDays: number | undefined) {
  counts.total += 1;
  if (ageDays === undefined) counts.none += 1;
  else {
    const group = AGE_ENDS.findIndex((end) => ageDays <= end);
    const at = group < 0 ? AGE_ENDS.length : group;
    counts.ages[at] = (counts.ages[at] ?? 0) + 1;
  }
}

/** Counts all records by collection, and their groups of figures by collection, kind of source and age. */
export function freshnessCounts(
  records: ReadonlyMap<CollectionName, ReadonlyMap<string, unknown>>,
  sources: ReadonlyMap<string, Source>,
  today: string,
): { collections: CollectionCounts[]; sourceKinds: Map<Source['kind'], AgeCounts> } {
  const sourceKinds = new Map<Source['kind'], AgeCounts>();
  const snapshotOf = (id: string) => sources.get(id)?.snapshotDate;

  const collections = [...records].map(([collection, ofCollection]) => {
    const counts = { collection, records: ofCollection.size, stale: 0, ...noCounts() };
    for (const value of ofCollection.values()) {
      for (const { kind, source, date } of datedFigures(collection, value, snapshotOf)) {
        const age = date === undefined ? undefined : staleness({ kind, date, today });
        if (age?.stale) counts.stale += 1;
        add(counts, age?.ageDays);
        const sourceKind = sources.get(source)?.kind;
        if (sourceKind === undefined) continue;
        const ofKind = sourceKinds.get(sourceKind) ?? noCounts();
        sourceKinds.set(sourceKind, ofKind);
        add(ofKind, age?.ageDays);
      }
    }
    return counts;
  });
  return { collections, sourceKinds };
}
