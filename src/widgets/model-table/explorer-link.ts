import { parseSearch } from '../../url/codec.ts';
import { finderOf } from './finder.ts';
import { pageRows } from './rows.ts';
import { painterOf } from './table-painter.ts';
import { codecOf, columnsOf, contentOf } from './view.ts';

/**
 * Shows the rows that a link asks for before the controls above them come alive, which takes twice as long. What a
 * table cannot show, or what needs a word to the reader, is left to them. In three pieces, so that the browser is never
 * long without an answer.
 */
async function showLinked() {
  const root = document.documentElement;
  const table = document.querySelector<HTMLTableElement>('.explorer-table');
  if (root.dataset.linked !== '' || !table) return;
  const rows = pageRows();
  await nextTask();
  const codec = codecOf(rows);
  const { state, ignored } = parseSearch(codec, location.search);
  const { rows: found, content } = finderOf(rows)(state);
  if (state.as !== 'table' || ignored.length > 0 || found.length === 0) return;
  const built = contentOf(codec.fallback, columnsOf(codec.fallback, rows), rows);
  await nextTask();
  // The controls may have been quicker.
  if (root.dataset.linked !== '') return;
  painterOf(table, built).paint(content);
  root.dataset.linked = 'table';
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

void showLinked();
