import { NuqsAdapter } from 'nuqs/adapters/react';
import { useMemo } from 'react';
import { tableRows } from '../../core/cell-table.ts';
import { columnNote, viewColumns, VIEW_KEYS, VIEWS, type Column } from '../../core/model-columns.ts';
import { filterRows, type FilterableRow } from '../../core/model-table.ts';
import { nextSort, sortRows } from '../../core/sort.ts';
import { useLinkState } from '../../url/use-link-state.ts';
import { DataTable, type TableRow } from '../../ui/DataTable.tsx';
import { EmbedCode } from '../../ui/EmbedCode.tsx';
import { CopyLink, DownloadCsv, Figure } from '../../ui/Figure.tsx';
import { IgnoredNote } from '../../ui/IgnoredNote.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { StaleNote } from '../../ui/Stale.tsx';
import { sortHead } from '../../ui/sort-head.tsx';
import { useSharedPopover } from '../../ui/use-shared-popover.tsx';
import { Filters } from './Filters.tsx';
import { tableCodec } from './url.ts';

interface Props {
  /** All rows, packed: the whole table travels with the page. */
  table: string;
  /** In the order that gives each its colour. */
  developers: { id: string; name: string }[];
}

export default function ModelTableIsland(props: Props) {
  return (
    <NuqsAdapter>
      <ModelTable {...props} />
    </NuqsAdapter>
  );
}

function ModelTable({ table, developers }: Props) {
  const rows = useMemo(() => tableRows<FilterableRow & TableRow>(table), [table]);
  const { cell, popover } = useSharedPopover();
  const ids = useMemo(() => developers.map(({ id }) => id), [developers]);
  const codec = useMemo(() => tableCodec(ids), [ids]);
  const { state, ignored, update, reset } = useLinkState(codec);
  const columns = useMemo(() => viewColumns(state.view), [state.view]);
  const shown = useMemo(
    () =>
      sortRows(
        filterRows(rows, {
          text: state.q,
          developers: state.dev,
          size: state.size,
          abilities: state.cap,
          commercialOnly: state.lic === 'commercial',
          memoryGb: state.mem,
          precision: state.prec,
        }),
        state.sort,
      ),
    [rows, state],
  );
  const filtered = codec.search({ ...codec.fallback, ...state, view: 'overview', sort: [] }) !== '';

  return (
    <>
      <IgnoredNote ignored={ignored} onClear={() => update({})} />
      <Filters state={state} developers={developers} update={update} />
      <div className="table-bar">
        <Segmented
          legend="列"
          quiet
          value={state.view}
          options={VIEW_KEYS.map((key) => ({ value: key, label: VIEWS[key].label }))}
          onChange={(view) => update({ view })}
        />
        <span className="count">
          <span role="status">
            <b className="num">{shown.length}</b> / {rows.length} 个模型
          </span>
          {filtered && (
            <button type="button" className="action" onClick={reset}>
              清除筛选
            </button>
          )}
        </span>
      </div>
      <Figure
        title={<span className="visually-hidden">{VIEWS[state.view].label}</span>}
        source={
          <>
            点任何数字看出处；破折号是未公布，不是 0。「能放进」只比较权重，没算 KV 缓存和运行时。按住 Shift
            点列名可以多列排序。
            <StaleNote cells={shown.flatMap(({ cells }) => columns.map(({ key }) => cells[key]))} />
          </>
        }
        actions={
          <>
            <CopyLink />
            <EmbedCode />
            <DownloadCsv fileName={`models-${state.view}.csv`} rows={() => csvRows(shown, columns)} />
          </>
        }
      >
        {shown.length > 0 ? (
          <DataTable
            rowHead="模型"
            label={`模型表：${VIEWS[state.view].label}`}
            columns={columns}
            rows={shown}
            sort={state.sort}
            cell={cell}
            head={sortHead(({ key, numeric }, add) =>
              update({ sort: nextSort(state.sort, key, numeric, add) }),
            )}
          />
        ) : (
          <p className="table-empty">
            没有模型同时满足这些条件。
            <button type="button" className="action" onClick={reset}>
              清除筛选
            </button>
          </p>
        )}
      </Figure>
      {popover}
    </>
  );
}

/** The table as shown, each column followed by its sources. */
function csvRows(rows: readonly TableRow[], columns: readonly Column[]): string[][] {
  const head = columns.flatMap((column) => {
    const name = `${column.label}（${columnNote(column)}）`;
    return [name, `${name}来源`];
  });
  const body = rows.map((row) => [
    row.name,
    ...columns.flatMap(({ key }) => {
      const cell = row.cells[key];
      const sources = cell?.claim
        ? [cell.claim.place]
        : (cell?.sources ?? []).map(({ title, url }) => url ?? title);
      const remarks = [...(cell?.recalled ? ['凭记忆，待核实'] : []), ...(cell?.stale ? [cell.stale] : [])];
      return [cell?.text ?? '', [...sources, ...remarks].join(' ')];
    }),
  ]);
  return [['模型', ...head], ...body];
}
