import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromColumns, toColumns } from '../../../src/core/row-columns.ts';

test('rows come back the same, whatever their values hold', () => {
  const row = fc.record(
    {
      name: fc.string(),
      keys: fc.record({ a: fc.option(fc.integer()), b: fc.string() }, { noNullPrototype: true }),
      mixed: fc.oneof(
        fc.constant(null),
        fc.array(fc.string()),
        fc.record({ x: fc.integer() }, { noNullPrototype: true }),
        fc.record({ y: fc.integer() }, { noNullPrototype: true }),
      ),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      assert.deepEqual(fromColumns(JSON.parse(JSON.stringify(toColumns(rows))), rows.length), rows);
    }),
  );
});

test('keys of objects that are alike are said once', () => {
  const rows = Array.from({ length: 50 }, (_, index) => ({ sortKeys: { params: index, name: null } }));
  assert.equal(JSON.stringify(toColumns(rows)).split('params').length, 2);
});

test('a row with other keys is refused, with its place', () => {
  assert.throws(() => toColumns([{ a: 1 }, { a: 1, b: 2 }]), /第 2 行的字段与第 1 行不同/);
});
