import type { ReactNode } from 'react';
import type { TableColumn } from './DataTable.tsx';

/** The control in the head of a live table: a click sorts, with Shift it adds to the sort. */
export function sortHead(
  onSort: (column: Pick<TableColumn, 'key' | 'numeric'>, add: boolean) => void,
): (column: Pick<TableColumn, 'key' | 'label' | 'numeric'>, content: ReactNode) => ReactNode {
  return function head(column, content) {
    return (
      <button
        type="button"
        className="sort"
        title={`按${column.label}排序`}
        onClick={(event) => onSort(column, event.shiftKey)}
      >
        {content}
      </button>
    );
  };
}
