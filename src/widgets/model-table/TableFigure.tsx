import { memo, useMemo, type ReactNode } from 'react';
import { VIEWS, type NotedColumn } from '../../core/model-columns.ts';
import type { CellData } from '../../ui/CellView.tsx';
import { EmbedCode } from '../../ui/EmbedCode.tsx';
import { CopyLink, DownloadCsv, Figure } from '../../ui/Figure.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { StaleNote } from '../../ui/Stale.tsx';
import { csvRows } from './csv.ts';
import { ExplorerTable } from './ExplorerTable.tsx';
import type { ModelRow } from './ModelTable.tsx';
import type { TableState } from './url.ts';

/** Rows on one page: all that there are today, and few enough to be drawn at once when there are thousands. */
export const PAGE_ROWS = 100;

interface Props {
  state: TableState;
  rows: readonly ModelRow[];
  found: readonly ModelRow[];
  columns: readonly NotedColumn[];
  cell(cell: CellData | null, label: string): ReactNode;
  onSort(column: { key: string; numeric: boolean }, add: boolean): void;
  onSelect(id: string): void;
  onTurn(page: number): void;
  onReset(): void;
}

export function TableFigure({ state, rows, found, columns, cell, onSort, onSelect, onTurn, onReset }: Props) {
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  const page = Math.min(state.p, pages);
  const turned = useMemo(() => found.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS), [found, page]);
  const title = state.cols.length > 0 ? '自选的列' : VIEWS[state.view].label;
  return (
    <>
      <Figure
        title={<span className="visually-hidden">{title}</span>}
        source={
          <>
            点任何数字看出处；破折号是未公布，不是 0。「能放进」只比较权重，没算 KV 缓存和运行时。按住 Shift
            点列名可以多列排序；表里用方向键走。
            <Stale rows={found} columns={columns} />
          </>
        }
        actions={
          <>
            <CopyLink />
            <EmbedCode />
            <DownloadCsv
              fileName={`models-${state.cols.length > 0 ? 'columns' : state.view}.csv`}
              rows={() => csvRows(found, columns)}
            />
          </>
        }
      >
        {found.length > 0 ? (
          <ExplorerTable
            label={`模型表：${title}`}
            columns={columns}
            all={rows}
            rows={turned}
            found={found}
            sort={state.sort}
            selected={state.sel}
            cell={cell}
            onSort={onSort}
            onSelect={onSelect}
          />
        ) : (
          <p className="table-empty">
            没有模型同时满足这些条件。
            <button type="button" className="action" onClick={onReset}>
              清除筛选
            </button>
          </p>
        )}
      </Figure>
      <Pager page={page} pages={pages} onTurn={onTurn} />
    </>
  );
}

const Stale = memo(function Stale({ rows, columns }: Pick<Props, 'columns'> & { rows: Props['found'] }) {
  return <StaleNote cells={rows.flatMap(({ cells }) => columns.map(({ key }) => cells[key]))} />;
});
