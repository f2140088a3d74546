import type { Currency } from '../../schema/shared.ts';
import { codec } from '../../url/codec.ts';
import type { Codec, Words } from '../../url/codec.ts';
import { choiceParam, numberParam } from '../../url/params.ts';

/** The word in a link for a price that is typed in instead of taken from a record. */
export const CUSTOM = 'custom';

/** A scenario; the names are those of the link, and other people keep links: never rename one. */
export interface CostState {
  /** Hardware price, yuan. */
  hw: number;
  years: number;
  /** Mean power around the clock. */
  watts: number;
  /** Yuan a kWh. */
  kwh: number;
  /** Other costs of self-hosting, yuan a year. */
  other: number;
  /** Calls a day. */
  calls: number;
  /** Tokens a call. */
  in: number;
  out: number;
  /** Id of a price record, or `custom`. */
  api: string;
  /** Price per million tokens in `cur`; only in effect, and only in the link, when `api` is `custom`. */
  pin: number;
  pout: number;
  cur: Currency;
  /** Yuan for one dollar. */
  fx: number;
}

export const LIMITS = {
  hw: { min: 0, max: 100_000_000 },
  years: { min: 0.5, max: 20 },
  watts: { min: 0, max: 100_000 },
  kwh: { min: 0, max: 10 },
  other: { min: 0, max: 100_000_000 },
  calls: { min: 0, max: 100_000_000 },
  in: { min: 0, max: 10_000_000 },
  out: { min: 0, max: 10_000_000 },
  pin: { min: 0, max: 10_000 },
  pout: { min: 0, max: 10_000 },
  fx: { min: 1, max: 100 },
} as const;

/** What the records say where the link says nothing. */
export interface RecordDefaults {
  hw: number;
  api: string;
  fx: number;
}

/**
 * The guide's own figures: written off over three years, 100 calls a day (head of its table), 1,000 tokens in (the unit
 * of its prices), 500 tokens out (its 「复杂函数实现」), no electricity. The view says so beside each field.
 */
const GUIDE = { years: 3, watts: 0, kwh: 0, other: 0, calls: 100, in: 1000, out: 500 } as const;

const WORDS: Words<CostState> = {
  hw: ['硬件价格，元', 'hw=30000'],
  years: ['折旧年限', 'years=5'],
  watts: ['平均功率，瓦，按全天计', 'watts=450&kwh=0.62'],
  kwh: ['每度电多少元', 'watts=450&kwh=0.62'],
  other: ['自建的其他支出，每年多少元', 'other=2400'],
  calls: ['每天调用多少次', 'calls=5000'],
  in: ['每次输入多少 token', 'in=1500'],
  out: ['每次输出多少 token', 'out=800'],
  api: ['价格的编号（prices.json 里 featured 的 id），custom 是自己填单价', 'api=gpt-4'],
  pin: ['自己填的输入单价，每百万 token；只和 api=custom 一起写', 'api=custom&pin=2.5'],
  pout: ['自己填的输出单价，每百万 token；只和 api=custom 一起写', 'api=custom&pout=10'],
  cur: ['自己填的单价的币种；只和 api=custom 一起写', 'api=custom&pin=2.5&pout=10&cur=USD'],
  fx: ['1 美元合多少元', 'api=gpt-4&fx=7.1'],
};

/** The codec of the calculator; `apiIds` are the price records a link may name. */
export function costCodec(apiIds: readonly string[], defaults: RecordDefaults): Codec<CostState> {
  const plain = codec<CostState>(
    {
      hw: numberParam(defaults.hw, LIMITS.hw),
      years: numberParam(GUIDE.years, LIMITS.years),
      watts: numberParam(GUIDE.watts, LIMITS.watts),
      kwh: numberParam(GUIDE.kwh, LIMITS.kwh),
      other: numberParam(GUIDE.other, LIMITS.other),
      calls: numberParam(GUIDE.calls, LIMITS.calls),
      in: numberParam(GUIDE.in, LIMITS.in),
      out: numberParam(GUIDE.out, LIMITS.out),
      api: {
        ...choiceParam(defaults.api, [...apiIds, CUSTOM]),
        // Dozens of ids: the note names an example, not all of them.
        expected: `写价格的编号，例如 ${defaults.api}，或 ${CUSTOM}`,
      },
      pin: numberParam(0, LIMITS.pin),
      pout: numberParam(0, LIMITS.pout),
      cur: choiceParam<Currency>('CNY', ['CNY', 'USD']),
      fx: numberParam(defaults.fx, LIMITS.fx),
    },
    WORDS,
  );
  /** A record brings its own prices: typed ones neither count nor travel. */
  const settled = (state: CostState): CostState => {
    if (state.api === CUSTOM) return state;
    const { pin, pout, cur } = plain.fallback;
    return { ...state, pin, pout, cur };
  };

  return {
    ...plain,
    parse(raw) {
      const { state, ignored } = plain.parse(raw);
      if (state.api === CUSTOM) return { state, ignored };
      const idle = (['pin', 'pout', 'cur'] as const)
        .filter((key) => raw[key] && !ignored.some((entry) => entry.key === key))
        .map((key) => ({ key, value: raw[key] ?? '', expected: `只和 api=${CUSTOM} 一起写` }));
      return { state: settled(state), ignored: [...ignored, ...idle] };
    },
    format: (state) => plain.format(settled(state)),
    search: (state) => plain.search(settled(state)),
  };
}
