import { Cell } from './CellView.tsx';
import { DataTable, type TableColumn, type TableRow } from './DataTable.tsx';

interface Props {
  label: string;
  rowHead: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
}

/** A table of figures as plain HTML: not sortable, every number with a popover of its own. */
export default function StaticFigures(props: Props) {
  return (
    <DataTable
      {...props}
      sort={[]}
      head={(_, content) => content}
      cell={(cell, label) => <Cell cell={cell} label={label} />}
    />
  );
}
