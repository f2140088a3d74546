import type { NotedColumn } from '../../core/model-columns.ts';
import type { SortKey } from '../../core/sort.ts';
import { opens, type CellData } from '../../ui/cell-data.ts';
import { claimHtml, escapeHtml, iconHtml } from '../../ui/cell-html.ts';
import { claimClass } from '../../ui/claim-words.ts';
import type { ModelRow } from './rows.ts';

/** What the table shows. */
export interface TableContent {
  columns: readonly NotedColumn[];
  /** Widths of the columns, as styles of the table. */
  tracks: Readonly<Record<`--${string}`, string>>;
  rows: readonly ModelRow[];
  /** A bar is as long as its share of the largest figure of all rows found: that figure by column. */
  scale: Readonly<Record<string, number>>;
  sort: readonly SortKey[];
  /** Ids picked for comparison. */
  selected: readonly string[];
}

export type HeadColumn = Pick<NotedColumn, 'key' | 'label' | 'numeric' | 'asks'> & { note?: string };

const NAME: HeadColumn = { key: 'name', label: '模型', numeric: false };
export const headColumns = (columns: readonly NotedColumn[]): HeadColumn[] => [NAME, ...columns];

/** Head and body of the table. */
export const tableHtml = (content: TableContent) =>
  `<thead role="rowgroup">${headHtml(content)}</thead><tbody role="rowgroup">${content.rows
    .map((row) => rowHtml(row, content))
    .join('')}</tbody>`;

export const headHtml = ({ columns, sort }: TableContent) =>
  `<tr role="row">${headColumns(columns)
    .map((column) => headCellHtml(column, sort))
    .join('')}</tr>`;

function headCellHtml({ key, label, numeric, note }: HeadColumn, sort: readonly SortKey[]): string {
  const order = orderOf(key, sort);
  return (
    `<th role="columnheader" scope="col"${numeric ? ' class="n"' : ''}${order ? ` aria-sort="${order}"` : ''}>` +
    `<button type="button" class="sort" data-column="${key}" title="按${label}排序；按住 Shift 再加一列">` +
    `${label}${arrowHtml(key, sort)}</button>${note ? `<small>${note}</small>` : ''}</th>`
  );
}

/** `aria-sort` of a column; null where it is not sorted by. */
export function orderOf(key: string, sort: readonly SortKey[]): 'ascending' | 'descending' | null {
  const by = sort.find(({ column }) => column === key);
  return by ? (by.descending ? 'descending' : 'ascending') : null;
}

/** The arrow behind the name of a column that is sorted by, and its place where there are several. */
export function arrowHtml(key: string, sort: readonly SortKey[]): string {
  const place = sort.findIndex(({ column }) => column === key);
  const found = sort[place];
  if (!found) return '';
  const number =
    sort.length > 1
      ? `<span class="sort-place"><span class="visually-hidden">第</span>${place + 1}</span>`
      : '';
  return iconHtml(found.descending ? 'down' : 'up') + number;
}

export function rowHtml(row: ModelRow, content: TableContent): string {
  const picked = content.selected.includes(row.id);
  return (
    `<tr role="row" aria-selected="${picked}"><th role="rowheader" scope="row">` +
    `<input type="checkbox" class="pick"${picked ? ' checked' : ''} aria-label="${escapeHtml(pickLabel(row.name))}">` +
    `<span class="dot" style="background:${row.dot.color}" title="${escapeHtml(row.dot.title)}"></span>` +
    `<a href="${row.href}">${escapeHtml(row.name)}</a></th>${cellsHtml(row, content)}</tr>`
  );
}

export const pickLabel = (name: string) => `选来对比：${name}`;

export const cellsHtml = (row: ModelRow, content: TableContent) =>
  cellsOf(row, content)
    .map(
      ({ cell, className, share }) =>
        `<td role="gridcell" tabindex="-1"${className && ` class="${className}"`}` +
        `${cell === null ? ` aria-label="${UNKNOWN}"` : ''}${cell && opens(cell) ? ' aria-haspopup="dialog"' : ''}` +
        `${share === null ? '' : ` style="background-size:${barSize(share)}"`}>${faceHtml(cell)}</td>`,
    )
    .join('');

/** Width and height of a bar; as the value of a property it costs less than as a variable in one. */
export const barSize = (share: number) => `calc((100% - 0.75rem) * ${share}) 1.625rem`;

export const UNKNOWN = '未公布或算不出';
export const faceHtml = (cell: CellData | null) =>
  cell?.claim ? claimHtml(cell.claim) : escapeHtml(cell?.text ?? '–');

export interface CellLook {
  cell: CellData | null;
  className: string;
  /** Length of the bar behind the figure, 0 to 1; null without one. */
  share: number | null;
}

/** How the cells of a row look. */
export function cellsOf(row: ModelRow, { columns, scale }: TableContent): CellLook[] {
  return columns.map(({ key, numeric, bar }) => {
    const cell = row.cells[key] ?? null;
    const number = row.sortKeys[key];
    const most = scale[key];
    const share = bar && most && typeof number === 'number' ? number / most : null;
    const classes = [
      numeric && 'n',
      share !== null && 'bar',
      cell === null && 'none',
      cell?.recalled && 'from-memory',
      cell?.stale && 'past-date',
      cell?.claim && claimClass(cell.claim),
    ];
    return { cell, className: classes.filter(Boolean).join(' '), share };
  });
}
