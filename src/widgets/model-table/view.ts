import { columnEm } from '../../core/explorer/widths.ts';
import { columnsNamed, VIEWS, type NotedColumn } from '../../core/model-columns.ts';
import type { ModelRow } from './rows.ts';
import type { TableContent } from './table-html.ts';
import { tableCodec, type TableState } from './url.ts';

/** Rows on one page: all that there are today, and few enough to be drawn at once when there are thousands. */
export const PAGE_ROWS = 100;

/** Columns of a table with their widths as styles. */
export type Columns = Pick<TableContent, 'columns' | 'tracks'>;

/** Room on both sides of a cell, in em of the table's text. */
const PAD_EM = 1.45;

/** To measure a thousand texts takes a while: it is done once for each choice of columns. */
const known = new WeakMap<readonly ModelRow[], Map<string, Columns>>();

/** Columns have the width of all their cells: nothing moves when rows come and go. The same choice is the same object. */
export function columnsOf(
  { cols, view }: Pick<TableState, 'cols' | 'view'>,
  all: readonly ModelRow[],
): Columns {
  const keys = cols.length > 0 ? cols : VIEWS[view].columns;
  const ofRows = known.get(all) ?? new Map<string, Columns>();
  known.set(all, ofRows);
  const found = ofRows.get(keys.join()) ?? measured(keys, all);
  ofRows.set(keys.join(), found);
  return found;
}

function measured(keys: readonly string[], all: readonly ModelRow[]): Columns {
  const columns = columnsNamed(keys);
  const widths = columns.map((column) => columnEm(column, all) + PAD_EM);
  return {
    columns,
    tracks: {
      '--tracks': widths.map((em) => `minmax(${em}em, ${em}fr)`).join(' '),
      '--least': `${widths.reduce((sum, em) => sum + em, 0)}em`,
    },
  };
}

export type TablePage = TableContent & { page: number; pages: number };

/** What the table shows of the rows found, and on which page of how many. */
export function contentOf(
  state: Pick<TableState, 'sort' | 'sel' | 'p'>,
  { columns, tracks }: Columns,
  found: readonly ModelRow[],
): TablePage {
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  const page = Math.min(state.p, pages);
  return {
    columns,
    tracks,
    rows: found.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS),
    scale: scaleOf(columns, found),
    sort: state.sort,
    selected: state.sel,
    page,
    pages,
  };
}

function scaleOf(columns: readonly NotedColumn[], found: readonly ModelRow[]): TableContent['scale'] {
  const bars = columns.filter(({ bar }) => bar);
  return Object.fromEntries(
    bars.map(({ key }) => [
      key,
      found.reduce((most, { sortKeys }) => Math.max(most, Number(sortKeys[key] ?? 0)), 0),
    ]),
  );
}

/** The link's codec, for the ids that the rows name. */
export const codecOf = (rows: readonly ModelRow[]) =>
  tableCodec({
    models: rows.map(({ id }) => id),
    developers: [...new Set(rows.map(({ developer }) => developer))].sort(),
    families: familiesOf(rows),
  });

export const familiesOf = (rows: readonly ModelRow[]) =>
  [...new Set(rows.map(({ family }) => family))].sort();
