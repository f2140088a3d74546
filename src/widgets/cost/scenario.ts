import { compareYearlyCost } from '../../core/cost.ts';
import type { CostComparison, CostInput } from '../../core/cost.ts';
import type { Currency } from '../../schema/shared.ts';
import type { CostState } from './url.ts';

/** A price record as the calculator needs it. */
export interface PriceView {
  id: string;
  name: string;
  currency: Currency;
  inputPerMillion: number;
  outputPerMillion: number;
  checkedOn: string;
  /** What to say instead of the day when that is long ago. */
  stale?: string | null;
  /** Whether the vendor has stopped charging it. */
  historical: boolean;
  note?: string;
  source: { title: string; url?: string; date?: string };
}

/** The exchange rate of record, yuan for one dollar. */
export interface RateView {
  value: number;
  date: string;
  /** What to say instead of the day when that is long ago. */
  stale?: string | null;
  source: PriceView['source'];
}

type PriceFigures = Pick<PriceView, 'id' | 'currency' | 'inputPerMillion' | 'outputPerMillion'>;

/** The terms of the sum: what is typed in, with the prices of the chosen record where there is one. */
export function costInput(state: CostState, prices: readonly PriceFigures[]): CostInput {
  const price = prices.find(({ id }) => id === state.api);
  return {
    hardwarePriceCny: state.hw,
    years: state.years,
    powerWatts: state.watts,
    electricityCnyPerKwh: state.kwh,
    otherYearlyCny: state.other,
    callsPerDay: state.calls,
    inputTokensPerCall: state.in,
    outputTokensPerCall: state.out,
    inputPricePerMillion: price?.inputPerMillion ?? state.pin,
    outputPricePerMillion: price?.outputPerMillion ?? state.pout,
    currency: price?.currency ?? state.cur,
    cnyPerUsd: state.fx,
  };
}

/** The comparison a scenario leads to. */
export function costOf(state: CostState, prices: readonly PriceFigures[]): CostComparison {
  return compareYearlyCost(costInput(state, prices));
}
