import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareCsv, compareGroups, onlyDifferences } from '../../../../src/core/compare/compare-groups.ts';
import type { CompareModel } from '../../../../src/core/compare/compare-model.ts';

function model(
  id: string,
  cells: Record<string, string>,
  numbers: Record<string, number> = {},
): CompareModel {
  return {
    id,
    name: id.toUpperCase(),
    href: `/models/${id}/`,
    developer: '某',
    color: '',
    cells: Object.fromEntries(Object.entries(cells).map(([key, text]) => [key, [{ text }]])),
    numbers,
    scores: [],
    estimator: null,
  };
}

const a = model('a', { developer: '某', context: '32,768', 'file:Q4_K_M': '20' }, { context: 32768 });
const b = model('b', { developer: '某', context: '131,072', 'file:Q8_0': '35' }, { context: 131072 });

test('rows that no model has are left out; the longest context is marked', () => {
  const { facts, rest } = compareGroups([a, b]);
  const rows = facts.flatMap((group) => group.rows);
  assert.deepEqual(
    rows.map(({ key }) => key),
    ['developer', 'context'],
  );
  assert.deepEqual([rows[1]?.best, rows[1]?.mark?.word], [[1], '最长']);
  assert.deepEqual(
    rest.flatMap((group) => group.rows.map(({ label, cells }) => [label, cells.map(({ length }) => length)])),
    [
      ['Q4_K_M', [1, 0]],
      ['Q8_0', [0, 1]],
    ],
  );
});

test('only differences: what is the same for all goes, and groups left without a row', () => {
  const { facts } = compareGroups([a, b]);
  const shown = onlyDifferences(facts);
  assert.deepEqual(
    shown.flatMap((group) => group.rows.map(({ key }) => key)),
    ['context'],
  );
  assert.deepEqual(onlyDifferences(compareGroups([a, a]).facts), []);
});

test('as a file: a line a row, a column a model, what is marked by name', () => {
  const { facts } = compareGroups([a, b]);
  const [head, ...rows] = compareCsv(facts, ['A', 'B'], ({ text }) => `${text} 的出处`);
  assert.deepEqual(head, ['组', '项目', '单位或设置', 'A', 'A 来源', 'B', 'B 来源', '标记', '说明']);
  assert.deepEqual(rows[1], [
    '基本信息',
    '上下文长度（原生）',
    'token',
    '32,768',
    '32,768 的出处',
    '131,072',
    '131,072 的出处',
    '最长：B',
    '2 个模型里最长',
  ]);
});
