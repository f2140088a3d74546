import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellOf, type Checked } from '../../../src/data/cells.ts';

const source = (date?: string) => () => ({ title: '来源', ...(date ? { date } : {}) });
const from = { source: 'a', confidence: 'seen' };
const staleAt = (today: string, date?: string, checked?: Checked) => {
  process.env.DATA_TODAY = today;
  try {
    return cellOf('1', from, source(date), [], checked).stale;
  } finally {
    delete process.env.DATA_TODAY;
  }
};

test('a fact is as old as the copy of its source, and is labelled after a year', () => {
  assert.equal(staleAt('2026-11-22', '2025-11-22'), undefined);
  assert.equal(staleAt('2026-11-22', '2025-11-21'), '可能已过期，核对于 2025-11-21');
  assert.equal(staleAt('2026-11-22'), undefined);
});

test('a price is as old as its own date, and is labelled after 90 days', () => {
  const price = (date: string | undefined): Checked => ({ kind: 'price', date });
  assert.equal(staleAt('2026-11-22', '2020-01-01', price('2026-08-24')), undefined);
  assert.equal(staleAt('2026-11-22', '2026-11-20', price('2026-08-23')), '可能已过期，核对于 2026-08-23');
  assert.equal(staleAt('2026-11-22', '2020-01-01', price(undefined)), undefined);
});
