import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import type { z } from 'zod';
import { collections as schemas } from './src/schema/collections.ts';

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

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  apis: yaml('apis', schemas.apis),
  benchmarks: yaml('benchmarks', schemas.benchmarks),
  claims: yaml('claims', schemas.claims),
  engines: yaml('engines', schemas.engines),
  errata: yaml('errata', schemas.errata),
  hardware: yaml('hardware', schemas.hardware),
  measurements: yaml('measurements', schemas.measurements),
  models: yaml('models', schemas.models),
  picker: yaml('picker', schemas.picker),
  quantizations: yaml('quantizations', schemas.quantizations),
  rates: yaml('rates', schemas.rates),
  sources: yaml('sources', schemas.sources),
};
