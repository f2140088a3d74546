import { NuqsAdapter } from 'nuqs/adapters/react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { tableRows } from '../../core/cell-table.ts';
import { facets } from '../../core/explorer/facets.ts';
import { COLUMNS, columnsNamed, VIEW_KEYS, VIEWS, viewColumns } from '../../core/model-columns.ts';
import { filterRows, type FilterableRow } from '../../core/model-table.ts';
import { nextSort, sortRows } from '../../core/sort.ts';
import type { TableRow } from '../../ui/DataTable.tsx';
import { IgnoredNote } from '../../ui/IgnoredNote.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useSharedPopover } from '../../ui/use-shared-popover.tsx';
import { useLinkState } from '../../url/use-link-state.ts';
import { releaseDates } from './choices.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { Filters } from './Filters.tsx';
import { Selection } from './Selection.tsx';
import { SortMenu } from './SortMenu.tsx';
import { TableFigure } from './TableFigure.tsx';
import { filterPart, filtersOf, MOST_SELECTED, tableCodec, type TableState } from './url.ts';

export type ModelRow = FilterableRow & TableRow;

interface Props {
  /** All rows, packed: the whole table travels with the page. */
  table: string;
  /** In the order that gives each its colour. */
  developers: { id: string; name: string }[];
  /** Addresses of other tools. */
  addresses: { compare: string; memory: string };
}

export default function ModelTableIsland(props: Props) {
  return (
    <NuqsAdapter>
      <ModelTable {...props} />
    </NuqsAdapter>
  );
}

function ModelTable({ table, developers, addresses }: Props) {
  const rows = useMemo(() => tableRows<ModelRow>(table), [table]);
  const families = useMemo(() => [...new Set(rows.map(({ family }) => family))].sort(), [rows]);
  const dates = useMemo(() => releaseDates(rows.map(({ sortKeys }) => String(sortKeys.released))), [rows]);
  const codec = useMemo(
    () =>
      tableCodec({
        models: rows.map(({ id }) => id),
        developers: developers.map(({ id }) => id),
        families,
      }),
    [rows, developers, families],
  );
  const { state: linked, ignored, update } = useLinkState(codec);
  // The link is read anew whenever the address changes: what reads the same is the same state.
  const link = codec.search(linked);
  const state = useMemo(() => linked, [link]);
  const { cell, popover } = useSharedPopover();

  const columns = useMemo(
    () => (state.cols.length > 0 ? columnsNamed(state.cols) : viewColumns(state.view)),
    [state.cols.join(), state.view],
  );
  const sortKey = JSON.stringify(state.sort);
  const sorted = useMemo(() => sortRows(rows, state.sort), [rows, sortKey]);
  // Sorting, picking and looking at it another way leave what is asked for as it is.
  const asked = codec.search({ ...codec.fallback, ...filterPart(state) });
  const filters = useMemo(() => filterPart(state), [asked]);
  const found = useMemo(() => filterRows(sorted, filtersOf(filters)), [sorted, filters]);
  // Counts follow a moment later: what was asked for is painted first.
  const counted = useDeferredValue(filters);
  const counts = useMemo(() => facets(rows, filtersOf(counted)), [rows, counted]);

  const latest = useRef(update);
  latest.current = update;
  /** Another question begins at the first page again. */
  const change = useCallback(
    (next: Partial<TableState>, step: boolean) => latest.current({ p: 1, ...next }, step),
    [],
  );
  const clear = () => change(filterPart(codec.fallback), true);
  const { toggle, full } = useSelection(state.sel, update);
  const root = useSearchKey();
  useReveal();

  return (
    <div className="explorer" ref={root}>
      <IgnoredNote ignored={ignored} onClear={() => update({})} />
      <Filters
        state={filters}
        facets={counts}
        counting={counted !== filters}
        developers={developers}
        families={families}
        dates={dates}
        update={change}
      />
      <div className="table-bar">
        <Segmented
          legend="怎么看"
          quiet
          value={state.as}
          options={[
            { value: 'table', label: '表' },
            { value: 'chart', label: '图' },
          ]}
          onChange={(as) => update({ as }, true)}
        />
        {state.as === 'table' && (
          <>
            <Segmented
              legend="列"
              quiet
              value={state.cols.length > 0 ? null : state.view}
              options={VIEW_KEYS.map((key) => ({ value: key, label: VIEWS[key].label }))}
              onChange={(view) => update({ view, cols: [] }, true)}
            />
            <span className="table-tools">
              <ColumnChooser
                view={state.view}
                shown={columns.map(({ key }) => key)}
                custom={state.cols.length > 0}
                onChange={(cols) => update({ cols })}
              />
              <SortMenu
                sort={state.sort}
                columns={[NAME, ...COLUMNS]}
                onChange={(sort) => change({ sort }, false)}
              />
            </span>
          </>
        )}
        <span className="count">
          <span role="status">
            <b className="num">{found.length.toLocaleString('en-US')}</b> /{' '}
            {rows.length.toLocaleString('en-US')} 个模型
          </span>
          {asked !== '' && (
            <button type="button" className="action" onClick={clear}>
              清除筛选
            </button>
          )}
        </span>
        <Selection
          selected={state.sel}
          full={full}
          compare={addresses.compare}
          onClear={() => update({ sel: [] })}
        />
      </div>
      {state.as === 'chart' ? (
        <ChartFigure
          state={state}
          found={found}
          developers={developers}
          memory={addresses.memory}
          update={update}
          onSelect={toggle}
        />
      ) : (
        <TableFigure
          state={state}
          rows={rows}
          found={found}
          columns={columns}
          cell={cell}
          onSort={(column, add) =>
            change({ sort: nextSort(state.sort, column.key, column.numeric, add) }, false)
          }
          onSelect={toggle}
          onTurn={(p) => update({ p }, true)}
          onReset={clear}
        />
      )}
      {popover}
    </div>
  );
}

const NAME = { key: 'name', label: '模型', numeric: false };

/** Picks models for comparison, at most five; says when a sixth is asked for. */
function useSelection(selected: readonly string[], update: (change: Partial<TableState>) => void) {
  const [full, setFull] = useState(false);
  // What rows are given must stay the same, or all of them would be drawn anew.
  const now = useRef({ selected, update });
  now.current = { selected, update };
  const toggle = useCallback((id: string) => {
    const { selected: ids, update: change } = now.current;
    const has = ids.includes(id);
    const tooMany = !has && ids.length === MOST_SELECTED;
    setFull(tooMany);
    if (!tooMany) change({ sel: has ? ids.filter((other) => other !== id) : [...ids, id] });
  }, []);
  return { toggle, full: full && selected.length === MOST_SELECTED };
}

/** Shows the page once the state of its link stands: the first drawing has the defaults. */
function useReveal() {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    if (drawn) delete document.documentElement.dataset.linked;
    else setDrawn(true);
  }, [drawn]);
}

/** `/` leads to the search field from anywhere on the page but a field. */
function useSearchKey() {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as Element).matches('input:not([type=checkbox], [type=radio]), textarea, select'))
        return;
      event.preventDefault();
      root.current?.querySelector<HTMLInputElement>('input[type=search]')?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return root;
}
