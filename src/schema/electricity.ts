import { z } from 'zod';
import { looseDate } from './loose-date.ts';
import { count, currency, positive, provenance, text } from './shared.ts';

/** One tariff a file. */
export const electricity = z.strictObject({
  region: text,
  customer: z.enum(['residential', 'commercial'], {
    error: '用户类型只能写 residential（居民）或 commercial（工商业）',
  }),
  /** Tariff as the grid company names it. */
  tariff: text,
  currency,
  /** One price, or one a tier from the first tier up. */
  prices: z
    .array(
      z.strictObject({
        ...provenance,
        /** The lower end of a range where `perKwhHigh` is given. */
        perKwh: positive,
        perKwhHigh: positive.optional(),
        checkedOn: looseDate.optional(),
        note: text.optional(),
      }),
    )
    .min(1, '至少要有一个电价'),
  /** Yearly consumption at which each tier but the last ends. */
  tierLimits: z
    .strictObject({ ...provenance, kwhPerYear: z.array(count), checkedOn: looseDate.optional() })
    .optional(),
  note: text.optional(),
});
export type Electricity = z.infer<typeof electricity>;
