import type { Price } from '../../schema/api.ts';
import { faultAt } from './fault.ts';
import type { Context, Fault, Library, Path } from './fault.ts';

/** Faults of every price of every vendor, told by what is wrong at a path inside the price. */
function eachPrice(
  { apis }: Library,
  check: (price: Price, before: Price[]) => { path: Path; message: string }[],
): Fault[] {
  return apis.entries.flatMap((entry) =>
    entry.value.prices.flatMap((price, index, all) =>
      check(price, all.slice(0, index)).map(({ path, message }) =>
        faultAt(entry, ['prices', index, ...path], message),
      ),
    ),
  );
}

/** Writing costs no less than reading; where a vendor has it otherwise, a note says so. */
export function assertOutputNotCheaper(library: Library): Fault[] {
  return eachPrice(library, ({ inputPerMillion, outputPerMillion, note, suspect }) =>
    outputPerMillion >= inputPerMillion || note !== undefined || suspect !== undefined
      ? []
      : [
          {
            path: ['outputPerMillion'],
            message: `低于输入价 ${inputPerMillion}；写反了就对调，真是这样就在 note 里说明`,
          },
        ],
  );
}

/** Longer input costs no less for each token; where a vendor has it otherwise, a note says so. */
export function assertTiersNotCheaper(library: Library): Fault[] {
  return eachPrice(library, ({ tiers = [], note, suspect }) => {
    if (note !== undefined || suspect !== undefined) return [];
    return tiers.flatMap((tier, index) => {
      const before = tiers[index - 1];
      if (!before || before.inputTokensTo !== tier.inputTokensFrom) return [];
      return (['inputPerMillion', 'outputPerMillion'] as const)
        .filter((field) => tier[field] < before[field] && tier.condition === before.condition)
        .map((field) => ({
          path: ['tiers', index, field],
          message: `低于上一档的 ${before[field]}；核对次序和数值，真是这样就在这条价格的 note 里说明`,
        }));
    });
  });
}

/** A mainland price in dollars was converted by somebody, or a note tells why it is in dollars; none abroad is in yuan. */
export function assertCurrencyOfList(library: Library): Fault[] {
  return eachPrice(library, ({ region, currency, converted, note }) => {
    if (note !== undefined || converted || (region === 'mainland') === (currency === 'CNY')) return [];
    const message =
      region === 'mainland'
        ? '大陆价目收人民币，写 CNY；出处换算成美元的，另写 converted: true'
        : '国际价目收美元，写 USD；真收人民币就在 note 里说明';
    return [{ path: ['currency'], message }];
  });
}

/** A price whose last day is past is marked as no longer charged. */
export function assertEndedPricesMarked(library: Library, { today }: Pick<Context, 'today'>): Fault[] {
  return eachPrice(library, ({ to, historical }) =>
    to === undefined || historical || to >= today.slice(0, to.length)
      ? []
      : [{ path: ['historical'], message: `已过最后一天（to: ${to}），补上 historical: true` }],
  );
}

/** One model of a vendor has one price in a list at a time. */
export function assertPricesDiffer(library: Library): Fault[] {
  const list = ({ name, region, currency, hours }: Price) => [name, region, currency, hours].join('\n');
  return eachPrice(library, (price, before) => {
    const same = before.find(
      (other) =>
        list(other) === list(price) &&
        other.historical === price.historical &&
        other.from === price.from &&
        other.to === price.to,
    );
    const message = `与 ${same?.id} 是同一个模型、价目、币种和时段；删去一条，或用 hours、from、to 写出差别`;
    return same ? [{ path: ['name'], message }] : [];
  });
}

/** Of thirty days, the lowest price is no higher than the highest. */
export function assertThirtyDaysOrdered({ rentals }: Library): Fault[] {
  return rentals.entries.flatMap((entry) =>
    entry.value.offers.flatMap(({ last30Days }, index) =>
      !last30Days || last30Days.low <= last30Days.high
        ? []
        : [
            faultAt(
              entry,
              ['offers', index, 'last30Days', 'low'],
              `不能高于 high（${last30Days.high}）；写反了就对调`,
            ),
          ],
    ),
  );
}
