type Plain = Readonly<Record<string, unknown>>;

/** A column of rows: one value a row, or columns of its own where every row has an object with the same keys. */
type Column = { values: unknown[] } | { columns: Columns };
export type Columns = Record<string, Column>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const keysOf = (value: Plain) => Object.keys(value).join('\n');

/**
 * Rows with the same keys as columns: keys are said once, and like stands beside like, which compresses well. Values
 * are whatever JSON holds. Throws where a row has other keys than the first one.
 */
export function toColumns(rows: readonly Plain[]): Columns {
  const [first] = rows;
  if (!first) return {};
  const odd = rows.findIndex((row) => keysOf(row) !== keysOf(first));
  if (odd >= 0) throw new Error(`第 ${odd + 1} 行的字段与第 1 行不同；每一行都要写同样的字段，没有值写 null`);
  return Object.fromEntries(
    Object.keys(first).map((key): [string, Column] => {
      const values = rows.map((row) => row[key]);
      const [model] = values;
      const alike =
        isPlain(model) && values.every((value) => isPlain(value) && keysOf(value) === keysOf(model));
      return [key, alike ? { columns: toColumns(values as Plain[]) } : { values }];
    }),
  );
}

/** The rows of `toColumns`; `count` is how many there were. */
export function fromColumns(columns: Columns, count: number): Record<string, unknown>[] {
  const rows = Array.from({ length: count }, (): Record<string, unknown> => ({}));
  for (const [key, column] of Object.entries(columns)) {
    const values = 'values' in column ? column.values : fromColumns(column.columns, count);
    rows.forEach((row, index) => (row[key] = values[index]));
  }
  return rows;
}
