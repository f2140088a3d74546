import type { Currency } from '../../schema/shared.ts';
import { faultAt } from './fault.ts';
import type { Entry, Fault, Library, Path } from './fault.ts';

/**
 * Figures that are sound as numbers and wrong by the unit they were copied in. The bounds are several times wider than
 * anything on record, so that only a factor of a thousand (or of a month in a year) falls outside.
 */
interface Bound {
  path: Path;
  value: number | null | undefined;
  least: number;
  most: number;
  message: string;
}

function outside<Value>(entries: readonly Entry<Value>[], boundsOf: (value: Value) => Bound[]): Fault[] {
  return entries.flatMap((entry) =>
    boundsOf(entry.value)
      .filter(({ value, least, most }) => value != null && (value < least || value > most))
      .map(({ path, message }) => faultAt(entry, path, message)),
  );
}

/** Lengths of contexts are tokens, published parameters billions. */
export function assertModelUnits({ models, architectures }: Library): Fault[] {
  const tokens = (path: Path, value: number | null | undefined): Bound => ({
    ...{ path, value, least: 512, most: 1e9 },
    message: '单位是 token：写 32768，不写 32（K）',
  });
  return [
    ...outside(models.entries, ({ context, parameters }) => [
      tokens(['context', 'native'], context.native),
      tokens(['context', 'extended'], context.extended),
      ...(['publishedB', 'activePublishedB'] as const).map((field) => ({
        ...{ path: ['parameters', field], value: parameters[field], least: 0.01, most: 20_000 },
        message: '单位是十亿（B）：80 亿写 8',
      })),
    ]),
    ...outside(architectures.entries, ({ context }) => [tokens(['context', 'native'], context?.native)]),
  ];
}

/** Bandwidth is in GB a second, compute in tera-operations, power in watts, prices in whole money. */
export function assertHardwareUnits({ hardware }: Library): Fault[] {
  return outside(hardware.entries, ({ memory, bandwidth, bandwidthMeasured, compute, power, prices }) => {
    const speed = '单位是 GB/s（10⁹ 字节）：3.35 TB/s 写 3350，1008000 MB/s 写 1008，8064 Gbit/s 写 1008';
    const gb = memory && Math.max(...(memory.optionsGb ?? [memory.gb!]));
    // No memory is read as a whole more than 200 times a second.
    const fastest = Math.min(20_000, gb === undefined ? Infinity : gb * 200);
    return [
      ...[
        { path: ['bandwidth', 'gbPerSecond'], value: bandwidth?.gbPerSecond },
        { path: ['bandwidthMeasured', 'gbPerSecond'], value: bandwidthMeasured?.gbPerSecond },
      ].map((place) => ({ ...place, least: 4, most: fastest, message: speed })),
      ...(compute ?? []).map(({ kind, teraOps }, index) => ({
        ...{ path: ['compute', index, 'teraOps'], value: teraOps, most: 30_000 },
        // Some older cards hardly run half precision without tensor units.
        least: kind === 'fp16-shader' ? 0.05 : 1,
        message: '单位是万亿次每秒（TFLOPS、TOPS）：1 PFLOPS 写 1000，82600 GFLOPS 写 82.6',
      })),
      {
        path: ['power', 'tdpWatts'],
        value: power?.tdpWatts,
        least: 2,
        most: 20_000,
        message: '单位是 W：0.45 kW 写 450',
      },
      ...(prices ?? []).map(({ amount }, index) => ({
        ...{ path: ['prices', index, 'amount'], value: amount, least: 20, most: 1e8 },
        message: '单位是元或美元：1.3 万写 13000',
      })),
    ];
  });
}

/** Lowest and highest price of a million tokens that is no slip of the unit; free ones apart. */
const TOKEN_PRICES: Record<Currency, { least: number; most: number }> = {
  CNY: { least: 0.02, most: 1500 },
  USD: { least: 0.005, most: 300 },
};

/** Prices are those of a million tokens, not of a thousand. */
export function assertPricesPerMillion({ apis }: Library): Fault[] {
  return outside(apis.entries, ({ prices }) =>
    prices.flatMap(({ inputPerMillion, outputPerMillion, currency, suspect }, index) => {
      if (suspect !== undefined) return [];
      const message = '按每百万 token 写：出处按每千 token 就乘以 1000；再核对币种';
      return Object.entries({ inputPerMillion, outputPerMillion })
        .filter(([, value]) => value > 0)
        .map(([field, value]) => ({
          path: ['prices', index, field],
          value,
          ...TOKEN_PRICES[currency],
          message,
        }));
    }),
  );
}

/** A kilowatt-hour is paid in yuan or dollars; the tiers of a tariff end at the consumption of a year. */
export function assertElectricityUnits({ electricity }: Library): Fault[] {
  return outside(electricity.entries, ({ currency, prices, tierLimits }) => {
    const [least, most] = currency === 'CNY' ? [0.1, 5] : [0.01, 0.8];
    const unit = currency === 'CNY' ? '元：48.83 分写 0.4883' : '美元：8 美分写 0.08';
    return [
      ...prices.map(({ perKwh }, index) => ({
        ...{ path: ['prices', index, 'perKwh'], value: perKwh, least: least!, most: most! },
        message: `单位是每千瓦时多少${unit}`,
      })),
      ...(tierLimits?.kwhPerYear ?? []).map((value, index) => ({
        ...{ path: ['tierLimits', 'kwhPerYear', index], value, least: 1000, most: 1e6 },
        message: '写一年的用电量：每月 240 千瓦时写 2880',
      })),
    ];
  });
}

/** Yuan for a dollar: outside this span the rate is upside down or its point is misplaced. */
const YUAN_FOR_DOLLAR = { least: 3, most: 15 };
/** The rate by which every price in dollars is converted. */
const RATE = 'usd-cny';

/** A rate converts one currency to another, in the direction it says. */
export function assertRatesSound({ rates }: Library): Fault[] {
  const faults = outside(rates.entries, ({ from, to, value }) => {
    const [least, most] =
      from === 'USD'
        ? [YUAN_FOR_DOLLAR.least, YUAN_FOR_DOLLAR.most]
        : [1 / YUAN_FOR_DOLLAR.most, 1 / YUAN_FOR_DOLLAR.least];
    const message = `写 1 ${from} 合多少 ${to}；数值写反了，就改 value 或对调 from 和 to`;
    return from === to ? [] : [{ path: ['value'], value, least: least!, most: most!, message }];
  });
  const same = rates.entries
    .filter(({ value: { from, to } }) => from === to)
    .map((entry) => faultAt(entry, ['to'], `与 from 相同；写另一种货币，${RATE} 是从 USD 到 CNY`));
  const used = rates.byId.get(RATE);
  const turned =
    used && used.value.from !== 'USD'
      ? [faultAt(used, ['from'], `${RATE} 是从 USD 到 CNY：from 写 USD，to 写 CNY`)]
      : [];
  return [...faults, ...same, ...turned];
}
