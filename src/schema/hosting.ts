import { z } from 'zod';
import { looseDate } from './loose-date.ts';
import { currency, positive, provenance, text } from './shared.ts';

/** What a data centre charges for somebody's own server: one quotation a file. */
export const hosting = z.strictObject({
  name: text,
  items: z
    .array(
      z.strictObject({
        ...provenance,
        item: text,
        /** The lower end of a range where `amountHigh` is given. */
        amount: positive,
        amountHigh: positive.optional(),
        currency,
        per: z.enum(['month', 'year', 'visit'], {
          error: '计费单位只能写 month（每月）、year（每年）或 visit（每次）',
        }),
        checkedOn: looseDate.optional(),
        note: text.optional(),
      }),
    )
    .min(1, '至少要有一项'),
  note: text.optional(),
});
export type Hosting = z.infer<typeof hosting>;
