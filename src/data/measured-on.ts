import { staleOf, type CellView } from './cells.ts';
import { measurementRows, type MemoryRow, type SpeedRow } from './measurements.ts';
import { once } from './once.ts';

/** Few enough to read on a page; the rest is one link away. */
const SHOWN = 12;

interface Measured {
  /** Rows of speed and memory together that the measurement library finds for the record. */
  total: number;
  rows: {
    id: string;
    name: string;
    cells: Record<string, CellView | null>;
    sortKeys: Record<string, number | string | null>;
  }[];
}

interface Rows {
  speed: SpeedRow[];
  memory: MemoryRow[];
  /** Rows of other checkpoints with the same architecture: found by the library, not shown as this model's. */
  sameBuild: number;
}

const none = (): Rows => ({ speed: [], memory: [], sameBuild: 0 });

/** Rows by the record they mean, without those that cannot be true: read once for hundreds of pages. */
const indexes = once(async () => {
  const found: Record<'hardware' | 'model', Map<string, Rows>> = { hardware: new Map(), model: new Map() };
  const { speed, memory } = await measurementRows();
  const at = (by: 'hardware' | 'model', id: string) => {
    const rows = found[by].get(id) ?? none();
    found[by].set(id, rows);
    return rows;
  };
  for (const by of ['hardware', 'model'] as const) {
    for (const row of speed) if (row[by] && row.excluded === undefined) at(by, row[by]).speed.push(row);
    for (const row of memory) if (row[by] && row.excluded === undefined) at(by, row[by]).memory.push(row);
  }
  for (const row of [...speed, ...memory]) {
    if (row.architecture && row.architecture !== row.model && row.excluded === undefined) {
      at('model', row.architecture).sameBuild += 1;
    }
  }
  return found;
});

/** Speeds that others measured on one machine, or of one model: as many as a page holds, and how many there are. */
export async function measuredOn(by: 'hardware' | 'model', id: string): Promise<Measured> {
  const index = (await indexes())[by];
  const { speed, memory, sameBuild } = index.get(id) ?? none();
  const rows = speed.filter((row) => row.decodeTokensPerSecond !== undefined);
  return {
    total: speed.length + memory.length + sameBuild,
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
          ...staleOf({ kind: 'fact', date: row.sourceView.date }),
        };
  return {
    devices: { text: String(row.devices) },
    precision: { text: row.precisionName },
    engine: { text: row.engine },
    decode: number(row.decodeTokensPerSecond),
    prefill: number(row.prefillTokensPerSecond),
  };
}
