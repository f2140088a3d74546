import type { z } from 'zod';
import { api, rate } from './api.ts';
import { checkpoint } from './architecture.ts';
import { benchmark } from './benchmark.ts';
import { claimTable } from './claim.ts';
import { electricity } from './electricity.ts';
import { engine, engineFlags } from './engine.ts';
import { engineConstants } from './engine-constants.ts';
import { erratum } from './erratum.ts';
import { hardware } from './hardware.ts';
import { hosting } from './hosting.ts';
import { memoryMeasurement, speedMeasurement } from './measurement.ts';
import { model } from './model.ts';
import { picker } from './picker.ts';
import { quantization, quantizationEffect } from './quantization.ts';
import { rental } from './rental.ts';
import { source } from './source.ts';

/** Folder under `content/data/` → schema of each file in it. */
export const collections = {
  apis: api,
  architectures: checkpoint,
  benchmarks: benchmark,
  claims: claimTable,
  electricity,
  'engine-constants': engineConstants,
  'engine-flags': engineFlags,
  engines: engine,
  errata: erratum,
  hardware,
  hosting,
  models: model,
  picker,
  'quantization-effects': quantizationEffect,
  quantizations: quantization,
  rates: rate,
  rentals: rental,
  sources: source,
} satisfies Record<string, z.ZodType>;

/** Collections kept as a table, one row a record. */
export const tables = {
  speedMeasurements: { file: 'measurements/speed.csv', schema: speedMeasurement },
  memoryMeasurements: { file: 'measurements/memory.csv', schema: memoryMeasurement },
} as const;

export type FolderName = keyof typeof collections;
export type TableName = keyof typeof tables;
export type CollectionName = FolderName | TableName;
export type RecordOf<Name extends CollectionName> = Name extends FolderName
  ? z.infer<(typeof collections)[Name]>
  : Name extends TableName
    ? z.infer<(typeof tables)[Name]['schema']>
    : never;
/** All records of a collection by id. */
export type Records = { [Name in CollectionName]: Map<string, RecordOf<Name>> };
