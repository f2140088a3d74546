export interface SortKey {
  column: string;
  descending: boolean;
}

/** What sorting needs of a row: its key by column; null is unknown. */
export interface Sortable {
  sortKeys: Record<string, number | string | null>;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Sorted copy: by the first key, ties by the next; unknown values last in either direction; stable. */
export function sortRows<Row extends Sortable>(rows: readonly Row[], keys: readonly SortKey[]): Row[] {
  return [...rows].sort((a, b) => {
    for (const { column, descending } of keys) {
      const order = compare(a.sortKeys[column] ?? null, b.sortKeys[column] ?? null, descending);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compare(a: number | string | null, b: number | string | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return descending ? -order : order;
}

/**
 * The sort after a click on a column: first click takes the useful direction (numbers from large to small), the second
 * turns it round, the third drops it. With `add` (Shift) the other keys stay.
 */
export function nextSort(
  current: readonly SortKey[],
  column: string,
  numeric: boolean,
  add: boolean,
): SortKey[] {
  const present = current.find((key) => key.column === column);
  const others = add ? current.filter((key) => key.column !== column) : [];
  if (!present) return [...others, { column, descending: numeric }];
  if (present.descending !== numeric) return others;
  const turned = { column, descending: !numeric };
  return add ? current.map((key) => (key.column === column ? turned : key)) : [turned];
}
