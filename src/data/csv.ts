import { CsvError, parse } from 'csv-parse/sync';

/** One line of a table: its cells by column, the empty ones left out. */
export interface CsvRow {
  /** Line of the file on which the row ends. */
  line: number;
  cells: Record<string, string>;
  /** Cells the row has; as many as the head, or something is wrong with it. */
  width: number;
}

export interface CsvTable {
  head: string[];
  rows: CsvRow[];
}

/** A line that cannot be cut into cells. */
export interface CsvSlip {
  line: number;
  code: string;
}

/** Reads a table with a head and comma-separated, where needed quoted, cells. */
export function parseCsv(text: string): CsvTable | CsvSlip {
  try {
    const lines = parse(text, { bom: true, info: true, relaxColumnCount: true, skipEmptyLines: true });
    const [head, ...rows] = lines as unknown as { record: string[]; info: { lines: number } }[];
    const columns = head?.record ?? [];
    return {
      head: columns,
      rows: rows.map(({ record, info }) => ({
        line: info.lines,
        cells: Object.fromEntries(
          columns.map((column, index) => [column, record[index] ?? '']).filter(([, cell]) => cell !== ''),
        ) as Record<string, string>,
        width: record.length,
      })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: Number(error['lines'] ?? 1), code: error.code };
  }
}

/** The rows alone, for the site's loader: what is wrong with a table is told by `check:data`. */
export function csvRows(text: string): Record<string, string>[] {
  const table = parseCsv(text);
  if ('code' in table) throw new Error(`CSV 第 ${table.line} 行的引号不成对（${table.code}）`);
  return table.rows.map(({ cells }) => cells);
}
