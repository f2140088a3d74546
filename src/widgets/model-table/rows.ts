import { unpackTable } from '../../core/cell-table.ts';
import type { FilterableRow } from '../../core/model-table.ts';
import type { TableRow } from '../../ui/DataTable.tsx';

export type ModelRow = FilterableRow & TableRow & Required<Pick<TableRow, 'href' | 'dot'>>;

/** Where the page keeps its rows. */
export const ROWS_ID = 'explorer-rows';

let rows: readonly ModelRow[] | undefined;

/** At build time: the rows of the page that is drawn next. */
export function provideRows(all: readonly ModelRow[]) {
  rows = all;
}

/** All rows, the newest model first; in the browser read from the page, once. */
export function pageRows(): readonly ModelRow[] {
  rows ??= unpackTable<ModelRow>(document.getElementById(ROWS_ID)?.textContent ?? '');
  return rows;
}
