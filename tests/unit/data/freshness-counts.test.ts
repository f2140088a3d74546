import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freshnessCounts } from '../../../src/data/freshness-counts.ts';
import { readLibrary } from '../../../src/data/read.ts';
import { staleFigures } from '../../../src/data/stale.ts';
import type { CollectionName } from '../../../src/schema/collections.ts';
import type { Source } from '../../../src/schema/source.ts';

const SOURCES = new Map<string, Source>([
  ['card', { title: '模型卡', kind: 'vendor', snapshotDate: '2026-11-01' }],
  ['old', { title: '旧表', kind: 'third-party', snapshotDate: '2024-01-01' }],
  ['memory', { title: '凭记忆', kind: 'recalled' }],
]);

test('groups of figures are counted by collection, kind of source and age', () => {
  const gpu = {
    memory: { gb: 24, source: 'card', confidence: 'seen' },
    bandwidth: { gbPerSecond: 1, source: 'old', confidence: 'seen' },
    power: { tdpWatts: 1, source: 'memory', confidence: 'recalled' },
  };
  const records = new Map<CollectionName, ReadonlyMap<string, unknown>>([
    ['hardware', new Map([['gpu', gpu]])],
    ['rates', new Map([['usd-cny', { value: 7, date: '2026-01-01', source: 'card', confidence: 'seen' }]])],
    ['claims', new Map()],
  ]);
  const { collections, sourceKinds } = freshnessCounts(records, SOURCES, '2026-11-22');
  assert.deepEqual(collections, [
    { collection: 'hardware', records: 1, stale: 1, total: 3, ages: [1, 0, 1], none: 1 },
    { collection: 'rates', records: 1, stale: 1, total: 1, ages: [0, 1, 0], none: 0 },
    { collection: 'claims', records: 0, stale: 0, total: 0, ages: [0, 0, 0], none: 0 },
  ]);
  assert.deepEqual(
    [...sourceKinds],
    [
      ['vendor', { total: 2, ages: [1, 1, 0], none: 0 }],
      ['third-party', { total: 1, ages: [0, 0, 1], none: 0 }],
      ['recalled', { total: 1, ages: [0, 0, 0], none: 1 }],
    ],
  );
});

test('the real records: the sums agree with each other, with the files, and with the list of stale figures', () => {
  const { library } = readLibrary(fileURLToPath(new URL('../../..', import.meta.url)));
  const records = Object.entries(library).map(([name, { entries }]) => {
    const values = entries.map(({ id, value }): [string, unknown] => [id, value]);
    return [name as CollectionName, new Map(values)] as const;
  });
  const sources = new Map(library.sources.entries.map(({ id, value }) => [id, value]));
  const today = '2026-11-22';
  const { collections, sourceKinds } = freshnessCounts(new Map(records), sources, today);
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  for (const { total, ages, none } of [...collections, ...sourceKinds.values()]) {
    assert.equal(sum(ages) + none, total);
  }
  assert.equal(
    sum(collections.map(({ total }) => total)),
    sum([...sourceKinds.values()].map(({ total }) => total)),
  );
  assert.equal(sum(collections.map(({ stale }) => stale)), staleFigures(library, today).length);
  assert.equal(
    collections.find(({ collection }) => collection === 'models')?.records,
    library.models.entries.length,
  );
});
