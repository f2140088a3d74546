import type { ReactNode } from 'react';
import type { TableColumn } from './DataTable.tsx';
import { Icon } from './Icon.tsx';

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

interface MarkProps {
  sort: readonly { column: string; descending: boolean }[];
  column: string;
}

/** The arrow of a column that is sorted by, and its place where there are several. */
export function SortMark({ sort, column }: MarkProps) {
  const place = sort.findIndex((key) => key.column === column);
  const found = sort[place];
  if (!found) return null;
  return (
    <>
      <Icon name={found.descending ? 'down' : 'up'} />
      {sort.length > 1 && (
        <span className="sort-place">
          <span className="visually-hidden">第</span>
          {place + 1}
        </span>
      )}
    </>
  );
}
