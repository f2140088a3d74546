/** What filtering and sorting need of a row; views carry more. */
export interface FilterableRow {
  id: string;
  /** Everything a text search looks through, in lower case. */
  searchText: string;
  developer: string;
  paramsB: number;
  abilities: readonly Ability[];
  commercialUse: 'yes' | 'conditions' | 'no' | null;
  /** Weights alone by precision, GB = 10⁹ bytes; null where neither a file size nor a parameter count is known. */
  weightsGb: Record<TablePrecision, number | null>;
  /** Sort key by column; null is unknown. */
  sortKeys: Record<string, number | string | null>;
}

export const ABILITIES = ['code', 'tools', 'reasoning', 'vision'] as const;
export type Ability = (typeof ABILITIES)[number];

export const TABLE_PRECISIONS = ['bf16', 'q8-0', 'q4-k-m'] as const;
export type TablePrecision = (typeof TABLE_PRECISIONS)[number];

export interface Filters {
  text: string;
  developers: readonly string[];
  /** Billions of parameters, both ends inclusive; null is open. */
  size: { min: number | null; max: number | null };
  abilities: readonly Ability[];
  commercialOnly: boolean;
  /** 「能放进 N GB」: weights at `precision` must not exceed it; null switches the filter off. */
  memoryGb: number | null;
  precision: TablePrecision;
}

export interface SortKey {
  column: string;
  descending: boolean;
}

/**
 * Rows that pass every filter, in their order. A row whose weights are unknown does not pass the memory filter: it
 * cannot be said to fit. Words of the text must all occur.
 */
export function filterRows<Row extends FilterableRow>(rows: readonly Row[], filters: Filters): Row[] {
  const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const weightsGb = row.weightsGb[filters.precision];
    return (
      words.every((word) => row.searchText.includes(word)) &&
      (filters.developers.length === 0 || filters.developers.includes(row.developer)) &&
      (filters.size.min === null || row.paramsB >= filters.size.min) &&
      (filters.size.max === null || row.paramsB <= filters.size.max) &&
      filters.abilities.every((ability) => row.abilities.includes(ability)) &&
      (!filters.commercialOnly || row.commercialUse === 'yes') &&
      (filters.memoryGb === null || (weightsGb !== null && weightsGb <= filters.memoryGb))
    );
  });
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Sorted copy: by the first key, ties by the next; unknown values last in either direction; stable. */
export function sortRows<Row extends FilterableRow>(rows: readonly Row[], keys: readonly SortKey[]): Row[] {
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
