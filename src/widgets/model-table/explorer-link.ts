import { filterRows } from '../../core/model-table.ts';
import { sortRows } from '../../core/sort.ts';
import { parseSearch } from '../../url/codec.ts';
import { pageRows } from './rows.ts';
import { painterOf } from './table-painter.ts';
import { filtersOf } from './url.ts';
import { codecOf, columnsOf, contentOf } from './view.ts';

/**
 * Shows the rows that a link asks for before the controls above them come alive, which takes twice as long. What a
 * table cannot show, or what needs a word to the reader, is left to them.
 */
function showLinked() {
  const root = document.documentElement;
  const table = document.querySelector<HTMLTableElement>('.explorer-table');
  if (root.dataset.linked === undefined || !table) return;
  const rows = pageRows();
  const codec = codecOf(rows);
  const { state, ignored } = parseSearch(codec, location.search);
  const found = filterRows(sortRows(rows, state.sort), filtersOf(state));
  if (state.as !== 'table' || ignored.length > 0 || found.length === 0) return;
  const built = contentOf(codec.fallback, columnsOf(codec.fallback, rows), rows);
  painterOf(table, built).paint(contentOf(state, columnsOf(state, rows), found));
  root.dataset.linked = 'table';
}

showLinked();
