import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseSearch } from '../../../src/url/codec.ts';
import { costCodec, CUSTOM, LIMITS } from '../../../src/widgets/cost/url.ts';
import type { CostState } from '../../../src/widgets/cost/url.ts';

const API_IDS = ['deepseek-flash', 'gpt-4', 'claude-3-opus'] as const;
const codec = costCodec(API_IDS, { hw: 15_000, api: 'deepseek-flash', fx: 6.7379 });
const read = (search: string) => parseSearch(codec, search);
const stateOf = (change: Partial<CostState>): CostState => ({ ...codec.fallback, ...change });

/** Links that people keep: a change that breaks one of these breaks theirs. */
const SAVED: [search: string, change: Partial<CostState>][] = [
  ['', {}],
  ['?hw=8000', { hw: 8_000 }],
  [
    '?hw=30000&years=5&watts=450&kwh=0.62&other=2400',
    { hw: 30_000, years: 5, watts: 450, kwh: 0.62, other: 2_400 },
  ],
  ['?calls=50&in=10000&api=gpt-4&fx=1', { calls: 50, in: 10_000, api: 'gpt-4', fx: 1 }],
  ['?in=1500&out=800&api=claude-3-opus', { in: 1_500, out: 800, api: 'claude-3-opus' }],
  ['?api=custom&pin=2.5&pout=10&cur=USD&fx=7.1', { api: 'custom', pin: 2.5, pout: 10, cur: 'USD', fx: 7.1 }],
  ['?api=custom&pin=0.8', { api: 'custom', pin: 0.8 }],
];

const amount = ({ min, max }: { min: number; max: number }) =>
  fc.integer({ min: min * 1e6, max: max * 1e6 }).map((millionths) => Number((millionths / 1e6).toFixed(6)));

const anyState: fc.Arbitrary<CostState> = fc
  .record({
    hw: amount(LIMITS.hw),
    years: amount(LIMITS.years),
    watts: amount(LIMITS.watts),
    kwh: amount(LIMITS.kwh),
    other: amount(LIMITS.other),
    calls: amount(LIMITS.calls),
    in: amount(LIMITS.in),
    out: amount(LIMITS.out),
    api: fc.constantFrom<string>(...API_IDS, CUSTOM),
    pin: amount(LIMITS.pin),
    pout: amount(LIMITS.pout),
    cur: fc.constantFrom('CNY' as const, 'USD' as const),
    fx: amount(LIMITS.fx),
  })
  .map((state) => ({ ...state, ...(state.api === CUSTOM ? {} : { pin: 0, pout: 0, cur: 'CNY' as const }) }));

describe('link of the cost calculator', () => {
  for (const [search, change] of SAVED) {
    it(`reads the saved link ${search || '(empty)'}, and writes it the same`, () => {
      assert.deepEqual(read(search), { state: stateOf(change), ignored: [] });
      assert.equal(codec.search(stateOf(change)), search);
    });
  }

  it('writes nothing for the guide’s own scenario', () => {
    assert.deepEqual(codec.fallback, {
      hw: 15_000,
      years: 3,
      watts: 0,
      kwh: 0,
      other: 0,
      calls: 100,
      in: 1_000,
      out: 500,
      api: 'deepseek-flash',
      pin: 0,
      pout: 0,
      cur: 'CNY',
      fx: 6.7379,
    });
    assert.equal(codec.search(codec.fallback), '');
  });

  it('law: what is written is read back the same', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        assert.deepEqual(read(codec.search(state)), { state, ignored: [] });
        assert.deepEqual(codec.parse(codec.format(state)).state, state);
      }),
    );
  });

  it('law: any text is read without a throw, into a state that is written and read back the same', () => {
    const junk = fc.oneof(
      fc.string(),
      fc.constantFrom('NaN', '-1', '1e9', '١٢', '0x10', '1,000', 'Infinity', '0.0000001'),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...codec.keys), junk), fc.string(), (raw, search) => {
        for (const { state } of [codec.parse(raw), read(search)]) {
          assert.deepEqual(codec.parse(codec.format(state)), { state, ignored: [] });
        }
      }),
    );
  });

  it('law: what is typed with ever so many decimals is still a link that reads back', () => {
    fc.assert(
      fc.property(fc.double({ ...LIMITS.pin, noNaN: true }), (pin) => {
        const { state, ignored } = read(codec.search(stateOf({ api: CUSTOM, pin })));
        assert.deepEqual(ignored, []);
        assert.ok(Math.abs(state.pin - pin) <= 5e-7);
      }),
    );
  });

  it('takes the default for junk and says what to write', () => {
    const { state, ignored } = read('?calls=many&years=0&api=gpt-9&hw=9000');
    assert.deepEqual(state, stateOf({ hw: 9_000 }));
    assert.deepEqual(ignored, [
      { key: 'years', value: '0', expected: '写 0.5 到 20 的数' },
      { key: 'calls', value: 'many', expected: '写 0 到 100000000 的数' },
      { key: 'api', value: 'gpt-9', expected: '写 deepseek-flash、gpt-4、claude-3-opus、custom 之一' },
    ]);
  });

  it('leaves typed prices out of the link beside a record, and says so when a link has them', () => {
    assert.equal(codec.search(stateOf({ api: 'gpt-4', pin: 9, pout: 9, cur: 'USD' })), '?api=gpt-4');
    assert.deepEqual(read('?api=gpt-4&pin=9'), {
      state: stateOf({ api: 'gpt-4' }),
      ignored: [{ key: 'pin', value: '9', expected: '只和 api=custom 一起写' }],
    });
  });

  it('neither reads nor reports the parameters of others', () => {
    assert.deepEqual(read('?utm_source=mail&calls=7&q=qwen'), { state: stateOf({ calls: 7 }), ignored: [] });
    assert.deepEqual(Object.keys(codec.format(codec.fallback)), [...codec.keys]);
  });
});
