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

describe('link of the cost calculator', () => {
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
      { key: 'api', value: 'gpt-9', expected: '写价格的编号，例如 deepseek-flash，或 custom' },
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
