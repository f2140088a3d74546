import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { COLUMNS } from '../../src/core/model-columns.ts';
import { SCORE_COLUMNS, VENDOR_COLUMNS } from '../../src/core/score-columns.ts';
import { scoreKey } from '../../src/core/scores.ts';
import type { Benchmark } from '../../src/schema/benchmark.ts';

const files = globSync('content/data/benchmarks/*.yaml').map((file): Benchmark =>
  parse(readFileSync(file, 'utf8')),
);

for (const [key, matches] of Object.entries(SCORE_COLUMNS)) {
  test(`column ${key} shows at most one score a model, of one kind`, () => {
    const found = files.map(({ scores }) => scores.filter(matches));
    assert.ok(found.flat().length > 1, 'an empty column');
    for (const scores of found)
      assert.ok(new Set(scores.map(({ value }) => value)).size <= 1, JSON.stringify(scores));
    const keys = new Set(found.flat().map(scoreKey));
    if (VENDOR_COLUMNS.includes(key)) {
      assert.match(COLUMNS.find((column) => column.key === key)?.unit ?? '', /各家设置不同/);
    } else {
      assert.equal(keys.size, 1, [...keys].join('\n'));
    }
  });
}
