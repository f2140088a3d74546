/** A measured row as the table in the browser has it: flat, with the ids of the records its names mean. */
export type MeasuredRow = Record<string, string | number | null>;

export interface MeasurementFilters {
  kind: 'speed' | 'memory';
  /** Words that must all occur in the names of model, machine, precision or engine. */
  text: string;
  /** Record ids. A model also finds rows of checkpoints with the same architecture. */
  model: string | null;
  hardware: string | null;
  precision: string | null;
  engine: string | null;
  source: string | null;
}

/** Measured rows that pass every filter, in their order; rows set aside as impossible or suspect never pass. */
export function filterMeasurements(rows: readonly MeasuredRow[], filters: MeasurementFilters): MeasuredRow[] {
  const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean);
  const is = (row: MeasuredRow, key: string, wanted: string | null) => wanted === null || row[key] === wanted;
  return rows.filter(
    (row) =>
      row.kind === filters.kind &&
      !row.excluded &&
      (is(row, 'model', filters.model) || is(row, 'architecture', filters.model)) &&
      is(row, 'hardware', filters.hardware) &&
      is(row, 'precision', filters.precision) &&
      is(row, 'engineFamily', filters.engine) &&
      is(row, 'source', filters.source) &&
      (words.length === 0 || words.every((word) => searchText(row).includes(word))),
  );
}

function searchText(row: MeasuredRow): string {
  return `${row.modelName} ${row.machineName ?? ''} ${row.precisionName} ${row.engine}`.toLowerCase();
}
