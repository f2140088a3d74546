import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { VIEWS, VIEW_KEYS, viewColumns } from '../../../src/core/model-columns.ts';
import { filterRows, NO_FILTERS as open, type FilterableRow } from '../../../src/core/model-table.ts';
import { nextSort, sortRows } from '../../../src/core/sort.ts';

const row = (id: string, rest: Partial<FilterableRow> = {}): FilterableRow => ({
  id,
  searchText: id,
  developer: 'alibaba',
  family: 'qwen',
  paramsB: 32,
  abilities: [],
  commercialUse: 'yes',
  weightsGb: { bf16: 64, 'q8-0': 34, 'q4-k-m': 20 },
  sortKeys: {},
  ...rest,
});

const ids = (rows: FilterableRow[]) => rows.map(({ id }) => id);

test('unknown values come last in either direction', () => {
  const rows = [
    row('none', { sortKeys: { score: null } }),
    row('low', { sortKeys: { score: 10 } }),
    row('missing'),
    row('high', { sortKeys: { score: 90 } }),
  ];
  assert.deepEqual(ids(sortRows(rows, [{ column: 'score', descending: true }])), [
    'high',
    'low',
    'none',
    'missing',
  ]);
  assert.deepEqual(ids(sortRows(rows, [{ column: 'score', descending: false }])), [
    'low',
    'high',
    'none',
    'missing',
  ]);
});

test('ties are broken by the next key, and otherwise keep their order', () => {
  const rows = [
    row('b', { sortKeys: { score: 1, name: 'b' } }),
    row('a', { sortKeys: { score: 1, name: 'a' } }),
    row('c', { sortKeys: { score: 2, name: 'c' } }),
  ];
  const score = { column: 'score', descending: true };
  assert.deepEqual(ids(sortRows(rows, [score])), ['c', 'b', 'a']);
  assert.deepEqual(ids(sortRows(rows, [score, { column: 'name', descending: false }])), ['c', 'a', 'b']);
});

test('every word of the text must occur, in any order and case', () => {
  const rows = [row('qwen2.5-coder-32b 阿里巴巴'), row('qwen2.5-72b 阿里巴巴')];
  assert.deepEqual(ids(filterRows(rows, { ...open, text: '32B  Coder' })), [rows[0]?.id]);
  assert.equal(filterRows(rows, { ...open, text: '阿里' }).length, 2);
});

test('a row whose weights are unknown cannot be said to fit', () => {
  const rows = [row('known'), row('unknown', { weightsGb: { bf16: null, 'q8-0': null, 'q4-k-m': null } })];
  assert.deepEqual(ids(filterRows(rows, { ...open, memoryGb: 20 })), ['known']);
  assert.deepEqual(ids(filterRows(rows, { ...open, memoryGb: 19.9 })), []);
  assert.deepEqual(ids(filterRows(rows, { ...open, memoryGb: 20, precision: 'bf16' })), []);
});

test('both ends of the size range belong to it', () => {
  const rows = [row('a', { paramsB: 10 }), row('b', { paramsB: 20 }), row('c', { paramsB: 20.1 })];
  assert.deepEqual(ids(filterRows(rows, { ...open, size: { min: 10, max: 20 } })), ['a', 'b']);
});

test('licences: any of those chosen; a licence nobody has read passes none', () => {
  const rows = [
    row('yes'),
    row('conditions', { commercialUse: 'conditions' }),
    row('unknown', { commercialUse: null }),
  ];
  assert.deepEqual(ids(filterRows(rows, { ...open, licences: ['yes'] })), ['yes']);
  assert.deepEqual(ids(filterRows(rows, { ...open, licences: ['yes', 'conditions', 'no'] })), [
    'yes',
    'conditions',
  ]);
});

test('a dense model reads all its parameters for a token', () => {
  const rows = [
    row('dense', { paramsB: 4 }),
    row('sparse', { paramsB: 30, sortKeys: { active: 3 } }),
    row('large', { paramsB: 70 }),
  ];
  assert.deepEqual(ids(filterRows(rows, { ...open, active: { min: null, max: 4 } })), ['dense', 'sparse']);
});

