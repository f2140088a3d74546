import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packCells, tableRows, tableText, unpackCells } from '../../../src/core/cell-table.ts';

const cell = fc.record(
  {
    text: fc.constantFrom('1', '2', '三'),
    facts: fc.array(
      fc.record({ label: fc.constantFrom('a', 'b'), content: fc.string() }, { noNullPrototype: true }),
      {
        maxLength: 2,
      },
    ),
    sources: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    claim: fc.constantFrom({ mark: 'differs' }, { mark: 'agrees' }),
    recalled: fc.constant(true as const),
    stale: fc.constantFrom('可能已过期，核对于 2025-01-01', '1'),
  },
  { requiredKeys: ['text'], noNullPrototype: true },
);

test('what is packed comes back the same, row by row', () => {
  const row = fc.record(
    { p: fc.option(cell, { nil: null }), q: fc.option(cell, { nil: null }) },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      assert.deepEqual(unpackCells(packCells(rows)), rows);
    }),
  );
});

test('what repeats is said once', () => {
  const source = { title: 'Ollama 模型库', url: 'https://ollama.com/library' };
  const rows = Array.from({ length: 100 }, (_, index) => ({
    size: { text: String(index % 3), sources: [source] },
  }));
  const packed = packCells(rows);
  assert.equal(packed.texts.length, 3);
  assert.equal(packed.sources.length, 1);
});

test('a table comes back from its text the same, and no quotation mark swells the page', () => {
  const row = fc.record(
    { name: fc.string(), cells: fc.record({ p: fc.option(cell, { nil: null }) }, { noNullPrototype: true }) },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      assert.deepEqual(tableRows(tableText(rows)), rows);
    }),
  );
  const printed = [{ name: '13"', cells: { p: { text: 'a`b"c', sources: ['x'] } } }];
  assert.deepEqual(tableRows(tableText(printed)), printed);
  const plain = [{ name: 'a', cells: { p: { text: '1' } } }];
  assert.ok(!tableText(plain).includes('"'));
});
