import { Cell } from '../../ui/CellView.tsx';
import { DataTable, type TableColumn, type TableRow } from '../../ui/DataTable.tsx';

interface Props {
  label: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** Address of the live table with the same columns. */
  explorer: string;
}

/** The table as plain HTML for a guide page: a column's head leads to the live table, sorted by it. */
export default function StaticTable({ explorer, ...table }: Props) {
  const separator = explorer.includes('?') ? '&' : '?';
  return (
    <DataTable
      {...table}
      rowHead="模型"
      sort={[]}
      cell={(cell, label) => <Cell cell={cell} label={label} />}
      head={({ key, label, numeric }, content) => (
        <a
          className="sort"
          href={`${explorer}${separator}sort=${numeric ? '-' : ''}${key}`}
          title={`到模型库按${label}排序`}
        >
          {content}
        </a>
      )}
    />
  );
}
