import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { PickerAnswers } from '../../../src/core/picker.ts';
import { parseSearch } from '../../../src/url/codec.ts';
import { pickerCodec } from '../../../src/widgets/picker/url.ts';

const blank: PickerAnswers = { mem: null, code: null, speed: null, best: null, users: null };
const reply = fc.constantFrom(null, 'yes' as const, 'no' as const);
const answers: fc.Arbitrary<PickerAnswers> = fc.record(
  {
    mem: fc.option(fc.integer({ min: 0, max: 100_000_000 }).map((thousandths) => thousandths / 1000)),
    code: reply,
    speed: reply,
    best: reply,
    users: fc.option(fc.integer({ min: 1, max: 100_000 })),
  },
  { noNullPrototype: true },
);

describe('the link of the tree', () => {
  test('gives back every state it was made from, with nothing ignored', () => {
    fc.assert(
      fc.property(answers, (state) => {
        assert.deepEqual(parseSearch(pickerCodec, pickerCodec.search(state)), { state, ignored: [] });
      }),
    );
  });

  test('takes any text without throwing, and what it makes of it is a link again', () => {
    const raw = fc.record(
      { mem: fc.string(), code: fc.string(), speed: fc.string(), best: fc.string(), users: fc.string() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(raw, (values) => {
        const { state } = pickerCodec.parse(values);
        assert.deepEqual(parseSearch(pickerCodec, pickerCodec.search(state)).state, state);
      }),
    );
    fc.assert(fc.property(fc.string(), (search) => void parseSearch(pickerCodec, search)));
  });

  const saved: [string, Partial<PickerAnswers>][] = [
    ['', {}],
    ['?mem=64&code=yes&speed=no', { mem: 64, code: 'yes', speed: 'no' }],
    ['?mem=39.9', { mem: 39.9 }],
    ['?mem=128&best=yes&users=11', { mem: 128, best: 'yes', users: 11 }],
    ['?mem=0', { mem: 0 }],
  ];
  for (const [search, expected] of saved) {
    test(`saved link ${search || '(empty)'} keeps its meaning and its spelling`, () => {
      const state = { ...blank, ...expected };
      assert.deepEqual(parseSearch(pickerCodec, search), { state, ignored: [] });
      assert.equal(pickerCodec.search(state), search);
    });
  }

  test('junk gives the default and says what to write instead', () => {
    const { state, ignored } = parseSearch(pickerCodec, '?mem=-1&code=maybe&speed=YES&best=no&users=2.5');
    assert.deepEqual(state, { ...blank, best: 'no' });
    assert.deepEqual(ignored, [
      { key: 'mem', value: '-1', expected: '写 0 到 100000 的数' },
      { key: 'code', value: 'maybe', expected: '写 yes、no 之一' },
      { key: 'speed', value: 'YES', expected: '写 yes、no 之一' },
      { key: 'users', value: '2.5', expected: '写 1 到 100000 的整数' },
    ]);
  });

  for (const search of ['?mem=100001', '?mem=6e1', '?mem=abc', '?users=0', '?users=100001']) {
    test(`${search} is ignored`, () => {
      assert.deepEqual(parseSearch(pickerCodec, search).state, blank);
      assert.equal(parseSearch(pickerCodec, search).ignored.length, 1);
    });
  }
});
