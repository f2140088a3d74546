import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PickerAnswers } from '../../../src/core/picker.ts';
import { parseSearch } from '../../../src/url/codec.ts';
import { pickerCodec } from '../../../src/widgets/picker/url.ts';

const blank: PickerAnswers = { mem: null, code: null, speed: null, best: null, users: null };
describe('the link of the tree', () => {
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
