import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { holdsWords, plainText, wordsOf } from '../../../src/core/plain-text.ts';

const MODELS = [
  'Qwen/Qwen3-32B',
  'deepseek-ai/DeepSeek-R1-Distill-Qwen-32B',
  'Qwen/Qwen2.5-Coder-14B-Instruct',
  'google/gemma-3-27b-it',
  'google/gemma-4-31B-it',
  'openai/gpt-oss-20b',
  'openai/gpt-oss-120b',
  'codellama/CodeLlama-34b-Instruct',
  'meta-llama/Llama-3.1-8B-Instruct llama-3.1-8b-4bit',
  'zai-org/GLM-4.6',
];
const found = (typed: string) =>
  MODELS.filter((model) => holdsWords(plainText(model), wordsOf(typed))).map(
    (model) => model.split(/[/ ]/)[1],
  );

test('a number is whole, however it is joined to the word before it', () => {
  assert.deepEqual(found('qwen3'), ['Qwen3-32B']);
  assert.deepEqual(found('gemma 3'), ['gemma-3-27b-it']);
  assert.deepEqual(found('gpt oss 20b'), ['gpt-oss-20b']);
  assert.deepEqual(found('gptoss20b'), ['gpt-oss-20b']);
  assert.deepEqual(found('7b'), []);
  assert.deepEqual(found('4b'), []);
  assert.deepEqual(found('r1'), ['DeepSeek-R1-Distill-Qwen-32B']);
  assert.deepEqual(found('llama3'), ['Llama-3.1-8B-Instruct']);
  assert.deepEqual(found('1.1-8b'), []);
});

test('case, width and signs do not matter, words may run together and begin anywhere', () => {
  assert.deepEqual(found('ＧＬＭ4.6'), ['GLM-4.6']);
  assert.deepEqual(found('qwen332b'), ['Qwen3-32B']);
  assert.deepEqual(found('32b qwen'), ['Qwen3-32B', 'DeepSeek-R1-Distill-Qwen-32B']);
  assert.deepEqual(found('ama'), ['CodeLlama-34b-Instruct', 'Llama-3.1-8B-Instruct']);
  assert.deepEqual(found('(*'), []);
});

test('an address is the path of a repository, on whichever host', () => {
  assert.deepEqual(found('https://huggingface.co/Qwen/Qwen3-32B'), ['Qwen3-32B']);
  assert.deepEqual(found('modelscope.cn/models/Qwen/Qwen3-32B'), ['Qwen3-32B']);
  assert.deepEqual(found('hf.co/openai/gpt-oss-20b'), ['gpt-oss-20b']);
});

test('law: whatever is typed is a search, and a model is found by its own name', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => void found(typed)));
  for (const model of MODELS) assert.ok(found(model.split(' ')[0]!).length > 0, model);
});
