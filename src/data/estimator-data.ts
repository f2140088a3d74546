import type { EstimatorData } from '../core/estimate/fit-constants.ts';
import { libraryNames } from './rules/measurements.ts';
import type { Library, Shelf } from './rules/fault.ts';

const values = <Value>({ entries }: Shelf<Value>) => new Map(entries.map(({ id, value }) => [id, value]));

/** The records behind the estimator, and the measured rows, of a library read from files. */
export function estimatorLibrary(library: Library) {
  const data: EstimatorData = {
    models: values(library.models),
    architectures: values(library.architectures),
    hardware: values(library.hardware),
    quantizations: values(library.quantizations),
    indexes: libraryNames(library),
  };
  return {
    data,
    speed: library.speedMeasurements.entries.map(({ value }) => value),
    memory: library.memoryMeasurements.entries.map(({ value }) => value),
  };
}
