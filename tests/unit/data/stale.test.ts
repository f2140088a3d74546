import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLibrary } from '../../../src/data/read.ts';
import { staleFigures, staleText } from '../../../src/data/stale.ts';
import { TODAY, withRepository } from './fixture.ts';
import type { Edits } from './fixture.ts';

const RATE = 'content/data/rates/usd-cny.yaml';
const CARD = 'content/data/sources/card.yaml';

const stale = (edits: Edits, today = TODAY) =>
  withRepository(edits, (root) => staleFigures(readLibrary(root).library, today));
const rateDate = (date: string): Edits => ({ [RATE]: [['date: 2026-08-22', `date: ${date}`]] });

test('nothing is stale on the day it was checked', () => {
  assert.deepEqual(stale({}, '2026-08-22'), []);
});

test('a price is listed at its own date, on the 91st day and not before', () => {
  assert.deepEqual(stale(rateDate('2026-08-24')), []);
  assert.deepEqual(stale(rateDate('2026-08-23')), [
    { file: RATE, line: 4, field: 'date', kind: 'price', date: '2026-08-23', ageDays: 91 },
  ]);
});

test('a fact is listed at its place, with the place of the date it has from its source', () => {
  const found = stale({
    ...rateDate(TODAY),
    [CARD]: [['snapshotDate: 2026-08-22', 'snapshotDate: 2025-01-01']],
  });
  const file = 'content/data/hardware/demo-gpu.yaml';
  const [first] = found.filter((figure) => figure.file === file);
  assert.deepEqual(first, {
    file,
    line: 3,
    field: 'bandwidth',
    kind: 'fact',
    date: '2025-01-01',
    ageDays: 690,
    source: { file: CARD, line: 4 },
  });
  assert.ok(found.every(({ source }) => source?.file === CARD));
});

test('an editor reads prices first, then facts under the source to read again', () => {
  const prices = {
    file: 'a.yaml',
    line: 4,
    field: 'date',
    kind: 'price',
    date: '2026-01',
    ageDays: 295,
  } as const;
  const fact = { kind: 'fact', date: '2025-01-01', ageDays: 690, source: { file: CARD, line: 4 } } as const;
  assert.equal(
    staleText([
      prices,
      { ...fact, file: 'b.yaml', line: 3, field: 'memory' },
      { ...fact, file: 'b.yaml', line: 7, field: 'bandwidth' },
      { ...fact, file: 'c.csv', line: 2, field: '' },
      { ...fact, file: 'c.csv', line: 3, field: '' },
    ]),
    `价格，核对于 90 天以前：1 处
a.yaml:4  date  2026-01，295 天

事实，核对于一年以前：4 处
${CARD}:4  snapshotDate  2025-01-01，690 天，4 处用到它
  b.yaml:3  memory、bandwidth
  c.csv:2  2 行`,
  );
});
