import { z } from 'zod';
import { VERDICTS } from './claim.ts';
import { confidence, id, isoDate, text } from './shared.ts';

/** One figure or statement of the original, held against what is published. */
export const erratum = z.strictObject({
  section: text,
  model: id.nullable(),
  item: text,
  /** As the original has it; null where the original is silent. */
  original: text.nullable(),
  checked: text,
  verdict: z.enum(VERDICTS, {
    error: '结论只能写 impossible、differs、unverifiable、agrees-with-condition 或 agrees',
  }),
  why: text,
  sources: z.array(id).min(1, '至少要有一个来源'),
  confidence,
  checkedOn: isoDate,
});
export type Erratum = z.infer<typeof erratum>;
