import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import type { Api, Rate } from '../../../src/schema/api.ts';
import type { ClaimTable } from '../../../src/schema/claim.ts';
import type { Hardware } from '../../../src/schema/hardware.ts';
import { GUIDE_PRESETS, presetState } from '../../../src/widgets/cost/presets.ts';
import type { GuidePreset } from '../../../src/widgets/cost/presets.ts';
import { costOf } from '../../../src/widgets/cost/scenario.ts';
import { costCodec } from '../../../src/widgets/cost/url.ts';
import type { CostState } from '../../../src/widgets/cost/url.ts';

const DATA = new URL('../../../content/data/', import.meta.url);
const record = <Value>(path: string) => parse(readFileSync(new URL(path, DATA), 'utf8')) as Value;

/** The prices that the calculator offers. */
const prices = readdirSync(new URL('apis/', DATA))
  .flatMap((file) => record<Api>(`apis/${file}`).prices)
  .filter(({ featured }) => featured);
const codec = costCodec(
  prices.map(({ id }) => id),
  { hw: 15_000, api: 'deepseek-flash', fx: record<Rate>('rates/usd-cny.yaml').value },
);
const cost = (change: Partial<CostState>) => costOf(presetState(change, codec.fallback), prices);
const preset = (id: string): GuidePreset => {
  const found = GUIDE_PRESETS.find((candidate) => candidate.id === id);
  assert.ok(found, `没有预设 ${id}`);
  return found;
};

/** Line of the original → figures printed there, from the records of the guide's claims. */
const printed = new Map<number, string[]>();
for (const table of ['hardware-cost', 'api-cost', 'cost-conclusion']) {
  for (const { line, cells } of record<ClaimTable>(`claims/${table}.yaml`).rows) {
    printed.set(line, [...(printed.get(line) ?? []), ...Object.values(cells).map(({ text }) => text)]);
  }
}

describe('presets of the cost calculator', () => {
  for (const { label, change, printed: figures } of GUIDE_PRESETS) {
    for (const { text, line, quantity, value, roundedTo = 1 } of figures) {
      it(`「${label}」 gives the printed ${text}`, () => {
        const computed = cost(change)[quantity];
        assert.ok(computed !== null);
        // A hair's breadth for binary fractions: 0.3 × 36,500 is not exactly 10,950.
        assert.equal(Math.round(computed / roundedTo + 1e-9) * roundedTo, value);
      });

      it(`「${label}」 prints ${text} letter for letter as in line ${line}`, () => {
        assert.ok(printed.get(line)?.includes(text), `第 ${line} 行没有「${text}」：${printed.get(line)}`);
        assert.equal(text.replace(/[^\d]/g, ''), String(value));
      });
    }
  }

  it('gives the API figures without any rounding: the guide rounded nothing away', () => {
    for (const id of ['gpt-4-100k', 'gpt-4-year', 'claude-100k', 'claude-year']) {
      const { change, printed: figures } = preset(id);
      for (const { quantity, value } of figures) {
        assert.ok(Math.abs((cost(change)[quantity] ?? Number.NaN) - value) < 1e-6);
      }
    }
  });

  it('gives other figures at 1,000 tokens a call, the unit of the guide’s own prices', () => {
    const expected = { 'gpt-4-100k': 3_000, 'gpt-4-year': 1_095, 'claude-100k': 1_500, 'claude-year': 547.5 };
    for (const [id, value] of Object.entries(expected)) {
      const { instead, printed: figures } = preset(id);
      assert.ok(instead && figures[0]);
      const computed = cost(instead.change)[figures[0].quantity];
      assert.ok(Math.abs((computed ?? Number.NaN) - value) < 1e-6, `${id}：${computed}`);
    }
  });

  it('does not bear the conclusion out once dollars are counted as dollars', () => {
    const { change, instead } = preset('conclusion');
    assert.equal(cost(change).breakEvenCallsPerDay?.toFixed(1), '45.7');
    assert.ok(instead);
    const corrected = cost(instead.change);
    assert.equal(corrected.breakEvenCallsPerDay?.toFixed(1), '67.8');
    assert.equal(corrected.cheaper, 'api');
  });

  it('names the tokens a call it hides', () => {
    for (const { change, hides } of GUIDE_PRESETS) {
      if (change.in !== undefined)
        assert.match(hides, new RegExp(`${change.in.toLocaleString('en-US')} token`));
    }
  });

  it('uses the hardware prices of the guide’s machines', () => {
    for (const id of ['64gb', '128gb', '256gb']) {
      const claimed = record<Hardware>(`hardware/guide-server-${id}.yaml`).prices?.map(
        ({ amount }) => amount,
      );
      assert.deepEqual(claimed, [preset(id).change.hw]);
    }
  });

  it('fits in a link each, different from all others', () => {
    const links = GUIDE_PRESETS.map(({ change }) => codec.search(presetState(change, codec.fallback)));
    assert.equal(new Set(links).size, links.length);
    GUIDE_PRESETS.forEach(({ change }, index) => {
      const state = presetState(change, codec.fallback);
      const back = codec.parse(Object.fromEntries(new URLSearchParams(links[index])));
      assert.deepEqual(back, { state, ignored: [] });
    });
  });
});
