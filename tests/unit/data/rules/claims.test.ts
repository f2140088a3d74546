import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertClaimCellsHaveColumns,
  assertClaimKeysDiffer,
  assertErrataCited,
} from '../../../../src/data/rules/claims.ts';
import { assertOnlyFault, faultsOfRule } from '../fixture.ts';

const CLAIMS = 'content/data/claims/resources.yaml';
const ERRATUM = 'content/data/errata/s001.yaml';

test('a cell outside the columns', () => {
  assertOnlyFault(
    assertClaimCellsHaveColumns,
    { [CLAIMS]: [['      memory: {', '      memori: {']] },
    {
      file: CLAIMS,
      line: 13,
      field: 'rows[0].cells.memori',
      value: '一组字段',
      message: '表里没有「memori」这一列；是不是想写 memory',
    },
  );
});

test('two columns with one key', () => {
  assertOnlyFault(
    assertClaimKeysDiffer,
    { [CLAIMS]: [['rows:\n', '  - { key: memory, label: 显存 }\nrows:\n']] },
    {
      file: CLAIMS,
      line: 7,
      field: 'columns[1].key',
      value: 'memory',
      message: '这个 key 前面用过了，换一个',
    },
  );
});

test('two rows with one key', () => {
  const faults = faultsOfRule(assertClaimKeysDiffer, {
    [CLAIMS]: [['rows:\n', 'rows:\n  - { key: demo, label: Demo, line: 11, cells: {} }\n']],
  });
  assert.deepEqual(
    faults.map(({ line, field }) => [line, field]),
    [[9, 'rows[1].key']],
  );
});

test('an erratum of a figure that no cell shows', () => {
  assertOnlyFault(
    assertErrataCited,
    { [CLAIMS]: [['errata: [s001], ', '']] },
    {
      file: ERRATUM,
      line: 4,
      field: 'original',
      value: '10GB',
      message: '在 content/data/claims/ 里写着这个原值的格子加上 errata: [s001]',
    },
  );
});

test('an erratum of something the original does not say needs no cell', () => {
  const edits = {
    [CLAIMS]: [['errata: [s001], ', '']] as [string, string][],
    [ERRATUM]: [['original: 10GB', 'original: null']] as [string, string][],
  };
  assert.deepEqual(faultsOfRule(assertErrataCited, edits), []);
});
