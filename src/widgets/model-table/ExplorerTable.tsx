import {
  memo,
  useEffect,
  useLayoutEffect,
  useState,
  type CSSProperties,
  type MouseEvent,
  type RefObject,
} from 'react';
import type { OpenCell } from '../../ui/CellPopover.tsx';
import { useGridKeys } from '../../ui/use-grid-keys.ts';
import { tableHtml, type HeadColumn, type TableContent } from './table-html.ts';
import { DRAWN, painterOf, type TablePainter } from './table-painter.ts';

interface Props {
  label: string;
  content: TableContent;
  /** What the page was built with. */
  built: TableContent;
  /** The state of the link stands; until then the page stays as it is. */
  ready: boolean;
  /** Where the table's painter is put as long as it stands. */
  painter: RefObject<TablePainter | null>;
  /** Address of 能跑吗. */
  memory: string;
  /** Opens what a cell has to say. */
  show(open: OpenCell): void;
  onSort(column: HeadColumn, add: boolean): void;
  /** Returns whether the row is picked now. */
  onSelect(id: string): boolean;
}

/** In the browser the painter fills the table. */
const PAINTED = { __html: '' };

/** The table of the explorer: React holds the frame and its events, the painter what is in it. */
export const ExplorerTable = memo(function ExplorerTable({
  label,
  content,
  built,
  ready,
  painter,
  memory,
  show,
  onSort,
  onSelect,
}: Props) {
  const { table, settle, ...grid } = useGridKeys();
  const [html] = useState(() => (typeof document === 'undefined' ? { __html: tableHtml(built) } : PAINTED));
  const [style] = useState(() => built.tracks as CSSProperties);

  useLayoutEffect(() => {
    if (!table.current) return;
    painter.current ??= painterOf(table.current, table.current.tHead ? built : content);
    if (ready) painter.current.paint(content);
  }, [content, ready]);
  useLayoutEffect(() => () => void (painter.current = null), [painter]);

  useEffect(() => {
    const element = table.current;
    element?.addEventListener(DRAWN, settle);
    return () => element?.removeEventListener(DRAWN, settle);
  }, [settle]);

  /** One listener for a thousand cells. */
  const onClick = ({ target, shiftKey }: MouseEvent<HTMLTableElement>) => {
    const cell = (target as Element).closest<HTMLTableCellElement>('td, th');
    if (!cell) return;
    const column = painter.current?.columnAt(cell.cellIndex);
    const row = painter.current?.rowAt((cell.parentElement as HTMLTableRowElement).sectionRowIndex);
    if (!column || !row) return;
    if (target instanceof HTMLInputElement) target.checked = onSelect(row.id);
    else if ((target as Element).closest('button.sort')) onSort(column, shiftKey);
    else if (cell.matches('[aria-haspopup]') && row.cells[column.key])
      show({
        cell: {
          ...row.cells[column.key]!,
          ...(column.asks && { href: `${memory}?m=${row.id}&${column.asks}` }),
        },
        label: column.label,
        button: cell,
      });
  };

  return (
    <div className="table-scroll" role="region" aria-label={label}>
      <table
        {...grid}
        ref={table}
        role="grid"
        aria-label={label}
        className="data-table figures explorer-table"
        style={style}
        onClick={onClick}
        dangerouslySetInnerHTML={html}
        suppressHydrationWarning
      />
    </div>
  );
});
