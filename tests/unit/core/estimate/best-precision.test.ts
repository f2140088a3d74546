import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  bestPrecision,
  PRECISION_LADDERS,
  usualEngine,
} from '../../../../src/core/estimate/best-precision.ts';
import { precisionBits } from '../../../../src/core/estimate/precision-bits.ts';
import { MACHINE_CLASSES } from '../../../../src/core/machine-class.ts';
import type { MachineClass } from '../../../../src/core/machine-class.ts';

const ladder = [
  { precision: 'bf16', neededBytes: 64 },
  { precision: 'q8-0', neededBytes: 34 },
  { precision: 'q4-k-m', neededBytes: 20 },
];
const best = (usable: number) => {
  const found = bestPrecision(ladder, usable);
  return found && `${found.precision} ${found.verdict}`;
};

test('the most exact precision that fits well', () => {
  assert.equal(best(100), 'bf16 fits');
  assert.equal(best(64 / 0.93), 'bf16 fits');
  assert.equal(best(40), 'q8-0 fits');
});

test('one that fits well goes before a more exact one that is tight', () => {
  assert.equal(best(34.5), 'q4-k-m fits');
});

test('tight only where nothing fits well; the least exact where nothing fits', () => {
  assert.equal(best(20), 'q4-k-m tight');
  assert.equal(best(19.9), 'q4-k-m no');
  assert.equal(bestPrecision([], 100), null);
});

test('more memory never gives a less exact precision, nor a verdict that is worse for the same one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 40 }), (usable, more) => {
      const rank = (bytes: number) => {
        const found = bestPrecision(ladder, bytes);
        if (!found || found.verdict === 'no') return 0;
        // Tight at one precision gives way to well at the same, never the other way round.
        return (
          10 -
          2 * ladder.findIndex(({ precision }) => precision === found.precision) +
          Number(found.verdict === 'fits')
        );
      };
      assert.ok(rank(usable + more) >= rank(usable));
    }),
  );
});

test('ladders go from more to fewer bits', () => {
  const gguf = {
    'q6-k': { bits: 6.6, rows: 1 },
    'q5-k-m': { bits: 5.7, rows: 1 },
    'q4-k-m': { bits: 4.9, rows: 1 },
    'q3-k-m': { bits: 4, rows: 1 },
  };
  for (const precisions of Object.values(PRECISION_LADDERS)) {
    const bits = precisions.map((id) => precisionBits(id, gguf)?.body ?? 0);
    assert.deepEqual(
      bits,
      bits.toSorted((a, b) => b - a),
    );
    assert.ok(Math.min(...bits) > 3);
  }
});

test('accelerators run a server, everything else llama.cpp', () => {
  const servers = (Object.keys(MACHINE_CLASSES) as MachineClass[]).filter(
    (name) => usualEngine(name) === 'vllm',
  );
  assert.deepEqual(servers, ['nvidia-hbm', 'amd-hbm', 'npu']);
});
