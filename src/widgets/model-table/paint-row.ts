import { opens } from '../../ui/cell-data.ts';
import type { ModelRow } from './rows.ts';
import {
  arrowHtml,
  barSize,
  cellsHtml,
  cellsOf,
  faceHtml,
  headColumns,
  orderOf,
  pickLabel,
  UNKNOWN,
  type CellLook,
  type TableContent,
} from './table-html.ts';

/** What a row of the page shows. */
export interface Drawn {
  row: ModelRow;
  columns: TableContent['columns'];
  cells: readonly CellLook[];
}

export const drawnOf = (row: ModelRow, content: TableContent): Drawn => ({
  row,
  columns: content.columns,
  cells: cellsOf(row, content),
});

/** Has a row that shows `before` show `row`, touching only what differs: words are changed, elements stay. */
export function paintRow(
  tr: HTMLTableRowElement,
  before: Drawn,
  row: ModelRow,
  content: TableContent,
): Drawn {
  const after = drawnOf(row, content);
  if (before.row !== row) paintName(tr, row);
  if (before.columns !== content.columns) {
    while (tr.cells.length > 1) tr.lastElementChild?.remove();
    tr.insertAdjacentHTML('beforeend', cellsHtml(row, content));
  } else {
    let td = tr.firstElementChild?.nextElementSibling;
    for (let place = 0; td; place += 1, td = td.nextElementSibling)
      paintCell(td as HTMLElement, before.cells[place]!, after.cells[place]!);
  }
  return after;
}

function paintName(tr: HTMLTableRowElement, { name, href, dot }: ModelRow) {
  const [box, mark, link] = tr.cells[0]!.children as unknown as [HTMLElement, HTMLElement, HTMLAnchorElement];
  box.ariaLabel = pickLabel(name);
  if (mark.title !== dot.title) {
    mark.title = dot.title;
    mark.style.background = dot.color;
  }
  link.setAttribute('href', href);
  (link.firstChild as Text).data = name;
}

function paintCell(td: HTMLElement, before: CellLook, after: CellLook) {
  const { cell, className, share } = after;
  if (before.className !== className) td.className = className;
  if (before.share !== share) {
    if (share === null) td.removeAttribute('style');
    else td.style.backgroundSize = barSize(share);
  }
  if (before.cell === cell) return;
  if (before.cell?.claim || cell?.claim) {
    td.innerHTML = faceHtml(cell);
  } else {
    const text = cell?.text ?? '–';
    if (text !== (before.cell?.text ?? '–')) (td.firstChild as Text).data = text;
  }
  if ((before.cell === null) !== (cell === null)) td.ariaLabel = cell === null ? UNKNOWN : null;
  const popup = cell !== null && opens(cell);
  if (popup !== (before.cell !== null && opens(before.cell))) td.ariaHasPopup = popup ? 'dialog' : null;
}

/** Changes what stands behind the text of an element. */
function paintBehind(element: Element, before: string, after: string) {
  if (before === after) return;
  while (element.lastChild !== element.firstChild) element.lastChild!.remove();
  element.insertAdjacentHTML('beforeend', after);
}

/** Shows whether a row is picked. */
export function paintPick(tr: HTMLTableRowElement, picked: boolean) {
  const box = tr.cells[0]!.firstElementChild as HTMLInputElement;
  if (box.checked !== picked) box.checked = picked;
  if (tr.ariaSelected !== String(picked)) tr.ariaSelected = String(picked);
}

/** Moves the arrows of the head; its buttons stay, and one of them the focus. */
export function paintSort(head: HTMLTableRowElement, before: TableContent, { columns, sort }: TableContent) {
  headColumns(columns).forEach(({ key }, place) => {
    const th = head.cells[place]!;
    const order = orderOf(key, sort);
    if (th.ariaSort !== order) th.ariaSort = order;
    paintBehind(th.firstElementChild!, arrowHtml(key, before.sort), arrowHtml(key, sort));
  });
}
