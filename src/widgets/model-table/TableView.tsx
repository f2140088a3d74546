import { memo, type CSSProperties, type ReactNode } from 'react';
import type { Column } from '../../core/model-columns.ts';
import type { FilterableRow, SortKey } from '../../core/model-table.ts';
import { Cell, type CellData } from '../../ui/CellView.tsx';
import { Icon } from '../../ui/Icon.tsx';

export interface TableRow extends FilterableRow {
  name: string;
  developerName: string;
  href: string;
  cells: Record<string, CellData | null>;
}

const KINDS = { published: '公开数据', computed: '算得', claim: '指南原值' } as const;

/** One colour a developer, the same everywhere: by the order of the developers' ids. */
export function developerColor(developer: string, developers: readonly string[]): string {
  return `var(--c${(developers.indexOf(developer) % 8) + 1})`;
}

interface Props {
  label: string;
  columns: readonly Column[];
  rows: readonly TableRow[];
  developers: readonly string[];
  sort: readonly SortKey[];
  /** The control in a column's head: a button in the live table, a link where it is static. */
  head: (column: Pick<Column, 'key' | 'label' | 'numeric'>, content: ReactNode) => ReactNode;
}

export function TableView({ label, columns, rows, developers, sort, head }: Props) {
  const largest = Object.fromEntries(
    columns.filter(({ bar }) => bar).map(({ key }) => [key, maximum(rows, key)]),
  );
  const ariaSort = (key: string) => {
    const found = sort.find(({ column }) => column === key);
    return found && (found.descending ? 'descending' : 'ascending');
  };
  const arrow = (key: string) => {
    const found = sort.find(({ column }) => column === key);
    return found && <Icon name={found.descending ? 'down' : 'up'} />;
  };
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="data-table model-table">
        <thead>
          <tr>
            <th scope="col" aria-sort={ariaSort('name')}>
              {head({ key: 'name', label: '模型', numeric: false }, <>模型{arrow('name')}</>)}
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
                    {arrow(column.key)}
                  </>,
                )}
                <small>
                  {KINDS[column.kind]}
                  {column.unit && `，${column.unit}`}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              columns={columns}
              color={developerColor(row.developer, developers)}
              largest={largest}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function maximum(rows: readonly TableRow[], key: string): number {
  return Math.max(0, ...rows.map(({ sortKeys }) => Number(sortKeys[key] ?? 0)));
}

interface RowProps {
  row: TableRow;
  columns: readonly Column[];
  color: string;
  largest: Record<string, number>;
}

/** Sorting only moves rows: a row is drawn anew when its columns or the scale of its bars change. */
const Row = memo(
  function Row({ row, columns, color, largest }: RowProps) {
    return (
      <tr>
        <th scope="row">
          <span className="dot" style={{ background: color }} title={row.developerName} />
          <a href={row.href}>{row.name}</a>
        </th>
        {columns.map(({ key, label, numeric, bar }) => {
          const number = row.sortKeys[key];
          const share = bar && typeof number === 'number' && largest[key] ? number / largest[key] : null;
          return (
            <td
              key={key}
              className={`${numeric ? 'n' : ''}${share === null ? '' : ' bar'}`}
              style={share === null ? undefined : ({ '--share': share } as CSSProperties)}
            >
              <Cell cell={row.cells[key] ?? null} label={label} />
            </td>
          );
        })}
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.columns === after.columns &&
    before.color === after.color &&
    before.columns.every(({ key }) => before.largest[key] === after.largest[key]),
);
