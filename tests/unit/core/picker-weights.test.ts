import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { weightsFit } from '../../../src/core/picker.ts';

describe('weightsFit', () => {
  const files = [
    { precision: 'Q8_0', bits: 8, sizeGb: 77 },
    { precision: 'Q4_K_M', bits: 4, sizeGb: 47 },
  ];
  const fit = (memoryGb: number) => weightsFit({ parameters: 72_706_203_648, files, memoryGb });

  test('the bound is parameters × bits ÷ 8', () => {
    assert.deepEqual(
      fit(64).rows.map(({ weightsGb }) => weightsGb),
      [145.412407296, 72.706203648, 36.353101824],
    );
  });

  test('72B at 64 GB: only 4 bits fit, 17 GB are left', () => {
    assert.deepEqual(
      fit(64).rows.map(({ verdict }) => verdict),
      ['no', 'no', 'fit'],
    );
    assert.equal(fit(64).best?.bits, 4);
    assert.equal(fit(64).best?.spareGb, 17);
  });

  test('72B at 40 GB: the bound of 4 bits fits, the published file lacks 7 GB', () => {
    assert.equal(fit(40).best?.verdict, 'tight');
    assert.equal(fit(40).best?.spareGb, -7);
  });

  test('72B at 30 GB: nothing fits, and the bound says what is missing', () => {
    assert.equal(fit(30).best, null);
    assert.equal(fit(30).rows.at(-1)?.spareGb, 30 - 36.353101824);
  });

  test('a file printed smaller than the bound does not lower it', () => {
    const [row] = weightsFit({
      parameters: 72_706_203_648,
      files: [{ precision: 'FP16', bits: 16, sizeGb: 145 }],
      memoryGb: 145.2,
    }).rows;
    assert.equal(row?.verdict, 'no');
  });

  test('more memory never fits less, and what fits leaves nothing missing', () => {
    const rank = { no: 0, tight: 1, fit: 2 };
    const memory = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(memory, memory, (a, b) => {
        const less = fit(Math.min(a, b)).rows;
        const more = fit(Math.max(a, b)).rows;
        less.forEach((row, at) => {
          assert.ok(rank[row.verdict] <= rank[more[at]!.verdict]);
          assert.equal(row.verdict === 'fit', row.spareGb >= 0);
        });
      }),
    );
  });
});
