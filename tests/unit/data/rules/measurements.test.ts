import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertArchitectureIdsDiffer,
  assertMeasuredMemoryHoldsWeights,
  assertMeasuredSpeedWithinBandwidth,
  assertMeasuredYearsNotInFuture,
  assertNamesBelongToOneRecord,
} from '../../../../src/data/rules/measurements.ts';
import { assertOnlyFault, faultsOfRule } from '../fixture.ts';
import type { Edits } from '../fixture.ts';

const SPEED = 'content/data/measurements/speed.csv';
const MEMORY = 'content/data/measurements/memory.csv';
const MODEL = 'content/data/models/demo-8b.yaml';
const GPU = 'content/data/hardware/demo-gpu.yaml';

// 8 billion parameters: 16.00 GB = 14.90 GiB at 16 bits; 1,000 GB/s read 15.18 GB of them 65.87 times a second.
const speed = (...edits: [string, string][]): Edits => ({ [SPEED]: edits });
const memory = (...edits: [string, string][]): Edits => ({ [MEMORY]: edits });
const tooFast: [string, string] = [',60,', ',66,'];
const tooSmall: [string, string] = [',15.5,', ',14.8,'];
const speedFaults = (edits: Edits) => faultsOfRule(assertMeasuredSpeedWithinBandwidth, edits).length;
const memoryFaults = (edits: Edits) => faultsOfRule(assertMeasuredMemoryHoldsWeights, edits).length;

test('a measured speed beyond the bandwidth', () => {
  assertOnlyFault(assertMeasuredSpeedWithinBandwidth, speed(tooFast), {
    file: SPEED,
    line: 2,
    field: 'decodeTokensPerSecond',
    value: '66',
    message:
      '不能高于 65.87 tok/s（带宽上限 1000 GB/s ÷ 15.18 GB）；核对速度、硬件和精度，来源确实这样写就在 flags 里加 above-ceiling',
  });
  assert.equal(speedFaults(speed([',60,', ',65.8,'])), 0);
});

test('a speed beyond the bandwidth stays where a flag or a reason tells of it', () => {
  const end = ',2025-02,,,,,,,';
  assert.equal(speedFaults(speed(tooFast, [end, ',2025-02,,,,,above-ceiling,,'])), 0);
  assert.equal(speedFaults(speed(tooFast, [end, ',2025-02,,,,,offload speculative,,'])), 0);
  assert.equal(speedFaults(speed(tooFast, [end, ',2025-02,,,,,,不可能,'])), 0);
  assert.equal(speedFaults(speed(tooFast, [end, ',2025-02,,,,,offload,,'])), 1);
});

test('no ceiling without one device, and a machine, model and precision on record', () => {
  assert.equal(speedFaults(speed(tooFast, ['Demo GPU,1,', 'Demo GPU,2,'])), 0);
  assert.equal(speedFaults(speed(tooFast, ['Demo GPU', 'Other GPU'])), 0);
  assert.equal(speedFaults(speed(tooFast, ['Demo-8B', 'Demo-9B'])), 0);
  assert.equal(speedFaults(speed(tooFast, ['BF16', 'BF17'])), 0);
});

test('of a mixture, the experts for one token are read', () => {
  const active = (parameters: number): Edits => ({
    [MODEL]: [
      ['type: dense', 'type: moe'],
      ['total: 8000000000\n    active: null', `total: 8000000000\n    active: ${parameters}`],
    ],
  });
  assert.equal(speedFaults({ ...speed(tooFast), ...active(8e9) }), 1);
  assert.equal(speedFaults({ ...speed(tooFast), ...active(7e9) }), 0);
});

test('a file smaller than its precision says has fewer bits to read', () => {
  const sized = (gib: string): [string, string] => [',2025-02,,,,', `,2025-02,,,${gib},`];
  assert.equal(speedFaults(speed([',60,', ',130,'], sized('7.45'))), 0);
  assert.equal(speedFaults(speed([',60,', ',135,'], sized('7.45'))), 1);
  assert.equal(speedFaults(speed(tooFast, sized('20'))), 1);
});

test('a measured memory that is smaller than its weights', () => {
  assertOnlyFault(assertMeasuredMemoryHoldsWeights, memory(tooSmall), {
    file: MEMORY,
    line: 2,
    field: 'value',
    value: '14.8',
    message:
      'demo-8b 的权重至少 14.90 GiB（8,000,000,000 × 16 ÷ 8）；核对数值、单位和精度，来源确实这样写就在 flags 里加 below-weights',
  });
});

