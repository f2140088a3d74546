import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { VIEWS, VIEW_KEYS, viewColumns } from '../../../src/core/model-columns.ts';
import { filterRows, type FilterableRow, type Filters } from '../../../src/core/model-table.ts';
import { nextSort, sortRows } from '../../../src/core/sort.ts';

const row = (id: string, rest: Partial<FilterableRow> = {}): FilterableRow => ({
  id,
  searchText: id,
  developer: 'alibaba',
  paramsB: 32,
  abilities: [],
  commercialUse: 'yes',
  weightsGb: { bf16: 64, 'q8-0': 34, 'q4-k-m': 20 },
  sortKeys: {},
  ...rest,
});

const open: Filters = {
  text: '',
  developers: [],
  size: { min: null, max: null },
  abilities: [],
  commercialOnly: false,
  memoryGb: null,
  precision: 'q4-k-m',
};

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

test('commercial use with conditions does not pass as 可商用', () => {
  const rows = [
    row('yes'),
    row('conditions', { commercialUse: 'conditions' }),
    row('unknown', { commercialUse: null }),
  ];
  assert.deepEqual(ids(filterRows(rows, { ...open, commercialOnly: true })), ['yes']);
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
