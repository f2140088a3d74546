import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codec, parseSearch } from '../../../src/url/codec.ts';
import {
  choiceParam,
  choicesParam,
  numberParam,
  optionalChoiceParam,
  optionalNumberParam,
  sortParam,
  textParam,
} from '../../../src/url/params.ts';

const sample = codec<{
  n: number;
  m: number | null;
  one: 'a' | 'b';
  maybe: 'x' | 'y' | null;
  many: readonly ('p' | 'q' | 'r')[];
  text: string;
  order: readonly { column: string; descending: boolean }[];
}>(
  {
    n: numberParam(5, { min: 0, max: 100 }),
    m: optionalNumberParam({ min: 1, max: 9 }),
    one: choiceParam('a', ['a', 'b']),
    maybe: optionalChoiceParam(['x', 'y']),
    many: choicesParam(['p', 'q', 'r']),
    text: textParam(10),
    order: sortParam(['up', 'down'], '-up'),
  },
  {
    n: ['数', 'n=7'],
    m: ['数或没有', 'm=2'],
    one: ['一个词', 'one=b'],
    maybe: ['一个词或没有', 'maybe=x'],
    many: ['几个词', 'many=p,q'],
    text: ['字', 'text=ok'],
    order: ['顺序', 'order=-up'],
  },
);

test('defaults are left out of the link', () => {
  assert.equal(sample.search(sample.fallback), '');
  assert.equal(sample.search({ ...sample.fallback, n: 7, one: 'b' }), '?n=7&one=b');
});

test('junk gives the default and says what it should have been', () => {
  const { state, ignored } = parseSearch(sample, '?n=200&one=z&many=s,t&m=abc&text=ok');
  assert.deepEqual(state, { ...sample.fallback, text: 'ok' });
  assert.deepEqual(
    ignored.map(({ key, value, expected }) => [key, value, expected]),
    [
      ['n', '200', '写 0 到 100 的数'],
      ['m', 'abc', '写 1 到 9 的数'],
      ['one', 'z', '写 a、b 之一'],
      ['many', 's,t', '写 p、q、r，多个用逗号隔开'],
    ],
  );
});

test('of a list the known words count; the others are named together', () => {
  const { state, ignored } = parseSearch(sample, '?many=r,s,%20p,,t&order=-up,side,down,up');
  assert.deepEqual(state, {
    ...sample.fallback,
    many: ['p', 'r'],
    order: [
      { column: 'up', descending: true },
      { column: 'down', descending: false },
    ],
  });
  assert.deepEqual(
    ignored.map(({ key, value }) => [key, value]),
    [
      ['many', 's,t'],
      ['order', 'side'],
      ['order', 'up'],
    ],
  );
});

test('a number is read as far as it is written', () => {
  assert.equal(sample.parse({ n: `0.${'0'.repeat(50)}1` }).state.n, 0);
  assert.ok(Object.is(sample.parse({ n: '-0' }).state.n, 0));
  assert.equal(sample.parse({ n: '0.000001' }).state.n, 0.000001);
});

test('other notations of a number are junk: a link reads as what it means', () => {
  for (const raw of ['1e1', '0x10', ' 7', '７', '7.', 'Infinity', 'NaN', '--7']) {
    const { state, ignored } = sample.parse({ n: raw });
    assert.equal(state.n, 5, raw);
    assert.equal(ignored.length, 1, raw);
  }
});

test('foreign parameters and empty values are no fault', () => {
  assert.deepEqual(parseSearch(sample, '?utm_source=x&n=&embed=1').ignored, []);
});

test('parse(format(state)) = state', () => {
  const state = fc.record(
    {
      n: fc.oneof(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
      ),
      m: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
      one: fc.constantFrom('a' as const, 'b' as const),
      maybe: fc.constantFrom('x' as const, 'y' as const, null),
      many: fc.subarray(['p', 'q', 'r'] as const),
      text: fc.string({ maxLength: 10 }),
      order: fc.constantFrom([], [{ column: 'up', descending: true }]),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(state, (given) => {
      assert.deepEqual(parseSearch(sample, sample.search(given)), { state: given, ignored: [] });
    }),
  );
});

test('any string parses without throwing, to a state that formats', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (key, value) => {
      const query = new URLSearchParams({ n: value, m: value, one: value, many: value, [key || 'k']: value });
      const { state } = parseSearch(sample, query.toString());
      assert.deepEqual(parseSearch(sample, sample.search(state)).state, state);
    }),
  );
});
