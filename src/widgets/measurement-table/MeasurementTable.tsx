import { NuqsAdapter } from 'nuqs/adapters/react';
import { useMemo } from 'react';
import { filterMeasurements, type MeasuredRow } from '../../core/measurement-filter.ts';
import { unpackTable, type PackedTable } from '../../core/packed-table.ts';
import { nextSort, sortRows } from '../../core/sort.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { SearchField, SelectField } from '../../ui/Field.tsx';
import { EmbedCode } from '../../ui/EmbedCode.tsx';
import { CopyLink, DownloadCsv, Figure } from '../../ui/Figure.tsx';
import { IgnoredNote } from '../../ui/IgnoredNote.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { StaleNote } from '../../ui/Stale.tsx';
import { sortHead } from '../../ui/sort-head.tsx';
import { useJson } from '../../ui/use-json.ts';
import { useSharedPopover } from '../../ui/use-shared-popover.tsx';
import { useLinkState } from '../../url/use-link-state.ts';
import { COLUMNS, tableRow, type MeasuredSource } from './columns.ts';
import { measurementCodec, type KnownIds, type MeasurementState } from './url.ts';

interface Facet {
  id: string;
  name: string;
  count: number;
}

interface Props {
  total: number;
  counts: { speed: number; memory: number };
  facets: Record<keyof KnownIds, Facet[]>;
  /** The first page, drawn before the rest has come. */
  first: MeasuredRow[];
  sources: Record<string, MeasuredSource>;
  /** Addresses of the packed rows, and of a model's page with `ID` for its id. */
  addresses: { rows: string; model: string };
}

const PAGE = 50;

export default function MeasurementTableIsland(props: Props) {
  return (
    <NuqsAdapter>
      <MeasurementTable {...props} />
    </NuqsAdapter>
  );
}

function MeasurementTable({ total, counts, facets, first, sources, addresses }: Props) {
  const codec = useMemo(() => measurementCodec(idsOf(facets)), [facets]);
  const { state, ignored, update, reset } = useLinkState(codec);
  const { value: packed, failed } = useJson<PackedTable>(addresses.rows);
  const rows = useMemo<MeasuredRow[] | null>(() => packed && unpackTable(packed), [packed]);
  const { cell, popover } = useSharedPopover();
  const found = useMemo(() => {
    const filtered = filterMeasurements(rows ?? first, {
      kind: state.kind,
      text: state.q,
      model: state.m,
      hardware: state.hw,
      precision: state.prec,
      engine: state.engine,
      source: state.src,
    });
    const link = { model: (id: string) => addresses.model.replace('ID', id) };
    return sortRows(
      filtered.map((row) => tableRow(row, sources, link)),
      state.sort,
    );
  }, [rows, first, state, sources, addresses]);

  const complete = rows !== null;
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(state.p, pages);
  const shown = found.slice((page - 1) * PAGE, page * PAGE);
  const all = state.kind === 'speed' ? counts.speed : counts.memory;
  /** Another filter begins at the first page again. */
  const change = (next: Partial<MeasurementState>) => update({ p: 1, ...next });

  return (
    <>
      <IgnoredNote ignored={ignored} onClear={() => update({})} />
      <div className="table-bar">
        <Segmented
          legend="量的是什么"
          quiet
          value={state.kind}
          options={[
            { value: 'speed', label: `速度 ${counts.speed.toLocaleString('en-US')}` },
            { value: 'memory', label: `内存 ${counts.memory.toLocaleString('en-US')}` },
          ]}
          onChange={(kind) => change({ kind, sort: [] })}
        />
      </div>
      <Filters state={state} facets={facets} change={change} />
      <div className="table-bar">
        <span className="count" role="status">
          {failed && '没有载入全部实测，只显示最前面的几十条。刷新页面再试。'}
          {!failed && !complete && `正在载入 ${total.toLocaleString('en-US')} 条…`}
          {complete && (
            <>
              <b className="num">{found.length.toLocaleString('en-US')}</b> / {all.toLocaleString('en-US')} 条
            </>
          )}
        </span>
        <button type="button" className="action" onClick={reset}>
          清除筛选
        </button>
      </div>
      <Figure
        title={<span className="visually-hidden">实测</span>}
        source={
          <>
            都是别人测的，照原页抄录；点任何数字看谁测的、怎么测的。已知不可能的行不显示，在下载的全部数据里带原因。
            <StaleNote cells={shown.flatMap(({ cells }) => Object.values(cells))} />
          </>
        }
        actions={
          <>
            <CopyLink />
            <EmbedCode />
            <DownloadCsv
              fileName={`measurements-${state.kind}.csv`}
              rows={() => csvRows(found, state.kind)}
            />
          </>
        }
      >
        {shown.length === 0 && complete ? (
          <p className="table-empty">没有实测同时满足这些条件。</p>
        ) : (
          <DataTable
            label="实测表"
            rowHead="模型"
            columns={COLUMNS[state.kind]}
            rows={shown}
            sort={state.sort}
            cell={cell}
            head={sortHead(({ key, numeric }, add) =>
              change({ sort: nextSort(state.sort, key, numeric, add) }),
            )}
          />
        )}
      </Figure>
      <Pager page={page} pages={pages} onTurn={(p) => update({ p }, true)} />
      {popover}
    </>
  );
}

function Filters({
  state,
  facets,
  change,
}: {
  state: MeasurementState;
  facets: Props['facets'];
  change(next: Partial<MeasurementState>): void;
}) {
  const select = (label: string, key: 'm' | 'hw' | 'prec' | 'engine' | 'src', facet: Facet[]) => (
    <SelectField
      label={label}
      value={state[key] ?? ''}
      options={[
        { value: '', label: '全部' },
        ...facet.map(({ id, name, count }) => ({ value: id, label: `${name}（${count}）` })),
      ]}
      onChange={(value) => change({ [key]: value === '' ? null : value })}
    />
  );
  return (
    <div className="table-filters select-filters" role="search" aria-label="筛选实测">
      <SearchField
        label="模型、机器或引擎的名称"
        value={state.q}
        placeholder="例如 70b 4090"
        onChange={(q) => change({ q })}
      />
      {select('机器', 'hw', facets.hardware)}
      {select('模型', 'm', facets.model)}
      {select('精度', 'prec', facets.precision)}
      {select('引擎', 'engine', facets.engine)}
      {select('来源', 'src', facets.source)}
    </div>
  );
}

function idsOf(facets: Props['facets']): KnownIds {
  const ids = (facet: Facet[]) => facet.map(({ id }) => id);
  return {
    model: ids(facets.model),
    hardware: ids(facets.hardware),
    precision: ids(facets.precision),
    engine: ids(facets.engine),
    source: ids(facets.source),
  };
}

function csvRows(rows: ReturnType<typeof tableRow>[], kind: 'speed' | 'memory'): string[][] {
  const columns = COLUMNS[kind];
  const body = rows.map((row) => {
    const source = columns.map(({ key }) => row.cells[key]?.sources?.[0]).find(Boolean);
    return [
      row.name,
      ...columns.map(({ key }) => row.cells[key]?.text ?? ''),
      source?.url ?? source?.title ?? '',
    ];
  });
  const heads = columns.map(({ label, note }) => (note ? `${label}（${note}）` : label));
  return [['模型', ...heads, '来源'], ...body];
}
