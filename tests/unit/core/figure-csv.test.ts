import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spreadsheetColumns } from '../../../src/core/figure-csv.ts';

const column = (unit: string, ...cells: (string | [text: string, mark: string])[]) =>
  spreadsheetColumns({
    label: '吞吐',
    unit,
    cells: cells.map((cell) => {
      const [text, mark = ''] = typeof cell === 'string' ? [cell] : cell;
      return { text, mark };
    }),
  });

test('numbers stay numbers: the unit is in the head, thousands have no comma, unknown is empty', () => {
  assert.deepEqual(column('%', '49%', '7.5%', ''), [['吞吐（%）', '49', '7.5', '']]);
  assert.deepEqual(column('token', '1,048,576'), [['吞吐（token）', '1048576']]);
});

test('a range has a low and a high end; a single figure is both', () => {
  assert.deepEqual(column('tok/s，估算', '0.67–2.4', '5', ''), [
    ['吞吐（tok/s，估算）低端', '0.67', '5', ''],
    ['吞吐（tok/s，估算）高端', '2.4', '5', ''],
  ]);
});

test('marks stand in a column of their own, only where there are any', () => {
  assert.deepEqual(column('%', ['49%', '可能已过期'], '50%'), [
    ['吞吐（%）', '49', '50'],
    ['吞吐标记', '可能已过期', ''],
  ]);
});

test('words and claims stay as they are printed, all of a column alike', () => {
  assert.deepEqual(column('', ['8-12 tok/s', '不可能'], '14 tok/s'), [
    ['吞吐', '8-12 tok/s', '14 tok/s'],
    ['吞吐标记', '不可能', ''],
  ]);
  assert.deepEqual(column('%', '49%', '约 50%', '1–2'), [['吞吐（%）', '49%', '约 50%', '1–2']]);
});
