/** The rows of a chart's table as text, and in the last column where their figures come from. */
export function tableRows(table: HTMLTableElement): string[][] {
  const [head, ...body] = [...table.rows];
  if (!head) return [];
  return [
    [...[...head.cells].map(headText), '来源'],
    ...body.map((row) => [...[...row.cells].map(cellText), sources(row)]),
  ];
}

/** 「权重（GB，估算）」 */
function headText(cell: HTMLTableCellElement): string {
  const note = cell.querySelector('small')?.textContent ?? '';
  const label = (cell.textContent ?? '').replace(note, '').trim();
  return note === '' ? label : `${label}（${note}）`;
}

/** An unknown figure is an empty field; the word of a mark stays. */
const cellText = (cell: HTMLTableCellElement) =>
  cell.querySelector('.none') ? '' : (cell.textContent ?? '').trim();

/** Titles and addresses of the links in the popovers that the row opens. */
function sources(row: HTMLTableRowElement): string {
  const found = new Set<string>();
  for (const button of row.querySelectorAll<HTMLButtonElement>('button[popovertarget]')) {
    const popover = document.getElementById(button.getAttribute('popovertarget') ?? '');
    for (const link of popover?.querySelectorAll('a') ?? []) found.add(`${link.textContent} ${link.href}`);
  }
  return [...found].join('；');
}
