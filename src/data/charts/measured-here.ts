import { spread } from '../../core/chart.ts';
import type { CellView } from '../cells.ts';
import { measurementRows, type SpeedRow } from '../measurements.ts';
import { once } from '../once.ts';

const UNIT = 'tok/s';
/** A few dots tell how far measurements lie from a range; more would only cover each other. */
const MOST_DOTS = 4;

/** What a measured row is of: ids of the three records; of the model, or of one with the same architecture. */
interface Place {
  model: string;
  machine: string;
  precision: string;
}

/** The measured values of a place as a cell of the table; null where nobody measured it. */
export async function measuredCell(at: Place): Promise<CellView | null> {
  const rows = await measuredHere(at);
  if (rows.length === 0) return null;
  const sources = new Map(rows.map(({ sourceView }) => [sourceView.title, sourceView]));
  return {
    text: rows.map((row) => row.decodeTokensPerSecond.toLocaleString('en-US')).join('、'),
    facts: rows.map((row) => ({
      label: row.id.replace('speed-', '实测 '),
      content: [
        `${row.decodeTokensPerSecond} ${UNIT}`,
        row.modelName,
        row.engine,
        row.precisionName,
        row.contextTokens === undefined ? '' : `上下文 ${row.contextTokens.toLocaleString('en-US')}`,
        row.date,
      ]
        .filter(Boolean)
        .join('，'),
    })),
    sources: [...sources.values()],
  };
}

/** Rows of one request on one device that runs as usual: what the estimate beside them is of. */
const alone = (row: SpeedRow): row is MeasuredSpeed =>
  row.excluded === undefined &&
  row.devices === 1 &&
  (row.concurrency === undefined || row.concurrency === 1) &&
  row.decodeTokensPerSecond !== undefined &&
  row.flags.every((flag) => flag === 'user-submitted');

type MeasuredSpeed = SpeedRow & { decodeTokensPerSecond: number };

const byPlace = once(async () => {
  const found = new Map<string, MeasuredSpeed[]>();
  for (const row of (await measurementRows()).speed) {
    if (!row.architecture || !row.hardware || !row.precision || !alone(row)) continue;
    const key = placeKey({ model: row.architecture, machine: row.hardware, precision: row.precision });
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
});

const placeKey = ({ model, machine, precision }: Place) => [model, machine, precision].join(' ');

/** Rows of speed.csv for a model on a machine at a precision, from slow to fast; at most as many as can be told apart. */
export async function measuredHere(at: Place): Promise<MeasuredSpeed[]> {
  const rows = (await byPlace()).get(placeKey(at)) ?? [];
  const sorted = [...rows].sort((a, b) => a.decodeTokensPerSecond - b.decodeTokensPerSecond);
  return spread(sorted, MOST_DOTS);
}
