import type { Column } from '../../core/model-columns.ts';
import { TableView, type TableRow } from './TableView.tsx';

interface Props {
  label: string;
  columns: readonly Column[];
  rows: readonly TableRow[];
  developers: readonly string[];
  /** Address of the live table with the same columns. */
  explorer: string;
}

/** The table as plain HTML for a guide page: a column's head leads to the live table, sorted by it. */
export default function StaticTable({ explorer, ...table }: Props) {
  const separator = explorer.includes('?') ? '&' : '?';
  return (
    <TableView
      {...table}
      sort={[]}
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
