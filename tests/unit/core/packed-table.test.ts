import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packTable, unpackTable } from '../../../src/core/packed-table.ts';

const cellArbitrary = fc.oneof(
  fc.constant(null),
  fc.constantFrom('A100', 'Q4_K_M', '8'),
  fc.integer({ min: -9, max: 9 }),
);
const rowsArbitrary = fc.array(
  fc.record({ model: cellArbitrary, speed: cellArbitrary, note: cellArbitrary }, { noNullPrototype: true }),
);

test('unpacking gives the rows back, also after a trip through JSON', () => {
  fc.assert(
    fc.property(rowsArbitrary, (rows) => {
      assert.deepEqual(unpackTable(JSON.parse(JSON.stringify(packTable(rows)))), rows);
    }),
  );
});

test('a cell that one row lacks is null', () => {
  const rows = unpackTable(packTable([{ model: 'a' }, { speed: 12 }]));
  assert.deepEqual(rows, [
    { model: 'a', speed: null },
    { model: null, speed: 12 },
  ]);
});

test('a value that repeats is kept once', () => {
  const { columns } = packTable([{ model: 'a' }, { model: 'b' }, { model: 'a' }]);
  assert.deepEqual(columns['model'], { values: ['a', 'b'], rows: [0, 1, 0] });
});
