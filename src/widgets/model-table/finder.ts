import { filterRows } from '../../core/model-table.ts';
import { sortRows } from '../../core/sort.ts';
import type { ModelRow } from './rows.ts';
import { filterPart, filtersOf, type FilterState, type TableState } from './url.ts';
import { columnsOf, contentOf, type Columns, type TablePage } from './view.ts';

/** What the explorer shows of a state. */
interface Found {
  filters: FilterState;
  rows: readonly ModelRow[];
  content: TablePage;
}

/**
 * Works out what is found in a state. What it has in common with the state asked for before is the same objects, as long
 * as the fields of the state are.
 */
export function finderOf(all: readonly ModelRow[]): (state: TableState) => Found {
  const sorted = remembered((sort: TableState['sort']) => sortRows(all, sort));
  const found = remembered((rows: readonly ModelRow[], filters: FilterState) =>
    filterRows(rows, filtersOf(filters)),
  );
  const content = remembered(
    (
      columns: Columns,
      rows: readonly ModelRow[],
      sort: TableState['sort'],
      sel: TableState['sel'],
      p: number,
    ) => contentOf({ sort, sel, p }, columns, rows),
  );
  let filters: FilterState | undefined;

  return (state) => {
    const asked = filterPart(state);
    filters = filters && sameFields(asked, filters) ? filters : asked;
    const rows = found(sorted(state.sort), filters);
    return {
      filters,
      rows,
      content: content(columnsOf(state, all), rows, state.sort, state.sel, state.p),
    };
  };
}

const sameFields = (a: FilterState, b: FilterState) =>
  Object.entries(a).every(([key, value]) => value === b[key as keyof FilterState]);

/** A function that remembers its last answer. */
function remembered<Args extends unknown[], Answer>(work: (...args: Args) => Answer) {
  let last: { args: Args; answer: Answer } | undefined;
  return (...args: Args): Answer => {
    if (!last || args.some((arg, index) => arg !== last!.args[index])) last = { args, answer: work(...args) };
    return last.answer;
  };
}
