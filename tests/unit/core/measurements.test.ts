import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  architectureOf,
  measurementItem,
  memoryBytes,
  modelBuiltAlike,
  nameIndexes,
  resolveRow,
  systemOutputTokensPerSecond,
} from '../../../src/core/measurements.ts';
import { memoryMeasurement, speedMeasurement } from '../../../src/schema/measurement.ts';

const indexes = nameIndexes({
  models: new Map([
    [
      'demo-8b',
      {
        name: 'Demo-8B',
        aliases: ['Demo 8B Instruct'],
        sameArchitecture: [{ name: 'Demo-8B-0528', what: '更新版' }],
      },
    ],
  ]),
  architectures: new Map([['demo-1b', { name: 'Demo-1B', aliases: ['demo:1b'] }]]),
  hardware: new Map([['demo-gpu', { name: 'Demo GPU' }]]),
  quantizations: new Map([['bf16', { name: 'BF16' }]]),
});
const shared = {
  source: 'card',
  sourceUrl: 'https://example.com/',
  engine: 'vllm 0.8',
  modelName: 'demo-8b-instruct',
  precisionName: 'bf16',
};
const speed = speedMeasurement.parse({
  ...shared,
  id: 'speed-0001',
  machineName: 'Demo GPU',
  devices: '4',
  throughputTokensPerSecond: '250.5',
  throughputKind: 'per-gpu-output',
  date: '2025-2026',
  flags: 'offload user-submitted',
});
const memory = memoryMeasurement.parse({
  ...shared,
  id: 'memory-0001',
  subject: 'file',
  value: '4.9',
  unit: 'GB',
});

test('a row finds its records by their names, and null where it names none', () => {
  assert.deepEqual(resolveRow(speed, indexes), { model: 'demo-8b', hardware: 'demo-gpu', precision: 'bf16' });
  assert.deepEqual(resolveRow(memory, indexes), { model: 'demo-8b', hardware: null, precision: 'bf16' });
  assert.equal(resolveRow({ ...speed, modelName: 'Demo-9B' }, indexes).model, null);
});

test('a checkpoint with the same architecture is not the model, and runs like it', () => {
  const row = { ...speed, modelName: 'demo-8b-0528-GGUF' };
  assert.equal(resolveRow(row, indexes).model, null);
  assert.deepEqual(architectureOf(row, indexes), { kind: 'models', id: 'demo-8b' });
  assert.deepEqual(architectureOf(speed, indexes), { kind: 'models', id: 'demo-8b' });
  assert.equal(architectureOf({ modelName: 'Demo-9B' }, indexes), null);
  assert.equal(modelBuiltAlike(row, indexes), 'demo-8b');
});

test('a checkpoint without a page has an architecture, and no link leads to it', () => {
  const row = { ...speed, modelName: 'demo:1b-q4_K_M' };
  assert.deepEqual(architectureOf(row, indexes), { kind: 'architectures', id: 'demo-1b' });
  assert.equal(resolveRow(row, indexes).model, null);
  assert.equal(modelBuiltAlike(row, indexes), null);
  assert.equal(measurementItem(row, indexes).architecture, null);
});

test('printed memory in bytes', () => {
  assert.equal(memoryBytes({ value: 1, unit: 'GB' }), 1_000_000_000);
  assert.equal(memoryBytes({ value: 1.3, unit: 'TB' }), 1_300_000_000_000);
  assert.equal(memoryBytes({ value: 1, unit: 'GiB' }), 1_073_741_824);
  assert.equal(memoryBytes({ value: 2.5, unit: 'MB' }), 2_500_000);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4096 }), (value) => {
      assert.equal(memoryBytes({ value: value * 1024, unit: 'MiB' }), memoryBytes({ value, unit: 'GiB' }));
    }),
  );
});

test('only what counts output tokens becomes the output of the system', () => {
  const of = (throughputKind: (typeof speed)['throughputKind']) =>
    systemOutputTokensPerSecond({ ...speed, throughputKind });
  assert.equal(of('system-output'), 250.5);
  assert.equal(of('per-gpu-output'), 1002);
  assert.equal(of('wall-2048'), null);
  assert.equal(of('prompt-and-output'), null);
  assert.equal(systemOutputTokensPerSecond({ ...speed, throughputTokensPerSecond: undefined }), null);
});

test('a flat row for a table', () => {
  assert.deepEqual(measurementItem(speed, indexes), {
    kind: 'speed',
    ...shared,
    id: 'speed-0001',
    machineName: 'Demo GPU',
    devices: 4,
    throughputTokensPerSecond: 250.5,
    throughputKind: 'per-gpu-output',
    date: '2025-2026',
    flags: 'offload user-submitted',
    model: 'demo-8b',
    hardware: 'demo-gpu',
    precision: 'bf16',
    architecture: 'demo-8b',
    engineFamily: 'vLLM',
  });
  const { kind, flags, hardware } = measurementItem(memory, indexes);
  assert.deepEqual({ kind, flags, hardware }, { kind: 'memory', flags: null, hardware: null });
});
