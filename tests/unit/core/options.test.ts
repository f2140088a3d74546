import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchingOptions } from '../../../src/core/options.ts';
import { filterRows, NO_FILTERS, type FilterableRow } from '../../../src/core/model-table.ts';
import { plainText } from '../../../src/core/plain-text.ts';

const options = [
  { value: 'deepseek-r1-distill-qwen-32b', label: 'DeepSeek-R1-Distill-Qwen-32B', words: 'Qwen3-32B 蒸馏' },
  { value: 'qwen3-32b-base', label: 'Qwen3-32B-Base' },
  { value: 'qwen3-32b', label: 'Qwen3-32B', words: '通义千问' },
  { value: 'autoround-int4', label: 'AutoRound INT4' },
  { value: 'int4', label: 'INT4' },
];
const first = (typed: string) => matchingOptions(options, typed)[0]?.value;

test('what is named just as typed comes first, however it is written', () => {
  for (const typed of ['qwen3-32b', 'Qwen3 32B', 'QWEN3_32b', 'ｑｗｅｎ３-32b', 'qwen3:32b', 'qwen332b']) {
    assert.equal(first(typed), 'qwen3-32b', typed);
  }
  assert.equal(first('int4'), 'int4');
});

test('then what begins so, then what holds the words, and nothing else', () => {
  assert.deepEqual(
    matchingOptions(options, 'qwen3').map(({ value }) => value),
    ['qwen3-32b-base', 'qwen3-32b', 'deepseek-r1-distill-qwen-32b'],
  );
  assert.equal(first('通义 32b'), 'qwen3-32b');
  assert.deepEqual(matchingOptions(options, '没有的'), []);
  assert.deepEqual(matchingOptions(options, ' '), options);
});

test('the table finds what people type without its signs, but no word that runs from one name into the next', () => {
  const row = { searchText: ['GLM-4.6', '智谱', 'zhipu'].map(plainText).join(' | ') } as FilterableRow;
  const found = (text: string) => filterRows([row], { ...NO_FILTERS, text }).length;
  for (const typed of ['glm4.6', 'GLM 4.6', 'glm_4.6', 'ＧＬＭ', '智谱 glm'])
    assert.equal(found(typed), 1, typed);
  for (const typed of ['4.6智谱', 'glm5']) assert.equal(found(typed), 0, typed);
});
