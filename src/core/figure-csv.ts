/** A column of a figure's table as the page shows it. */
export interface ShownColumn {
  label: string;
  /** Unit or variant, under the label; empty without one. */
  unit: string;
  cells: readonly ShownCell[];
}

export interface ShownCell {
  /** Empty where the figure is unknown. */
  text: string;
  /** What the figure is marked with, in words; empty without a mark. */
  mark: string;
}

const NUMBER = String.raw`-?\d[\d,]*(?:\.\d+)?`;
const RANGE = new RegExp(`^(${NUMBER})–(${NUMBER})$`);
const PLAIN = new RegExp(`^${NUMBER}$`);

/**
 * The same column for a spreadsheet, each as head and fields: a unit that stands in the head and the commas between
 * thousands leave the cells, a range becomes two columns, and marks get one of their own. Words, and claims as they are
 * printed, stay as they are.
 */
export function spreadsheetColumns({ label, unit, cells }: ShownColumn): string[][] {
  const head = unit === '' ? label : `${label}（${unit}）`;
  const bare = cells.map(({ text }) =>
    unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text,
  );
  const numbers = bare.every((text) => text === '' || PLAIN.test(text) || RANGE.test(text));
  const texts = numbers ? bare.map((text) => text.replaceAll(',', '')) : cells.map(({ text }) => text);
  const marks = cells.some(({ mark }) => mark !== '')
    ? [[`${label}标记`, ...cells.map(({ mark }) => mark)]]
    : [];
  if (!numbers || !texts.some((text) => RANGE.test(text))) return [[head, ...texts], ...marks];
  const end = (place: 1 | 2) => texts.map((text) => RANGE.exec(text)?.[place] ?? text);
  return [[`${head}低端`, ...end(1)], [`${head}高端`, ...end(2)], ...marks];
}
