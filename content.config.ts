import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import type { z } from 'zod';
import { csvRows } from './src/data/csv.ts';
import { collections as schemas, tables } from './src/schema/collections.ts';

const yaml = <Schema extends z.ZodType>(folder: string, schema: Schema) =>
  defineCollection({
    // The file name is the id; the default would slugify dots away.
    loader: glob({
      base: `./content/data/${folder}`,
      pattern: '*.yaml',
      generateId: ({ entry }) => entry.replace(/\.yaml$/, ''),
    }),
    schema,
  });

const csv = <Schema extends z.ZodType>(table: { file: string; schema: Schema }) =>
  defineCollection({
    loader: file(`content/data/${table.file}`, { parser: csvRows }),
    schema: table.schema,
  });

type DocsSchema = ReturnType<typeof docsSchema>;
let docs: ReturnType<DocsSchema> | undefined;
/** Starlight asks for the schema of its pages once for every generated page: it is made once. */
const onePageSchema: DocsSchema = (context) => (docs ??= docsSchema()(context));

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: onePageSchema }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  apis: yaml('apis', schemas.apis),
  architectures: yaml('architectures', schemas.architectures),
  benchmarks: yaml('benchmarks', schemas.benchmarks),
  claims: yaml('claims', schemas.claims),
  electricity: yaml('electricity', schemas.electricity),
  'engine-constants': yaml('engine-constants', schemas['engine-constants']),
  'engine-flags': yaml('engine-flags', schemas['engine-flags']),
  engines: yaml('engines', schemas.engines),
  errata: yaml('errata', schemas.errata),
  hardware: yaml('hardware', schemas.hardware),
  memoryMeasurements: csv(tables.memoryMeasurements),
  hosting: yaml('hosting', schemas.hosting),
  models: yaml('models', schemas.models),
  picker: yaml('picker', schemas.picker),
  'quantization-effects': yaml('quantization-effects', schemas['quantization-effects']),
  quantizations: yaml('quantizations', schemas.quantizations),
  rates: yaml('rates', schemas.rates),
  rentals: yaml('rentals', schemas.rentals),
  sources: yaml('sources', schemas.sources),
  speedMeasurements: csv(tables.speedMeasurements),
};
