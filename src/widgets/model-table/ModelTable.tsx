import { NuqsAdapter } from 'nuqs/adapters/react';
import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import { facets } from '../../core/explorer/facets.ts';
import { nextSort } from '../../core/sort.ts';
import { formatNumber } from '../../ui/format.ts';
import { IgnoredNote } from '../../ui/IgnoredNote.tsx';
import { useSharedPopover } from '../../ui/use-shared-popover.tsx';
import type { Codec } from '../../url/codec.ts';
import { useAfterPaint } from '../../url/use-after-paint.ts';
import { useLinkState, type LinkState } from '../../url/use-link-state.ts';
import { releaseDates } from './choices.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { Filters } from './Filters.tsx';
import { finderOf } from './finder.ts';
import { pageRows, type ModelRow } from './rows.ts';
import { Selection } from './Selection.tsx';
import type { HeadColumn } from './table-html.ts';
import { TableFigure } from './TableFigure.tsx';
import type { TablePainter } from './table-painter.ts';
import { filterPart, filtersOf, type FilterState, type TableState } from './url.ts';
import { useExplorer } from './use-explorer.ts';
import { codecOf, columnsOf, contentOf, familiesOf } from './view.ts';
import { Views } from './Views.tsx';

interface Props {
  /** In the order that gives each its colour. */
  developers: { id: string; name: string }[];
  /** Addresses of other tools. */
  addresses: { compare: string; memory: string };
}

export default function ModelTableIsland(props: Props) {
  return (
    <NuqsAdapter>
      <Linked {...props} />
    </NuqsAdapter>
  );
}

function Linked(props: Props) {
  const rows = pageRows();
  const codec = useMemo(() => codecOf(rows), [rows]);
  const linked = useLinkState(codec);
  const root = useSearchKey();
  // With a sign before it.
  const style = { '--count-width': `${String(rows.length).length + 1}ch` } as CSSProperties;
  return (
    <div className="explorer" ref={root} style={style}>
      <IgnoredNote ignored={linked.ignored} onClear={() => linked.update({})} />
      <ModelTable {...props} rows={rows} codec={codec} linked={linked} />
    </div>
  );
}

interface LinkedProps extends Props {
  rows: readonly ModelRow[];
  codec: Codec<TableState>;
  linked: LinkState<TableState>;
}

function ModelTable({ rows, codec, linked, developers, addresses }: LinkedProps) {
  const families = useMemo(() => familiesOf(rows), [rows]);
  const dates = useMemo(() => releaseDates(rows.map(({ sortKeys }) => String(sortKeys.released))), [rows]);
  const { show, popover } = useSharedPopover();
  const find = useMemo(() => finderOf(rows), [rows]);
  const { state, current, update, look, showView, ask, pick, full } = useExplorer(codec, linked);
  const { filters, rows: found, content } = useMemo(() => find(state), [find, state]);
  const built = useMemo(() => contentOf(codec.fallback, columnsOf(codec.fallback, rows), rows), [codec]);
  const asked = codec.search({ ...codec.fallback, ...filters });
  // Counts follow: what was asked for is painted first.
  const counted = useAfterPaint(filters, true);
  const counts = useMemo(() => facets(rows, filtersOf(counted)), [rows, counted]);

  const painter = useRef<TablePainter>(null);
  const count = useRef<HTMLElement>(null);
  /** The rows and their number are what was asked for: they come first, all else with React after the paint. */
  const answer = useCallback(
    (next: TableState) => {
      const { rows, content } = find(next);
      if (!painter.current || !count.current || rows.length === 0) return false;
      painter.current.paint(content);
      count.current.textContent = formatNumber(rows.length);
      return true;
    },
    [find],
  );
  const sort = useCallback(
    ({ key, numeric }: HeadColumn, add: boolean) =>
      ask({ sort: nextSort(current().sort, key, numeric, add) }, false, answer),
    [ask, current, answer],
  );
  const filter = useCallback(
    (change: Partial<FilterState>, step: boolean) => {
      ask(change, step, answer);
      return find(current()).filters;
    },
    [ask, current, find, answer],
  );
  const answers = useRef<HTMLSpanElement>(null);
  const clear = useCallback(() => {
    // The button goes with what it cleared: who pressed it stands at the number of models.
    answers.current?.focus({ preventScroll: true });
    ask(filterPart(codec.fallback), true);
  }, [ask, codec]);
  const turn = useCallback((p: number) => look({ p }), [look]);
  const ready = useReveal();

  return (
    <>
      <Filters
        state={filters}
        facets={counts}
        counting={counted !== filters}
        developers={developers}
        families={families}
        dates={dates}
        update={filter}
      />
      <div className="table-bar">
        <Views
          as={state.as}
          view={state.view}
          cols={state.cols}
          sort={state.sort}
          look={look}
          showView={showView}
          ask={ask}
        />
        <span className="count" ref={answers} tabIndex={-1}>
          <span role="status">
            <b className="num" ref={count}>
              {formatNumber(found.length)}
            </b>{' '}
            / {formatNumber(rows.length)} 个模型
          </span>
          <button type="button" className={asked === '' ? 'action vacant' : 'action'} onClick={clear}>
            清除筛选
          </button>
        </span>
      </div>
      {state.as === 'chart' ? (
        <ChartFigure
          state={state}
          found={found}
          developers={developers}
          memory={addresses.memory}
          update={update}
          onSelect={pick}
        />
      ) : (
        <TableFigure
          view={state.view}
          custom={state.cols.length > 0}
          found={found}
          content={content}
          built={built}
          ready={ready}
          painter={painter}
          memory={addresses.memory}
          show={show}
          onSort={sort}
          onSelect={pick}
          onTurn={turn}
          onReset={clear}
        />
      )}
      <Selection
        selected={state.sel}
        full={full}
        compare={addresses.compare}
        onClear={() => update({ sel: [] })}
      />
      {popover}
    </>
  );
}

/** Shows the page once the state of its link stands, and says so: the first drawing has the defaults. */
function useReveal() {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    if (drawn) delete document.documentElement.dataset.linked;
    else setDrawn(true);
  }, [drawn]);
  return drawn;
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
