import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judgeClaim } from '../../../src/core/judge.ts';
import type { ClaimFacts } from '../../../src/core/judge.ts';
import type { ClaimMeaning } from '../../../src/schema/claim.ts';
import { coder32b, general72b, lite16b, modelFactsArbitrary } from './models.ts';

const BF16 = 16;
const judge = (means: ClaimMeaning, model: ClaimFacts['model'], precisionBits: number | null = BF16) =>
  judgeClaim({ means, model, precisionBits, bandwidthGbPerSecond: 153.6 });

type Figure = [errata: string, means: ClaimMeaning, model: ClaimFacts['model'], bits: number];

const impossible: Figure[] = [
  ['s017', { low: 40, high: 50, unit: 'GB' }, coder32b, 16],
  ['s019', { low: 25, unit: 'GB' }, coder32b, 8],
  ['s020', { low: 15, unit: 'GB' }, coder32b, 4],
  ['s023', { low: 20, high: 30, unit: 'GB' }, lite16b, 16],
  ['s025', { low: 14, unit: 'GB' }, lite16b, 8],
  ['s031', { low: 28, unit: 'GB' }, general72b, 4],
  ['s054', { low: 8, high: 12, unit: 'tok/s' }, coder32b, 16],
  ['s057', { low: 4, high: 8, unit: 'tok/s' }, general72b, 16],
  ['s061', { low: 90, high: 120, unit: 's', tokens: 1000 }, coder32b, 16],
  ['s064', { low: 8, high: 10, unit: 's', tokens: 100 }, coder32b, 16],
  ['s068', { low: 80, high: 100, unit: 's', tokens: 500 }, general72b, 16],
  ['s074', { low: 30, unit: 'GB' }, lite16b, 16],
];

const possible: Figure[] = [
  ['s026', { low: 8, unit: 'GB' }, lite16b, 4],
  ['s056', { low: 12, high: 18, unit: 'tok/s' }, lite16b, 16],
  ['s062', { low: 60, high: 80, unit: 's', tokens: 1000 }, lite16b, 16],
  ['s070', { low: 6, high: 8, unit: 's', tokens: 100 }, lite16b, 16],
  ['s074, its last row', { low: 34, unit: 'GB' }, lite16b, 16],
];

for (const [verdict, figures] of [
  ['impossible', impossible],
  ['possible', possible],
] as const) {
  for (const [errata, means, model, bits] of figures) {
    test(`${verdict} in the guide: ${errata}`, () => {
      assert.equal(judge(means, model, bits)?.verdict, verdict);
    });
  }
}

test('the arithmetic is told with its numbers', () => {
  assert.deepEqual(judge({ low: 40, high: 50, unit: 'GB' }, coder32b), {
    verdict: 'impossible',
    bound: { value: 65.527752704, unit: 'GB' },
    arithmetic: '32,763,876,352 个参数 × 16 位 ÷ 8 = 65.5 GB，比 50 GB 大',
  });
  assert.equal(
    judge({ low: 34, unit: 'GB' }, lite16b)?.arithmetic,
    '15,706,484,224 个参数 × 16 位 ÷ 8 = 31.4 GB，不超过 34 GB',
  );
  assert.equal(
    judge({ low: 8, high: 12, unit: 'tok/s' }, coder32b)?.arithmetic,
    '每个 token 至少读 (32,763,876,352 − 152,064 × 5,120) × 16 ÷ 8 = 63.97 GB；153.6 GB/s ÷ 63.97 GB = 2.40 tok/s，比 8 tok/s 低',
  );
  assert.equal(
    judge({ low: 90, high: 120, unit: 's', tokens: 1000 }, coder32b)?.arithmetic,
    '每个 token 至少读 (32,763,876,352 − 152,064 × 5,120) × 16 ÷ 8 = 63.97 GB；1,000 个 token × 63.97 GB ÷ 153.6 GB/s = 416.5 秒，比 120 秒长',
  );
});

test('a bound just beside the claim is printed with the digits that tell them apart', () => {
  const model = { ...coder32b, totalParameters: 25_010_000_000 };
  assert.match(judge({ low: 50, unit: 'GB' }, model)?.arithmetic ?? '', /= 50\.02 GB，比 50 GB 大$/);
});

test('the claim is taken at its most favourable end', () => {
  assert.equal(judge({ low: 40, high: 66, unit: 'GB' }, coder32b)?.verdict, 'possible');
  assert.equal(judge({ low: 2, high: 12, unit: 'tok/s' }, coder32b)?.verdict, 'possible');
  assert.equal(judge({ low: 90, high: 417, unit: 's', tokens: 1000 }, coder32b)?.verdict, 'possible');
});

