import { useCallback, useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react';

const CONTROLS = 'a, button, input';
const PAGE_ROWS = 10;

/**
 * The keys of the ARIA grid for a table: one stop of the tab key; arrows, Home, End, with Ctrl, and PageUp, PageDown
 * lead from cell to cell. A cell's control takes the focus in its place; Enter and the space bar are then its own. On
 * a cell that opens something itself (`aria-haspopup`) they are a click.
 */
export function useGridKeys() {
  const table = useRef<HTMLTableElement>(null);
  /** To be called whenever rows have come or gone, and with them perhaps the one stop. */
  const settle = useCallback(() => {
    if (table.current) settleStops(table.current);
  }, []);
  useEffect(settle, [settle]);

  function onFocus(event: FocusEvent<HTMLTableElement>) {
    for (const stop of event.currentTarget.querySelectorAll<HTMLElement>('[tabindex="0"]'))
      stop.tabIndex = -1;
    (event.target as HTMLElement).tabIndex = 0;
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    if (event.altKey || event.metaKey) return;
    const at = event.target as HTMLElement;
    if ((event.key === 'Enter' || event.key === ' ') && at.matches('td[aria-haspopup]')) {
      event.preventDefault();
      at.click();
      return;
    }
    const next = target(event.currentTarget, at, event.key, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    // The browser is content with a part of it in sight, be it behind the column that stays.
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  return { table, settle, onFocus, onKeyDown };
}

/** Controls that were drawn since are no stops of their own; one stop there always is. */
function settleStops(table: HTMLTableElement) {
  for (const control of table.querySelectorAll<HTMLElement>(
    'a:not([tabindex]), button:not([tabindex]), input:not([tabindex])',
  )) {
    control.tabIndex = -1;
  }
  if (!table.querySelector('[tabindex="0"]')) {
    const first = table.querySelector<HTMLElement>(CONTROLS);
    if (first) first.tabIndex = 0;
  }
}

/** What takes the focus in a cell: its controls, or itself. */
function stopsOf(cell: Element | undefined): HTMLElement[] {
  if (!cell) return [];
  const controls = [...cell.querySelectorAll<HTMLElement>(CONTROLS)];
  return controls.length > 0 ? controls : [cell as HTMLElement];
}

function target(
  table: HTMLTableElement,
  from: HTMLElement,
  key: string,
  ctrl: boolean,
): HTMLElement | undefined {
  const cell = from.closest<HTMLTableCellElement>('td, th');
  const row = cell?.parentElement as HTMLTableRowElement | null | undefined;
  if (!cell || !row) return undefined;
  const rows = [...table.rows];
  const at = rows.indexOf(row);
  /** The same column of another row; of several controls the one that stands first. */
  const below = (to: number) => {
    const other = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    const same = stopsOf(cell).indexOf(from);
    const stops = stopsOf(other?.cells[cell.cellIndex]);
    return stops[Math.min(same, stops.length - 1)];
  };
  const along = (of: HTMLTableRowElement | undefined) => [...(of?.cells ?? [])].flatMap(stopsOf);
  const inRow = along(row);
  switch (key) {
    case 'ArrowRight':
      return inRow[inRow.indexOf(from) + 1];
    case 'ArrowLeft':
      return inRow[inRow.indexOf(from) - 1];
    case 'ArrowDown':
      return below(at + 1);
    case 'ArrowUp':
      return below(at - 1);
    case 'PageDown':
      return below(at + PAGE_ROWS);
    case 'PageUp':
      return below(at - PAGE_ROWS);
    case 'Home':
      return (ctrl ? along(rows[0]) : inRow)[0];
    case 'End':
      return (ctrl ? along(rows.at(-1)) : inRow).at(-1);
    default:
      return undefined;
  }
}
