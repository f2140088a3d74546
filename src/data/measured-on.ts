import type { CellView } from './cells.ts';
import { measurementRows, type MemoryRow, type SpeedRow } from './measurements.ts';

/** Few enough to read on a page; the rest is one link away. */
const SHOWN = 12;

interface Measured {
  /** Rows of speed and memory together that name the record. */
  total: number;
  rows: {
    id: string;
    name: string;
    cells: Record<string, CellView | null>;
    sortKeys: Record<string, number | string | null>;
  }[];
}

/** Speeds that others measured on one machine, or of one model: as many as a page holds, and how many there are. */
export async function measuredOn(by: 'hardware' | 'model', id: string): Promise<Measured> {
  const { speed, memory } = await measurementRows();
  const counts = (row: SpeedRow | MemoryRow) => row[by] === id && row.excluded === undefined;
  const rows = speed.filter((row) => counts(row) && row.decodeTokensPerSecond !== undefined);
  return {
    total: speed.filter(counts).length + memory.filter(counts).length,
    rows: rows.slice(0, SHOWN).map((row) => ({
      id: row.id,
      name: by === 'hardware' ? row.modelName : row.machineName,
      cells: speedCells(row),
      sortKeys: { decode: row.decodeTokensPerSecond ?? null },
    })),
  };
}

function speedCells(row: SpeedRow): Record<string, CellView | null> {
  const facts = row.note ? [{ label: '备注', content: row.note }] : [];
  const number = (value: number | undefined): CellView | null =>
    value === undefined
      ? null
      : {
          text: value.toLocaleString('en-US'),
          sources: [row.sourceView],
          ...(facts.length > 0 ? { facts } : {}),
        };
  return {
    devices: { text: String(row.devices) },
    precision: { text: row.precisionName },
    engine: { text: row.engine },
    decode: number(row.decodeTokensPerSecond),
    prefill: number(row.prefillTokensPerSecond),
  };
}
