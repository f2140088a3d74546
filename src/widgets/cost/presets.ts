import type { CostState } from './url.ts';

/** Quantities of the comparison that the guide prints. */
export type PrintedQuantity =
  | 'selfHostedMonthlyCny'
  | 'selfHostedYearlyCny'
  | 'apiPer100kCallsOriginal'
  | 'apiYearlyOriginal'
  | 'breakEvenCallsPerDay';

/** One row of the guide's cost section as a scenario that reproduces it. */
export interface GuidePreset {
  id: string;
  label: string;
  printed: readonly {
    /** Letter for letter, and the line of the original. */
    text: string;
    line: number;
    quantity: PrintedQuantity;
    value: number;
    /** What the guide rounded to; whole units where it says nothing else. */
    roundedTo?: number;
  }[];
  /** What differs from the defaults. */
  change: Partial<CostState>;
  /** What one has to assume to get the printed figure. */
  hides: string;
  /** The same row with 1,000 tokens a call, the unit of the guide's own price list. */
  instead?: { words: string; change: Partial<CostState> };
}

const DEPRECIATION_ONLY = '只把硬件价格平摊到 36 个月；电费、机房和人力都按 0 算。';
/** The guide names a vendor and a price; these are the records whose input price it is. */
const GPT4_PRICE = '（指南的 $0.03/1K 是 GPT-4 的输入价）';
const CLAUDE_PRICE = '（指南的 $0.015/1K 是 Claude 3 Opus 的输入价）';
const LISTED = '按价目表的单位，每次 1,000 token';

const gpt4 = (tokens: number): Partial<CostState> => ({ api: 'gpt-4', calls: 100, in: tokens, out: 0 });
const claude = (tokens: number): Partial<CostState> => ({
  api: 'claude-3-opus',
  calls: 100,
  in: tokens,
  out: 0,
});
/** The guide sets dollars against yuan and names no exchange rate. */
const conclusion: Partial<CostState> = { hw: 15_000, years: 3, calls: 50, api: 'gpt-4', out: 0 };

/** The guide's own rows, in its order. */
export const GUIDE_PRESETS: readonly GuidePreset[] = [
  {
    id: '64gb',
    label: '64 GB 服务器 ¥8,000',
    printed: [{ text: '¥222', line: 327, quantity: 'selfHostedMonthlyCny', value: 222 }],
    change: { hw: 8_000, years: 3 },
    hides: DEPRECIATION_ONLY,
  },
  {
    id: '128gb',
    label: '128 GB 服务器 ¥15,000',
    printed: [
      { text: '¥417', line: 328, quantity: 'selfHostedMonthlyCny', value: 417 },
      { text: '¥5,000', line: 335, quantity: 'selfHostedYearlyCny', value: 5_000 },
    ],
    change: { hw: 15_000, years: 3 },
    hides: DEPRECIATION_ONLY,
  },
  {
    id: '256gb',
    label: '256 GB 服务器 ¥30,000',
    printed: [{ text: '¥833', line: 329, quantity: 'selfHostedMonthlyCny', value: 833 }],
    change: { hw: 30_000, years: 3 },
    hides: DEPRECIATION_ONLY,
  },
  {
    id: 'gpt-4-100k',
    label: 'GPT-4 10 万次 $300',
    printed: [{ text: '$300', line: 336, quantity: 'apiPer100kCallsOriginal', value: 300 }],
    change: gpt4(100),
    hides: `每次调用只有 100 token，且只按输入价算${GPT4_PRICE}。`,
    instead: { words: LISTED, change: gpt4(1_000) },
  },
  {
    id: 'gpt-4-year',
    label: 'GPT-4 每年 $10,950',
    printed: [{ text: '$10,950', line: 336, quantity: 'apiYearlyOriginal', value: 10_950 }],
    change: gpt4(10_000),
    hides: '每天 100 次，每次调用多达 10,000 token，且只按输入价算；同一行的 $300 却按每次 100 token。',
    instead: { words: LISTED, change: gpt4(1_000) },
  },
  {
    id: 'claude-100k',
    label: 'Claude 10 万次 $150',
    printed: [{ text: '$150', line: 337, quantity: 'apiPer100kCallsOriginal', value: 150 }],
    change: claude(100),
    hides: `每次调用只有 100 token，且只按输入价算${CLAUDE_PRICE}。`,
    instead: { words: LISTED, change: claude(1_000) },
  },
  {
    id: 'claude-year',
    label: 'Claude 每年 $5,475',
    printed: [{ text: '$5,475', line: 337, quantity: 'apiYearlyOriginal', value: 5_475 }],
    change: claude(10_000),
    hides: '每天 100 次，每次调用多达 10,000 token，且只按输入价算；同一行的 $150 却按每次 100 token。',
    instead: { words: LISTED, change: claude(1_000) },
  },
  {
    id: 'conclusion',
    label: '结论「超过 50 次」',
    printed: [
      { text: '每天调用超过 50 次', line: 339, quantity: 'breakEvenCallsPerDay', value: 50, roundedTo: 10 },
    ],
    change: { ...conclusion, in: 10_000, fx: 1 },
    hides:
      '指南没有写 50 怎么来的。最接近的算法：GPT-4 每次 10,000 token，只按输入价算，并把 1 美元当作 1 元，再取整到十。',
    instead: { words: `${LISTED}，美元按汇率折算`, change: { ...conclusion, in: 1_000 } },
  },
];

/** The whole scenario of a preset: what it does not name is at its default. */
export const presetState = (change: Partial<CostState>, defaults: CostState): CostState => ({
  ...defaults,
  ...change,
});
