import { z } from 'zod';
import { looseDate } from './loose-date.ts';
import { count, currency, id, positive, provenance, text } from './shared.ts';

/** One platform a file: what renting a machine costs. */
export const rental = z.strictObject({
  platform: text,
  region: z.enum(['mainland', 'international'], {
    error: '地区只能写 mainland（大陆）或 international（境外）',
  }),
  offers: z
    .array(
      z.strictObject({
        ...provenance,
        /** Unique among all platforms. */
        id,
        /** What is rented, as the platform calls it. */
        item: text,
        /** Id of a hardware record, where there is one. */
        hardware: id.optional(),
        /** Cards the amount pays for, all together. Absent where none is rented. */
        devices: count.optional(),
        /** The lower end of a range where `amountHigh` is given. */
        amount: positive,
        amountHigh: positive.optional(),
        currency,
        per: z.enum(['hour', 'month', 'gb-day'], {
          error: '计费单位只能写 hour（每小时）、month（每月）或 gb-day（每 GB 每天）',
        }),
        /** True where the source converted the platform's own currency by a rate it does not name. */
        converted: z.boolean('只能写 true 或 false').optional(),
        /** Lowest and highest amount of the thirty days before. */
        last30Days: z.strictObject({ low: positive, high: positive }).optional(),
        /** How many platforms the source compared; the amount is the lowest. */
        sellers: count.optional(),
        checkedOn: looseDate.optional(),
        /** Why the figure looks wrong; it is shown with this reason and not used. */
        suspect: text.optional(),
        /** Further sources that give the same amount. */
        sources: z.array(id).min(1, '没有就删去 sources').optional(),
        note: text.optional(),
      }),
    )
    .min(1, '至少要有一条报价'),
});
export type Rental = z.infer<typeof rental>;
export type RentalOffer = Rental['offers'][number];
