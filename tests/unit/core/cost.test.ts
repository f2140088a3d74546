import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareYearlyCost, costByVolume, LARGEST_VOLUME } from '../../../src/core/cost.ts';
import type { CostInput } from '../../../src/core/cost.ts';

const guide: CostInput = {
  hardwarePriceCny: 15_000,
  years: 3,
  powerWatts: 0,
  electricityCnyPerKwh: 0,
  otherYearlyCny: 0,
  callsPerDay: 100,
  inputTokensPerCall: 1_000,
  outputTokensPerCall: 0,
  inputPricePerMillion: 30,
  outputPricePerMillion: 60,
  currency: 'USD',
  cnyPerUsd: 7,
};

/** To six decimals, as a link carries it: denormal numbers say nothing about money. */
const amount = (min: number, max: number) =>
  fc
    .integer({ min: Math.round(min * 1e6), max: Math.round(max * 1e6) })
    .map((millionths) => millionths / 1e6);

/** Scenarios in which a call costs something. */
const scenario: fc.Arbitrary<CostInput> = fc.record({
  hardwarePriceCny: amount(1, 1e8),
  years: amount(0.5, 20),
  powerWatts: amount(0, 1e5),
  electricityCnyPerKwh: amount(0, 10),
  otherYearlyCny: amount(0, 1e8),
  callsPerDay: amount(0, 1e8),
  inputTokensPerCall: amount(1, 1e7),
  outputTokensPerCall: amount(0, 1e7),
  inputPricePerMillion: amount(0.001, 1e4),
  outputPricePerMillion: amount(0, 1e4),
  currency: fc.constantFrom('CNY' as const, 'USD' as const),
  cnyPerUsd: amount(1, 100),
});

const near = (actual: number, expected: number) =>
  assert.ok(
    Math.abs(actual - expected) <= 1e-9 * Math.max(Math.abs(actual), Math.abs(expected)),
    `${actual} 应当约等于 ${expected}`,
  );

const sum = (parts: { value: number }[]) => parts.reduce((total, { value }) => total + value, 0);

