import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseSearch } from '../../../src/url/codec.ts';
import { compareCodec, MOST_MODELS } from '../../../src/widgets/compare/url.ts';

const models = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const machines = ['rtx-4090-24gb', 'apple-m4'];
const precisions = ['q4-k-m', 'bf16'];
const compare = compareCodec(
  { models, machines, precisions },
  { m: ['a', 'b', 'c'], hw: 'rtx-4090-24gb', prec: 'q4-k-m' },
);

test('compare: any text is read without an error, as one to five models that exist', () => {
  const word = fc.oneof(fc.string(), fc.constantFrom(...models));
  const raw = fc.record({
    m: fc.array(word).map((words) => words.join(',')),
    hw: fc.string(),
    prec: fc.string(),
    ctx: fc.string(),
    only: fc.string(),
  });
  fc.assert(
    fc.property(raw, (given) => {
      const { state } = compare.parse(given);
      assert.ok(state.m.length >= 1 && state.m.length <= MOST_MODELS);
      assert.ok(state.m.every((id) => models.includes(id)) && new Set(state.m).size === state.m.length);
      assert.deepEqual(parseSearch(compare, compare.search(state)).state, state);
    }),
  );
});

test('compare: unknown models are dropped, each with a note, and the rest is compared', () => {
  const { state, ignored } = parseSearch(compare, '?m=g,nobody,a,g');
  assert.deepEqual(state.m, ['g', 'a']);
  assert.deepEqual(
    ignored.map(({ value, expected }) => [value, expected]),
    [
      ['nobody', '没有这个编号的模型，已略去'],
      ['g', '写了两次，只算一次'],
    ],
  );
});

test('compare: of more than five the first five, with a note', () => {
  const { state, ignored } = parseSearch(compare, '?m=g,f,e,d,c,b');
  assert.deepEqual(state.m, ['g', 'f', 'e', 'd', 'c']);
  assert.deepEqual(
    ignored.map(({ value }) => value),
    ['b'],
  );
});

test('compare: nothing known gives the models of the guide, and one note for all', () => {
  const { state, ignored } = parseSearch(compare, '?m=nobody,noone');
  assert.deepEqual(state.m, ['a', 'b', 'c']);
  assert.equal(ignored.length, 1);
});
