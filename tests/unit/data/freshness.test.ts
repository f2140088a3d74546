import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datedFigures, today } from '../../../src/data/freshness.ts';
import type { CollectionName } from '../../../src/schema/collections.ts';

const SNAPSHOTS: Record<string, string> = { card: '2026-08-22' };
const figures = (collection: CollectionName, value: unknown) => [
  ...datedFigures(collection, value, (source) => SNAPSHOTS[source]),
];
const seen = { source: 'card', confidence: 'seen' };

test('today is a day, and DATA_TODAY fixes it', () => {
  assert.match(today({}), /^\d{4}-\d{2}-\d{2}$/);
  assert.equal(today({ DATA_TODAY: '2026-11-22' }), '2026-11-22');
  assert.equal(today({ DATA_TODAY: '' }), today({}));
});

test('a DATA_TODAY that is no day is told with value and remedy', () => {
  for (const wrong of ['yesterday', '2026-02-31', '2026-11', '2026-13-01']) {
    assert.throws(() => today({ DATA_TODAY: wrong }), {
      message: `DATA_TODAY=${wrong} 不是日期，写成 DATA_TODAY=2026-11-22`,
    });
  }
});

test('a fact was checked when its source was read, whatever date it speaks of', () => {
  assert.deepEqual(figures('models', { release: { date: '2020-01-01', ...seen }, name: 'x' }), [
    { path: ['release'], kind: 'fact', source: 'card', date: '2026-08-22' },
  ]);
});

test('a price has the date of its own check, else its date, else that of its source', () => {
  const prices = [
    { checkedOn: '2026-10', date: '2026-01-01', ...seen },
    { date: '2026-01-01', ...seen },
    { ...seen },
  ];
  assert.deepEqual(
    figures('apis', { prices }).map(({ kind, date, dateField }) => [kind, date, dateField]),
    [
      ['price', '2026-10', 'checkedOn'],
      ['price', '2026-01-01', 'date'],
      ['price', '2026-08-22', undefined],
    ],
  );
});

test('a rate is a price; prices of machines are, unless they are those of the past', () => {
  const kinds = (collection: CollectionName, value: unknown) =>
    figures(collection, value).map(({ kind }) => kind);
  assert.deepEqual(kinds('rates', { from: 'USD', date: '2026-08-22', ...seen }), ['price']);
  assert.deepEqual(
    kinds('hardware', {
      memory: { gb: 24, ...seen },
      prices: ['launch', 'claim', 'street'].map((kind) => ({ kind, date: '2022-10-12', ...seen })),
    }),
    ['fact', 'fact', 'fact', 'price'],
  );
  const reading = { checkedOn: '2024-01-01', ...seen };
  assert.deepEqual(
    kinds('apis', { prices: [{ historical: true, ...reading, otherReadings: [reading] }, reading] }),
    ['fact', 'fact', 'price'],
  );
});

test('groups inside groups count each; a check with several sources has the date of the check', () => {
  assert.deepEqual(
    figures('models', {
      parameters: { ...seen, exact: { total: 1, source: 'arith', confidence: 'derived' } },
    }),
    [
      { path: ['parameters'], kind: 'fact', source: 'card', date: '2026-08-22' },
      { path: ['parameters', 'exact'], kind: 'fact', source: 'arith' },
    ],
  );
  assert.deepEqual(
    figures('errata', { sources: ['card', 'x'], confidence: 'seen', checkedOn: '2026-11-22' }),
    [{ path: [], kind: 'fact', source: 'card', date: '2026-11-22', dateField: 'checkedOn' }],
  );
});
