import { memo, type CSSProperties, type ReactNode } from 'react';
import type { CellData } from './cell-data.ts';
import { SortMark } from './sort-head.tsx';

export interface TableColumn {
  key: string;
  label: string;
  /** Under the label: kind of figure, unit, variant. */
  note?: string;
  /** Numbers stand right and sort from large to small first. */
  numeric: boolean;
  /** Draw a bar behind the number, from zero to the largest of the column. */
  bar?: boolean;
}

export interface TableRow {
  id: string;
  name: string;
  href?: string;
  /** Colour of the dot before the name, and what it stands for. */
  dot?: { color: string; title: string };
  cells: Record<string, CellData | null>;
  /** Sort key by column; null is unknown. */
  sortKeys: Record<string, number | string | null>;
}

interface Props {
  label: string;
  /** Head of the first column. */
  rowHead: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  sort: readonly { column: string; descending: boolean }[];
  /** The control in a column's head: a button in the live table, a link where it is static. */
  head: (column: Pick<TableColumn, 'key' | 'label' | 'numeric'>, content: ReactNode) => ReactNode;
  /** A cell: with a popover of its own where the table is static, sharing one where it is live. */
  cell: (cell: CellData | null, label: string) => ReactNode;
}

/** A table of figures: head and first column stay, numbers right, unknown is a dash, every number opens its source. */
export function DataTable({ label, rowHead, columns, rows, sort, head, cell }: Props) {
  const largest = Object.fromEntries(
    columns.filter(({ bar }) => bar).map(({ key }) => [key, maximum(rows, key)]),
  );
  const ariaSort = (key: string) => {
    const found = sort.find(({ column }) => column === key);
    return found && (found.descending ? 'descending' : 'ascending');
  };
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="data-table figures">
        <thead>
          <tr>
            <th scope="col" aria-sort={ariaSort('name')}>
              {head(
                { key: 'name', label: rowHead, numeric: false },
                <>
                  {rowHead}
                  <SortMark sort={sort} column="name" />
                </>,
              )}
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.numeric ? 'n' : ''}
                aria-sort={ariaSort(column.key)}
              >
                {head(
                  column,
                  <>
                    {column.label}
                    <SortMark sort={sort} column={column.key} />
                  </>,
                )}
                {column.note && <small>{column.note}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} largest={largest} cell={cell} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function maximum(rows: readonly TableRow[], key: string): number {
  return rows.reduce((most, { sortKeys }) => Math.max(most, Number(sortKeys[key] ?? 0)), 0);
}

interface RowProps {
  row: TableRow;
  columns: readonly TableColumn[];
  largest: Record<string, number>;
  cell: Props['cell'];
}

/** A long name wraps, everything else stays on its line. */
const cellClass = (text: string, numeric: boolean, bar: boolean) =>
  [numeric && 'n', bar && 'bar', text.length > 28 && 'long'].filter(Boolean).join(' ');

/** Sorting only moves rows: a row is drawn anew when its columns or the scale of its bars change. */
const Row = memo(
  function Row({ row, columns, largest, cell }: RowProps) {
    return (
      <tr>
        <th scope="row">
          {row.dot && <span className="dot" style={{ background: row.dot.color }} title={row.dot.title} />}
          {row.href ? <a href={row.href}>{row.name}</a> : row.name}
        </th>
        {columns.map(({ key, label, numeric, bar }) => {
          const number = row.sortKeys[key];
          const share = bar && typeof number === 'number' && largest[key] ? number / largest[key] : null;
          return (
            <td
              key={key}
              className={cellClass(row.cells[key]?.text ?? '', numeric, share !== null)}
              style={share === null ? undefined : ({ '--share': share } as CSSProperties)}
            >
              {cell(row.cells[key] ?? null, label)}
            </td>
          );
        })}
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.columns === after.columns &&
    before.cell === after.cell &&
    before.columns.every(({ key }) => before.largest[key] === after.largest[key]),
);
