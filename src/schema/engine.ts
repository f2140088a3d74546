import { z } from 'zod';
import { count, id, isoDate, provenance, text, url } from './shared.ts';

/** Provenance with the file of the source's repository that was read. */
const read = { ...provenance, file: text.optional() };
const statement = z.strictObject({ ...read, text });
/** A default or an option as the engine writes it; null where it is decided at run time. */
const setting = z
  .union([z.string(), z.number(), z.boolean()], {
    error: '要写文字、数字、true 或 false；运行时才定的写 null',
  })
  .nullable();

export const engine = z.strictObject({
  name: text,
  docs: url,
  command: text,
  commandAlternative: statement.optional(),
  defaultPort: z.strictObject({ ...read, value: count, note: text.optional() }),
  version: z.strictObject({ ...read, value: text, date: isoDate, note: text.optional() }),
  /** What changed in which version. */
  versionNotes: z.array(z.strictObject({ ...read, version: text, text })).optional(),
  /** Ids of quantizations the engine reads. */
  precisions: z.array(id),
  requirements: z.array(statement),
  images: z.array(
    z.strictObject({
      ...read,
      name: text,
      tags: z.array(text),
      platform: text,
      mirrors: z.array(text).optional(),
      note: text.optional(),
    }),
  ),
  imageEntrypoint: statement.optional(),
  platforms: z.array(z.strictObject({ ...read, name: text, text })),
  /** Which method runs on which hardware, as the engine's own table has it. */
  precisionSupport: z
    .strictObject({
      ...read,
      columns: z.array(text),
      rows: z.array(
        z.strictObject({
          method: text,
          precisions: z.array(id).optional(),
          cells: z.array(
            z.strictObject({
              value: z.enum(['yes', 'partial', 'no'], { error: '支持与否只能写 yes、partial 或 no' }),
              note: text.optional(),
            }),
          ),
        }),
      ),
    })
    .optional(),
  precisionNotes: z.array(statement).optional(),
  /** Precisions the KV cache may have, as the engine names them. */
  kvCacheTypes: z.strictObject({ ...read, values: z.array(text) }).optional(),
  defaults: z.array(z.strictObject({ ...read, name: text, value: setting, note: text.optional() })),
});
export type Engine = z.infer<typeof engine>;

/** Every option of an engine's server; the file name is the engine's id. */
export const engineFlags = z.strictObject({
  ...read,
  flags: z.array(
    z.strictObject({
      flag: text,
      /** Other spellings, separated by spaces. */
      alias: text.optional(),
      type: text,
      default: setting,
      env: text.optional(),
      group: text.optional(),
      status: z.enum(['deprecated', 'removed'], { error: '状态只能写 deprecated 或 removed' }).optional(),
      note: text.optional(),
    }),
  ),
  /** Options that still work and should be written otherwise. */
  replaced: z.array(z.strictObject({ flag: text, by: text })).optional(),
  /** Options of earlier versions that are gone. */
  removed: z.array(text).optional(),
});
export type EngineFlags = z.infer<typeof engineFlags>;
