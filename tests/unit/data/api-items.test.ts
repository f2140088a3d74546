import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from '../../../src/data/api/csv.ts';
import { newestDay, publish, type Published } from '../../../src/data/api/documents.ts';
import { apiIndex } from '../../../src/data/api/index-document.ts';
import { scoreItems } from '../../../src/data/api/items.ts';
import { confidenceCounts } from '../../../src/data/confidence-counts.ts';
import type { Score } from '../../../src/schema/benchmark.ts';
import type { Records } from '../../../src/schema/collections.ts';
import { recordsAt } from '../../records.ts';
import { isSourcedOrPrinted, unsourcedNumbers } from '../../unsourced.ts';
import { withRepository } from './fixture.ts';

const records = withRepository({}, recordsAt);
const published = publish(records);

function listOf(name: string): Published {
  const found = published.find(({ collection }) => collection.name === name);
  assert.ok(found, name);
  return found;
}
const itemsOf = (name: string) => listOf(name).document.items;

const SCORE: Score = {
  benchmark: 'HumanEval',
  variant: 'instruct',
  metric: 'pass@1',
  value: 81.1,
  unit: '%',
  measuredBy: { kind: 'vendor', name: 'Demo' },
  date: '2025-01-02',
  source: 'card',
  confidence: 'seen',
};

function scoreIds(scores: Score[]): string[] {
  const benchmarks: Records['benchmarks'] = new Map([['demo-8b', { scores }]]);
  return scoreItems({ ...records, benchmarks }).map(({ id }) => id);
}

test('the id of a score follows what it is of, not its value or its place', () => {
  const other: Score = { ...SCORE, mode: 'thinking' };
  const [first, second] = scoreIds([SCORE, other]);
  assert.ok(first && second && first !== second);
  assert.match(first, /^demo-8b-[0-9a-f]{10}$/);
  assert.deepEqual(scoreIds([other, { ...SCORE, value: 90, note: '改正' }]), [second, first]);
});

test('two readings of the same thing in one source are numbered', () => {
  const [first] = scoreIds([SCORE]);
  assert.deepEqual(scoreIds([SCORE, { ...SCORE, value: 80 }]), [first, `${first}-2`]);
});

test('figures computed here stand apart with their sum', () => {
  assert.deepEqual(itemsOf('models')[0]?.derived, {
    weightsBytesBf16: { value: 16e9, formula: '参数量 × 16 位 ÷ 8 = 8,000,000,000 × 16 ÷ 8' },
  });
});

test('prices are one list, each with its vendor; what holds for all of a vendor is another', () => {
  const [price] = itemsOf('prices');
  assert.equal(price?.id, 'demo-large');
  assert.equal(price?.vendor, 'demo-vendor');
  assert.equal(price?.vendorName, 'Demo');
  assert.deepEqual(itemsOf('vendors')[0], { id: 'demo-vendor', name: 'Demo' });
});

test('the date is the newest day of the records', () => {
  assert.equal(newestDay(records), '2026-11-22');
  assert.ok(published.every(({ document }) => document.dataDate === '2026-11-22'));
  assert.equal(newestDay({ ...records, errata: new Map() }), '2026-08-22');
  const none = Object.fromEntries(Object.keys(records).map((name) => [name, new Map()]));
  assert.throws(() => newestDay(none as unknown as Records), /没有一条记录写着日期/);
});

test('in a table groups become columns, lists JSON, and what is not known stays empty', () => {
  const [head = '', row = ''] = csvOf(listOf('errata')).split('\r\n');
  const cells = Object.fromEntries(head.split(',').map((column, at) => [column, at]));
  assert.equal(row.split(',')[cells.id ?? -1], 's001');
  assert.ok(row.includes('"[""card""]"'));

  const [modelHead = ''] = csvOf(listOf('models')).split('\r\n');
  const columns = modelHead.split(',');
  for (const column of ['license.name', 'files', 'derived.weightsBytesBf16.value'])
    assert.ok(columns.includes(column));
  for (const column of ['license', 'files[].tag']) assert.ok(!columns.includes(column));
});

test('the index names every list under the base', () => {
  const index = apiIndex(published, (path) => `/base${path}`);
  assert.equal(index.count, published.length);
  assert.deepEqual(index.items[0], {
    id: 'models',
    title: '模型',
    count: 1,
    json: '/base/api/v1/models.json',
    csv: '/base/api/v1/models.csv',
    schema: '/base/api/v1/schema/models.json',
    item: '/base/api/v1/models/{id}.json',
  });
});

test('groups of figures are counted by what they rest on', () => {
  const card = { source: 'card', confidence: 'recalled' } as const;
  const rate = { ...card, from: 'USD', to: 'CNY', value: 7, date: '2026-08-22' } as const;
  const before = confidenceCounts(records);
  const after = confidenceCounts({ ...records, rates: new Map([...records.rates, ['other', rate]]) });
  assert.deepEqual(after, { ...before, recalled: before.recalled + 1 });
});

test('a number is found unless its group or one around it names a source', () => {
  const found: [value: unknown, paths: string[]][] = [
    [{ memory: { gb: 24 } }, ['memory.gb']],
    [{ memory: { gb: 24, source: 'card' } }, []],
    [{ source: 'card', rows: [{ value: 1 }] }, []],
    [
      {
        rows: [
          { value: 1, source: '' },
          { value: 2, source: 'card' },
        ],
      },
      ['rows[].value'],
    ],
    [{ value: 1, sources: ['card'], confidence: 'seen' }, []],
    [{ value: 1, sources: ['further reading'] }, ['value']],
    [{ source: 'card', derived: { bytes: { value: 2 } } }, ['derived.bytes.value']],
    [{ source: 'card', derived: { bytes: { value: 2, formula: '1 × 2' } } }, []],
  ];
  for (const [value, paths] of found) assert.deepEqual(unsourcedNumbers(value), paths, JSON.stringify(value));
  assert.deepEqual(unsourcedNumbers({ rows: [{ line: 3, low: 10 }] }), ['rows[].line', 'rows[].low']);
  assert.deepEqual(unsourcedNumbers({ rows: [{ line: 3, low: 10 }] }, isSourcedOrPrinted), []);
});
