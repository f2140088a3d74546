import { architectureOf, memoryBytes, resolveRow } from '../../core/measurements.ts';
import type { MemoryMeasurement, SpeedMeasurement } from '../../schema/measurement.ts';
import { weightsOf } from './bounds.ts';
import { faultAt } from './fault.ts';
import type { Entry, Fault, Library } from './fault.ts';
import { libraryNames } from './measurements.ts';

/** Column → the most and least it can hold, many times wider than anything measured, and its unit. */
const SPANS: { field: keyof SpeedMeasurement; least: number; most: number; unit: string }[] = [
  { field: 'prefillTokensPerSecond', least: 0.01, most: 1e6, unit: '每秒 token 数' },
  { field: 'decodeTokensPerSecond', least: 0.01, most: 20_000, unit: '每秒 token 数' },
  { field: 'throughputTokensPerSecond', least: 0.01, most: 1e7, unit: '每秒 token 数' },
  { field: 'parametersB', least: 0.001, most: 20_000, unit: '十亿' },
  { field: 'activeParametersB', least: 0.001, most: 20_000, unit: '十亿' },
  { field: 'modelSizeGib', least: 0.01, most: 20_000, unit: 'GiB（2³⁰ 字节）' },
  { field: 'powerWatts', least: 1, most: 100_000, unit: 'W' },
];

/** Measured figures are in the unit of their column. */
export function assertMeasuredUnits({ speedMeasurements }: Library): Fault[] {
  return speedMeasurements.entries.flatMap((entry) =>
    SPANS.flatMap(({ field, least, most, unit }) => {
      const value = entry.value[field];
      if (typeof value !== 'number' || (value >= least && value <= most)) return [];
      return [faultAt(entry, [field], `单位是${unit}，写 ${least} 到 ${most} 的数；核对单位和小数点`)];
    }),
  );
}

/** A row stands once: two that differ in nothing but their number count a measurement twice. */
export function assertRowsDiffer({ speedMeasurements, memoryMeasurements }: Library): Fault[] {
  const shelves: (readonly Entry<SpeedMeasurement | MemoryMeasurement>[])[] = [
    speedMeasurements.entries,
    memoryMeasurements.entries,
  ];
  return shelves.flatMap((entries) => {
    const first = new Map<string, string>();
    return entries.flatMap((entry) => {
      const key = JSON.stringify({ ...entry.value, id: '' });
      const owner = first.get(key);
      first.set(key, owner ?? entry.id);
      return owner === undefined ? [] : [faultAt(entry, ['id'], `与 ${owner} 这一行逐格相同，删去一行`)];
    });
  });
}

/** What is the weights and nothing besides. */
const WEIGHTS_ALONE = new Set<MemoryMeasurement['subject']>(['file', 'weights-loaded']);

/** Weights take no more than about twice their nominal bits, unless a note says why. */
export function assertMeasuredWeightsNotFarAbove(library: Library): Fault[] {
  const names = libraryNames(library);
  return library.memoryMeasurements.entries.flatMap((entry) => {
    const { value, unit, subject, flags, excluded, note } = entry.value;
    const model = architectureOf(entry.value, names)?.id;
    const { precision } = resolveRow(entry.value, names);
    if (!WEIGHTS_ALONE.has(subject) || flags.length > 0 || excluded || note || !model || !precision)
      return [];
    const weights = weightsOf(library, model, precision);
    const nominal = library.quantizations.byId.get(precision)?.value.nominalBits;
    if (!weights || nominal === undefined) return [];
    const most = (weights.bytes * (2 * nominal + 1)) / nominal;
    if (memoryBytes({ value, unit }) <= most) return [];
    const figure = Number((most / memoryBytes({ value: 1, unit })).toPrecision(3));
    const message = `${model} 的权重不超过 ${figure} ${unit}（每个权重 ${2 * nominal + 1} 位）；核对数值、单位和精度，真是这样就在 note 里说明`;
    return [faultAt(entry, ['value'], message)];
  });
}

/** What lies in the memory of devices fits into it, unless part of it lies elsewhere or a note says why. */
export function assertMeasuredMemoryFitsMachine(library: Library): Fault[] {
  const names = libraryNames(library);
  return library.memoryMeasurements.entries.flatMap((entry) => {
    const { value, unit, subject, devices = 1, flags, excluded, note } = entry.value;
    const { hardware } = resolveRow(entry.value, names);
    const gb = library.hardware.byId.get(hardware ?? '')?.value.memory?.gb;
    if (subject !== 'total-gpu' || gb === undefined || flags.length > 0 || excluded || note) return [];
    // Labels say GB of what is GiB.
    if (memoryBytes({ value, unit }) <= gb * devices * 2 ** 30) return [];
    const message = `${hardware} 只有 ${gb} GB${devices > 1 ? ` × ${devices}` : ''}；核对数值、单位、机器和台数，真是这样就在 note 里说明`;
    return [faultAt(entry, ['value'], message)];
  });
}
