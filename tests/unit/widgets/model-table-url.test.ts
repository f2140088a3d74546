import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSearch } from '../../../src/url/codec.ts';
import { tableCodec } from '../../../src/widgets/model-table/url.ts';

const table = tableCodec(['alibaba', 'deepseek', 'meta']);

test('junk is named, the rest still counts', () => {
  const { state, ignored } = parseSearch(table, '?sort=-nothing&size=40-10&dev=nobody&mem=0&view=coding');
  assert.deepEqual(ignored.map(({ key }) => key).sort(), ['dev', 'mem', 'size', 'sort']);
  assert.deepEqual(state, { ...table.fallback, view: 'coding' });
});

test('of a list the known part counts, the rest is named', () => {
  const { state, ignored } = parseSearch(table, '?dev=meta,nobody,alibaba&sort=-params,nothing,name,params');
  assert.deepEqual(state.dev, ['alibaba', 'meta']);
  assert.deepEqual(state.sort, [
    { column: 'params', descending: true },
    { column: 'name', descending: false },
  ]);
  assert.deepEqual(
    ignored.map(({ key, value }) => [key, value]),
    [
      ['dev', 'nobody'],
      ['sort', 'nothing'],
      ['sort', 'params'],
    ],
  );
});

test('a range of sizes is one number each side, the smaller first', () => {
  for (const size of ['-', '40', '40-10', '1-2-3', '1e1-', '-Infinity', '--5', '-999999999', ' 1-2']) {
    const { state, ignored } = table.parse({ size });
    assert.deepEqual(state, table.fallback, size);
    assert.deepEqual(
      ignored.map(({ value }) => value),
      [size],
    );
  }
});
