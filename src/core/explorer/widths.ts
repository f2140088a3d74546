interface Cell {
  text: string;
  recalled?: boolean;
  stale?: string;
  claim?: unknown;
}

interface MeasuredColumn {
  key: string;
  label: string;
  note?: string;
}

/** Wider than this a cell wraps. */
const MOST_EM = 11;
const LEAST_EM = 4;
/** A note wraps; its longest word does not. */
const NOTE_EM = 5.5;
/** Room for what stands beside a text: marks of a cell, arrow and number of a head. */
const MARK_EM = 2.5;
const ARROW_EM = 1.5;

/** Width of a text in em of its own size: Chinese characters are square, others about half as wide. */
export function textEm(text: string): number {
  let em = 0;
  for (const character of text) {
    if (character >= '\u2e80') em += 1;
    else if (character >= 'A' && character <= 'Z') em += 0.7;
    else em += 0.58;
  }
  return em;
}

/**
 * Width of a column in em of the table's text, without padding: wide enough for the cells of all `rows`, so that it
 * stays what it is when rows are filtered or sorted.
 */
export function columnEm(
  { key, label, note = '' }: MeasuredColumn,
  rows: readonly { cells: Readonly<Record<string, Cell | null | undefined>> }[],
): number {
  let widest = Math.max(textEm(label) + ARROW_EM, Math.min(textEm(note) * 0.86, NOTE_EM), LEAST_EM);
  for (const { cells } of rows) {
    const cell = cells[key];
    if (!cell) continue;
    const marks = cell.recalled || cell.stale || cell.claim ? MARK_EM : 0;
    widest = Math.max(widest, textEm(cell.text) + marks);
  }
  return Math.ceil(Math.min(widest, MOST_EM) * 2) / 2;
}
