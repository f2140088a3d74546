import { z } from 'zod';
import { currency, dayOrMonth, id, isoDate, nonNegative, provenance, text } from './shared.ts';

/** One vendor a file; prices are per million tokens, in the currency the vendor charges. */
export const api = z.strictObject({
  vendor: text,
  prices: z
    .array(
      z.strictObject({
        ...provenance,
        id,
        name: text,
        currency,
        inputPerMillion: nonNegative,
        outputPerMillion: nonNegative,
        cachedInputPerMillion: nonNegative.optional(),
        /** Day the price was checked. */
        checkedOn: dayOrMonth,
        /** True for a price that is no longer charged and is kept for the guide's own sums. */
        historical: z.boolean('只能写 true 或 false').optional(),
        note: text.optional(),
      }),
    )
    .min(1, '至少要有一条价格'),
});
export type Api = z.infer<typeof api>;

export const rate = z.strictObject({
  ...provenance,
  from: currency,
  to: currency,
  value: z.number('要写数字').positive('要大于 0'),
  date: isoDate,
});
export type Rate = z.infer<typeof rate>;
