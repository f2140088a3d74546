export interface SortKey {
  column: string;
  descending: boolean;
}

/** What sorting needs of a row: its key by column; null is unknown. */
export interface Sortable {
  sortKeys: Record<string, number | string | null>;
}

let collator: Intl.Collator | undefined;
/** Made when words are compared for the first time: that takes a while, and numbers need none. */
const dictionary = () => (collator ??= new Intl.Collator('zh-CN', { numeric: true }));

/** Sorted copy: by the first key, ties by the next; unknown values last in either direction; stable. */
export function sortRows<Row extends Sortable>(rows: readonly Row[], keys: readonly SortKey[]): Row[] {
  if (keys.length === 0) return [...rows];
  const ranked = keys.map(({ column, descending }) => ({ ranks: ranksOf(rows, column), descending }));
  const places = rows.map((_, place) => place);
  places.sort((a, b) => {
    for (const { ranks, descending } of ranked) {
      const order = compare(ranks[a] ?? null, ranks[b] ?? null, descending);
      if (order !== 0) return order;
    }
    return a - b;
  });
  return places.map((place) => rows[place]!);
}

/**
 * A number for every row to compare by: words get their place in the dictionary, each word looked up once rather than
 * at every comparison. Where a column holds both, numbers come before words.
 */
function ranksOf(rows: readonly Sortable[], column: string): (number | null)[] {
  const values = rows.map(({ sortKeys }) => sortKeys[column] ?? null);
  if (!values.some((value) => typeof value === 'string')) return values as (number | null)[];
  const distinct = [...new Set(values)].filter((value) => value !== null).sort(inDictionary);
  const ranks = new Map<number | string, number>();
  distinct.forEach((value, index) => {
    const before = distinct[index - 1];
    // Words that the dictionary does not tell apart are ties.
    const tie = before !== undefined && inDictionary(before, value) === 0;
    ranks.set(value, tie ? (ranks.get(before) ?? 0) : index);
  });
  return values.map((value) => (value === null ? null : (ranks.get(value) ?? null)));
}

function inDictionary(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return dictionary().compare(a, b);
  return typeof a === 'number' ? -1 : 1;
}

function compare(a: number | null, b: number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return descending ? b - a : a - b;
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
