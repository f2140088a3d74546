import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readLibrary } from '../../src/data/read.ts';
import type { ComputeKind, ConflictField, Hardware } from '../../src/schema/hardware.ts';

const { library } = readLibrary(fileURLToPath(new URL('../..', import.meta.url)));
const machines = library.hardware.entries.map(({ value }) => value);

function machine(id: string): Hardware {
  const entry = library.hardware.byId.get(id);
  assert.ok(entry, `没有 ${id}`);
  return entry.value;
}

const compute = (id: string, kind: ComputeKind) =>
  machine(id).compute?.find((figure) => figure.kind === kind)?.teraOps;
const conflict = (id: string, field: ConflictField) =>
  machine(id).conflicts?.find((candidate) => candidate.field === field)?.values ?? [];
const price = (id: string, source: string) => {
  const found = machine(id).prices?.filter((candidate) => candidate.source === source) ?? [];
  return found.map(({ amount, amountHigh, currency }) => [amount, amountHigh ?? amount, currency].join(' '));
};

test('counts of machines', () => {
  const count = (holds: (value: Hardware) => unknown) => machines.filter(holds).length;
  assert.deepEqual(
    {
      all: machines.length,
      gpu: count(({ kind }) => kind === 'gpu'),
      npu: count(({ kind }) => kind === 'npu'),
      apu: count(({ kind }) => kind === 'apu'),
      cpu: count(({ kind }) => kind === 'cpu'),
      system: count(({ kind }) => kind === 'system'),
      withConflicts: count(({ conflicts }) => conflicts),
      withMainlandSupply: count(({ availability }) => availability),
      withSoftware: count(({ software }) => software),
    },
    {
      all: 507,
      gpu: 290,
      npu: 18,
      apu: 66,
      cpu: 122,
      system: 11,
      withConflicts: 12,
      withMainlandSupply: 14,
      withSoftware: 73,
    },
  );
});

/** Figures as the sources print them. */
const FIGURES: [what: string, actual: unknown, expected: unknown][] = [
  ['RTX 2080 Ti, FP16 tensor', compute('rtx-2080-ti-11gb', 'fp16-tensor'), 107.6],
  ['RTX 3090, bandwidth', machine('rtx-3090-24gb').bandwidth?.gbPerSecond, 935.8],
  ['RTX 4090, memory', machine('rtx-4090-24gb').memory?.gb, 24],
  ['RTX 4090, FP16 tensor', compute('rtx-4090-24gb', 'fp16-tensor'), 330],
  ['RTX 4090 D, launch price', price('rtx-4090-d-24gb', 'hw-gpu-info-api'), ['12999 12999 CNY']],
  ['RTX 5090, bandwidth', machine('rtx-5090-32gb').bandwidth?.gbPerSecond, 1792],
  ['RTX PRO 6000, launch price', price('rtx-pro-6000-96gb', 'hw-gpu-info-api'), ['8565 8565 USD']],
  ['A100 PCIe, bandwidth', machine('a100-pcie-80gb').bandwidth?.gbPerSecond, 1935],
  ['H100 SXM, FP8', compute('h100-sxm-80gb', 'fp8'), 1978],
  ['L40, FP16 tensor without sparsity', compute('l40-48gb', 'fp16-tensor'), 181.05],
  ['B300, what the driver reports', machine('b300-sxm-288gb').memory?.reportedGib, 268.6],
  ['H20, INT8', compute('h20-96gb', 'int8'), 296],
  ['Apple M3 Ultra, bandwidth', machine('apple-m3-ultra').bandwidth?.gbPerSecond, 819],
  ['Apple M5, bandwidth', machine('apple-m5').bandwidth?.gbPerSecond, 153.6],
  ['Strix Halo, measured', machine('ryzen-ai-max-395-128gb').bandwidthMeasured?.gbPerSecond, 215],
  ['GB10, at the wall', machine('gb10-128gb').powerMeasured?.highWatts, 156],
  ['two Xeon E5-2697A v4', machine('2x-xeon-e5-2697a-v4').bandwidth?.gbPerSecond, 153.6],
  ['Xeon Platinum 8480+, cores', machine('xeon-platinum-8480-plus').cpu?.cores, 56],
  ['EPYC 9135 machine, price', price('epyc-9135-machine', 'hw-tencent-xlab'), ['38000 38000 CNY']],
  ['Atlas 300I Duo, price', price('atlas-300i-duo-96gb', 'hw-atlas-avalanche'), ['1370 1370 EUR']],
  ['MLU370-X8, bandwidth', machine('mlu370-x8-48gb').bandwidth?.gbPerSecond, 614.4],
  ['MTT S5000, bandwidth', machine('mtt-s5000-80gb').bandwidth?.gbPerSecond, 1600],
  ['C600, power', machine('metax-c600-144gb').power?.tdpWatts, 1000],
  ['RTX 6000 Ada, price', price('rtx-6000-ada-48gb', 'hw-ai-daily-910b'), ['55000 65000 CNY']],
  ['Kunlunxin P800, FP16', compute('p800-96gb', 'fp16-tensor'), 345],
  ['EPYC 9004, bandwidth', machine('epyc-9004-ddr5-4800').bandwidth?.gbPerSecond, 460.8],
];

for (const [what, actual, expected] of FIGURES) {
  test(what, () => assert.deepEqual(actual, expected));
}

test('all that is said of the Ascend 910B stands side by side, and none of it as its bandwidth', () => {
  assert.deepEqual(
    conflict('ascend-910b', 'bandwidth').map(({ value, confidence }) => [value, confidence]),
    [
      [1200, 'seen'],
      [1200, 'seen'],
      [768, 'seen'],
      [400, 'seen'],
      [800, 'seen'],
      [1600, 'recalled'],
      [800, 'recalled'],
    ],
  );
  assert.equal(machine('ascend-910b').bandwidth, undefined);
});

test('a yuan price from memory is marked as such', () => {
  const marked = machine('mtt-s80-16gb').prices?.map(({ amount, confidence }) => [amount, confidence]);
  assert.deepEqual(marked, [
    [2999, 'recalled'],
    [1000, 'recalled'],
  ]);
});

test('a figure whose source has no address is shown as one to check', () => {
  for (const { name, prices = [] } of machines) {
    for (const { source, confidence } of prices) {
      if (library.sources.byId.get(source)?.value.url === undefined && source !== 'original')
        assert.equal(confidence, 'recalled', name);
    }
  }
});
