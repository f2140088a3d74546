import { fromColumns, toColumns } from './row-columns.ts';

/** A cell as a table shows it; `Source` is whatever the view needs of a source. */
export interface PackableCell<Source, Claim> {
  text: string;
  facts?: { label: string; content: string }[];
  sources?: Source[];
  recalled?: boolean;
  /** 「可能已过期，核对于 …」 */
  stale?: string;
  claim?: Claim;
}

/**
 * Cells of a whole table with everything that repeats said once: a table of thousands of figures names a few hundred
 * sources and settings.
 */
export interface PackedCells<Source, Claim> {
  texts: string[];
  facts: { label: string; content: string }[][];
  sources: Source[][];
  claims: Claim[];
  /** Column → one entry a row. */
  columns: Record<string, (PackedCell | null)[]>;
}

/** Text, facts, sources, claim and stale label, each by a `place`, and whether the cell is recalled. */
type PackedCell = readonly [
  text: number,
  facts: number,
  sources: number,
  claim: number,
  stale: number,
  recalled: 0 | 1,
];

/** A thing that is said for the first time is the next of its list; NONE is no thing; others are counted from 1. */
const NEXT = 0;
const NONE = -1;

/** Lists what is said, each thing once; what is new needs no number, which compresses well. */
function interner<Value>() {
  const values: Value[] = [];
  const places = new Map<string, number>();
  return {
    values,
    place(value: Value | undefined): number {
      if (value === undefined) return NONE;
      const key = JSON.stringify(value);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, values.push(value));
      return NEXT;
    },
  };
}

/** Looks up what an `interner` listed; asked in the same order. */
function reader<Value>(values: readonly Value[]) {
  let next = 0;
  return (place: number): Value | undefined => {
    if (place === NONE) return undefined;
    return place === NEXT ? values[next++] : values[place - 1];
  };
}

/** Packs rows of cells by column; `unpackCells` gives the same rows back. */
export function packCells<Source, Claim>(
  rows: readonly Record<string, PackableCell<Source, Claim> | null>[],
): PackedCells<Source, Claim> {
  const texts = interner<string>();
  const facts = interner<{ label: string; content: string }[]>();
  const sources = interner<Source[]>();
  const claims = interner<Claim>();
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns: PackedCells<Source, Claim>['columns'] = {};
  for (const key of keys) {
    columns[key] = rows.map((row) => {
      const cell = row[key];
      if (!cell) return null;
      return [
        texts.place(cell.text),
        facts.place(cell.facts),
        sources.place(cell.sources),
        claims.place(cell.claim),
        texts.place(cell.stale),
        cell.recalled ? 1 : 0,
      ] as const;
    });
  }
  return {
    texts: texts.values,
    facts: facts.values,
    sources: sources.values,
    claims: claims.values,
    columns,
  };
}

/** The rows of `packCells`, in order. */
export function unpackCells<Source, Claim>(
  packed: PackedCells<Source, Claim>,
): Record<string, PackableCell<Source, Claim> | null>[] {
  const read = {
    text: reader(packed.texts),
    facts: reader(packed.facts),
    sources: reader(packed.sources),
    claim: reader(packed.claims),
  };
  const cellOf = ([text, facts, sources, claim, stale, recalled]: PackedCell) => {
    const cell: PackableCell<Source, Claim> = { text: read.text(text) ?? '' };
    if (facts !== NONE) cell.facts = read.facts(facts)!;
    if (sources !== NONE) cell.sources = read.sources(sources)!;
    if (claim !== NONE) cell.claim = read.claim(claim)!;
    if (stale !== NONE) cell.stale = read.text(stale)!;
    if (recalled) cell.recalled = true;
    return cell;
  };
  const rows: Record<string, PackableCell<Source, Claim> | null>[] = [];
  for (const [key, column] of Object.entries(packed.columns)) {
    column.forEach((entry, index) => {
      const row = (rows[index] ??= {});
      if (entry === null) {
        row[key] = null;
        return;
      }
      row[key] = cellOf(entry);
    });
  }
  return rows;
}

interface Row<Source, Claim> {
  cells: Record<string, PackableCell<Source, Claim> | null>;
}

/** The rows of a table with their cells packed, as JSON; `unpackTable` gives them back in order. */
export function packTable<Source, Claim>(rows: readonly Row<Source, Claim>[]): string {
  const bare = rows.map(({ cells, ...row }) => row);
  return JSON.stringify({
    count: rows.length,
    columns: toColumns(bare),
    cells: packCells(rows.map(({ cells }) => cells)),
  });
}

export function unpackTable<Whole extends Row<unknown, unknown>>(json: string): Whole[] {
  const { count, columns, cells } = JSON.parse(json);
  const unpacked = unpackCells(cells);
  return fromColumns(columns, count).map((row, index) => ({ ...row, cells: unpacked[index] ?? {} }) as Whole);
}

/**
 * `packTable` for an attribute of the page, where a quotation mark takes six characters: it and the backtick, which
 * takes one, change places.
 */
export const tableText = <Source, Claim>(rows: readonly Row<Source, Claim>[]): string =>
  exchanged(packTable(rows));

/** The rows of `tableText`, in order. */
export const tableRows = <Whole extends Row<unknown, unknown>>(text: string): Whole[] =>
  unpackTable<Whole>(exchanged(text));

const exchanged = (text: string) => text.replace(/["`]/g, (mark) => (mark === '"' ? '`' : '"'));
