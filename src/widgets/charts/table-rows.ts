import { spreadsheetColumns, type ShownCell } from '../../core/figure-csv.ts';

const MARKS = '.recalled, .stale, .mark-word';

/** The rows of a chart's table for a spreadsheet, and in the last column where their figures come from. */
export function tableRows(table: HTMLTableElement): string[][] {
  const [head, ...body] = [...table.rows];
  if (!head) return [];
  const columns = [...head.cells].flatMap((cell, place) =>
    spreadsheetColumns({ ...shownHead(cell), cells: body.map((row) => shownCell(row.cells[place]!)) }),
  );
  columns.push(['来源', ...body.map((row) => sources(row) || '本站估算')]);
  return columns[0]!.map((_, place) => columns.map((column) => column[place]!));
}

function shownHead(cell: HTMLTableCellElement) {
  const unit = cell.querySelector('small')?.textContent ?? '';
  return { unit, label: (cell.textContent ?? '').replace(unit, '').trim() };
}

function shownCell(cell: HTMLTableCellElement): ShownCell {
  if (cell.querySelector('.none')) return { text: '', mark: '' };
  const copy = cell.cloneNode(true) as HTMLTableCellElement;
  const marks = [...copy.querySelectorAll(MARKS)];
  for (const mark of marks) mark.remove();
  return {
    text: (copy.textContent ?? '').trim(),
    mark: marks.map(({ textContent }) => (textContent ?? '').replace(/[（）]/g, '')).join('、'),
  };
}

/** Titles and addresses of the links in the popovers that the row opens. */
function sources(row: HTMLTableRowElement): string {
  const found = new Set<string>();
  for (const button of row.querySelectorAll<HTMLButtonElement>('button[popovertarget]')) {
    const popover = document.getElementById(button.getAttribute('popovertarget') ?? '');
    for (const link of popover?.querySelectorAll('a') ?? []) found.add(`${link.textContent} ${link.href}`);
  }
  return [...found].join('；');
}
