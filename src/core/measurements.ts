import type { Checkpoint } from '../schema/architecture.ts';
import type { Hardware } from '../schema/hardware.ts';
import type { MemoryMeasurement, MemoryUnit, SpeedMeasurement } from '../schema/measurement.ts';
import type { Model } from '../schema/model.ts';
import type { Quantization } from '../schema/quantization.ts';
import { baseNames, engineFamily, nameIndex, normalizeName, resolveName } from './resolve.ts';
import type { Named, NameIndex, NameKind } from './resolve.ts';

export type NameIndexes = Record<NameKind, NameIndex> & {
  /** Names of models, of other checkpoints with the same architecture, and of checkpoints without a page. */
  architecture: NameIndex;
  /** Ids in the `architecture` index that are records of `architectures`; the others are models. */
  checkpoints: ReadonlySet<string>;
  /** Names of the `architecture` index up to the size, to find the base of a fine-tune that names it. */
  bases: ReadonlyMap<string, string>;
};

/** The records that measured rows refer to by name, by id. */
export interface NamedRecords {
  models: ReadonlyMap<string, Pick<Model, 'name' | 'aliases' | 'sameArchitecture'>>;
  architectures: ReadonlyMap<string, Pick<Checkpoint, 'name' | 'aliases'>>;
  hardware: ReadonlyMap<string, Pick<Hardware, 'name' | 'aliases'>>;
  quantizations: ReadonlyMap<string, Pick<Quantization, 'name' | 'aliases'>>;
}

/** The names under which records are known. */
export function named(
  records: ReadonlyMap<string, { name: string; aliases?: string[] | undefined }>,
): Named[] {
  return [...records].map(([id, { name, aliases = [] }]) => ({ id, names: [name, ...aliases] }));
}

/** The models with the names of checkpoints built the same, which weigh and run the same; then those without a page. */
export function namedArchitectures({
  models,
  architectures,
}: Pick<NamedRecords, 'models' | 'architectures'>): Named[] {
  const ofModels = named(models).map(({ id, names }) => {
    const same = models.get(id)?.sameArchitecture ?? [];
    return { id, names: [...names, ...same.map(({ name }) => name)] };
  });
  return [...ofModels, ...named(architectures)];
}

const MEMORY_SIZE = /[\s-]*\b\d+\s?GB\b/gi;

/**
 * The index of machines, with names short of their memory size too (`RTX 4090 24GB` → `RTX 4090`), where only one
 * machine has the short name: other sizes of one name are other machines.
 */
export function machineIndex(hardware: NamedRecords['hardware']): NameIndex {
  const full = named(hardware);
  const { index } = nameIndex(full);
  const short = nameIndex(
    full.map(({ id, names }) => ({ id, names: names.map((name) => name.replace(MEMORY_SIZE, '')) })),
  );
  const shared = new Set(short.clashes.map(({ name }) => normalizeName(name)));
  const added = [...short.index].filter(([name]) => name !== '' && !shared.has(name) && !index.has(name));
  return new Map([...index, ...added]);
}

export function nameIndexes({ models, architectures, hardware, quantizations }: NamedRecords): NameIndexes {
  const built = namedArchitectures({ models, architectures });
  return {
    model: nameIndex(named(models)).index,
    architecture: nameIndex(built).index,
    bases: baseNames(built),
    checkpoints: new Set(architectures.keys()),
    machine: machineIndex(hardware),
    precision: nameIndex(named(quantizations)).index,
  };
}

/** Ids of the records a measured row means; null where its names mean none. */
export interface ResolvedNames {
  model: string | null;
  hardware: string | null;
  precision: string | null;
}

type NamesOfRow = Pick<MemoryMeasurement, 'modelName' | 'machineName' | 'precisionName'>;

export function resolveRow(row: NamesOfRow, indexes: NameIndexes): ResolvedNames {
  const idOf = (kind: NameKind, name: string | undefined) => {
    if (name === undefined) return null;
    const found = resolveName(kind, name, indexes[kind]);
    return 'id' in found ? found.id : null;
  };
  return {
    model: idOf('model', row.modelName),
    hardware: idOf('machine', row.machineName),
    precision: idOf('precision', row.precisionName),
  };
}

/** A record that has an architecture, and in which collection it stands. */
export interface ArchitectureRef {
  kind: 'models' | 'architectures';
  id: string;
}

/**
 * The record whose architecture, and with it weights and speed, the row's model has: the model itself, one of which its
 * record says so, or a checkpoint without a page. For arithmetic, never for scores.
 */
export function architectureOf(
  { modelName }: Pick<NamesOfRow, 'modelName'>,
  indexes: NameIndexes,
): ArchitectureRef | null {
  const found = resolveName('model', modelName, indexes.architecture);
  if (!('id' in found)) return null;
  return { kind: indexes.checkpoints.has(found.id) ? 'architectures' : 'models', id: found.id };
}

/** Id of the model with a page whose architecture the row's model has: for links and measurements of a kind. */
export function modelBuiltAlike(row: Pick<NamesOfRow, 'modelName'>, indexes: NameIndexes): string | null {
  const found = architectureOf(row, indexes);
  return found?.kind === 'models' ? found.id : null;
}

const BYTES: Record<MemoryUnit, number> = { TB: 1e12, GB: 1e9, MB: 1e6, GiB: 2 ** 30, MiB: 2 ** 20 };

/** A printed memory figure in bytes: value × 10¹² (TB), 10⁹ (GB), 10⁶ (MB), 2³⁰ (GiB) or 2²⁰ (MiB). */
export function memoryBytes({ value, unit }: { value: number; unit: MemoryUnit }): number {
  return value * BYTES[unit];
}

/** Output tokens a second of the whole system, or null where the figure counts something else. */
export function systemOutputTokensPerSecond({
  throughputTokensPerSecond,
  throughputKind,
  devices,
}: Pick<SpeedMeasurement, 'throughputTokensPerSecond' | 'throughputKind' | 'devices'>): number | null {
  if (throughputTokensPerSecond === undefined) return null;
  if (throughputKind === 'system-output') return throughputTokensPerSecond;
  return throughputKind === 'per-gpu-output' ? throughputTokensPerSecond * devices : null;
}

type Flat = Record<string, string | number | null>;

/** A measured row of either kind as one flat record with ids, ready to be packed for a table. */
export function measurementItem(row: SpeedMeasurement | MemoryMeasurement, indexes: NameIndexes): Flat {
  const { flags, ...printed } = row;
  return {
    kind: 'value' in row ? 'memory' : 'speed',
    ...printed,
    ...resolveRow(row, indexes),
    architecture: modelBuiltAlike(row, indexes),
    engineFamily: engineFamily(row.engine),
    flags: flags.length > 0 ? flags.join(' ') : null,
  } as Flat;
}
