import { z } from 'zod';
import { count, id, isoDate, positive, provenance, text } from './shared.ts';

/** Memory or speed that somebody measured and published: one file a source and model. */
export const measurement = z.strictObject({
  ...provenance,
  /** Id of the model measured, or of one with the same architecture (then `note` says so). */
  model: id,
  machine: text,
  /** Id of a hardware record, where there is one. */
  hardware: id.optional(),
  engine: text,
  date: isoDate,
  note: text.optional(),
  rows: z
    .array(
      z.strictObject({
        precision: id,
        devices: count.optional(),
        promptTokens: count,
        memoryGib: positive.optional(),
        decodeTokensPerSecond: positive.optional(),
      }),
    )
    .min(1, '至少要有一行'),
});
export type Measurement = z.infer<typeof measurement>;
