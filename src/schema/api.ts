import { z } from 'zod';
import { looseDate } from './loose-date.ts';
import { count, currency, dayOrMonth, id, isoDate, nonNegative, provenance, text, url } from './shared.ts';

const tokens = z.int('要写整数，不加引号和单位').nonnegative('不能小于 0');

/** Prices per million tokens of one span of input length, upper bound excluded; `null`: no bound. */
const tier = z.strictObject({
  inputTokensFrom: tokens,
  inputTokensTo: count.nullable(),
  /** What sets tiers of the same span apart: thinking mode, length of the output. */
  condition: text.optional(),
  inputPerMillion: nonNegative,
  outputPerMillion: nonNegative,
  cachedInputPerMillion: nonNegative.optional(),
  cacheWritePerMillion: nonNegative.optional(),
});
export type PriceTier = z.infer<typeof tier>;

/** With tiers, the single prices are those of the first tier. */
const figures = {
  inputPerMillion: nonNegative,
  outputPerMillion: nonNegative,
  cachedInputPerMillion: nonNegative.optional(),
  cacheWritePerMillion: nonNegative.optional(),
  tiers: z.array(tier).min(2, '只有一档就不写 tiers').optional(),
};

/** The same price as another source tells it: it confirms the price, or differs, and then `note` says how. */
const reading = z.strictObject({
  ...provenance,
  ...figures,
  checkedOn: looseDate.optional(),
  note: text.optional(),
});
export type PriceReading = z.infer<typeof reading>;

const price = z.strictObject({
  ...provenance,
  /** Unique among all vendors. Links carry it: never rename one. */
  id,
  /** As the vendor's interface calls the model. */
  name: text,
  /** Whose list: the vendor's mainland one or its international one. */
  region: z.enum(['mainland', 'international'], {
    error: '价目只能写 mainland（大陆）或 international（国际）',
  }),
  currency,
  ...figures,
  /** Absent where one price holds around the clock. */
  hours: z.enum(['peak', 'off-peak'], { error: '时段只能写 peak（高峰）或 off-peak（平时）' }).optional(),
  /** When the price was read. Absent where the source bears no date. */
  checkedOn: looseDate.optional(),
  /** First and last day the price was charged. */
  from: dayOrMonth.optional(),
  to: dayOrMonth.optional(),
  /** When the vendor put the model on sale. */
  released: isoDate.optional(),
  /** True for a price that is no longer charged. */
  historical: z.boolean('只能写 true 或 false').optional(),
  /** True where the source converted the vendor's own currency by a rate it does not name. */
  converted: z.boolean('只能写 true 或 false').optional(),
  /** Why the figures look wrong; they are shown with this reason and not used. */
  suspect: text.optional(),
  /** True for the few prices the cost calculator offers. */
  featured: z.boolean('只能写 true 或 false').optional(),
  otherReadings: z.array(reading).min(1, '没有就删去 otherReadings').optional(),
  note: text.optional(),
});
export type Price = z.infer<typeof price>;

/** One vendor a file; prices are per million tokens. */
export const api = z.strictObject({
  vendor: text,
  /** The vendor's own price list, for a reader to check. */
  officialPage: url.optional(),
  /** Rules that hold for several prices: batch discounts, peak hours, cache storage. */
  rules: z.array(z.strictObject({ ...provenance, text })).optional(),
  prices: z.array(price).min(1, '至少要有一条价格'),
});
export type Api = z.infer<typeof api>;

export const rate = z.strictObject({
  ...provenance,
  from: currency,
  to: currency,
  value: z.number('要写数字').positive('要大于 0'),
  date: isoDate,
  note: text.optional(),
});
export type Rate = z.infer<typeof rate>;
