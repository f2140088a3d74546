import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readLibrary } from '../../src/data/read.ts';
import type { Price } from '../../src/schema/api.ts';

const { library } = readLibrary(fileURLToPath(new URL('../..', import.meta.url)));
const prices = library.apis.entries.flatMap(({ value }) => value.prices);
const offers = library.rentals.entries.flatMap(({ value }) => value.offers);

function price(id: string): Price {
  const found = prices.find((candidate) => candidate.id === id);
  assert.ok(found, `没有价格 ${id}`);
  return found;
}

function offer(id: string) {
  const found = offers.find((candidate) => candidate.id === id);
  assert.ok(found, `没有报价 ${id}`);
  return found;
}

const electricity = (id: string) => library.electricity.byId.get(id)?.value;
const hosting = (item: string) =>
  library.hosting.byId.get('idc-1u')?.value.items.find((candidate) => candidate.item === item);

/** Input, output, cached input. */
const figures = (id: string) => {
  const { inputPerMillion, outputPerMillion, cachedInputPerMillion } = price(id);
  return [inputPerMillion, outputPerMillion, cachedInputPerMillion ?? null];
};
const tiers = (id: string) =>
  price(id).tiers?.map((tier) => [tier.inputTokensTo, tier.inputPerMillion, tier.outputPerMillion]);

test('counts of prices', () => {
  const count = (holds: (value: Price) => unknown) => prices.filter(holds).length;
  assert.deepEqual(
    {
      vendors: library.apis.entries.length,
      prices: prices.length,
      yuan: count(({ currency }) => currency === 'CNY'),
      mainland: count(({ region }) => region === 'mainland'),
      tiered: count(({ tiers: list }) => list),
      converted: count(({ converted }) => converted),
      historical: count(({ historical }) => historical),
      suspect: count(({ suspect }) => suspect),
      confirmedOrContested: count(({ otherReadings }) => otherReadings),
      offers: offers.length,
      platforms: library.rentals.entries.length,
      tariffs: library.electricity.entries.length,
      rates: library.rates.entries.length,
    },
    {
      vendors: 17,
      prices: 525,
      yuan: 357,
      mainland: 415,
      tiered: 81,
      converted: 58,
      historical: 19,
      suspect: 3,
      confirmedOrContested: 64,
      offers: 45,
      platforms: 15,
      tariffs: 9,
      rates: 2,
    },
  );
});