test('released since a day: a month alone is not said to be later than a day in it', () => {
  const rows = ['2025-04', '2025-04-29', '2025-05-01', '2024-12-31'].map((released) =>
    row(released, { sortKeys: { released } }),
  );
  const since = (date: string) => ids(filterRows(rows, { ...open, since: date }));
  assert.deepEqual(since('2025'), ['2025-04', '2025-04-29', '2025-05-01']);
  assert.deepEqual(since('2025-04'), ['2025-04', '2025-04-29', '2025-05-01']);
  assert.deepEqual(since('2025-04-29'), ['2025-04-29', '2025-05-01']);
});

test('context: at least so many tokens', () => {
  const rows = [row('a', { sortKeys: { context: 131_072 } }), row('b', { sortKeys: { context: 32_768 } })];
  assert.deepEqual(ids(filterRows(rows, { ...open, contextTokens: 131_072 })), ['a']);
});

test('more memory never leaves fewer rows', () => {
  const weights = fc.option(fc.integer({ min: 1, max: 300 }), { nil: null });
  fc.assert(
    fc.property(
      fc.array(weights),
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 0, max: 300 }),
      (sizes, gb, more) => {
        const rows = sizes.map((size, index) =>
          row(String(index), { weightsGb: { bf16: size, 'q8-0': size, 'q4-k-m': size } }),
        );
        const fewer = filterRows(rows, { ...open, memoryGb: gb });
        const all = filterRows(rows, { ...open, memoryGb: gb + more });
        assert.ok(fewer.every((fitting) => all.includes(fitting)));
      },
    ),
  );
});

test('a column of numbers and words: numbers in their order, then words in the dictionary’s', () => {
  const rows = [2.45, '约 3', 10, null, 2.5, '很快'].map((key, index) =>
    row(String(index), { sortKeys: { speed: key } }),
  );
  const keys = (descending: boolean) =>
    sortRows(rows, [{ column: 'speed', descending }]).map(({ sortKeys }) => sortKeys.speed);
  assert.deepEqual(keys(false), [2.45, 2.5, 10, '很快', '约 3', null]);
  assert.deepEqual(keys(true), ['约 3', '很快', 10, 2.5, 2.45, null]);
});

test('clicks on a column: useful direction, turned round, dropped; Shift keeps the others', () => {
  const first = nextSort([], 'score', true, false);
  assert.deepEqual(first, [{ column: 'score', descending: true }]);
  const second = nextSort(first, 'score', true, false);
  assert.deepEqual(second, [{ column: 'score', descending: false }]);
  assert.deepEqual(nextSort(second, 'score', true, false), []);
  assert.deepEqual(nextSort(first, 'name', false, true), [...first, { column: 'name', descending: false }]);
  assert.deepEqual(nextSort(first, 'name', false, false), [{ column: 'name', descending: false }]);
});

test('every view names declared columns, and 性能对比 keeps its four tables', () => {
  for (const key of VIEW_KEYS) assert.equal(viewColumns(key).length, VIEWS[key].columns.length);
  const claims = (key: keyof typeof VIEWS) =>
    viewColumns(key)
      .filter(({ kind }) => kind === 'claim')
      .map(({ label }) => label);
  assert.deepEqual(claims('coding'), ['HumanEval', 'MBPP', 'LiveCodeBench', '综合评分']);
  assert.deepEqual(claims('resources'), ['内存 (BF16)', '内存 (INT8)', '内存 (INT4)', '磁盘空间']);
  assert.deepEqual(claims('speed'), ['首Token延迟', '生成速度', '1000 tokens 耗时']);
  assert.deepEqual(claims('features'), [
    'Function Calling',
    '流式输出',
    '多语言代码',
    '中文支持',
    '上下文长度',
  ]);
});
