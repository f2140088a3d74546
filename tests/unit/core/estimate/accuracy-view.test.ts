import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf, type JudgedRow } from '../../../../src/core/estimate/accuracy.ts';
import {
  groupName,
  groupSections,
  weakGroups,
  worstRows,
} from '../../../../src/core/estimate/accuracy-view.ts';

/** A row whose estimate is off by a factor, of an engine on a class of machines. */
const judged = (factor: number, groups: Record<string, string>): JudgedRow =>
  ({
    quantity: 'decode',
    measured: 10,
    estimated: 10 * factor,
    low: 5,
    high: 15,
    groups,
    row: {},
  }) as unknown as JudgedRow;

const many = (count: number, factor: number, groups: Record<string, string>) =>
  Array.from({ length: count }, () => judged(factor, groups));

const GOOD = { engine: 'llama.cpp', class: 'nvidia-gddr', kind: 'dense' };
const BAD = { engine: 'mlx', class: 'apple-late', kind: 'moe' };
const FEW = { engine: 'vllm', class: 'nvidia-hbm', kind: 'dense' };
const rows = [...many(60, 1.1, GOOD), ...many(25, 1.5, BAD), ...many(3, 9, FEW)];
const report = reportOf(rows, ['机器没有记录']);

test('a group is called by the words of the estimator, or as its source prints it', () => {
  assert.equal(groupName('class:nvidia-hbm'), 'NVIDIA HBM 加速卡');
  assert.equal(groupName('engine:gguf (Ollama)'), 'gguf (Ollama)');
});

test('sections hold every row once, the largest group first, and last the crossing', () => {
  const sections = groupSections(report, rows);
  assert.deepEqual(
    sections.map(({ title }) => title),
    ['引擎', '机器类别', '结构', '引擎 × 机器类别 × 结构'],
  );
  for (const { title, groups } of sections) {
    const counts = groups.map(({ accuracy }) => accuracy.covered);
    assert.equal(
      counts.reduce((a, b) => a + b),
      rows.length,
      title,
    );
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => b - a),
      title,
    );
  }
  assert.equal(sections.at(-1)?.groups[1]?.name, 'MLX · Apple M3 及以后 · 混合专家（MoE）');
});

test('weak is what lies well above the whole, with rows enough to say so', () => {
  const weak = weakGroups(report);
  assert.deepEqual(weak.map(({ name }) => name).sort(), ['Apple M3 及以后', 'MLX', '混合专家（MoE）']);
  assert.ok(weak.every(({ accuracy }) => accuracy.covered === 25));
  assert.deepEqual(weakGroups(reportOf(many(60, 1.1, GOOD), [])), []);
});

test('the worst rows are the farthest by ratio, too low as well as too high', () => {
  const low = judged(0.05, GOOD);
  assert.deepEqual(worstRows([...rows, low], 2), [low, rows.at(-3)]);
});
