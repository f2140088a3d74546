import type { z } from 'zod';
import { api, rate } from './api.ts';
import { benchmark } from './benchmark.ts';
import { claimTable } from './claim.ts';
import { engine } from './engine.ts';
import { erratum } from './erratum.ts';
import { hardware } from './hardware.ts';
import { measurement } from './measurement.ts';
import { model } from './model.ts';
import { picker } from './picker.ts';
import { quantization } from './quantization.ts';
import { source } from './source.ts';

/** Folder under `content/data/` → schema of each file in it. */
export const collections = {
  apis: api,
  benchmarks: benchmark,
  claims: claimTable,
  engines: engine,
  errata: erratum,
  hardware,
  measurements: measurement,
  models: model,
  picker,
  quantizations: quantization,
  rates: rate,
  sources: source,
} satisfies Record<string, z.ZodType>;

export type CollectionName = keyof typeof collections;
export type RecordOf<Name extends CollectionName> = z.infer<(typeof collections)[Name]>;
/** All records of a collection by id. */
export type Records = { [Name in CollectionName]: Map<string, RecordOf<Name>> };
