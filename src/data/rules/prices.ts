import type { Price, PriceReading, PriceTier } from '../../schema/api.ts';
import type { RentalOffer } from '../../schema/rental.ts';
import { faultAt } from './fault.ts';
import type { Entry, Fault, Library, Path } from './fault.ts';

/** Faults of every price of every vendor, told by what is wrong at a path inside the price. */
function eachPrice(library: Library, check: (price: Price) => { path: Path; message: string }[]): Fault[] {
  return library.apis.entries.flatMap((entry) =>
    entry.value.prices.flatMap((price, index) =>
      check(price).map(({ path, message }) => faultAt(entry, ['prices', index, ...path], message)),
    ),
  );
}

function repeatedIds<Value>(
  entries: readonly Entry<Value>[],
  list: string,
  itemsOf: (value: Value) => readonly (Price | RentalOffer)[],
): Fault[] {
  const owners = new Map<string, string>();
  return entries.flatMap((entry) =>
    itemsOf(entry.value).flatMap(({ id }, index) => {
      const owner = owners.get(id);
      owners.set(id, owner ?? entry.file);
      return owner ? [faultAt(entry, [list, index, 'id'], `这个编号 ${owner} 用过了，换一个`)] : [];
    }),
  );
}

/** Links name a price by its id alone, so no two vendors share one; the same for rental offers. */
export function assertPriceIdsDiffer(library: Library): Fault[] {
  return [
    ...repeatedIds(library.apis.entries, 'prices', ({ prices }) => prices),
    ...repeatedIds(library.rentals.entries, 'offers', ({ offers }) => offers),
  ];
}

/** What is wrong where a tier follows another: either the same span on another condition, or the next span. */
function tierMistake(
  tier: PriceTier,
  before: PriceTier | undefined,
): { field: string; message: string } | null {
  const { inputTokensFrom: from, inputTokensTo: to } = tier;
  if (to !== null && to <= from)
    return { field: 'inputTokensTo', message: `要大于 inputTokensFrom（${from}）` };
  if (!before) return from === 0 ? null : { field: 'inputTokensFrom', message: '第一档从 0 开始' };
  if (from === before.inputTokensFrom && to === before.inputTokensTo) {
    if (tier.condition && before.condition) return null;
    return { field: 'condition', message: '与上一档同一段输入：两档都写 condition，说明区别' };
  }
  if (before.inputTokensTo === null)
    return { field: 'inputTokensFrom', message: '上一档没有上限，后面不能再有档' };
  if (from === before.inputTokensTo) return null;
  return { field: 'inputTokensFrom', message: `从上一档的终点 ${before.inputTokensTo} 接着写` };
}

/** Tiers begin at zero and follow one another without a gap or an overlap. */
export function assertTiersContiguous(library: Library): Fault[] {
  const mistakes = (tiers: PriceTier[] = [], way: Path) =>
    tiers.flatMap((tier, index) => {
      const mistake = tierMistake(tier, tiers[index - 1]);
      return mistake ? [{ path: [...way, 'tiers', index, mistake.field], message: mistake.message }] : [];
    });
  return eachPrice(library, ({ tiers, otherReadings = [] }) => [
    ...mistakes(tiers, []),
    ...otherReadings.flatMap((reading, index) => mistakes(reading.tiers, ['otherReadings', index])),
  ]);
}

/** The single prices of a record with tiers are those of its first tier. */
export function assertPriceIsFirstTier(library: Library): Fault[] {
  return eachPrice(library, (price) => {
    const [first] = price.tiers ?? [];
    if (!first) return [];
    return (['inputPerMillion', 'outputPerMillion', 'cachedInputPerMillion'] as const)
      .filter((field) => first[field] !== undefined && first[field] !== price[field])
      .map((field) => ({ path: [field], message: `与第一档相同，写 ${first[field]}` }));
  });
}

