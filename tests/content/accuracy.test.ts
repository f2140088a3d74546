import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ACCURACY_QUANTITIES } from '../../src/core/estimate/accuracy.ts';
import { nameIndexes } from '../../src/core/measurements.ts';
import { accuracyItems } from '../../src/data/api/accuracy-items.ts';
import { reports } from '../../src/data/accuracy-report.ts';
import { ownAccuracy } from '../../src/data/own-accuracy.ts';
import { recordsAt } from '../records.ts';

const root = join(import.meta.dirname, '../..');
const records = recordsAt(root);
const own = ownAccuracy(records);

test('the page shows what npm run accuracy prints', () => {
  const { reports: printed } = reports(
    {
      data: { ...records, indexes: nameIndexes(records) },
      constants: records['engine-constants'],
      own: {
        speed: [...records.speedMeasurements.values()],
        memory: [...records.memoryMeasurements.values()],
      },
    },
    null,
  );
  assert.deepEqual(own.reports, printed);
});

test('every row that has a figure is estimated or has a reason', () => {
  for (const quantity of ACCURACY_QUANTITIES) {
    const { rows, covered, notCovered } = own.reports[quantity];
    const reasons = Object.values(notCovered).reduce((sum, count) => sum + count, 0);
    assert.equal(rows, covered + reasons, quantity);
    assert.equal(own.judged.filter((one) => one.quantity === quantity).length, covered, quantity);
  }
});

test('the harder split estimates the same speeds, and no file by bits of its own source', () => {
  for (const quantity of ['decode', 'prefill', 'throughput'] as const) {
    assert.equal(own.strangers[quantity]?.covered, own.reports[quantity].covered);
    assert.ok(!Object.hasOwn(own.strangers[quantity]?.byClass ?? {}, 'machine:known'), quantity);
  }
  const files = own.strangers.weightsFile;
  assert.equal(files?.rows, own.reports.weightsFile.rows);
  assert.ok((files?.covered ?? 0) < own.reports.weightsFile.covered);
  assert.notEqual(files?.median, own.reports.weightsFile.median);
});

test('the formulas are held against the decode rows of one device, ours among them', () => {
  const { rows, formulas } = own.formulas;
  const one = own.reports.decode.byClass['devices:one'];
  assert.equal(rows, one?.covered);
  const ours = formulas.find(({ url }) => url === null);
  assert.ok(Math.abs((ours?.median ?? 0) - (one?.median ?? 1)) < 1e-9);
  assert.ok(formulas.length > 3);
});

test('a figure is published for every group, under an id of its own', () => {
  const items = accuracyItems(records);
  const groups = [...Object.values(own.reports), ...Object.values(own.strangers)];
  const expected = groups.reduce((sum, { byClass }) => sum + 1 + Object.keys(byClass).length, 0);
  assert.equal(items.length, expected);
  assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
});

test('no figure is typed on the page', () => {
  const page = readFileSync(join(root, 'content/docs/about/accuracy.mdx'), 'utf8');
  const text = page.replace(/^```[\s\S]*?^```/gm, '').replace(/^---[\s\S]*?^---/m, '');
  assert.doesNotMatch(text.replaceAll(/api\/v1/g, ''), /\d/);
});
