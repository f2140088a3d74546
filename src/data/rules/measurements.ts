import { bytesReadPerToken, decodeCeilingTokensPerSecond, modelFacts } from '../../core/bounds.ts';
import type { ModelFacts } from '../../core/bounds.ts';
import {
  architectureOf,
  memoryBytes,
  named,
  namedArchitectures,
  nameIndexes,
  resolveRow,
} from '../../core/measurements.ts';
import type { ArchitectureRef, NameIndexes } from '../../core/measurements.ts';
import { checkpointFacts } from '../../core/parameters.ts';
import { nameIndex } from '../../core/resolve.ts';
import type { Named } from '../../core/resolve.ts';
import type { MemoryMeasurement, SpeedMeasurement } from '../../schema/measurement.ts';
import { mostItCanMean, weightsOf } from './bounds.ts';
import { faultAt } from './fault.ts';
import type { Context, Fault, Library, Path, Shelf } from './fault.ts';

const values = <Value>({ entries }: Shelf<Value>) => new Map(entries.map(({ id, value }) => [id, value]));

/** The names of all sound records, to look up those of measured rows. */
export function libraryNames({ models, architectures, hardware, quantizations }: Library): NameIndexes {
  return nameIndexes({
    models: values(models),
    architectures: values(architectures),
    hardware: values(hardware),
    quantizations: values(quantizations),
  });
}

interface NamedRecord {
  name: string;
  aliases?: string[] | undefined;
  sameArchitecture?: { name: string }[] | undefined;
}

/** Where in a record one of its names stands. */
function placeOfName({ aliases = [], sameArchitecture = [] }: NamedRecord, name: string): Path {
  if (aliases.includes(name)) return ['aliases', aliases.indexOf(name)];
  const same = sameArchitecture.findIndex((other) => other.name === name);
  return same >= 0 ? ['sameArchitecture', same, 'name'] : ['name'];
}

/** A checkpoint without a page has an id that no model has: both are looked up by it. */
export function assertArchitectureIdsDiffer({ models, architectures }: Library): Fault[] {
  return architectures.entries
    .filter(({ id }) => models.ids.has(id))
    .map((entry) => ({
      ...faultAt(entry, [], `models 里已有「${entry.id}」，它的结构写在那一条里，删去这个文件`),
      value: `${entry.id}.yaml`,
    }));
}

/** No two models, checkpoints, machines or precisions share a name: a measured row would not know which it means. */
export function assertNamesBelongToOneRecord(library: Library): Fault[] {
  const shared = (shelves: Shelf<NamedRecord>[], names: Named[]) =>
    nameIndex(names).clashes.flatMap(({ name, id, first }) => {
      const entry = shelves.map(({ byId }) => byId.get(id)).find((found) => found !== undefined);
      if (!entry) return [];
      const message = `${first} 已经用了这个名字，只留给真正叫它的一条记录`;
      return [faultAt(entry, placeOfName(entry.value, name), message)];
    });
  const { models, architectures, hardware, quantizations } = library;
  const built = namedArchitectures({ models: values(models), architectures: values(architectures) });
  return [
    ...shared([models, architectures], built),
    ...shared([hardware], named(values(hardware))),
    ...shared([quantizations], named(values(quantizations))),
  ];
}

/** What holds the weights as a whole, if nothing says otherwise. */
const HOLDS_WEIGHTS = new Set<MemoryMeasurement['subject']>([
  'file',
  'weights-loaded',
  'total-gpu',
  'host-ram',
]);