/** Input found in the cache costs no more than other input, unless a note says why. */
export function assertCachedInputNotDearer(library: Library): Fault[] {
  return eachPrice(library, (price) => {
    if (price.note || price.suspect) return [];
    const places = [
      { path: [] as Path, figures: price },
      ...(price.tiers ?? []).map((tier, index) => ({ path: ['tiers', index] as Path, figures: tier })),
    ];
    return places
      .filter(({ figures }) => (figures.cachedInputPerMillion ?? 0) > figures.inputPerMillion)
      .map(({ path, figures }) => ({
        path: [...path, 'cachedInputPerMillion'],
        message: `缓存价不高于输入价 ${figures.inputPerMillion}；真是这样就在 note 里说明`,
      }));
  });
}

/** A price ends after it began. */
export function assertPricePeriodsOrdered(library: Library): Fault[] {
  return eachPrice(library, ({ from, to }) =>
    from && to && from > to ? [{ path: ['to'], message: `写 from（${from}）或更晚的日期` }] : [],
  );
}

/** The calculator offers only prices that were read somewhere, on a known day, and look right. */
export function assertFeaturedPricesSound(library: Library): Fault[] {
  return eachPrice(library, (price) => {
    if (!price.featured) return [];
    const reasons = [
      price.confidence === 'recalled' && '凭记忆的价格',
      price.suspect && '存疑的价格',
      price.checkedOn === undefined && '没有核对日期的价格',
      price.historical && '已经不收的价格',
    ].filter((reason) => typeof reason === 'string');
    return reasons.map((reason) => ({
      path: ['featured'],
      message: `${reason}不进成本计算器，删去 featured`,
    }));
  });
}

/** Whether another source tells a different price; tiers and cached input count where both tell them. */
function differs(price: Price, reading: PriceReading): boolean {
  const spans = (tiers: PriceTier[]) =>
    JSON.stringify(
      tiers.map((tier) => [
        ...[tier.inputTokensFrom, tier.inputTokensTo, tier.condition],
        ...[tier.inputPerMillion, tier.outputPerMillion],
      ]),
    );
  return (
    price.inputPerMillion !== reading.inputPerMillion ||
    price.outputPerMillion !== reading.outputPerMillion ||
    (price.cachedInputPerMillion !== undefined &&
      reading.cachedInputPerMillion !== undefined &&
      price.cachedInputPerMillion !== reading.cachedInputPerMillion) ||
    (price.tiers !== undefined && reading.tiers !== undefined && spans(price.tiers) !== spans(reading.tiers))
  );
}

/** Another reading comes from another source, and says in a note how it differs where it does. */
export function assertOtherReadingsTold(library: Library): Fault[] {
  return eachPrice(library, (price) =>
    (price.otherReadings ?? []).flatMap((reading, index) => {
      const path = ['otherReadings', index];
      if (reading.source === price.source)
        return [{ path: [...path, 'source'], message: '与本条同一个来源；写另一个来源，或删去这一条' }];
      if (reading.note || !differs(price, reading)) return [];
      return [{ path: [...path, 'note'], message: '与本条价格不同，补上 note：用一句话说明差别' }];
    }),
  );
}

/** Electricity gets dearer from tier to tier, and every tier but the last has its limit. */
export function assertElectricityTiersRise(library: Library): Fault[] {
  return library.electricity.entries.flatMap((entry) => {
    const { prices, tierLimits } = entry.value;
    const rising = (values: number[], path: Path, field: Path) =>
      values.flatMap((value, index) =>
        index === 0 || value > values[index - 1]!
          ? []
          : [faultAt(entry, [...path, index, ...field], `要高于上一档（${values[index - 1]}）`)],
      );
    const limits = tierLimits?.kwhPerYear ?? [];
    return [
      ...rising(
        prices.map(({ perKwh }) => perKwh),
        ['prices'],
        ['perKwh'],
      ),
      ...rising(limits, ['tierLimits', 'kwhPerYear'], []),
      ...(tierLimits && limits.length !== prices.length - 1
        ? [faultAt(entry, ['tierLimits', 'kwhPerYear'], `写 ${prices.length - 1} 个分界：比电价的档数少一个`)]
        : []),
    ];
  });
}
