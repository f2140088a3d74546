import { NuqsAdapter } from 'nuqs/adapters/react';
import { lazy, Suspense, useMemo } from 'react';
import { errorOf, filterAccuracy, filtersFor, type AccuracyRow } from '../../core/accuracy-rows.ts';
import { accuracyOf } from '../../core/estimate/accuracy.ts';
import { QUANTITY_UNITS, QUANTITY_WORDS } from '../../core/estimate/accuracy-words.ts';
import { unpackTable, type PackedTable } from '../../core/packed-table.ts';
import { nextSort, sortRows } from '../../core/sort.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { CopyLink, DownloadCsv, DownloadPng, Figure } from '../../ui/Figure.tsx';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import { IgnoredNote } from '../../ui/IgnoredNote.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { SourcesInShort, type SourceView } from '../../ui/SourceLinks.tsx';
import { sortHead } from '../../ui/sort-head.tsx';
import { useAnchor } from '../../ui/use-anchor.ts';
import { useInView } from '../../ui/use-in-view.ts';
import { useJson } from '../../ui/use-json.ts';
import { useSharedPopover } from '../../ui/use-shared-popover.tsx';
import { useLinkState } from '../../url/use-link-state.ts';
import { columnsOf, csvRows, rangeOf, tableRow } from './columns.ts';
import { Filters, type Choices } from './Filters.tsx';
import { Legend } from './Legend.tsx';
import { seriesOf } from './series.ts';
import { accuracyCodec, type AccuracyState } from './url.ts';

const AccuracyChart = lazy(() => import('./AccuracyChart.tsx'));

/** Part of links that people keep. */
const ANCHOR = 'fig-accuracy';

interface Props {
  total: number;
  choices: Choices;
  sources: Record<string, SourceView>;
  /** Addresses of the packed rows, and of a model's page with `ID` for its id. */
  addresses: { rows: string; model: string };
}

const PAGE = 25;
const NO_ROWS: readonly AccuracyRow[] = [];

export default function AccuracyRowsIsland(props: Props) {
  return (
    <NuqsAdapter>
      <AccuracyRows {...props} />
    </NuqsAdapter>
  );
}

function AccuracyRows({ total, choices, sources, addresses }: Props) {
  const codec = useMemo(() => accuracyCodec(idsOf(choices)), [choices]);
  const { state, ignored, update, reset } = useLinkState(codec);
  const { value: packed, failed } = useJson<PackedTable>(addresses.rows);
  const rows = useMemo(
    () => (packed ? (unpackTable(packed) as unknown as AccuracyRow[]) : NO_ROWS),
    [packed],
  );
  const { what, engine, class: className, kind, src } = state;
  const found = useMemo(
    () => filterAccuracy(rows, { what, engine, class: className, kind, src }),
    [rows, what, engine, className, kind, src],
  );
  /** Another filter begins at the first page again, and drops what the other quantity has no row of. */
  const change = (next: Partial<AccuracyState>) => {
    const filters = { ...state, ...next };
    update({ p: 1, ...next, ...(rows.length > 0 && next.what ? filtersFor(rows, filters) : {}) });
  };

  return (
    <>
      <IgnoredNote ignored={ignored} onClear={() => update({})} />
      <Filters state={state} rows={rows} choices={choices} change={change} />
      <div className="table-bar">
        <span role="status">
          {failed && '没有载入各行。刷新页面再试。'}
          {!failed && !packed && `正在载入 ${formatNumber(total)} 行…`}
          {packed && <Summary rows={found} />}
        </span>
        <button type="button" className="action" onClick={reset}>
          清除筛选
        </button>
      </div>
      <Picture what={what} rows={found} choices={choices} sources={sources} loaded={packed !== null} />
      <Table
        rows={found}
        state={state}
        sources={sources}
        model={addresses.model}
        loaded={packed !== null}
        update={update}
      />
    </>
  );
}

function Summary({ rows }: { rows: readonly AccuracyRow[] }) {
  const { covered, median, p90 } = accuracyOf(rows.map((row) => ({ ...row, ...rangeOf(row) })));
  const inside = rows.filter((row) => row.inside).length;
  return (
    <>
      <b className="num">{formatNumber(covered)}</b> 行
      {median !== null && p90 !== null && (
        <>
          ，误差的中位数 <b className="num">{formatPercent(median)}</b>，九成的行在{' '}
          <b className="num">{formatPercent(p90)}</b> 以内，
          <b className="num">{formatPercent(inside / covered)}</b> 落在区间里
        </>
      )}
    </>
  );
}