/** A measured memory is not smaller than the weights it holds, unless a flag says why. */
export function assertMeasuredMemoryHoldsWeights(library: Library): Fault[] {
  const names = libraryNames(library);
  return library.memoryMeasurements.entries.flatMap((entry) => {
    const { value, unit, subject, flags, excluded } = entry.value;
    const model = architectureOf(entry.value, names)?.id;
    const { precision } = resolveRow(entry.value, names);
    if (!HOLDS_WEIGHTS.has(subject) || flags.length > 0 || excluded || !model || !precision) return [];
    const weights = weightsOf(library, model, precision);
    const most = memoryBytes({ value: mostItCanMean(entry, ['value'], value), unit });
    if (!weights || most >= weights.bytes) return [];
    const least = (weights.bytes / memoryBytes({ value: 1, unit })).toFixed(2);
    const message =
      `${model} 的权重至少 ${least} ${unit}（${weights.formula}）；核对数值、单位和精度，` +
      '来源确实这样写就在 flags 里加 below-weights';
    return [faultAt(entry, ['value'], message)];
  });
}

function factsOf({ models, architectures }: Library, built: ArchitectureRef | null): ModelFacts | null {
  const model = models.byId.get(built?.id ?? '')?.value;
  const checkpoint = architectures.byId.get(built?.id ?? '')?.value;
  if (model) return modelFacts(model);
  return checkpoint ? checkpointFacts(checkpoint) : null;
}

/**
 * Bits a weight of a row surely has: those of its precision, or fewer where the file it names is smaller than that, as
 * of a checkpoint whose experts stay at four bits in an `F16` file.
 */
function bitsOf(
  { modelSizeGib }: Pick<SpeedMeasurement, 'modelSizeGib'>,
  nominal: number,
  parameters: number,
) {
  return modelSizeGib === undefined ? nominal : Math.min(nominal, (modelSizeGib * 2 ** 30 * 8) / parameters);
}

/**
 * A measured speed of one request on one device does not exceed bandwidth ÷ bytes read per token, unless a flag says
 * so. Of a mixture, the bytes of the experts it has for one token.
 */
export function assertMeasuredSpeedWithinBandwidth(library: Library): Fault[] {
  const names = libraryNames(library);
  return library.speedMeasurements.entries.flatMap((entry) => {
    const { decodeTokensPerSecond, devices, flags, excluded } = entry.value;
    const told = flags.includes('above-ceiling') || flags.includes('speculative') || excluded !== undefined;
    if (decodeTokensPerSecond === undefined || devices !== 1 || told) return [];
    const { hardware, precision } = resolveRow(entry.value, names);
    const facts = factsOf(library, architectureOf(entry.value, names));
    const nominal = library.quantizations.byId.get(precision ?? '')?.value.nominalBits;
    const bandwidthGbPerSecond = library.hardware.byId.get(hardware ?? '')?.value.bandwidth?.gbPerSecond;
    if (!facts || nominal === undefined || bandwidthGbPerSecond === undefined) return [];
    const bits = bitsOf(entry.value, nominal, facts.totalParameters);
    const bytesPerToken = bytesReadPerToken({ ...facts, bits }).value;
    const ceiling = decodeCeilingTokensPerSecond({ bandwidthGbPerSecond, bytesPerToken });
    if (decodeTokensPerSecond <= ceiling.value) return [];
    const message =
      `不能高于 ${ceiling.value.toFixed(2)} tok/s（带宽上限 ${ceiling.formula}）；核对速度、硬件和精度，` +
      '来源确实这样写就在 flags 里加 above-ceiling';
    return [faultAt(entry, ['decodeTokensPerSecond'], message)];
  });
}

/** Years and spans of years, which the rule for days and months leaves to this one, have begun. */
export function assertMeasuredYearsNotInFuture(library: Library, { today }: Pick<Context, 'today'>): Fault[] {
  return [...library.speedMeasurements.entries, ...library.memoryMeasurements.entries].flatMap((entry) => {
    const [, last] = /^(?:\d{4}-)?(\d{4})$/.exec(entry.value.date ?? '') ?? [];
    if (last === undefined || last <= today.slice(0, 4)) return [];
    return [faultAt(entry, ['date'], `写今年（${today.slice(0, 4)}）或更早的年份`)];
  });
}
