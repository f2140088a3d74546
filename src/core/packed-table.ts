export type Cell = string | number | null;

/** A column of a table: each distinct value once, and for every row the place of its value among them. */
export interface PackedColumn {
  values: Cell[];
  rows: number[];
}

/** A table turned into columns, for many rows that repeat few values. */
export interface PackedTable {
  count: number;
  columns: Record<string, PackedColumn>;
}

/** Rows → columns; a cell that a row lacks is null. Undone by `unpackTable`. */
export function packTable(rows: readonly Readonly<Record<string, Cell | undefined>>[]): PackedTable {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const column = (key: string): PackedColumn => {
    const places = new Map<Cell, number>();
    const codes = rows.map((row) => {
      const value = row[key] ?? null;
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      return place;
    });
    return { values: [...places.keys()], rows: codes };
  };
  return { count: rows.length, columns: Object.fromEntries(keys.map((key) => [key, column(key)])) };
}

/** Columns → rows, each with every column. */
export function unpackTable({ count, columns }: PackedTable): Record<string, Cell>[] {
  const entries = Object.entries(columns);
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(entries.map(([key, { values, rows }]) => [key, values[rows[row] ?? -1] ?? null])),
  );
}
