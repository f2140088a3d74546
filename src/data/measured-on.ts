import { appliedConstants } from '../core/estimate/constants.ts';
import { estimateRecords } from '../core/estimate/fit-constants.ts';
import { decodeObservation } from '../core/estimate/observations.ts';
import { decodeCeiling } from '../core/estimate/speed.ts';
import { staleOf, type CellView } from './cells.ts';
import { estimator, estimatorData } from './estimator.ts';
import { rangeText } from '../core/range-text.ts';
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

/** What the estimator says of each measured row of generation speed, by the row's id: its range, or why there is none. */
const estimates = once(async () => {
  const [data, { fitted }, { speed }] = await Promise.all([estimatorData(), estimator(), measurementRows()]);
  const names = estimateRecords(data, fitted.gguf);
  const ofRow = (row: SpeedRow) => {
    const observation = decodeObservation(row, names);
    if ('reason' in observation) return observation;
    const { work, machine } = observation.subject;
    const applied = appliedConstants(fitted, {
      engine: work.engine,
      class: work.class,
      machine: machine.id,
      quantity: 'decode',
    });
    const typical = observation.tokensPerSecond(observation.predict(applied.constants) * applied.factor);
    const ceiling = decodeCeiling({ work, cacheBytes: 0 });
    const at = (tokensPerSecond: number) => Math.min(tokensPerSecond, ceiling);
    return { low: at(typical / applied.spread), high: at(typical * applied.spread) };
  };
  const decoded = speed.filter((row) => row.decodeTokensPerSecond !== undefined);
  return new Map(decoded.map((row) => [row.id, ofRow(row)]));
});
type Estimated = Awaited<ReturnType<typeof estimates>>;

function estimateCell(
  { id, decodeTokensPerSecond: measured = 0 }: SpeedRow,
  all: Estimated,
): CellView | null {
  const found = all.get(id);
  if (!found) return null;
  if ('reason' in found) return { text: '不估算', facts: [{ label: '为什么', content: found.reason }] };
  const outside = measured > found.high ? '，实测更快' : measured < found.low ? '，实测更慢' : '';
  return { text: `${rangeText(found)}${outside}` };
}

/**
 * Rows with an estimate beside them first, and the first of each machine, model and precision before the second of any:
 * a short table shows more that way.
 */
function varied(rows: readonly SpeedRow[], all: Estimated): SpeedRow[] {
  const seen = new Map<string, number>();
  const turns = rows.map((row) => {
    const key = `${row.machineName} ${row.modelName} ${row.precisionName}`;
    const turn = seen.get(key) ?? 0;
    seen.set(key, turn + 1);
    const estimated = all.get(row.id);
    return { row, turn, rank: estimated && 'reason' in estimated ? 1 : 0 };
  });
  return turns.sort((a, b) => a.rank - b.rank || a.turn - b.turn).map(({ row }) => row);
}

/** Speeds that others measured on one machine, or of one model: as many as a page holds, and how many there are. */
export async function measuredOn(by: 'hardware' | 'model', id: string): Promise<Measured> {
  const index = (await indexes())[by];
  const { speed, memory, sameBuild } = index.get(id) ?? none();
  const all = await estimates();
  const decoded = (rows: readonly SpeedRow[]) =>
    varied(
      rows.filter((row) => row.decodeTokensPerSecond !== undefined),
      all,
    );
  const shown = [...decoded(speed), ...decoded(sameBuild.speed)].slice(0, SHOWN);
  const name = (row: SpeedRow) =>
    by === 'hardware' ? row.modelName : `${row.machineName}${row.model === id ? '' : `（${row.modelName}）`}`;
  return {
    total: speed.length + memory.length + sameBuild.speed.length + sameBuild.memory.length,
    rows: shown.map((row) => ({
      id: row.id,
      name: name(row),
      cells: { ...speedCells(row), estimate: estimateCell(row, all) },
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
