import { appliedConstants } from '../core/estimate/constants.ts';
import { estimateRecords } from '../core/estimate/fit-constants.ts';
import { decodeObservation } from '../core/estimate/observations.ts';
import { decodeCeiling } from '../core/estimate/speed.ts';
import type { CellView } from './cells.ts';
import { estimator, estimatorData } from './estimator.ts';
import { rangeText } from './fit-words.ts';
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
  /** Rows of other checkpoints with the same architecture: shown after the model's own, by their names. */
  sameBuild: { speed: SpeedRow[]; memory: MemoryRow[] };
}

const none = (): Rows => ({ speed: [], memory: [], sameBuild: { speed: [], memory: [] } });

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
  const alike = ({ architecture, model, excluded }: SpeedRow | MemoryRow) =>
    architecture !== model && excluded === undefined ? architecture : null;
  for (const row of speed) {
    const model = alike(row);
    if (model) at('model', model).sameBuild.speed.push(row);
  }
  for (const row of memory) {
    const model = alike(row);
    if (model) at('model', model).sameBuild.memory.push(row);
  }
  return found;
});

const records = once(async () => {
  const [data, { fitted }] = await Promise.all([estimatorData(), estimator()]);
  return { names: estimateRecords(data, fitted.gguf), fitted };
});

/** What the estimator says of a measured row: its range of generation speed, and whether the row lies in it. */
async function estimateCell(row: SpeedRow): Promise<CellView> {
  const { names, fitted } = await records();
  const observation = decodeObservation(row, names);
  if ('reason' in observation) return { text: `不估算：${observation.reason}` };
  const { work, machine } = observation.subject;
  const applied = appliedConstants(fitted, {
    engine: work.engine,
    class: work.class,
    machine: machine.id,
    quantity: 'decode',
  });
  const seconds = observation.predict(applied.constants) * applied.factor;
  const ceiling = decodeCeiling({ work, cacheBytes: 0 });
  const typical = observation.tokensPerSecond(seconds);
  const [low, high] = [typical / applied.spread, typical * applied.spread].map((speed) =>
    Math.min(speed, ceiling),
  ) as [number, number];
  const inside = observation.measured >= low && observation.measured <= high;
  return { text: `${rangeText({ low, high })}${inside ? '' : '，实测在外'}` };
}

/** The first row of each machine, model and precision before the second of any: a short table shows more that way. */
function varied(rows: readonly SpeedRow[]): SpeedRow[] {
  const seen = new Map<string, number>();
  const turns = rows.map((row) => {
    const key = `${row.machineName} ${row.modelName} ${row.precisionName}`;
    const turn = seen.get(key) ?? 0;
    seen.set(key, turn + 1);
    return { row, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({ row }) => row);
}

/** Speeds that others measured on one machine, or of one model: as many as a page holds, and how many there are. */
export async function measuredOn(by: 'hardware' | 'model', id: string): Promise<Measured> {
  const index = (await indexes())[by];
  const { speed, memory, sameBuild } = index.get(id) ?? none();
  const decoded = (rows: readonly SpeedRow[]) =>
    varied(rows.filter((row) => row.decodeTokensPerSecond !== undefined));
  const shown = [...decoded(speed), ...decoded(sameBuild.speed)].slice(0, SHOWN);
  const name = (row: SpeedRow) =>
    by === 'hardware' ? row.modelName : `${row.machineName}${row.model === id ? '' : `（${row.modelName}）`}`;
  return {
    total: speed.length + memory.length + sameBuild.speed.length + sameBuild.memory.length,
    rows: await Promise.all(
      shown.map(async (row) => ({
        id: row.id,
        name: name(row),
        cells: { ...speedCells(row), estimate: await estimateCell(row) },
        sortKeys: { decode: row.decodeTokensPerSecond ?? null },
      })),
    ),
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
