import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiCell, breakEvenCell, selfCell, type Basis } from '../../../src/widgets/cost/provenance.ts';
import { costOf, type PriceView, type RateView } from '../../../src/widgets/cost/scenario.ts';
import { costCodec } from '../../../src/widgets/cost/url.ts';

const price: PriceView = {
  id: 'gpt-4',
  name: 'OpenAI GPT-4',
  currency: 'USD',
  inputPerMillion: 30,
  outputPerMillion: 60,
  checkedOn: '2026-07-02',
  stale: '可能已过期，核对于 2026-07-02',
  historical: false,
  source: { title: 'OpenAI 价格', url: 'https://example.com/prices' },
};
const rate: RateView = { value: 7, date: '2026-11-20', stale: null, source: { title: '中间价' } };
const codec = costCodec([price.id], { hw: 15_000, api: price.id, fx: rate.value });
const state = { ...codec.fallback, out: 0, in: 1_000 };

const basis = (change: Partial<Basis> = {}): Basis => ({
  cost: costOf(state, [price]),
  price,
  currency: 'USD',
  rate,
  fx: rate.value,
  ...change,
});
const content = (cell: ReturnType<typeof selfCell>, label: string) =>
  cell.facts?.find((fact) => fact.label === label)?.content;

test('a point of the API names the sum, the price of a call, and both sources with their age', () => {
  const cell = apiCell(basis(), 200);
  assert.equal(cell.text, '¥15,330');
  assert.equal(content(cell, '公式'), '每天 200 次 × 365 天 × 每次 ¥0.21 = ¥15,330');
  assert.equal(content(cell, '每次'), '(1,000 token × $30 + 0 token × $60) ÷ 1,000,000 × 汇率 7 = ¥0.21');
  assert.deepEqual(
    cell.sources?.map(({ title }) => title),
    ['OpenAI 价格', '中间价'],
  );
  assert.equal(cell.stale, '价格可能已过期，核对于 2026-07-02');
});

test('what the reader typed in is said to be that, and is nobody’s source', () => {
  const cell = apiCell(basis({ price: undefined, fx: 6.5 }), 200);
  assert.equal(content(cell, '出处'), '单价、汇率是输入栏填的数');
  assert.equal(cell.sources, undefined);
  assert.equal(cell.stale, undefined);
  assert.equal(content(apiCell(basis(), 1), '出处'), undefined);
});

test('a point of self-hosting names every term of its sum', () => {
  const cell = selfCell(basis());
  assert.equal(content(cell, '硬件折旧'), '¥15,000 ÷ 3 年 = 每年 ¥5,000');
  assert.equal(content(cell, '其他'), '填写的数，每年 ¥0');
  assert.match(content(cell, '出处') ?? '', /输入栏/);
});

test('the break-even point shows its own formula and both sums', () => {
  const { cost } = basis();
  const cell = breakEvenCell(basis(), cost.breakEvenCallsPerDay ?? 0);
  assert.equal(content(cell, '公式'), cost.formulas.breakEven);
  for (const label of ['每次', '硬件折旧', '电费']) assert.ok(content(cell, label), label);
  assert.ok(cell.sources?.length);
});
