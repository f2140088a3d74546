import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { settledSearch, withValues, writes } from '../../../src/url/settled.ts';

test('junk and defaults go, what is shown and what is not of the tool stays as it was written', () => {
  const values = { m: 'qwen3-32b,phi-4', prec: null, ctx: null, only: 'diff' };
  assert.equal(
    withValues('?only=diff&m=qwen3-32b,nope,phi-4&utm=a%20b&prec=q4-k-m&ctx=8192', values),
    '?only=diff&m=qwen3-32b,phi-4&utm=a%20b',
  );
  assert.equal(withValues('', values), '?m=qwen3-32b,phi-4&only=diff');
  assert.equal(withValues('?m=a&m=b', { m: 'a' }), '?m=a');
  assert.equal(withValues('?m=a', { m: null }), '');
});

test('law: the values are what the query says then, and to settle it twice changes nothing', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '中', ',', '&', '=', '%', ' ', '+', '?', '#') });
  fc.assert(
    fc.property(text, fc.record({ m: fc.option(text), q: fc.option(text) }), (search, values) => {
      const query = withValues(`?${search}`, values);
      const read = new URLSearchParams(query);
      for (const [key, value] of Object.entries(values)) assert.equal(read.get(key), value);
      assert.equal(withValues(query, values), query);
    }),
  );
});

test('a tool says how it writes itself as long as it is there', () => {
  const gone = writes(() => ({ calls: null }));
  assert.equal(settledSearch('?calls=100'), '');
  gone();
  assert.equal(settledSearch('?calls=100'), '?calls=100');
});
