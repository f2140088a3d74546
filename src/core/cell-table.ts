/** A cell as a table shows it; `Source` is whatever the view needs of a source. */
export interface PackableCell<Source, Claim> {
  text: string;
  facts?: { label: string; content: string }[];
  sources?: Source[];
  recalled?: boolean;
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
  /** Column → one entry a row: null, or the numbers of its text, facts, sources and claim (−1: none), and recalled. */
  columns: Record<string, (readonly [number, number, number, number, 0 | 1] | null)[]>;
}

/** Numbers things by what they say, so that equal ones get one number. */
function interner<Value>() {
  const values: Value[] = [];
  const numbers = new Map<string, number>();
  return {
    values,
    number(value: Value | undefined): number {
      if (value === undefined) return -1;
      const key = JSON.stringify(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      return values.push(value) - 1;
    },
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
        texts.number(cell.text),
        facts.number(cell.facts),
        sources.number(cell.sources),
        claims.number(cell.claim),
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
  const rows: Record<string, PackableCell<Source, Claim> | null>[] = [];
  for (const [key, column] of Object.entries(packed.columns)) {
    column.forEach((entry, index) => {
      const row = (rows[index] ??= {});
      if (entry === null) {
        row[key] = null;
        return;
      }
      const [text, factsAt, sourcesAt, claimAt, recalled] = entry;
      const [facts, sources, claim] = [
        packed.facts[factsAt],
        packed.sources[sourcesAt],
        packed.claims[claimAt],
      ];
      row[key] = {
        text: packed.texts[text] ?? '',
        ...(facts ? { facts } : {}),
        ...(sources ? { sources } : {}),
        ...(claim === undefined ? {} : { claim }),
        ...(recalled ? { recalled: true } : {}),
      };
    });
  }
  return rows;
}