/** Figures as the sources print them. */
const FIGURES: [what: string, actual: unknown, expected: unknown][] = [
  ['deepseek-flash, peak', figures('deepseek-flash-peak'), [2, 8, 0.04]],
  ['deepseek-v4-pro, off-peak', figures('deepseek-v4-pro'), [4.5, 13.5, 0.15]],
  ['deepseek-v4-pro, dollars, peak', figures('deepseek-v4-pro-usd-peak'), [1.32, 3.96, 0.044]],
  ['GLM-5.3', figures('bigmodel-glm-5.3'), [8, 28, 2]],
  ['GLM-5.3-Flash', figures('bigmodel-glm-5.3-flash'), [0.8, 2.8, 0.23]],
  ['Kimi K3', figures('kimi-k3'), [20, 100, 2]],
  ['qwen3.8-max', figures('bailian-qwen3.8-max'), [12, 36, 1.5]],
  ['qwen3.8-max, cache write', price('bailian-qwen3.8-max').cacheWritePerMillion, 15],
  ['Qwen2.5-72B at Bailian', figures('bailian-qwen2.5-72b-instruct'), [4, 12, null]],
  ['Qwen2.5-72B at SiliconFlow', figures('siliconflow-qwen-qwen2.5-72b-instruct'), [4.13, 4.13, null]],
  ['doubao-seed-2.1-pro', figures('ark-doubao-seed-2.1-pro'), [6, 30, 1.2]],
  ['MiniMax-M2.7-highspeed', figures('minimax-m2.7-highspeed'), [4.2, 16.8, 0.42]],
  ['step-1-256k', figures('stepfun-step-1-256k'), [95, 300, 19]],
  ['ernie-4.5-turbo-vl', figures('qianfan-ernie-4.5-turbo-vl'), [3, 9, 0.75]],
  ['baichuan-m2', figures('baichuan-m2'), [2, 20, null]],
  ['spark-x2', figures('iflytek-spark-x2'), [2, 2, null]],
  ['mimo-v2.5', figures('mimo-v2.5'), [1, 2, 0.02]],
  ['gpt-5.5', figures('openai-gpt-5.5'), [5, 30, 0.5]],
  ['claude-haiku-4-5', figures('anthropic-claude-haiku-4-5'), [1, 5, 0.1]],
  ['gemini-2.5-flash', figures('google-gemini-2.5-flash'), [0.3, 2.5, 0.03]],
  ['GPT-4', figures('gpt-4'), [30, 60, null]],
  ['Claude 3 Opus', figures('claude-3-opus'), [15, 75, 1.5]],
  ['ERNIE-4.0-8K in 2024', figures('qianfan-ernie-4.0-8k-2024'), [120, 120, null]],
  [
    'tiers of qwen3-coder-plus',
    tiers('bailian-qwen3-coder-plus'),
    [
      [32_000, 4, 16],
      [128_000, 6, 24],
      [256_000, 10, 40],
      [null, 20, 200],
    ],
  ],
  [
    'tiers of gemini-2.5-pro',
    tiers('google-gemini-2.5-pro'),
    [
      [200_000, 1.25, 10],
      [null, 2.5, 15],
    ],
  ],
  ['RTX 4090 at AutoDL, an hour', offer('autodl-rtx-4090-24gb').amount, 1.88],
  ['A100 SXM at RunPod, an hour', offer('runpod-a100-sxm-80gb').amount, 1.89],
  ['910B3 server, a month', offer('anygpu-910b3-64gb').amountHigh, 15_000],
  ['a 24 GB card, an hour', offer('market-cn-24gb-class').amountHigh, 5.5],
  ['electricity in Beijing, first tier', electricity('beijing-residential')?.prices[0]?.perKwh, 0.4883],
  ['electricity in Sichuan, third tier', electricity('sichuan-residential')?.prices[2]?.perKwh, 0.8224],
  ['100 Mbit/s, a year', hosting('100 Mbps 独享带宽')?.amountHigh, 10_000],
  ['dollar, 22 August', library.rates.byId.get('usd-cny')?.value.value, 6.7379],
  ['dollar, 4 September', library.rates.byId.get('usd-cny-2026-09-04')?.value.value, 6.7],
];

for (const [what, actual, expected] of FIGURES) {
  test(what, () => assert.deepEqual(actual, expected));
}

test('ids that links carry', () => {
  const featured = prices.filter((candidate) => candidate.featured).map(({ id }) => id);
  assert.deepEqual(featured.sort(), [
    'ark-doubao-seed-2.1-pro',
    'bailian-qwen2.5-72b-instruct',
    'bailian-qwen3.7-plus',
    'bigmodel-glm-5.3',
    'claude-3-opus',
    'claude-sonnet-4.5',
    'deepseek-flash',
    'deepseek-v4-pro',
    'gpt-4',
    'gpt-4.1',
    'kimi-k2.6',
    'minimax-m2.7',
  ]);
});

test('no dollar price of the international list stands as a mainland one', () => {
  for (const { id, region, currency, converted } of prices) {
    if (region === 'mainland') assert.ok(currency === 'CNY' || converted, id);
  }
});

test('a price on which sources differ tells each', () => {
  const readings = price('deepseek-v4-flash').otherReadings?.map((reading) => [
    reading.source,
    reading.inputPerMillion,
    reading.outputPerMillion,
  ]);
  assert.deepEqual(readings, [
    ['price-llm-prices-cn', 3, 9],
    ['deepseek-pricing', 1, 4],
  ]);
});

test('prices that look wrong say why', () => {
  const suspects = prices.filter(({ suspect }) => suspect).map(({ id }) => id);
  assert.deepEqual(suspects, ['stepfun-step-1v-8k', 'stepfun-step-1v-32k', 'stepfun-step-1o-vision-32k']);
});

test('electricity from memory is marked as such', () => {
  const marks = new Set(electricity('shanghai-residential')?.prices.map(({ confidence }) => confidence));
  assert.deepEqual([...marks], ['recalled']);
});
