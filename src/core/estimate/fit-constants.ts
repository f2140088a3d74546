import { machineClass } from '../machine-class.ts';
import { memoryBytes, resolveRow } from '../measurements.ts';
import type { NameIndexes } from '../measurements.ts';
import type { Checkpoint } from '../../schema/architecture.ts';
import type { Hardware } from '../../schema/hardware.ts';
import type { MemoryMeasurement, SpeedMeasurement } from '../../schema/measurement.ts';
import type { Model } from '../../schema/model.ts';
import type { Quantization } from '../../schema/quantization.ts';
import { calibrate, median } from './calibrate.ts';
import type { FittedConstants } from './constants.ts';
import { heldOut, spreads } from './cross-validate.ts';
import type { HeldOut } from './cross-validate.ts';
import { decodeObservation, prefillObservation, throughputObservation } from './observations.ts';
import type { SpeedObservation } from './observations.ts';
import { GGUF_OUTPUT_BITS } from './precision-bits.ts';
import type { GgufBits } from './precision-bits.ts';
import { cautiousBandwidth, shapeOfName } from './subject.ts';
import type { EstimateRecords } from './subject.ts';
import { teraOpsByClass } from './tera-ops.ts';

/** The records behind the estimator, by id. */
export interface EstimatorData {
  models: ReadonlyMap<string, Model>;
  architectures: ReadonlyMap<string, Checkpoint>;
  hardware: ReadonlyMap<string, Hardware>;
  quantizations: ReadonlyMap<string, Quantization>;
  indexes: NameIndexes;
}

/** What rows are looked up in, with the fitted bits of GGUF types. */
export function estimateRecords(data: EstimatorData, gguf: GgufBits): EstimateRecords {
  const machines = [...data.hardware.values()].map((machine) => ({
    ...machine,
    class: machineClass(machine),
    bandwidthGbPerSecond: cautiousBandwidth(machine),
  }));
  return {
    models: data.models,
    architectures: data.architectures,
    hardware: data.hardware,
    indexes: data.indexes,
    gguf,
    teraOps: teraOpsByClass(machines),
  };
}

/** All speeds of the rows that the model can be held against, in the order of the rows. */
export function speedObservations(
  rows: Iterable<SpeedMeasurement>,
  records: EstimateRecords,
): SpeedObservation[] {
  return [...rows].flatMap((row) =>
    [decodeObservation, prefillObservation, throughputObservation].flatMap((observe) => {
      const found = observe(row, records);
      return 'reason' in found ? [] : [found];
    }),
  );
}

/**
 * Bits of a weight of the layers by GGUF type: the median over the files of models whose parameters were counted, of
 * (file × 8 − output layer × 6.5625) ÷ other parameters.
 */
export function fitGgufBits(rows: Iterable<MemoryMeasurement>, data: EstimatorData): GgufBits {
  const found = new Map<string, number[]>();
  for (const row of rows) {
    if (row.subject !== 'file' || row.excluded !== undefined || row.flags.length > 0) continue;
    const { precision } = resolveRow(row, data.indexes);
    if (!precision || data.quantizations.get(precision)?.family !== 'gguf') continue;
    const model = shapeOfName(row.modelName, data);
    if (!model?.exact) continue;
    const { totalParameters, embeddingParameters } = model;
    const bits = memoryBytes(row) * 8 - embeddingParameters * GGUF_OUTPUT_BITS;
    const list = found.get(precision) ?? [];
    found.set(precision, [...list, bits / (totalParameters - embeddingParameters)]);
  }
  return Object.fromEntries(
    [...found].map(([precision, list]) => [precision, { bits: median(list), rows: list.length }]),
  );
}

export interface Fit extends FittedConstants {
  /** Each observation by constants that never saw its machine, and never its source on this machine. */
  heldOut: { byMachine: HeldOut[]; bySource: HeldOut[] };
  observations: SpeedObservation[];
}

/** Everything that is fitted, from the measured rows. */
export function fitEverything(
  data: EstimatorData,
  { speed, memory }: { speed: Iterable<SpeedMeasurement>; memory: Iterable<MemoryMeasurement> },
): Fit {
  const gguf = fitGgufBits(memory, data);
  const observations = speedObservations(speed, estimateRecords(data, gguf));
  const calibration = calibrate(observations);
  const held = {
    byMachine: heldOut(observations, 'machine'),
    bySource: heldOut(observations, 'sourceOnMachine'),
  };
  const widths = spreads(calibration.nodes, held);
  const nodes = calibration.nodes.map((node) => ({ ...node, spread: widths.get(node)! }));
  return { nodes, machines: calibration.machines, gguf, heldOut: held, observations };
}
