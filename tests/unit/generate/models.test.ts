import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { checkData } from '../../../src/data/check.ts';
import { readLibrary } from '../../../src/data/read.ts';
import type { Model } from '../../../src/schema/model.ts';
import { syntheticRecords, writeSyntheticRecords } from '../../generate/models.ts';

const here = fileURLToPath(new URL('../../..', import.meta.url));
const { library } = readLibrary(here);
const real = library.models.entries.length;

test('every real model can be varied, and the whole check finds no fault in the result', () => {
  const root = mkdtempSync(join(tmpdir(), 'synthetic-'));
  try {
    cpSync(join(here, 'content'), join(root, 'content'), {
      recursive: true,
      filter: (path) => !path.endsWith('.csv'),
    });
    writeSyntheticRecords(root, { library, count: real, seed: 1 });
    const { counts, faults } = checkData({ root, today: '2026-11-22' });
    assert.equal(counts.models, 2 * real);
    assert.deepEqual(
      faults
        .filter(({ file }) => file.includes('synthetic'))
        .map(({ file, field, message }) => [file, field, message]),
      [],
    );
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('the same seed gives the same models, another one others; fewer are the first of more', () => {
  const three = syntheticRecords({ library, count: 3, seed: 7 });
  assert.deepEqual(syntheticRecords({ library, count: 3, seed: 7 }), three);
  assert.notDeepEqual(syntheticRecords({ library, count: 3, seed: 8 }), three);
  const two = syntheticRecords({ library, count: 2, seed: 7 });
  for (const [file, text] of two) assert.equal(three.get(file), text, file);
});

test('models varied from one record differ in name, size and scores, and none has a real source', () => {
  const records = syntheticRecords({ library, count: 2 * real, seed: 1 });
  const model = (number: number) =>
    parse(records.get(`models/synthetic-${String(number).padStart(4, '0')}.yaml`) ?? '') as Model;
  const [first, again] = [model(1), model(1 + real)];
  assert.notEqual(first.name, again.name);
  assert.notEqual(first.parameters.publishedB, again.parameters.publishedB);
  for (const [file, text] of records) {
    for (const [, source = ''] of text.matchAll(/^ *(?:- )?source: (\S+)$/gm)) {
      assert.match(source, /^(synthetic-|arith$|memory$)/, file);
    }
    if (file.startsWith('sources/')) assert.match(text, /合成/);
  }
});