test('a memory counts in its own unit, and may be rounded', () => {
  assert.equal(memoryFaults(memory([',15.5,', ',14.9,'])), 0);
  assert.equal(memoryFaults(memory([',15.5,GiB,', ',15.5,GB,'])), 1);
  assert.equal(memoryFaults(memory([',15.5,GiB,', ',16,GB,'])), 0);
  assert.equal(memoryFaults(memory([',15.5,GiB,', ',15000,MiB,'])), 1);
  assert.equal(memoryFaults(memory([',15.5,GiB,', ',0.02,TB,'])), 0);
});

test('only what holds all the weights is held against them', () => {
  assert.equal(memoryFaults(memory(tooSmall, ['total-gpu', 'kv-cache'])), 0);
  assert.equal(memoryFaults(memory(tooSmall, ['total-gpu', 'file'])), 1);
  const end = ',2025-02,,,';
  assert.equal(memoryFaults(memory(tooSmall, [end, ',2025-02,per-device,,'])), 0);
  assert.equal(memoryFaults(memory(tooSmall, [end, ',2025-02,,放不下,'])), 0);
});

test('a name that two machines claim', () => {
  assertOnlyFault(
    assertNamesBelongToOneRecord,
    {
      'content/data/hardware/other-gpu.yaml':
        'name: Other GPU\naliases:\n  - Other\n  - demo-gpu (48GB)\nkind: gpu\n',
      [GPU]: [['name: Demo GPU', 'name: Demo GPU\naliases: [Demo GPU 48GB]']],
    },
    {
      file: 'content/data/hardware/other-gpu.yaml',
      line: 4,
      field: 'aliases[1]',
      value: 'demo-gpu (48GB)',
      message: 'demo-gpu 已经用了这个名字，只留给真正叫它的一条记录',
    },
  );
});

test('a year to come', () => {
  assertOnlyFault(assertMeasuredYearsNotInFuture, speed([',2025-02,', ',2026-2027,']), {
    file: SPEED,
    line: 2,
    field: 'date',
    value: '2026-2027',
    message: '写今年（2026）或更早的年份',
  });
  assert.deepEqual(faultsOfRule(assertMeasuredYearsNotInFuture, speed([',2025-02,', ',2025-2026,'])), []);
  assert.equal(faultsOfRule(assertMeasuredYearsNotInFuture, memory([',2025-02,', ',2027,'])).length, 1);
});

const CHECKPOINT = 'content/data/architectures/demo-1b.yaml';

test('a checkpoint without a page holds weights and reads them', () => {
  const named: [string, string] = ['demo 1.0,Demo-8B', 'demo 1.0,demo:1b'];
  // 1,001,981,952 parameters: 2.00 GB at 16 bits, read 499 times a second at 1,000 GB/s.
  assert.equal(speedFaults(speed(named, [',60,', ',499,'])), 0);
  assert.equal(speedFaults(speed(named, [',60,', ',500,'])), 1);
  assert.equal(memoryFaults(memory(named, [',15.5,GiB,', ',2.0,GB,'])), 0);
  assert.equal(memoryFaults(memory(named, [',15.5,GiB,', ',1.8,GB,'])), 1);
});

test('a name that a model and a checkpoint without a page share', () => {
  const faults = faultsOfRule(assertNamesBelongToOneRecord, {
    [CHECKPOINT]: [['aliases: [demo:1b]', 'aliases: [demo:1b, demo-8b]']],
  });
  assert.deepEqual(
    faults.map(({ file, field }) => `${file} ${field}`),
    [`${CHECKPOINT} aliases[1]`],
  );
});

test('a checkpoint without a page whose id a model has', () => {
  const file = 'content/data/architectures/demo-8b.yaml';
  const text =
    'name: Demo\nparameters: { total: 8, active: null, source: card, confidence: seen }\narchitecture: null\n';
  assertOnlyFault(
    assertArchitectureIdsDiffer,
    { [file]: text },
    {
      file,
      line: 1,
      field: '',
      value: 'demo-8b.yaml',
      message: 'models 里已有「demo-8b」，它的结构写在那一条里，删去这个文件',
    },
  );
});
