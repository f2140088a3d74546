import {
  FILTER_GROUPS,
  FILTER_TESTS,
  type FilterableRow,
  type FilterGroup,
  type Filters,
} from '../model-table.ts';

/** How many rows each choice would leave. */
export interface Facets<Row> {
  /** Rows left once the choice `change` stands in place of what its group asks now; the other groups stay. */
  count(group: FilterGroup, change: Partial<Filters>): number;
  /** The same for every value of a row at once, where a choice asks for one value: value → rows. */
  tally(group: FilterGroup, valueOf: (row: Row) => string | null): ReadonlyMap<string, number>;
}

/**
 * Facets of a table: each row is tried once, and kept for the only group it fails, if it fails one alone. `count` is
 * then `filterRows(rows, { ...filters, ...change }).length` for a change of that group.
 */
export function facets<Row extends FilterableRow>(rows: readonly Row[], filters: Filters): Facets<Row> {
  const tests = FILTER_GROUPS.flatMap((group) => {
    const test = FILTER_TESTS[group](filters);
    return test ? [{ group, test }] : [];
  });
  const all: Row[] = [];
  const failing = new Map<FilterGroup, Row[]>(tests.map(({ group }) => [group, []]));
  for (const row of rows) {
    const failed = tests.filter(({ test }) => !test(row));
    const [only] = failed;
    if (!only) all.push(row);
    else if (failed.length === 1) failing.get(only.group)?.push(row);
  }
  const passingOthers = (group: FilterGroup) => [...all, ...(failing.get(group) ?? [])];

  return {
    count(group, change) {
      const test = FILTER_TESTS[group]({ ...filters, ...change });
      const others = passingOthers(group);
      return test ? others.filter(test).length : others.length;
    },
    tally(group, valueOf) {
      const counts = new Map<string, number>();
      for (const row of passingOthers(group)) {
        const value = valueOf(row);
        if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return counts;
    },
  };
}
