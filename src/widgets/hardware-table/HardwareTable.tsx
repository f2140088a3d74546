import { NuqsAdapter } from 'nuqs/adapters/react';
import { useMemo } from 'react';
import { tableRows } from '../../core/cell-table.ts';
import {
  filterHardware,
  HARDWARE_COLUMNS,
  HARDWARE_KIND_LABELS,
  HARDWARE_KINDS,
  type FilterableHardware,
} from '../../core/hardware-columns.ts';
import { nextSort, sortRows } from '../../core/sort.ts';
import { Chip, Chips } from '../../ui/Chips.tsx';
import { DataTable, type TableRow } from '../../ui/DataTable.tsx';
import { NumberField, SearchField } from '../../ui/Field.tsx';
import { EmbedCode } from '../../ui/EmbedCode.tsx';
import { CopyLink, DownloadCsv, Figure } from '../../ui/Figure.tsx';
import { IgnoredNote } from '../../ui/IgnoredNote.tsx';
import { StaleNote } from '../../ui/Stale.tsx';
import { sortHead } from '../../ui/sort-head.tsx';
import { useSharedPopover } from '../../ui/use-shared-popover.tsx';
import { useLinkState } from '../../url/use-link-state.ts';
import { hardwareCodec } from './url.ts';

interface Props {
  /** All rows, packed. */
  table: string;
}

export default function HardwareTableIsland(props: Props) {
  return (
    <NuqsAdapter>
      <HardwareTable {...props} />
    </NuqsAdapter>
  );
}

function HardwareTable({ table }: Props) {
  const rows = useMemo(() => tableRows<FilterableHardware & TableRow>(table), [table]);
  const { state, ignored, update, reset } = useLinkState(hardwareCodec);
  const { cell, popover } = useSharedPopover();
  const shown = useMemo(
    () =>
      sortRows(
        filterHardware(rows, { text: state.q, kinds: state.kind, minMemoryGb: state.mem }),
        state.sort,
      ),
    [rows, state],
  );
  const filtered = hardwareCodec.search({ ...state, sort: [] }) !== '';

  return (
    <>
      <IgnoredNote ignored={ignored} onClear={() => update({})} />
      <div className="table-filters" role="search" aria-label="筛选硬件">
        <SearchField
          label="名称"
          value={state.q}
          placeholder="例如 4090、昇腾、M4 Max"
          onChange={(q) => update({ q })}
        />
        <div className="filter-memory">
          <NumberField
            label="内存至少"
            unit="GB"
            value={state.mem}
            min={1}
            max={100_000}
            optional
            placeholder="不限"
            onChange={(mem) => update({ mem })}
          />
        </div>
        <Chips legend="类型">
          {HARDWARE_KINDS.map((kind) => (
            <Chip
              key={kind}
              on={state.kind.includes(kind)}
              onClick={() =>
                update({
                  kind: state.kind.includes(kind)
                    ? state.kind.filter((other) => other !== kind)
                    : [...state.kind, kind],
                })
              }
            >
              {HARDWARE_KIND_LABELS[kind]}
            </Chip>
          ))}
        </Chips>
      </div>
      <div className="table-bar">
        <span className="count">
          <span role="status">
            <b className="num">{shown.length}</b> / {rows.length} 台机器
          </span>
          {filtered && (
            <button type="button" className="action" onClick={reset}>
              清除筛选
            </button>
          )}
        </span>
      </div>
      <Figure
        title={<span className="visually-hidden">硬件</span>}
        source={
          <>
            点任何数字看出处；破折号是未公布，不是 0。各来源说法不同的，页面里并列，不取平均。
            <StaleNote cells={shown.flatMap(({ cells }) => HARDWARE_COLUMNS.map(({ key }) => cells[key]))} />
          </>
        }
        actions={
          <>
            <CopyLink />
            <EmbedCode />
            <DownloadCsv fileName="hardware.csv" rows={() => csvRows(shown)} />
          </>
        }
      >
        {shown.length > 0 ? (
          <DataTable
            label="硬件表"
            rowHead="机器"
            columns={HARDWARE_COLUMNS}
            rows={shown}
            sort={state.sort}
            cell={cell}
            head={sortHead(({ key, numeric }, add) =>
              update({ sort: nextSort(state.sort, key, numeric, add) }),
            )}
          />
        ) : (
          <p className="table-empty">
            没有机器同时满足这些条件。
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

function csvRows(rows: readonly TableRow[]): string[][] {
  const head = HARDWARE_COLUMNS.flatMap((column) => {
    const name = 'note' in column ? `${column.label}（${column.note}）` : column.label;
    return [name, `${name}来源`];
  });
  const body = rows.map((row) => [
    row.name,
    ...HARDWARE_COLUMNS.flatMap(({ key }) => {
      const cell = row.cells[key];
      const sources = (cell?.sources ?? []).map(({ title, url }) => url ?? title);
      const remarks = [...(cell?.recalled ? ['凭记忆，待核实'] : []), ...(cell?.stale ? [cell.stale] : [])];
      return [cell?.text ?? '', [...sources, ...remarks].join(' ')];
    }),
  ]);
  return [['机器', ...head], ...body];
}
