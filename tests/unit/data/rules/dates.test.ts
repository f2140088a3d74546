import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertDatesNotInFuture } from '../../../../src/data/rules/dates.ts';
import { assertOnlyFault, faultsOfRule } from '../fixture.ts';

const MESSAGE = '写今天（2026-11-22）或更早的日期';
const MODEL = 'content/data/models/demo-8b.yaml';
const PRICES = 'content/data/apis/demo-vendor.yaml';
const SOURCE = 'content/data/sources/card.yaml';

const tomorrow: [file: string, from: string, to: string, line: number, field: string][] = [
  [MODEL, 'date: 2025-01-02', 'date: 2026-11-23', 8, 'release.date'],
  [PRICES, 'checkedOn: 2026-10', 'checkedOn: 2026-12', 9, 'prices[0].checkedOn'],
  [PRICES, 'checkedOn: 2026-10', "checkedOn: '2027'", 9, 'prices[0].checkedOn'],
  [PRICES, 'checkedOn: 2026-10', 'checkedOn: 2026/2027', 9, 'prices[0].checkedOn'],
  [SOURCE, 'snapshotDate: 2026-08-22', "snapshotDate: '2027-08-22'", 4, 'snapshotDate'],
];

for (const [file, from, to, line, field] of tomorrow) {
  test(`a time to come: ${field}, ${to}`, () => {
    const value = to.replace(/.*: /, '');
    assertOnlyFault(
      assertDatesNotInFuture,
      { [file]: [[from, to]] },
      { file, line, field, value, message: MESSAGE },
    );
  });
}

test('today and this month are not the future', () => {
  const edits = {
    [MODEL]: [['date: 2025-01-02', 'date: 2026-11-22']] as [string, string][],
    [PRICES]: [['checkedOn: 2026-10', 'checkedOn: 2026-11']] as [string, string][],
  };
  assert.deepEqual(faultsOfRule(assertDatesNotInFuture, edits), []);
});

test('a date in words is left alone', () => {
  const file = 'content/data/hardware/demo-gpu.yaml';
  const words = 'name: Demo GPU\nreleaseDate: { date: 2099 年, source: card, confidence: seen }';
  assert.deepEqual(faultsOfRule(assertDatesNotInFuture, { [file]: [['name: Demo GPU', words]] }), []);
});
