import type { Currency } from '../schema/shared.ts';
import { grouped } from './bounds.ts';
import type { Part } from './bounds.ts';

export const DAYS_PER_YEAR = 365;
const MONTHS_PER_YEAR = 12;
const HOURS_PER_DAY = 24;
const TOKENS_PER_PRICE = 1_000_000;

/** Costs that differ by less than this share are the same cost: what is left is rounding of the arithmetic. */
const SAME_COST = 1e-9;

export interface CostInput {
  hardwarePriceCny: number;
  /** Years over which the hardware is written off; more than 0. */
  years: number;
  /** Mean power around the clock. */
  powerWatts: number;
  electricityCnyPerKwh: number;
  /** Whatever else self-hosting costs in a year: hosting, hands, spare parts. */
  otherYearlyCny: number;
  callsPerDay: number;
  inputTokensPerCall: number;
  outputTokensPerCall: number;
  /** Prices per million tokens, in `currency`. */
  inputPricePerMillion: number;
  outputPricePerMillion: number;
  currency: Currency;
  /** Yuan for one dollar; only used when `currency` is USD. */
  cnyPerUsd: number;
}

export interface CostComparison {
  selfHostedYearlyCny: number;
  selfHostedMonthlyCny: number;
  apiYearlyCny: number;
  apiCallCny: number;
  /** In the currency the API charges. */
  apiYearlyOriginal: number;
  apiPer100kCallsCny: number;
  apiPer100kCallsOriginal: number;
  cheaper: 'self' | 'api' | 'equal';
  /** What the cheaper way saves in a year; never negative. */
  yearlyDifferenceCny: number;
  /** Calls a day at which both ways cost the same; null when a call is free, so that there is no such number. */
  breakEvenCallsPerDay: number | null;
  /** Months until what the API would cost beyond running costs has paid for the hardware; null when it never does. */
  paybackMonths: number | null;
  /** The terms of both sums in yuan a year, and of the two answers, each with its formula filled in. */
  parts: { selfHosted: Part[]; api: Part[] };
  formulas: { call: string; breakEven: string | null; payback: string | null };
}

/**
 * Yearly cost of an own machine against an API, by the guide's method: hardware price ÷ years (plus electricity and
 * other costs, which the guide leaves out) against calls × tokens × price. Yuan, years of 365 days. Whether one machine
 * can serve that many calls is not judged. Throws a RangeError for a negative or unbounded figure, or for 0 years.
 */
export function compareYearlyCost(input: CostInput): CostComparison {
  check(input);
  const { hardwarePriceCny, callsPerDay } = input;
  const [depreciation, electricity, other] = selfHostedParts(input);
  const selfHostedYearlyCny = depreciation.value + electricity.value + other.value;

  const callOriginal = callPrice(input);
  const apiCallCny = callOriginal * cnyPer(input);
  const callsPerYear = callsPerDay * DAYS_PER_YEAR;
  const apiYearlyCny = apiCallCny * callsPerYear;

  const differenceCny = apiYearlyCny - selfHostedYearlyCny;
  const same = Math.abs(differenceCny) <= SAME_COST * Math.max(apiYearlyCny, selfHostedYearlyCny);
  const breakEvenCallsPerDay = finiteOrNull(selfHostedYearlyCny / DAYS_PER_YEAR / apiCallCny);
  const runningYearlyCny = electricity.value + other.value;
  const savedMonthlyCny = (apiYearlyCny - runningYearlyCny) / MONTHS_PER_YEAR;
  const paybackMonths = savedMonthlyCny > 0 ? finiteOrNull(hardwarePriceCny / savedMonthlyCny) : null;

  return {
    selfHostedYearlyCny,
    selfHostedMonthlyCny: selfHostedYearlyCny / MONTHS_PER_YEAR,
    apiYearlyCny,
    apiCallCny,
    apiYearlyOriginal: callOriginal * callsPerYear,
    apiPer100kCallsCny: apiCallCny * 100_000,
    apiPer100kCallsOriginal: callOriginal * 100_000,
    cheaper: same ? 'equal' : differenceCny > 0 ? 'self' : 'api',
    yearlyDifferenceCny: same ? 0 : Math.abs(differenceCny),
    breakEvenCallsPerDay,
    paybackMonths,
    parts: { selfHosted: [depreciation, electricity, other], api: apiParts(input) },
    formulas: {
      call: callFormula(input),
      breakEven:
        breakEvenCallsPerDay === null
          ? null
          : `¥${rounded(selfHostedYearlyCny)} ÷ ${DAYS_PER_YEAR} 天 ÷ 每次 ¥${rounded(apiCallCny)}`,
      payback:
        paybackMonths === null
          ? null
          : `¥${grouped(hardwarePriceCny)} ÷ ((API ¥${rounded(apiYearlyCny)} − 电费与其他 ¥${rounded(runningYearlyCny)}) ÷ ${MONTHS_PER_YEAR} 个月)`,
    },
  };
}

/** Depreciation = price ÷ years; electricity = W ÷ 1000 × 24 h × 365 × price of a kWh; other as given. */
function selfHostedParts(input: CostInput): [Part, Part, Part] {
  const { hardwarePriceCny, years, powerWatts, electricityCnyPerKwh, otherYearlyCny } = input;
  const unit = '元/年';
  return [
    {
      label: '硬件折旧',
      value: hardwarePriceCny / years,
      unit,
      formula: `¥${grouped(hardwarePriceCny)} ÷ ${grouped(years)} 年`,
    },
    {
      label: '电费',
      value: (powerWatts / 1000) * HOURS_PER_DAY * DAYS_PER_YEAR * electricityCnyPerKwh,
      unit,
      formula: `${grouped(powerWatts)} W ÷ 1,000 × ${HOURS_PER_DAY} 小时 × ${DAYS_PER_YEAR} 天 × 每度 ¥${grouped(electricityCnyPerKwh)}`,
    },
    { label: '其他', value: otherYearlyCny, unit },
  ];
}

