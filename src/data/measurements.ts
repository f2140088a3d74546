import {
  measurementItem,
  memoryBytes,
  modelBuiltAlike,
  nameIndexes,
  resolveRow,
} from '../core/measurements.ts';
import type { NameIndexes, ResolvedNames } from '../core/measurements.ts';
import { packTable } from '../core/packed-table.ts';
import type { PackedTable } from '../core/packed-table.ts';
import { engineFamily } from '../core/resolve.ts';
import type { MemoryMeasurement, SpeedMeasurement } from '../schema/measurement.ts';
import { load } from './load.ts';
import { once } from './once.ts';
import { sourceViews } from './source-view.ts';
import type { SourceView } from './source-view.ts';

/** What a page adds to a row as printed: the records it means, its engine without version, its own page as source. */
interface RowView extends ResolvedNames {
  /** The model, or one with the same architecture. */
  architecture: string | null;
  engineFamily: string;
  sourceView: SourceView;
}
export type SpeedRow = SpeedMeasurement & RowView;
export type MemoryRow = MemoryMeasurement & RowView & { bytes: number };

async function indexes(): Promise<NameIndexes> {
  const [models, architectures, hardware, quantizations] = await Promise.all([
    load('models'),
    load('architectures'),
    load('hardware'),
    load('quantizations'),
  ]);
  return nameIndexes({ models, architectures, hardware, quantizations });
}

/** Every measured row, the excluded ones too: a page that states facts leaves out those with `excluded`. */
export const measurementRows = once(async (): Promise<{ speed: SpeedRow[]; memory: MemoryRow[] }> => {
  const [speed, memory, names, source] = await Promise.all([
    load('speedMeasurements'),
    load('memoryMeasurements'),
    indexes(),
    sourceViews(),
  ]);
  const view = (row: SpeedMeasurement | MemoryMeasurement): RowView => ({
    ...resolveRow(row, names),
    architecture: modelBuiltAlike(row, names),
    engineFamily: engineFamily(row.engine),
    sourceView: { ...source(row.source), url: row.sourceUrl },
  });
  return {
    speed: [...speed.values()].map((row) => ({ ...row, ...view(row) })),
    memory: [...memory.values()].map((row) => ({ ...row, ...view(row), bytes: memoryBytes(row) })),
  };
});

/** All measured rows for a table in the browser, as columns; `unpackTable` gives the rows back. */
export async function measurementTable(): Promise<PackedTable> {
  const [speed, memory, names] = await Promise.all([
    load('speedMeasurements'),
    load('memoryMeasurements'),
    indexes(),
  ]);
  return packTable([...speed.values(), ...memory.values()].map((row) => measurementItem(row, names)));
}
