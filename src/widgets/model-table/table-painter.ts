import { afterPaint } from '../../url/after-paint.ts';
import { drawnOf, paintPick, paintRow, paintSort, type Drawn } from './paint-row.ts';
import type { ModelRow } from './rows.ts';
import {
  headColumns,
  headHtml,
  rowHtml,
  tableHtml,
  type HeadColumn,
  type TableContent,
} from './table-html.ts';

/**
 * Keeps the explorer's table as it is asked to be. Not by React: the table has a thousand cells, and an answer within
 * 50 ms on a slow machine has time for the words of some hundred. Rows stay where they are and change their words;
 * those in the window at once, the others once the browser has painted.
 */
export interface TablePainter {
  paint(next: TableContent): void;
  /** The row that stands in a place of the body, and the column in a place of a row. */
  rowAt(place: number): ModelRow | undefined;
  columnAt(place: number): HeadColumn | undefined;
}

/** Event of the table: all its rows stand. */
export const DRAWN = 'explorer-drawn';

const painters = new WeakMap<HTMLTableElement, TablePainter>();

/** The painter of a table, which holds `built` or, where it comes without a head, nothing yet. */
export function painterOf(table: HTMLTableElement, built: TableContent): TablePainter {
  let painter = painters.get(table);
  if (!painter) painters.set(table, (painter = makePainter(table, built)));
  return painter;
}

function makePainter(table: HTMLTableElement, built: TableContent): TablePainter {
  if (!table.tHead) {
    table.innerHTML = tableHtml(built);
    paintTracks(table, built);
  }
  const body = table.tBodies[0]!;
  const scroll = table.parentElement!;
  let now = built;
  const drawn: Drawn[] = built.rows.map((row) => drawnOf(row, built));
  let callOff = () => {};
  let scrolled = false;
  // Until it has been seen: to ask now would make the browser lay out a page that is about to change.
  let inSight = mostInSight(0);
  // To ask for it once something has changed would make the browser lay out the page.
  scroll.addEventListener('scroll', () => (scrolled = scroll.scrollTop > 0), { passive: true });
  const gone = new AbortController();
  const look = () => {
    if (!table.isConnected) return gone.abort();
    inSight = rowsInSight(scroll);
    // A column that stays in place is work for every row: only where there is something to scroll past it.
    scroll.classList.toggle('fits', scroll.scrollWidth <= scroll.clientWidth);
  };
  for (const moved of ['scroll', 'resize'])
    addEventListener(moved, look, { passive: true, signal: gone.signal });
  afterPaint(look);

  function paintRows(most: number) {
    const { rows, selected } = now;
    for (let place = 0; place < Math.min(most, rows.length, drawn.length); place += 1) {
      const row = rows[place]!;
      const tr = body.rows[place]!;
      drawn[place] = paintRow(tr, drawn[place]!, row, now);
      paintPick(tr, selected.includes(row.id));
    }
    const added = rows.slice(drawn.length, most);
    if (added.length === 0) return;
    body.insertAdjacentHTML('beforeend', added.map((row) => rowHtml(row, now)).join(''));
    drawn.push(...added.map((row) => drawnOf(row, now)));
    for (const tr of [...body.rows].slice(-added.length)) {
      // In a grid the arrows lead to them.
      for (const control of tr.cells[0]!.querySelectorAll<HTMLElement>('input, a')) control.tabIndex = -1;
    }
  }

  function paintAll() {
    paintRows(Infinity);
    for (; drawn.length > now.rows.length; drawn.pop()) body.lastElementChild?.remove();
    if (body.style.paddingBlockEnd) body.style.paddingBlockEnd = '';
    table.removeAttribute('aria-busy');
    table.dispatchEvent(new Event(DRAWN));
  }

  /** Rows there are no more go with the others: taking them away would cost more than hiding them. */
  function makeRoom() {
    [...body.rows].forEach((tr, place) => {
      const left = place >= now.rows.length;
      if (tr.hidden !== left) tr.hidden = left;
    });
    const later = now.rows.length - drawn.length;
    if (later > 0) body.style.paddingBlockEnd = `${later * ROW_PIXELS}px`;
  }

  return {
    rowAt: (place) => now.rows[place],
    columnAt: (place) => headColumns(now.columns)[place],
    paint(next) {
      if (next === now) return;
      const before = now;
      now = next;
      callOff();
      if (next.columns !== before.columns) {
        table.tHead!.innerHTML = headHtml(next);
        paintTracks(table, next);
      } else {
        paintSort(table.tHead!.rows[0]!, before, next);
      }
      if (next.columns === before.columns && sameRows(next.rows, before.rows)) {
        paintAll();
        return;
      }
      if (scrolled) scroll.scrollTop = 0;
      table.ariaBusy = 'true';
      paintRows(inSight);
      makeRoom();
      callOff = afterPaint(() => {
        look();
        paintAll();
      });
    },
  };
}

function paintTracks(table: HTMLTableElement, { tracks }: TableContent) {
  for (const [name, value] of Object.entries(tracks)) table.style.setProperty(name, value);
}

const sameRows = (a: readonly ModelRow[], b: readonly ModelRow[]) =>
  a.length === b.length && a.every((row, place) => row === b[place]);

/** At most as many rows as the window can show of the table, whose box takes up to four fifths of it. */
const rowsInSight = (scroll: Element) => mostInSight(Math.max(0, scroll.getBoundingClientRect().top));
const mostInSight = (top: number) =>
  Math.ceil(Math.max(0, Math.min(innerHeight - top, innerHeight * 0.8)) / ROW_PIXELS) + 1;
const ROW_PIXELS = 37;