test('no bound without precision, model, machine or number of tokens, nor for other units', () => {
  const facts = { model: coder32b, precisionBits: BF16, bandwidthGbPerSecond: 153.6 };
  assert.equal(judgeClaim({ ...facts, means: { low: 1, unit: 'GB' }, precisionBits: null }), null);
  assert.equal(judgeClaim({ ...facts, means: { low: 1, unit: 'GB' }, model: null }), null);
  assert.equal(judgeClaim({ ...facts, means: { low: 99, unit: 'tok/s' }, bandwidthGbPerSecond: null }), null);
  assert.equal(judgeClaim({ ...facts, means: { low: 1, unit: 's' } }), null);
  assert.equal(judgeClaim({ ...facts, means: { low: 100, unit: '%' } }), null);
});

test('memory is judged without a machine', () => {
  const claim = { model: coder32b, precisionBits: BF16, bandwidthGbPerSecond: null };
  assert.equal(judgeClaim({ ...claim, means: { low: 45, unit: 'GB' } })?.verdict, 'impossible');
});

const meansArbitrary = fc
  .record({
    low: fc.double({ min: 0, max: 2000, noNaN: true }),
    spread: fc.double({ min: 0, max: 200, noNaN: true }),
    unit: fc.constantFrom('GB' as const, 'tok/s' as const, 's' as const),
    tokens: fc.integer({ min: 1, max: 100_000 }),
  })
  .map(({ low, spread, unit, tokens }): ClaimMeaning => ({ low, high: low + spread, unit, tokens }));
const bitsArbitrary = fc.constantFrom(2, 3, 4, 8, 16, 32);
const bandwidthArbitrary = fc.double({ min: 10, max: 10_000, noNaN: true });

/** Holds for claims that are judged impossible: most of those generated, but few of the speeds, hence the runs. */
function lawOfTheImpossible(
  stillImpossible: (
    facts: ClaimFacts & { model: object; precisionBits: number; bandwidthGbPerSecond: number },
  ) => boolean,
) {
  fc.assert(
    fc.property(
      meansArbitrary,
      modelFactsArbitrary,
      bitsArbitrary,
      bandwidthArbitrary,
      (means, model, bits, bandwidth) => {
        const facts = { means, model, precisionBits: bits, bandwidthGbPerSecond: bandwidth };
        fc.pre(judgeClaim(facts)?.verdict === 'impossible');
        assert.ok(stillImpossible(facts));
      },
    ),
    { numRuns: 1000 },
  );
}

test('law: what is impossible stays so with more bits', () => {
  lawOfTheImpossible(
    (facts) => judgeClaim({ ...facts, precisionBits: facts.precisionBits * 2 })?.verdict === 'impossible',
  );
});

test('law: what is impossible stays so with less bandwidth', () => {
  lawOfTheImpossible(
    (facts) =>
      judgeClaim({ ...facts, bandwidthGbPerSecond: facts.bandwidthGbPerSecond / 2 })?.verdict ===
      'impossible',
  );
});

test('law: what is impossible stays so when more is claimed', () => {
  lawOfTheImpossible((facts) => {
    const { low, high = low, unit } = facts.means;
    const factor = unit === 'tok/s' ? 2 : 0.5;
    return (
      judgeClaim({ ...facts, means: { ...facts.means, low: low * factor, high: high * factor } })?.verdict ===
      'impossible'
    );
  });
});

test('law: a claim of exactly the bound is possible', () => {
  fc.assert(
    fc.property(
      meansArbitrary,
      modelFactsArbitrary,
      bitsArbitrary,
      bandwidthArbitrary,
      (means, model, bits, bandwidth) => {
        const facts = { model, precisionBits: bits, bandwidthGbPerSecond: bandwidth };
        const bound = judgeClaim({ ...facts, means })?.bound.value ?? Number.NaN;
        assert.equal(
          judgeClaim({ ...facts, means: { ...means, low: bound, high: bound } })?.verdict,
          'possible',
        );
      },
    ),
  );
});

test('several requests together reach at most as many times the speed of one', () => {
  const total = (low: number, users?: number) =>
    judge({ low, unit: 'tok/s', ...(users && { users }) }, coder32b);
  const one = total(8);
  const five = total(8, 5);
  assert.equal(one?.verdict, 'impossible');
  assert.equal(five?.verdict, 'possible');
  assert.ok(Math.abs(five!.bound.value / one!.bound.value - 5) < 1e-9);
  assert.match(five!.arithmetic, /× 5 个请求 = 12\.0 tok\/s/);
  assert.equal(total(13, 5)?.verdict, 'impossible');
});
