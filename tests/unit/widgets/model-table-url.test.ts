import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSearch } from '../../../src/url/codec.ts';
import { tableCodec } from '../../../src/widgets/model-table/url.ts';

const known = {
  models: ['qwen3-32b', 'qwen3-14b', 'qwen3-8b', 'qwen3-4b', 'gemma-3-27b-it', 'phi-4'],
  developers: ['alibaba', 'deepseek', 'meta'],
  families: ['qwen3', 'gemma-3'],
};
const table = tableCodec(known);

test('junk is named, the rest still counts', () => {
  const { state, ignored } = parseSearch(table, '?sort=-nothing&size=40-10&dev=nobody&mem=0&view=coding');
  assert.deepEqual(ignored.map(({ key }) => key).sort(), ['dev', 'mem', 'size', 'sort']);
  assert.deepEqual(state, { ...table.fallback, view: 'coding' });
});

test('unknown columns and models are dropped with a note, and so is the sixth', () => {
  const { state, ignored } = parseSearch(
    table,
    `?cols=nothing,params&sel=nobody,${known.models.join(',')}&as=graph&ctx=1.5&since=2025-13`,
  );
  assert.deepEqual(state, { ...table.fallback, cols: ['params'], sel: known.models.slice(0, 5) });
  assert.deepEqual(ignored.map(({ key, value }) => `${key}=${value}`).sort(), [
    'as=graph',
    'cols=nothing',
    'ctx=1.5',
    'sel=nobody',
    'sel=phi-4',
    'since=2025-13',
  ]);
});

test('the old word for no filter by licence is still understood', () => {
  assert.deepEqual(parseSearch(table, '?lic=any'), { state: table.fallback, ignored: [] });
});
