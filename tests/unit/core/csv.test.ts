import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvText } from '../../../src/core/csv.ts';

test('a field is quoted only where it must be', () => {
  assert.equal(csvText([['a', 'b c', '1.5']]), 'a,b c,1.5\r\n');
  assert.equal(csvText([['a,b', 'say "hi"', 'two\nlines']]), '"a,b","say ""hi""","two\nlines"\r\n');
  assert.equal(csvText([]), '');
});

test('what is written is read back the same', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '中', ',', '"', '\n', '\r', ' ', "'") });
  const rows = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }));
  fc.assert(
    fc.property(rows, (written) => {
      assert.deepEqual(parse(csvText(written), { recordDelimiter: '\r\n' }), written);
    }),
  );
});
