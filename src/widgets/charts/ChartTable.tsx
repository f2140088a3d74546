import { popoverId } from '../../core/chart.ts';
import { claimClass, claimLabel } from '../../ui/claim-words.ts';
import { claimRows } from '../../ui/ClaimMark.tsx';
import { opens, type CellData } from '../../ui/cell-data.ts';
import { Cell, CellFace, cellRows } from '../../ui/CellView.tsx';
import { DataTable, type TableColumn, type TableRow } from '../../ui/DataTable.tsx';
import { PopoverRows } from '../../ui/Popover.tsx';

interface Props {
  /** Id of the figure. */
  figure: string;
  label: string;
  rowHead: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
}

/** Cells that open something, with the popover each of them opens; the marks of the picture open the same ones. */
function openers({ figure, columns, rows }: Pick<Props, 'figure' | 'columns' | 'rows'>) {
  return rows.flatMap((row) =>
    columns.flatMap(({ key, label }) => {
      const cell = row.cells[key];
      if (!cell || !opens(cell)) return [];
      return [{ id: popoverId(figure, { row: row.id, column: key }), cell, label: `${row.name}，${label}` }];
    }),
  );
}

/** The figures of a chart as plain HTML. Its popovers stand apart, for nothing opens out of closed details. */
export function ChartTable({ figure, ...table }: Props) {
  const ids = new Map(openers({ figure, ...table }).map(({ id, cell }) => [cell, id]));
  const draw = (cell: CellData | null, label: string) => {
    const id = cell && ids.get(cell);
    if (!cell || !id) return <Cell cell={cell} label={label} />;
    return (
      <button
        type="button"
        className={`pop-open ${cell.claim ? claimClass(cell.claim) : ''}`}
        popoverTarget={id}
      >
        <CellFace cell={cell} />
      </button>
    );
  };
  return <DataTable {...table} sort={[]} head={(_, content) => content} cell={draw} />;
}

export function ChartPopovers(props: Pick<Props, 'figure' | 'columns' | 'rows'>) {
  return openers(props).map(({ id, cell, label }) => (
    <span
      key={id}
      className="pop"
      id={id}
      popover="auto"
      role="dialog"
      aria-label={cell.claim ? claimLabel(cell.claim) : `${label}：${cell.text} 的来源`}
    >
      <PopoverRows rows={cell.claim ? claimRows(cell.claim) : cellRows(cell, label)} />
    </span>
  ));
}
