import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FRESH_DAYS, staleness } from '../../../src/core/freshness.ts';
import type { FigureKind } from '../../../src/core/freshness.ts';

const DAY_MS = 86_400_000;
const kind = fc.constantFrom<FigureKind>('price', 'fact');
const dayNumber = fc.integer({ min: 0, max: 30_000 });
const dateOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const monthOf = (day: number) => dateOf(day).slice(0, 7);

test('a price is stale from the 91st day, a fact from the 366th', () => {
  const on = (kind: FigureKind, date: string) => staleness({ kind, date, today: '2026-11-22' });
  assert.deepEqual(on('price', '2026-08-24'), { stale: false, ageDays: 90, label: null });
  assert.deepEqual(on('price', '2026-08-23'), {
    stale: true,
    ageDays: 91,
    label: '可能已过期，核对于 2026-08-23',
  });
  assert.equal(on('fact', '2025-11-22').stale, false);
  assert.equal(on('fact', '2025-11-21').stale, true);
});

test('a month, a year and a span count from their last day and are printed as they are', () => {
  const age = (date: string) => staleness({ kind: 'price', date, today: '2026-11-22' }).ageDays;
  assert.equal(age('2026-08'), age('2026-08-31'));
  assert.equal(age('2024-02'), age('2024-02-29'));
  assert.equal(age('2025'), age('2025-12-31'));
  assert.equal(age('2024/2025-03'), age('2025-03-31'));
  assert.equal(age('2024-2025'), age('2025-12-31'));
  assert.equal(
    staleness({ kind: 'price', date: '2026-06', today: '2026-11-22' }).label,
    '可能已过期，核对于 2026-06',
  );
});

test('what is no date is told with the remedy', () => {
  for (const date of ['', '昨天', '2026-1-1', '22/11/2026', '2026-11-22T00:00']) {
    assert.throws(() => staleness({ kind: 'fact', date, today: '2026-11-22' }), /不是日期，写成 YYYY-MM-DD/);
  }
});

test('the age is the number of days between; stale means more of them than allowed', () => {
  fc.assert(
    fc.property(kind, dayNumber, dayNumber, (kind, day, now) => {
      const found = staleness({ kind, date: dateOf(day), today: dateOf(now) });
      assert.equal(found.ageDays, now - day);
      assert.equal(found.stale, now - day > FRESH_DAYS[kind]);
      assert.equal(found.label, found.stale ? `可能已过期，核对于 ${dateOf(day)}` : null);
    }),
  );
});

test('what is stale stays stale, and a stale fact would be a stale price', () => {
  fc.assert(
    fc.property(kind, dayNumber, dayNumber, fc.nat(1000), (kind, day, now, later) => {
      const stale = (kind: FigureKind, today: number) =>
        staleness({ kind, date: dateOf(day), today: dateOf(today) }).stale;
      if (stale(kind, now)) assert.ok(stale(kind, now + later));
      if (stale('fact', now)) assert.ok(stale('price', now));
    }),
  );
});

test('no day of a month is younger than the month', () => {
  fc.assert(
    fc.property(kind, dayNumber, dayNumber, (kind, day, now) => {
      const today = dateOf(now);
      const month = staleness({ kind, date: monthOf(day), today }).ageDays;
      assert.ok(staleness({ kind, date: dateOf(day), today }).ageDays >= month);
    }),
  );
});
