import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basisText, contextText, gibText, memoryPath, verdictCell } from '../../../src/data/fit-words.ts';

test('memory with as many digits as an estimate bears', () => {
  const gib = (value: number) => gibText(value * 2 ** 30);
  assert.deepEqual([gib(0.416), gib(21.34), gib(143.7)], ['0.42', '21.3', '144']);
});

test('contexts as the models print them', () => {
  assert.deepEqual([4096, 131_072, 1_048_576, 10_000].map(contextText), ['4K', '128K', '1024K', '10,000']);
});

test('a verdict has a word beside its state', () => {
  assert.deepEqual(verdictCell('tight'), { text: '勉强', state: 'tight' });
});

test('what a range rests on', () => {
  assert.equal(basisText({ basis: 'machine', rows: 12, machines: 1 }), '这台机器的 12 条实测');
  assert.equal(basisText({ basis: 'class', rows: 294, machines: 31 }), '31 台同类机器的 294 条实测');
  assert.match(basisText({ basis: 'prior', rows: 1092, machines: 120 }), /没有同类机器/);
});

test('a link holds what is asked, and no memory where the record states it', () => {
  assert.equal(
    memoryPath({
      m: 'qwen2.5-72b-instruct',
      prec: 'q4-k-m',
      ctx: 8192,
      hw: 'rtx-4090-24gb',
      mem: null,
      engine: 'llama.cpp',
    }),
    '/memory/?m=qwen2.5-72b-instruct&prec=q4-k-m&ctx=8192&hw=rtx-4090-24gb&engine=llama.cpp',
  );
  assert.equal(memoryPath({ hw: '2x-xeon-e5-2680-v4', mem: 256 }), '/memory/?hw=2x-xeon-e5-2680-v4&mem=256');
});