/** Calls a day × 365 × tokens a call × price ÷ 10⁶, times the exchange rate where the price is in dollars. */
function apiParts(input: CostInput): Part[] {
  const part = (label: string, tokensPerCall: number, pricePerMillion: number): Part => ({
    label,
    value:
      ((tokensPerCall * pricePerMillion) / TOKENS_PER_PRICE) *
      input.callsPerDay *
      DAYS_PER_YEAR *
      cnyPer(input),
    unit: '元/年',
    formula:
      `每天 ${grouped(input.callsPerDay)} 次 × ${DAYS_PER_YEAR} 天 × 每次 ${grouped(tokensPerCall)} token` +
      (input.currency === 'USD'
        ? ` × $${grouped(pricePerMillion)} ÷ 1,000,000 × 汇率 ${grouped(input.cnyPerUsd)}`
        : ` × ¥${grouped(pricePerMillion)} ÷ 1,000,000`),
  });
  return [
    part('输入 token', input.inputTokensPerCall, input.inputPricePerMillion),
    part('输出 token', input.outputTokensPerCall, input.outputPricePerMillion),
  ];
}

/** Price of one call in the API's own currency. */
function callPrice(input: CostInput): number {
  const { inputTokensPerCall, outputTokensPerCall, inputPricePerMillion, outputPricePerMillion } = input;
  return (
    (inputTokensPerCall * inputPricePerMillion + outputTokensPerCall * outputPricePerMillion) /
    TOKENS_PER_PRICE
  );
}

/** `(1,000 token × $3 + 500 token × $15) ÷ 1,000,000 × 汇率 7` */
function callFormula(input: CostInput): string {
  const { inputTokensPerCall, outputTokensPerCall, inputPricePerMillion, outputPricePerMillion } = input;
  const sign = input.currency === 'USD' ? '$' : '¥';
  const term = (tokens: number, price: number) => `${grouped(tokens)} token × ${sign}${grouped(price)}`;
  return (
    `(${term(inputTokensPerCall, inputPricePerMillion)} + ${term(outputTokensPerCall, outputPricePerMillion)})` +
    ` ÷ ${TOKENS_PER_PRICE.toLocaleString('en-US')}` +
    (input.currency === 'USD' ? ` × 汇率 ${grouped(input.cnyPerUsd)}` : '')
  );
}

const cnyPer = ({ currency, cnyPerUsd }: CostInput) => (currency === 'USD' ? cnyPerUsd : 1);

const SECONDS_PER_DAY = 86_400;

/**
 * Output tokens a second that a machine has to keep up day and night to serve so many calls: calls × tokens ÷ 86,400 s.
 * Calls that come in hours of work alone need more.
 */
export const servingTokensPerSecond = (callsPerDay: number, outputTokensPerCall: number): number =>
  (callsPerDay * outputTokensPerCall) / SECONDS_PER_DAY;

export interface VolumeRow {
  callsPerDay: number;
  selfHostedYearlyCny: number;
  apiYearlyCny: number;
  isCurrent: boolean;
  isBreakEven: boolean;
}

/** Beyond this many calls a day a break-even point is a curiosity: it gets no row and does not stretch a chart. */
export const LARGEST_VOLUME = 1e9;

/**
 * Both yearly costs at several volumes, ascending: the current one, break-even where it is within reach, and the
 * powers of ten from one below the smaller to one above the larger of them.
 */
export function costByVolume(cost: CostComparison, callsPerDay: number): VolumeRow[] {
  const { breakEvenCallsPerDay: breakEven, apiCallCny, selfHostedYearlyCny } = cost;
  const marked = [callsPerDay, ...(breakEven !== null && breakEven <= LARGEST_VOLUME ? [breakEven] : [])];
  const exponents = marked.filter((volume) => volume >= 1).map((volume) => Math.floor(Math.log10(volume)));
  const from = Math.max(0, Math.min(2, ...exponents) - 1);
  const to = Math.max(2, ...exponents) + 1;
  const powers = Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
  // A volume that is a power of ten but for rounding would give two rows that look the same.
  const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(a, b);
  const volumes: number[] = [];
  for (const volume of [...marked, ...powers])
    if (!volumes.some((other) => isNear(other, volume))) volumes.push(volume);
  return volumes
    .sort((a, b) => a - b)
    .map((volume) => ({
      callsPerDay: volume,
      selfHostedYearlyCny,
      apiYearlyCny: apiCallCny * volume * DAYS_PER_YEAR,
      isCurrent: isNear(volume, callsPerDay),
      isBreakEven: breakEven !== null && isNear(volume, breakEven),
    }));
}

/** A call of next to nothing divides to infinity: then there is no answer worth a number. */
const finiteOrNull = (value: number) => (Number.isFinite(value) ? value : null);

/** Results inside a formula: six digits are enough to check the sum by hand. */
const rounded = (value: number) => value.toLocaleString('en-US', { maximumSignificantDigits: 6 });

function check(input: CostInput): void {
  for (const [name, value] of Object.entries(input)) {
    if (typeof value !== 'number' || (Number.isFinite(value) && value >= 0)) continue;
    throw new RangeError(`${name} 是 ${value}，写 0 或更大的数`);
  }
  if (input.years === 0) throw new RangeError('years 是 0，写大于 0 的年数');
}