describe('compareYearlyCost', () => {
  it('counts the guide’s machine against GPT-4 at 1,000 tokens a call', () => {
    const cost = compareYearlyCost(guide);
    assert.equal(cost.selfHostedYearlyCny, 5_000);
    near(cost.selfHostedMonthlyCny, 5_000 / 12);
    near(cost.apiYearlyOriginal, 1_095);
    near(cost.apiYearlyCny, 7_665);
    near(cost.apiCallCny, 0.21);
    near(cost.apiPer100kCallsOriginal, 3_000);
    near(cost.apiPer100kCallsCny, 21_000);
    assert.equal(cost.cheaper, 'self');
    near(cost.yearlyDifferenceCny, 2_665);
    near(cost.breakEvenCallsPerDay ?? Number.NaN, 5_000 / 365 / 0.21);
    near(cost.paybackMonths ?? Number.NaN, 15_000 / (7_665 / 12));
  });

  it('counts electricity around the clock, other costs, and output at its own price', () => {
    const cost = compareYearlyCost({
      ...guide,
      powerWatts: 500,
      electricityCnyPerKwh: 0.6,
      otherYearlyCny: 1_000,
      outputTokensPerCall: 500,
    });
    assert.deepEqual(
      cost.parts.selfHosted.map(({ label, value }) => [label, value]),
      [
        ['硬件折旧', 5_000],
        ['电费', 2_628],
        ['其他', 1_000],
      ],
    );
    near(cost.apiCallCny, (0.03 + 0.03) * 7);
  });

  it('fills every formula in; a given figure has none', () => {
    const cost = compareYearlyCost({
      ...guide,
      powerWatts: 500,
      electricityCnyPerKwh: 0.6,
      otherYearlyCny: 1_000,
    });
    assert.deepEqual(
      [...cost.parts.selfHosted, ...cost.parts.api].map(({ formula }) => formula),
      [
        '¥15,000 ÷ 3 年',
        '500 W ÷ 1,000 × 24 小时 × 365 天 × 每度 ¥0.6',
        undefined,
        '每天 100 次 × 365 天 × 每次 1,000 token × $30 ÷ 1,000,000 × 汇率 7',
        '每天 100 次 × 365 天 × 每次 0 token × $60 ÷ 1,000,000 × 汇率 7',
      ],
    );
    assert.equal(cost.formulas.call, '(1,000 token × $30 + 0 token × $60) ÷ 1,000,000 × 汇率 7');
    assert.equal(cost.formulas.breakEven, '¥8,628 ÷ 365 天 ÷ 每次 ¥0.21');
    assert.equal(cost.formulas.payback, '¥15,000 ÷ ((API ¥7,665 − 电费与其他 ¥3,628) ÷ 12 个月)');
    const inYuan = compareYearlyCost({ ...guide, currency: 'CNY' });
    assert.equal(inYuan.formulas.call, '(1,000 token × ¥30 + 0 token × ¥60) ÷ 1,000,000');
    assert.equal(inYuan.parts.api[0]?.formula, '每天 100 次 × 365 天 × 每次 1,000 token × ¥30 ÷ 1,000,000');
  });

  it('leaves the exchange rate out of a price in yuan', () => {
    assert.equal(compareYearlyCost({ ...guide, currency: 'CNY' }).apiYearlyCny, 1_095);
  });

  it('has no break-even where a call is free, or next to free', () => {
    const free = compareYearlyCost({ ...guide, inputTokensPerCall: 0 });
    assert.equal(free.breakEvenCallsPerDay, null);
    assert.equal(free.formulas.breakEven, null);
    assert.equal(free.cheaper, 'api');
    assert.equal(compareYearlyCost({ ...guide, inputPricePerMillion: 5e-324 }).breakEvenCallsPerDay, null);
    assert.equal(
      compareYearlyCost({ ...guide, inputPricePerMillion: 0, hardwarePriceCny: 0 }).breakEvenCallsPerDay,
      null,
    );
  });

  it('never pays back where running the machine costs as much as the API', () => {
    const cost = compareYearlyCost({ ...guide, otherYearlyCny: 7_665 });
    assert.equal(cost.paybackMonths, null);
    assert.equal(cost.formulas.payback, null);
  });

  it('refuses a negative or unbounded figure and 0 years, naming it', () => {
    assert.throws(() => compareYearlyCost({ ...guide, years: 0 }), /years 是 0/);
    assert.throws(() => compareYearlyCost({ ...guide, callsPerDay: -1 }), /callsPerDay 是 -1/);
    assert.throws(() => compareYearlyCost({ ...guide, cnyPerUsd: Infinity }), /cnyPerUsd 是 Infinity/);
    assert.throws(
      () => compareYearlyCost({ ...guide, hardwarePriceCny: Number.NaN }),
      /hardwarePriceCny 是 NaN/,
    );
  });

  it('law: at break-even both ways cost the same, and the hardware is paid for in just its years', () => {
    fc.assert(
      fc.property(scenario, (input) => {
        const breakEven = compareYearlyCost(input).breakEvenCallsPerDay;
        assert.ok(breakEven !== null);
        const there = compareYearlyCost({ ...input, callsPerDay: breakEven });
        near(there.apiYearlyCny, there.selfHostedYearlyCny);
        assert.equal(there.cheaper, 'equal');
        assert.equal(there.yearlyDifferenceCny, 0);
      }),
    );
    const { breakEvenCallsPerDay } = compareYearlyCost(guide);
    const there = compareYearlyCost({ ...guide, callsPerDay: breakEvenCallsPerDay ?? Number.NaN });
    near(there.paybackMonths ?? Number.NaN, 36);
  });

  it('law: more calls never make the API cheaper, and self-hosting does not depend on them', () => {
    fc.assert(
      fc.property(scenario, amount(0, 1e8), (input, more) => {
        const before = compareYearlyCost(input);
        const after = compareYearlyCost({ ...input, callsPerDay: input.callsPerDay + more });
        assert.ok(after.apiYearlyCny >= before.apiYearlyCny);
        assert.equal(after.selfHostedYearlyCny, before.selfHostedYearlyCny);
        assert.equal(after.breakEvenCallsPerDay, before.breakEvenCallsPerDay);
        if (before.cheaper === 'self') assert.equal(after.cheaper, 'self');
      }),
    );
  });

  it('law: above break-even self-hosting is cheaper, below it the API', () => {
    fc.assert(
      fc.property(scenario, amount(1.001, 100), (input, factor) => {
        const breakEven = compareYearlyCost(input).breakEvenCallsPerDay;
        assert.ok(breakEven !== null);
        assert.equal(compareYearlyCost({ ...input, callsPerDay: breakEven * factor }).cheaper, 'self');
        assert.equal(compareYearlyCost({ ...input, callsPerDay: breakEven / factor }).cheaper, 'api');
      }),
    );
  });

  it('law: without running costs, break-even scales with the hardware price', () => {
    fc.assert(
      fc.property(scenario, amount(0.1, 10), (input, factor) => {
        const bare = { ...input, powerWatts: 0, otherYearlyCny: 0 };
        const scaled = compareYearlyCost({ ...bare, hardwarePriceCny: bare.hardwarePriceCny * factor });
        near(
          scaled.breakEvenCallsPerDay ?? Number.NaN,
          (compareYearlyCost(bare).breakEvenCallsPerDay ?? Number.NaN) * factor,
        );
      }),
    );
  });

  it('law: twice the exchange rate doubles what a dollar price costs in yuan, and nothing in dollars', () => {
    fc.assert(
      fc.property(scenario, (input) => {
        const before = compareYearlyCost({ ...input, currency: 'USD' });
        const after = compareYearlyCost({ ...input, currency: 'USD', cnyPerUsd: input.cnyPerUsd * 2 });
        near(after.apiYearlyCny, before.apiYearlyCny * 2);
        near(after.apiCallCny, before.apiCallCny * 2);
        assert.equal(after.apiYearlyOriginal, before.apiYearlyOriginal);
      }),
    );
  });

  it('law: the parts add up, and every number is finite', () => {
    fc.assert(
      fc.property(scenario, (input) => {
        const cost = compareYearlyCost(input);
        near(sum(cost.parts.selfHosted), cost.selfHostedYearlyCny);
        near(sum(cost.parts.api), cost.apiYearlyCny);
        for (const value of Object.values(cost)) {
          if (typeof value === 'number') assert.ok(Number.isFinite(value) && value >= 0);
        }
      }),
    );
  });
});

