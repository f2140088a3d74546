import { z } from 'zod';
import { id, isoDate, provenance, text, url } from './shared.ts';

export const engine = z.strictObject({
  name: text,
  docs: url,
  version: z.strictObject({ ...provenance, value: text, date: isoDate }),
  /** Ids of quantizations the engine reads. */
  precisions: z.array(id),
  requirements: z.array(z.strictObject({ ...provenance, text })),
});
export type Engine = z.infer<typeof engine>;
