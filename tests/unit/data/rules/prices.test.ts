import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertCachedInputNotDearer,
  assertElectricityTiersRise,
  assertFeaturedPricesSound,
  assertOtherReadingsTold,
  assertPriceIdsDiffer,
  assertPriceIsFirstTier,
  assertPricePeriodsOrdered,
  assertTiersContiguous,
} from '../../../../src/data/rules/prices.ts';
import { assertOnlyFault, faultsOfRule } from '../fixture.ts';

const PRICES = 'content/data/apis/demo-vendor.yaml';
const OTHER = 'content/data/apis/other-vendor.yaml';
const RENTAL = 'content/data/rentals/other-platform.yaml';
const ELECTRICITY = 'content/data/electricity/demo-city.yaml';
const ABSENT = '（没有这个字段）';

const SOURCED = 'source: card, confidence: seen';

/** A vendor with one price; `more` are the lines after line 9. */
const vendor = (more: string, id = 'other-large') => `vendor: Other
prices:
  - id: ${id}
    name: Other
    region: mainland
    currency: CNY
    inputPerMillion: 2
    outputPerMillion: 8
    source: card
    confidence: seen
${more}`;

const tiers = (...spans: string[]) =>
  `    tiers:\n${spans.map((span) => `      - { ${span}, inputPerMillion: 2, outputPerMillion: 8 }\n`).join('')}`;

test('two vendors with the same price id', () => {
  assertOnlyFault(
    assertPriceIdsDiffer,
    { [OTHER]: vendor('', 'demo-large') },
    {
      file: OTHER,
      line: 3,
      field: 'prices[0].id',
      value: 'demo-large',
      message: `这个编号 ${PRICES} 用过了，换一个`,
    },
  );
});

test('two platforms with the same offer id', () => {
  const offer = `platform: Other
region: mainland
offers:
  - { id: demo-platform-gpu, item: GPU, amount: 3, currency: CNY, per: hour, ${SOURCED} }
`;
  assertOnlyFault(
    assertPriceIdsDiffer,
    { [RENTAL]: offer },
    {
      file: RENTAL,
      line: 4,
      field: 'offers[0].id',
      value: 'demo-platform-gpu',
      message: '这个编号 content/data/rentals/demo-platform.yaml 用过了，换一个',
    },
  );
});

const brokenTiers: [
  what: string,
  spans: string[],
  line: number,
  field: string,
  value: string,
  message: string,
][] = [
  [
    'that begin above zero',
    ['inputTokensFrom: 1, inputTokensTo: 32000', 'inputTokensFrom: 32000, inputTokensTo: null'],
    12,
    'prices[0].tiers[0].inputTokensFrom',
    '1',
    '第一档从 0 开始',
  ],
  [
    'with a gap',
    ['inputTokensFrom: 0, inputTokensTo: 32000', 'inputTokensFrom: 64000, inputTokensTo: null'],
    13,
    'prices[0].tiers[1].inputTokensFrom',
    '64000',
    '从上一档的终点 32000 接着写',
  ],
  [
    'that end before they begin',
    ['inputTokensFrom: 0, inputTokensTo: 32000', 'inputTokensFrom: 32000, inputTokensTo: 16000'],
    13,
    'prices[0].tiers[1].inputTokensTo',
    '16000',
    '要大于 inputTokensFrom（32000）',
  ],
  [
    'after one without a bound',
    ['inputTokensFrom: 0, inputTokensTo: null', 'inputTokensFrom: 32000, inputTokensTo: null'],
    13,
    'prices[0].tiers[1].inputTokensFrom',
    '32000',
    '上一档没有上限，后面不能再有档',
  ],
  [
    'of one span that nothing sets apart',
    [
      'inputTokensFrom: 0, inputTokensTo: 32000, condition: 思考模式',
      'inputTokensFrom: 0, inputTokensTo: 32000',
    ],
    13,
    'prices[0].tiers[1].condition',
    ABSENT,
    '与上一档同一段输入：两档都写 condition，说明区别',
  ],
];

for (const [what, spans, line, field, value, message] of brokenTiers) {
  test(`tiers ${what}`, () => {
    const edits = { [OTHER]: vendor(tiers(...spans)) };
    assertOnlyFault(assertTiersContiguous, edits, { file: OTHER, line, field, value, message });
  });
}

test('tiers of another reading are held to the same', () => {
  const reading = `    otherReadings:
      - source: card
        confidence: seen
        inputPerMillion: 2
        outputPerMillion: 8
        tiers:
          - { inputTokensFrom: 0, inputTokensTo: 5, inputPerMillion: 2, outputPerMillion: 8 }
          - { inputTokensFrom: 6, inputTokensTo: null, inputPerMillion: 2, outputPerMillion: 8 }
`;
  assert.deepEqual(
    faultsOfRule(assertTiersContiguous, { [OTHER]: vendor(reading) }).map(({ field }) => field),
    ['prices[0].otherReadings[0].tiers[1].inputTokensFrom'],
  );
});

