import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rankWithin, scoreKey } from '../../../src/core/scores.ts';
import type { Score } from '../../../src/schema/benchmark.ts';

const sound: Score = {
  benchmark: 'LiveCodeBench',
  variant: 'v5',
  window: '2024-10–2025-02',
  metric: 'pass@1',
  value: 40,
  unit: '%',
  mode: 'thinking',
  measuredBy: { kind: 'vendor', name: 'Qwen 团队' },
  source: 'card',
  confidence: 'seen',
};
const score = (change: Partial<Score> = {}): Score => ({ ...sound, ...change });
const entries = (...changes: Partial<Score>[]) =>
  changes.map((change, index) => ({ id: `m${index}`, score: score(change) }));
const aider = { benchmark: 'Aider polyglot', measuredBy: { kind: 'independent' as const, name: 'Aider' } };

const apart: [rule: string, a: Partial<Score>, b: Partial<Score>][] = [
  ['windows of LiveCodeBench', { window: '2024-08–2025-05' }, { window: '2025-02–2025-05' }],
  ['versions of LiveCodeBench', { variant: 'v5' }, { variant: 'v6' }],
  ['a known window and an unknown one', {}, { window: undefined }],
  [
    'question sets of LiveBench',
    { benchmark: 'LiveBench', window: '2025-05-30 题集' },
    { benchmark: 'LiveBench', window: '2026-01-08 题集' },
  ],
  [
    'splits of BigCodeBench',
    { benchmark: 'BigCodeBench-Full', variant: 'instruct 子集' },
    { benchmark: 'BigCodeBench-Full', variant: 'complete 子集' },
  ],
  [
    'the full and the hard set of BigCodeBench',
    { benchmark: 'BigCodeBench-Full' },
    { benchmark: 'BigCodeBench-Hard' },
  ],
  [
    'edit formats of Aider',
    { ...aider, variant: 'diff 编辑格式，225 题' },
    { ...aider, variant: 'whole 编辑格式，225 题' },
  ],
  ['thinking and not', { mode: 'thinking' }, { mode: 'non-thinking' }],
  ['thinking and not stated', { mode: 'thinking' }, { mode: undefined }],
  ['base and instruct', {}, { checkpoint: { kind: 'base', name: 'Qwen2.5-72B' } }],
  ['a quantized file and the original', {}, { checkpoint: { kind: 'quantized', name: 'Q4_K_M' } }],
  [
    'two quantized files',
    { checkpoint: { kind: 'quantized', name: 'Q4_K_M' } },
    { checkpoint: { kind: 'quantized', name: 'Q8_0' } },
  ],
  [
    'a refresh and a precursor',
    { checkpoint: { kind: 'refresh', name: '0528' } },
    { checkpoint: { kind: 'precursor', name: 'Exp' } },
  ],
  ['MMLU and MMLU-Redux', { benchmark: 'MMLU' }, { benchmark: 'MMLU-Redux' }],
  ['MMLU-Redux and MMLU-Pro', { benchmark: 'MMLU-Redux' }, { benchmark: 'MMLU-Pro' }],
  [
    'sets of SWE-bench Pro',
    { benchmark: 'SWE-bench Pro', variant: '公开集' },
    { benchmark: 'SWE-bench Pro', variant: '难题子集' },
  ],
  ['maker and independent', {}, { measuredBy: { kind: 'independent', name: 'Qwen 团队' } }],
  ['maker and relay', {}, { measuredBy: { kind: 'third-party-relay', name: 'Qwen 团队' } }],
  ['two makers', {}, { measuredBy: { kind: 'vendor', name: 'DeepSeek' } }],
  ['metrics', { metric: 'pass@1' }, { metric: '两次尝试内通过率' }],
  ['units', { unit: '%' }, { unit: 'points' }],
];

for (const [rule, a, b] of apart) {
  test(`never ranked together: ${rule}`, () => {
    assert.notEqual(scoreKey(score(a)), scoreKey(score(b)));
    assert.throws(() => rankWithin(entries(a, b)), RangeError);
  });
}

test('a maker measures its own model and another maker’s in one harness', () => {
  const other = { measuredBy: { kind: 'other-vendor' as const, name: 'Qwen 团队' } };
  assert.equal(scoreKey(score()), scoreKey(score(other)));
});

test('value, date, source, detail and note do not keep scores apart', () => {
  const same = score({ value: 1, date: '2020-01-01', source: 'x', confidence: 'recalled', note: 'x' });
  assert.equal(scoreKey(score()), scoreKey({ ...same, detail: 'v1.17.0' }));
});

test('the highest first, equal values with one rank', () => {
  const ranked = rankWithin(
    entries({ value: 10 }, { value: 30 }, { value: 20 }, { value: 20 }, { value: 5 }),
  );
  assert.deepEqual(
    ranked.map(({ entry, rank, of }) => [entry.id, rank, of]),
    [
      ['m1', 1, 5],
      ['m2', 2, 5],
      ['m3', 2, 5],
      ['m0', 4, 5],
      ['m4', 5, 5],
    ],
  );
});

test('what is kept for the record only has no rank and moves none', () => {
  const ranked = rankWithin(entries({ value: 10 }, { value: 99, unranked: '运行失败' }));
  assert.deepEqual(
    ranked.map(({ entry, rank, of }) => [entry.id, rank, of]),
    [['m0', 1, 1]],
  );
  assert.deepEqual(rankWithin([]), []);
});

test('a rank is one more than the number of better scores, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), (values) => {
      const ranked = rankWithin(entries(...values.map((value) => ({ value }))));
      assert.equal(ranked.length, values.length);
      for (const { entry, rank } of ranked) {
        assert.equal(rank, 1 + values.filter((value) => value > entry.score.value).length);
      }
      const shown = ranked.map(({ entry }) => entry.score.value);
      assert.deepEqual(
        shown,
        [...values].sort((a, b) => b - a),
      );
    }),
  );
});
