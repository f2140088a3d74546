import {
  memo,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  type CSSProperties,
  type ReactNode,
} from 'react';
import { columnEm } from '../../core/explorer/widths.ts';
import type { NotedColumn } from '../../core/model-columns.ts';
import type { SortKey } from '../../core/sort.ts';
import type { CellData } from '../../ui/CellView.tsx';
import type { TableRow } from '../../ui/DataTable.tsx';
import { SortMark } from '../../ui/sort-head.tsx';
import { useGridKeys } from '../../ui/use-grid-keys.ts';

interface Props {
  label: string;
  columns: readonly NotedColumn[];
  /** All there are: they give the columns their widths. */
  all: readonly TableRow[];
  /** Those of the page, and those of all pages, which scale the bars. */
  rows: readonly TableRow[];
  found: readonly TableRow[];
  sort: readonly SortKey[];
  selected: readonly string[];
  cell(cell: CellData | null, label: string): ReactNode;
  onSort(column: { key: string; numeric: boolean }, add: boolean): void;
  onSelect(id: string): void;
}

/**
 * The table of the explorer. Columns have the width of all their cells, so nothing moves when rows come and go, and the
 * browser need not lay out rows that are out of sight: that is what makes sorting quick (`content-visibility`).
 */
export function ExplorerTable({
  columns,
  all,
  rows,
  found,
  sort,
  selected,
  cell,
  onSort,
  onSelect,
  label,
}: Props) {
  const grid = useGridKeys();
  const scroll = useRef<HTMLDivElement>(null);
  // Other rows, or the same in another order: what is in sight is painted first, the rest a moment later.
  const settled = useDeferredValue(rows);
  const shown = settled === rows ? rows : rows.slice(0, rowsInSight());
  // Asking where it is scrolled to would make the browser lay out the page.
  const scrolled = useRef(false);
  useLayoutEffect(() => {
    if (scrolled.current && scroll.current) scroll.current.scrollTop = 0;
    scrolled.current = false;
  }, [rows]);
  const widths = useMemo(() => columns.map((column) => columnEm(column, all)), [columns, all]);
  const style: Record<string, string> = {
    '--tracks': widths.map((em) => `minmax(${em + PAD_EM}em, ${em + PAD_EM}fr)`).join(' '),
    '--least': `${widths.reduce((sum, em) => sum + em + PAD_EM, 0)}em`,
  };
  for (const { key, bar } of columns) if (bar) style[scaleOf(key)] = String(largest(found, key));

  const head = (column: { key: string; label: string; numeric: boolean; note?: string }) => {
    const by = sort.find(({ column: key }) => key === column.key);
    return (
      <th
        key={column.key}
        role="columnheader"
        scope="col"
        className={column.numeric ? 'n' : ''}
        aria-sort={by && (by.descending ? 'descending' : 'ascending')}
      >
        <button
          type="button"
          className="sort"
          title={`按${column.label}排序；按住 Shift 再加一列`}
          onClick={(event) => onSort(column, event.shiftKey)}
        >
          {column.label}
          <SortMark sort={sort} column={column.key} />
        </button>
        {column.note && <small>{column.note}</small>}
      </th>
    );
  };

  return (
    <div
      className="table-scroll"
      ref={scroll}
      role="region"
      aria-label={label}
      onScroll={({ currentTarget }) => (scrolled.current = currentTarget.scrollTop > 0)}
    >
      <table
        {...grid}
        role="grid"
        aria-label={label}
        aria-busy={shown.length < rows.length || undefined}
        className="data-table figures explorer-table"
        style={style}
      >
        <thead role="rowgroup">
          <tr role="row">
            {head({ key: 'name', label: '模型', numeric: false })}
            {columns.map(head)}
          </tr>
        </thead>
        <tbody role="rowgroup" style={{ '--later': rows.length - shown.length } as CSSProperties}>
          {shown.map((row) => (
            <Row
              key={row.id}
              row={row}
              columns={columns}
              cell={cell}
              selected={selected.includes(row.id)}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** As many rows as the table's box can show, and one more; the box takes four fifths of the window. */
const ROW_PIXELS = 37;
const rowsInSight = () => Math.ceil((window.innerHeight * 0.8) / ROW_PIXELS) + 1;

/** Room on both sides of a cell, in em of the table's text. */
const PAD_EM = 1.45;

/** A bar is as long as its share of this: the largest of the rows found. */
const scaleOf = (key: string) => `--most-${key}`;

const largest = (rows: readonly TableRow[], key: string) =>
  rows.reduce((most, { sortKeys }) => Math.max(most, Number(sortKeys[key] ?? 0)), 0) || 1;

interface RowProps {
  row: TableRow;
  columns: readonly NotedColumn[];
  cell: Props['cell'];
  selected: boolean;
  onSelect(id: string): void;
}

/** Sorting only moves rows, filtering only takes them away: a row is drawn anew when its columns change. */
const Row = memo(function Row({ row, columns, cell, selected, onSelect }: RowProps) {
  return (
    <tr role="row" aria-selected={selected}>
      <th role="rowheader" scope="row">
        <input
          type="checkbox"
          className="pick"
          aria-label={`选来对比：${row.name}`}
          checked={selected}
          onChange={() => onSelect(row.id)}
        />
        {row.dot && <span className="dot" style={{ background: row.dot.color }} title={row.dot.title} />}
        <a href={row.href}>{row.name}</a>
      </th>
      {columns.map(({ key, label, numeric, bar }) => {
        const data = row.cells[key] ?? null;
        const number = row.sortKeys[key];
        const hasBar = bar && typeof number === 'number';
        return (
          <td
            key={key}
            role="gridcell"
            // What has no control of its own takes the focus itself.
            tabIndex={data === null ? -1 : undefined}
            className={numeric ? (hasBar ? 'n bar' : 'n') : undefined}
            style={
              hasBar ? ({ '--share': `calc(${number} / var(${scaleOf(key)}))` } as CSSProperties) : undefined
            }
          >
            {cell(data, label)}
          </td>
        );
      })}
    </tr>
  );
});
