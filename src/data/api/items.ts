import { createHash } from 'node:crypto';
import { grouped, modelFacts, weightsBytes } from '../../core/bounds.ts';
import { memoryBytes, nameIndexes, resolveRow } from '../../core/measurements.ts';
import type { Benchmark, Score } from '../../schema/benchmark.ts';
import type { Records } from '../../schema/collections.ts';
import type { MemoryMeasurement } from '../../schema/measurement.ts';
import type { Model } from '../../schema/model.ts';

/** What one entry of a published list is, whatever it describes. */
export type Item = { id: string } & Record<string, unknown>;

/** Records as they are, with their ids. */
export const withIds = (records: ReadonlyMap<string, object>): Item[] =>
  [...records].map(([id, record]) => ({ id, ...record }));

export function modelItems({ models }: Records): Item[] {
  return [...models].map(([id, model]) => ({ id, ...model, ...derivedOfModel(model) }));
}

/** Figures computed here stand apart, each with its formula. */
function derivedOfModel(model: Model) {
  const facts = modelFacts(model);
  if (!facts) return {};
  const { value, formula } = weightsBytes({ parameters: facts.totalParameters, bits: 16 });
  return { derived: { weightsBytesBf16: { value, formula: `参数量 × 16 位 ÷ 8 = ${formula}` } } };
}

/** Scores of all models in one list. */
export function scoreItems({ benchmarks }: Records): Item[] {
  return [...benchmarks].flatMap(([model, { scores }]) => {
    const ids = scoreIds(model, scores);
    return scores.map((score, index) => ({ id: ids[index] ?? '', model, ...score }));
  });
}

/**
 * Scores carry no id of their own. Theirs is made of what the score is of, not of its value or place in the file: a
 * corrected value keeps its id. Two readings of the very same thing in one source are numbered.
 */
function scoreIds(model: string, scores: Benchmark['scores']): string[] {
  const seen = new Map<string, number>();
  return scores.map((score) => {
    const id = `${model}-${fingerprint(score)}`;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  });
}

function fingerprint(score: Score): string {
  const { benchmark, variant, detail, checkpoint, window, metric, mode, measuredBy, date, source } = score;
  const of = [benchmark, variant, detail, checkpoint?.kind, checkpoint?.name, window, metric, mode];
  const identity = [...of, measuredBy.kind, measuredBy.name, date, source];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 10);
}

/** Prices of all vendors in one list. */
export function priceItems({ apis }: Records): Item[] {
  return [...apis].flatMap(([vendor, { vendor: vendorName, prices }]) =>
    prices.map((price) => ({ ...price, vendor, vendorName })),
  );
}

/** What holds for all prices of a vendor. */
export function vendorItems({ apis }: Records): Item[] {
  return [...apis].map(([id, { vendor: name, prices: _, ...rest }]) => ({ id, name, ...rest }));
}

/** Offers of all platforms in one list. */
export function rentalItems({ rentals }: Records): Item[] {
  return [...rentals].flatMap(([platform, { platform: platformName, region, offers }]) =>
    offers.map((offer) => ({ ...offer, platform, platformName, region })),
  );
}

/** Measured rows of both kinds, those that cannot be true too: `excluded` says why. */
export function measurementItems(records: Records): Item[] {
  const indexes = nameIndexes(records);
  const { speedMeasurements, memoryMeasurements } = records;
  return [
    ...[...speedMeasurements.values()].map((row) => ({
      kind: 'speed',
      ...row,
      ...resolveRow(row, indexes),
    })),
    ...[...memoryMeasurements.values()].map((row) => ({
      kind: 'memory',
      ...row,
      ...resolveRow(row, indexes),
      derived: { bytes: bytesOf(row) },
    })),
  ];
}

function bytesOf(row: MemoryMeasurement) {
  const { value, unit } = row;
  const bytesPerUnit = memoryBytes({ value: 1, unit });
  return { value: memoryBytes(row), formula: `${value} ${unit} × ${grouped(bytesPerUnit)}` };
}