describe('costByVolume', () => {
  it('sets both costs side by side around the current volume and break-even', () => {
    const cost = compareYearlyCost({ ...guide, currency: 'CNY', inputPricePerMillion: 1 });
    const rows = costByVolume(cost, 100);
    assert.deepEqual(
      rows.map(({ callsPerDay, isCurrent, isBreakEven }) => [
        Math.round(callsPerDay),
        isCurrent,
        isBreakEven,
      ]),
      [
        [10, false, false],
        [100, true, false],
        [1_000, false, false],
        [10_000, false, false],
        [13_699, false, true],
        [100_000, false, false],
      ],
    );
    near(rows[1]?.apiYearlyCny ?? Number.NaN, cost.apiYearlyCny);
  });

  it('leaves out a break-even point that no volume reaches', () => {
    const cost = compareYearlyCost({ ...guide, inputPricePerMillion: 1e-9 });
    assert.ok((cost.breakEvenCallsPerDay ?? 0) > LARGEST_VOLUME);
    assert.ok(costByVolume(cost, 100).every(({ isBreakEven }) => !isBreakEven));
  });

  it('shows one row where the current volume is break-even', () => {
    const { breakEvenCallsPerDay } = compareYearlyCost(guide);
    const current = breakEvenCallsPerDay ?? Number.NaN;
    const rows = costByVolume(compareYearlyCost({ ...guide, callsPerDay: current }), current);
    assert.equal(rows.filter(({ isCurrent, isBreakEven }) => isCurrent && isBreakEven).length, 1);
    assert.equal(rows.filter(({ isCurrent, isBreakEven }) => isCurrent || isBreakEven).length, 1);
  });

  it('law: ascending without repeats, marks the current volume once, and crosses at break-even', () => {
    fc.assert(
      fc.property(scenario, (input) => {
        const cost = compareYearlyCost(input);
        const rows = costByVolume(cost, input.callsPerDay);
        assert.ok(rows.length >= 3 && rows.length <= 14, String(rows.length));
        assert.equal(rows.filter(({ isCurrent }) => isCurrent).length, 1);
        rows
          .slice(1)
          .forEach((row, index) => assert.ok(row.callsPerDay > (rows[index]?.callsPerDay ?? Infinity)));
        for (const row of rows.filter(({ isBreakEven }) => isBreakEven))
          near(row.apiYearlyCny, row.selfHostedYearlyCny);
      }),
    );
  });
});
