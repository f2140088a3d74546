import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreRows, settingOf } from '../../../../src/core/compare/score-rows.ts';
import type { Score } from '../../../../src/schema/benchmark.ts';
import { entry } from './scores.ts';

const vendor = (name: string) => ({ measuredBy: { kind: 'vendor' as const, name } });

test('one setting of several models is a row of its own, and its highest is marked with the reason', () => {
  const { shared, apart, single } = scoreRows([[entry(80)], [entry(90)], []]);
  assert.equal(shared.length, 1);
  assert.deepEqual(shared[0]?.best, [1]);
  assert.equal(shared[0]?.mark?.word, '最高');
  assert.match(shared[0]?.mark?.why ?? '', /2 个模型/);
  assert.deepEqual(shared[0]?.scale, { values: [80, 90, null], most: 100, unit: '%' });
  assert.deepEqual([apart, single], [[], []]);
});

test('equal values: all of the first rank are marked, none where all are equal', () => {
  const tie = scoreRows([[entry(90)], [entry(90)], [entry(80)]]).shared[0];
  assert.deepEqual([tie?.best, tie?.mark?.word], [[0, 1], '并列最高']);
  const same = scoreRows([[entry(90)], [entry(90)]]).shared[0];
  assert.deepEqual([same?.best, same?.mark], [[], undefined]);
});

test('a score that does not count is shown and never marked', () => {
  const row = scoreRows([[entry(80)], [entry(99, { unranked: '题目可能已泄露' })]]).shared[0];
  assert.equal(row?.cells[1]?.[0]?.text, '99%');
  assert.deepEqual(row?.best, []);
});

const RESPECTS: [change: Partial<Score>, said: string][] = [
  [{ variant: 'B' }, '题集或设置'],
  [{ window: '2024-10–2025-02' }, '题目的时间'],
  [{ metric: 'pass@10' }, '指标'],
  [{ mode: 'thinking' }, '推理模式'],
  [{ checkpoint: { kind: 'base', name: 'Base' } }, '测的权重'],
  [vendor('Qwen 团队'), '测量方'],
];
for (const [change, said] of RESPECTS) {
  test(`figures that differ in ${said} stand side by side without a mark, and it is said why`, () => {
    const { shared, apart } = scoreRows([[entry(80)], [entry(90, change)]]);
    assert.deepEqual(shared, []);
    assert.deepEqual(apart[0]?.best, []);
    assert.equal(apart[0]?.apart, `不能直接比：${said}不同`);
  });
}

test('two makers’ own figures are never ranked together; one maker’s of several models are', () => {
  assert.equal(scoreRows([[entry(80, vendor('A'))], [entry(90, vendor('B'))]]).shared.length, 0);
  assert.equal(scoreRows([[entry(80, vendor('A'))], [entry(90, vendor('A'))]]).shared.length, 1);
});

test('a figure left over beside a shared row says that it is that row it cannot be compared with', () => {
  const { shared, apart } = scoreRows([[entry(80)], [entry(90)], [entry(95, vendor('Qwen 团队'))]]);
  assert.equal(shared.length, 1);
  assert.deepEqual(
    apart[0]?.cells.map(({ length }) => length),
    [0, 0, 1],
  );
  assert.match(apart[0]?.apart ?? '', /测量方不同（与上面同一评测的那一行）/);
});

test('a test of one model only is neither', () => {
  const { single, apart } = scoreRows([[entry(80, { benchmark: 'USACO' })], []]);
  assert.deepEqual([single.map(({ label }) => label), apart], [['USACO'], []]);
});

test('what most models have comes first, then independent figures', () => {
  const [a, b, c] = [{ benchmark: 'A', ...vendor('V') }, { benchmark: 'B' }, { benchmark: 'C' }];
  const { shared } = scoreRows([
    [entry(1, a), entry(1, b), entry(1, c)],
    [entry(2, a), entry(2, b), entry(2, c)],
    [entry(3, c)],
  ]);
  assert.deepEqual(
    shared.map(({ label }) => label),
    ['C', 'B', 'A'],
  );
});

test('points beyond a hundred end the axis at the highest', () => {
  const elo = { unit: 'points' as const };
  assert.equal(scoreRows([[entry(1234, elo)], [entry(1272, elo)]]).shared[0]?.scale.most, 1272);
});

test('a setting names variant, window, mode and who measured', () => {
  const { score } = entry(1, { window: '2025', mode: 'thinking' });
  assert.equal(settingOf(score), 'A，2025，pass@1，推理模式；独立评测：EvalPlus');
});
