import { memo, type RefObject } from 'react';
import { VIEWS, type NotedColumn, type ViewKey } from '../../core/model-columns.ts';
import type { OpenCell } from '../../ui/CellPopover.tsx';
import { EmbedCode } from '../../ui/EmbedCode.tsx';
import { CopyLink, DownloadCsv, Figure } from '../../ui/Figure.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { StaleNote } from '../../ui/Stale.tsx';
import { csvRows } from './csv.ts';
import { ExplorerTable } from './ExplorerTable.tsx';
import type { ModelRow } from './rows.ts';
import type { HeadColumn } from './table-html.ts';
import type { TablePainter } from './table-painter.ts';
import type { TablePage } from './view.ts';

interface Props {
  view: ViewKey;
  /** The columns are chosen by hand. */
  custom: boolean;
  found: readonly ModelRow[];
  content: TablePage;
  built: TablePage;
  ready: boolean;
  painter: RefObject<TablePainter | null>;
  /** Address of 能跑吗. */
  memory: string;
  show(open: OpenCell): void;
  onSort(column: HeadColumn, add: boolean): void;
  onSelect(id: string): boolean;
  onTurn(page: number): void;
  onReset(): void;
}

export const TableFigure = memo(function TableFigure({
  view,
  custom,
  found,
  content,
  built,
  onTurn,
  onReset,
  ...table
}: Props) {
  const { columns, page, pages } = content;
  const title = custom ? '自选的列' : VIEWS[view].label;
  return (
    <>
      <Figure
        title={<span className="visually-hidden">{title}</span>}
        source={
          <>
            按住 Shift 点列名可以多列排序；表里用方向键走。
            <Stale rows={found} columns={columns} />
          </>
        }
        actions={
          <>
            <CopyLink />
            <EmbedCode />
            <DownloadCsv
              fileName={`models-${custom ? 'columns' : view}.csv`}
              rows={() => csvRows(found, columns)}
            />
          </>
        }
      >
        {found.length > 0 ? (
          <ExplorerTable label={`模型表：${title}`} content={content} built={built} {...table} />
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
});

const Stale = memo(function Stale({
  rows,
  columns,
}: {
  columns: readonly NotedColumn[];
  rows: Props['found'];
}) {
  return <StaleNote cells={cellsOf(rows, columns)} />;
});

function* cellsOf(rows: Props['found'], columns: readonly NotedColumn[]) {
  for (const { cells } of rows) for (const { key } of columns) yield cells[key];
}
