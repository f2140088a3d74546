import { DAYS_PER_YEAR, type CostComparison } from '../../core/cost.ts';
import type { Currency } from '../../schema/shared.ts';
import type { CellData } from '../../ui/cell-data.ts';
import type { PriceView, RateView } from './scenario.ts';
import { callsWords, moneyWords } from './words.ts';

/** What the figures of the picture and of its table rest on. */
export interface Basis {
  cost: CostComparison;
  price: PriceView | undefined;
  currency: Currency;
  rate: RateView;
  /** Yuan for one dollar as typed in. */
  fx: number;
}

/** A year of self-hosting: the same at every volume, with every term of the sum. */
export function selfCell({ cost }: Basis): CellData {
  return {
    text: moneyWords(cost.selfHostedYearlyCny),
    facts: [
      ...cost.parts.selfHosted.map(({ label, formula, value }) => ({
        label,
        content: `${formula ? `${formula} = ` : '填写的数，'}每年 ${moneyWords(value)}`,
      })),
      { label: '出处', content: '输入栏填的数；各个默认值的出处写在输入栏' },
    ],
  };
}

/** A year of the API at a volume, with the price of a call and where that is published. */
export function apiCell({ cost, price, currency, rate, fx }: Basis, callsPerDay: number): CellData {
  const yearlyCny = cost.apiCallCny * callsPerDay * DAYS_PER_YEAR;
  const ofRecord = currency === 'USD' && fx === rate.value;
  const typed = [!price && '单价', currency === 'USD' && !ofRecord && '汇率'].filter(Boolean).join('、');
  const stale = [price?.stale && `价格${price.stale}`, ofRecord && rate.stale && `汇率${rate.stale}`]
    .filter(Boolean)
    .join('；');
  const sources = [...(price ? [price.source] : []), ...(ofRecord ? [rate.source] : [])];
  return {
    text: moneyWords(yearlyCny),
    facts: [
      {
        label: '公式',
        content: `每天 ${callsWords(callsPerDay)} × ${DAYS_PER_YEAR} 天 × 每次 ${moneyWords(cost.apiCallCny)} = ${moneyWords(yearlyCny)}`,
      },
      { label: '每次', content: `${cost.formulas.call} = ${moneyWords(cost.apiCallCny)}` },
      ...(typed ? [{ label: '出处', content: `${typed}是输入栏填的数` }] : []),
    ],
    ...(sources.length > 0 ? { sources } : {}),
    ...(stale ? { stale } : {}),
  };
}

/** Where both cost the same: both sums. */
export function breakEvenCell(basis: Basis, callsPerDay: number): CellData {
  const api = apiCell(basis, callsPerDay);
  return {
    ...api,
    text: `每天 ${callsWords(callsPerDay)}，两边都是每年 ${selfCell(basis).text}`,
    facts: [
      { label: '公式', content: basis.cost.formulas.breakEven ?? '' },
      ...(api.facts ?? []).filter(({ label }) => label !== '公式'),
      ...(selfCell(basis).facts ?? []),
    ],
  };
}