function Picture({
  what,
  rows,
  choices,
  sources,
  loaded,
}: {
  what: AccuracyState['what'];
  rows: readonly AccuracyRow[];
  choices: Choices;
  sources: Props['sources'];
  loaded: boolean;
}) {
  useAnchor(ANCHOR, loaded);
  const { target, seen } = useInView<HTMLDivElement>();
  const series = useMemo(
    () => seriesOf(rows, new Map(choices.class.map(({ id, name }) => [id, name]))),
    [rows, choices],
  );
  const { rangeWidth } = accuracyOf(rows.map((row) => ({ ...row, ...rangeOf(row) })));
  const band = rangeWidth === null ? null : Math.sqrt(rangeWidth);
  const [down, up] = band === null ? [0, 0] : [1 / band - 1, band - 1];
  const measuredBy = [...new Set(rows.map(({ source }) => source))];
  return (
    <Figure
      id={ANCHOR}
      title={`${QUANTITY_WORDS[what]}：估算离实测有多远？`}
      unit={`${QUANTITY_UNITS[what]}，两轴都是对数；一个点是一行实测`}
      source={
        band !== null && (
          <>
            实线上估算等于实测；虚线是区间的中位宽度，估算的 {formatPercent(down)} 到{' '}
            {formatPercent(up, { signed: true })}。每行的区间各不相同，见表。实测的出处：
            <SourcesInShort
              sources={measuredBy.map((id) => sources[id] ?? { title: id })}
              where="每行的写在下表里"
            />
            。
          </>
        )
      }
      actions={
        rows.length > 0 && (
          <>
            <CopyLink anchor={ANCHOR} />
            <DownloadPng anchor={ANCHOR} fileName={`accuracy-${what}.png`} />
          </>
        )
      }
    >
      <div className="accuracy-picture">
        <div className="accuracy-chart" ref={target}>
          {seen && loaded && rows.length > 0 && (
            <Suspense fallback={<p className="muted">正在画图…</p>}>
              <AccuracyChart what={what} series={series} band={band} />
            </Suspense>
          )}
        </div>
        <Legend series={series} />
      </div>
    </Figure>
  );
}

interface TableProps {
  rows: readonly AccuracyRow[];
  state: AccuracyState;
  sources: Props['sources'];
  model: string;
  loaded: boolean;
  update(change: Partial<AccuracyState>, step?: boolean): void;
}

function Table({ rows, state, sources, model, loaded, update }: TableProps) {
  const { cell, popover } = useSharedPopover();
  const columns = useMemo(() => columnsOf(state.what), [state.what]);
  const sorted = useMemo(() => {
    const link = { model: (id: string) => model.replace('ID', id) };
    const drawn = rows.map((row) => tableRow(row, sources, link));
    return sortRows(drawn, state.sort);
  }, [rows, sources, model, state.sort]);
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE));
  const page = Math.min(state.p, pages);
  if (!loaded) return null;
  return (
    <>
      <Figure
        title="这些行"
        source="点实测的数字看谁测的、在哪一页。误差按大小排序，不分偏高偏低。"
        actions={
          <>
            <CopyLink />
            <DownloadCsv
              fileName={`accuracy-${state.what}.csv`}
              rows={() => csvRows(rows.toSorted(byError), state.what)}
            />
          </>
        }
      >
        {sorted.length === 0 ? (
          <p className="table-empty">没有一行同时满足这些条件。</p>
        ) : (
          <DataTable
            label="估算与实测的各行"
            rowHead="模型"
            columns={columns}
            rows={sorted.slice((page - 1) * PAGE, page * PAGE)}
            sort={state.sort}
            cell={cell}
            head={sortHead(({ key, numeric }, add) =>
              update({ p: 1, sort: nextSort(state.sort, key, numeric, add) }),
            )}
          />
        )}
      </Figure>
      <Pager page={page} pages={pages} onTurn={(p) => update({ p }, true)} />
      {popover}
    </>
  );
}

const byError = (a: AccuracyRow, b: AccuracyRow) => Math.abs(errorOf(b)) - Math.abs(errorOf(a));

const idsOf = (choices: Choices) => ({
  engine: choices.engine.map(({ id }) => id),
  class: choices.class.map(({ id }) => id),
  source: choices.source.map(({ id }) => id),
});
