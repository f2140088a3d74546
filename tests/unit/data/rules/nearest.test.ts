import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nearest } from '../../../../src/data/rules/nearest.ts';

const MODELS = ['qwen2.5-72b-instruct', 'qwen2.5-14b-instruct', 'yi-coder-9b-chat'];

test('a slip of the finger, another case, a beginning', () => {
  assert.equal(nearest('qwen2.5-72b-instrcut', MODELS), 'qwen2.5-72b-instruct');
  assert.equal(nearest('shortname', ['name', 'shortName']), 'shortName');
  assert.equal(nearest('yi-coder', MODELS), 'yi-coder-9b-chat');
});

test('no guess where nothing is near', () => {
  assert.equal(nearest('llama-3-70b', MODELS), undefined);
  assert.equal(nearest('q8', ['q4']), undefined);
  assert.equal(nearest('name', []), undefined);
});

test('a known word is nearest to itself, and a guess is a known word', () => {
  const words = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), {
    minLength: 1,
    selector: (word) => word.toLowerCase(),
  });
  fc.assert(fc.property(words, (known) => known.every((word) => nearest(word, known) === word)));
  fc.assert(
    fc.property(words, fc.string(), (known, word) => [...known, undefined].includes(nearest(word, known))),
  );
});