test('tiers of one span on two conditions, and the span after', () => {
  const spans = [
    'inputTokensFrom: 0, inputTokensTo: 32000, condition: 思考模式',
    'inputTokensFrom: 0, inputTokensTo: 32000, condition: 非思考模式',
    'inputTokensFrom: 32000, inputTokensTo: null',
  ];
  assert.deepEqual(faultsOfRule(assertTiersContiguous, { [OTHER]: vendor(tiers(...spans)) }), []);
});

test('a price other than that of its first tier', () => {
  const text = vendor(
    tiers('inputTokensFrom: 0, inputTokensTo: 32000', 'inputTokensFrom: 32000, inputTokensTo: null'),
  ).replace('    inputPerMillion: 2\n', '    inputPerMillion: 3\n');
  assertOnlyFault(
    assertPriceIsFirstTier,
    { [OTHER]: text },
    { file: OTHER, line: 7, field: 'prices[0].inputPerMillion', value: '3', message: '与第一档相同，写 2' },
  );
});

test('cached input that costs more than other input', () => {
  assertOnlyFault(
    assertCachedInputNotDearer,
    { [OTHER]: vendor('    cachedInputPerMillion: 2.5\n') },
    {
      file: OTHER,
      line: 11,
      field: 'prices[0].cachedInputPerMillion',
      value: '2.5',
      message: '缓存价不高于输入价 2；真是这样就在 note 里说明',
    },
  );
});

test('cached input that costs more, with a note', () => {
  const edits = { [OTHER]: vendor('    cachedInputPerMillion: 2.5\n    note: 官方页如此\n') };
  assert.deepEqual(faultsOfRule(assertCachedInputNotDearer, edits), []);
});

test('a price that ends before it began', () => {
  assertOnlyFault(
    assertPricePeriodsOrdered,
    { [OTHER]: vendor('    from: 2026-05-01\n    to: 2026-04-30\n') },
    {
      file: OTHER,
      line: 12,
      field: 'prices[0].to',
      value: '2026-04-30',
      message: '写 from（2026-05-01）或更晚的日期',
    },
  );
});

const unfit: [what: string, more: string, line: number, why: string][] = [
  ['without a date', '    featured: true\n', 11, '没有核对日期的价格'],
  ['that looks wrong', '    checkedOn: 2026-10\n    suspect: 小数点\n    featured: true\n', 13, '存疑的价格'],
];

for (const [what, more, line, why] of unfit) {
  test(`a featured price ${what}`, () => {
    assertOnlyFault(
      assertFeaturedPricesSound,
      { [OTHER]: vendor(more) },
      {
        file: OTHER,
        line,
        field: 'prices[0].featured',
        value: 'true',
        message: `${why}不进成本计算器，删去 featured`,
      },
    );
  });
}

test('a featured price from memory', () => {
  const text = vendor('    checkedOn: 2026-10\n    featured: true\n').replace('seen', 'recalled');
  assertOnlyFault(
    assertFeaturedPricesSound,
    { [OTHER]: text },
    {
      file: OTHER,
      line: 12,
      field: 'prices[0].featured',
      value: 'true',
      message: '凭记忆的价格不进成本计算器，删去 featured',
    },
  );
});

const SECOND = {
  'content/data/sources/page.yaml': 'title: 价格页\nurl: https://example.com/\nkind: vendor\n',
};
const reading = (source: string, input: number, more = '') =>
  `    otherReadings:\n      - { inputPerMillion: ${input}, outputPerMillion: 8, source: ${source}, confidence: seen${more} }\n`;

test('another reading from the same source', () => {
  assertOnlyFault(
    assertOtherReadingsTold,
    { [OTHER]: vendor(reading('card', 2)) },
    {
      file: OTHER,
      line: 12,
      field: 'prices[0].otherReadings[0].source',
      value: 'card',
      message: '与本条同一个来源；写另一个来源，或删去这一条',
    },
  );
});

test('another reading that differs without a word', () => {
  assertOnlyFault(
    assertOtherReadingsTold,
    { ...SECOND, [OTHER]: vendor(reading('page', 3)) },
    {
      file: OTHER,
      line: 12,
      field: 'prices[0].otherReadings[0].note',
      value: ABSENT,
      message: '与本条价格不同，补上 note：用一句话说明差别',
    },
  );
});

test('another reading that agrees, or differs and says how', () => {
  for (const more of [reading('page', 2), reading('page', 3, ', note: 日期不同')])
    assert.deepEqual(faultsOfRule(assertOtherReadingsTold, { ...SECOND, [OTHER]: vendor(more) }), []);
});

test('electricity that gets cheaper from tier to tier', () => {
  assertOnlyFault(
    assertElectricityTiersRise,
    { [ELECTRICITY]: [['perKwh: 0.6', 'perKwh: 0.4']] },
    {
      file: ELECTRICITY,
      line: 7,
      field: 'prices[1].perKwh',
      value: '0.4',
      message: '要高于上一档（0.5）',
    },
  );
});

test('an electricity tier without its limit', () => {
  assertOnlyFault(
    assertElectricityTiersRise,
    { [ELECTRICITY]: [['[2880]', '[2880, 4800]']] },
    {
      file: ELECTRICITY,
      line: 8,
      field: 'tierLimits.kwhPerYear',
      value: '列表（2 项）',
      message: '写 1 个分界：比电价的档数少一个',
    },
  );
});
