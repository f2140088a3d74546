import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitOf, largest, longestContext, mostUsers, usableBytes } from '../../../../src/core/estimate/fit.ts';
import type { MachineMemory } from '../../../../src/core/estimate/fit.ts';
import { memoryBytes } from '../../../../src/core/estimate/memory.ts';
import type { MemoryInput } from '../../../../src/core/estimate/memory.ts';
import { precisionBits } from '../../../../src/core/estimate/precision-bits.ts';
import { SPEED_ENGINES } from '../../../../src/core/estimate/engines.ts';
import type { SpeedEngine } from '../../../../src/core/estimate/engines.ts';
import { weightsFileBytes } from '../../../../src/core/estimate/weights.ts';
import { deepseekV3, llama8b, qwen32b } from './shapes.ts';

const GIB = 2 ** 30;
const bits = (id: string) => precisionBits(id, { 'q4-k-m': { bits: 4.8, rows: 1 } })!;
const input = (own: Partial<MemoryInput>): MemoryInput => ({
  model: qwen32b,
  bits: bits('bf16'),
  engine: 'llama.cpp',
  contextTokens: 8192,
  users: 1,
  keyPrecision: 'f16',
  valuePrecision: 'f16',
  devices: 1,
  ...own,
});
const gib = (own: Partial<MemoryInput>) => memoryBytes(input(own))!.value / GIB;

test('Qwen’s own table: peak memory of Transformers within a few per cent', () => {
  const run = (context: number, prompt: number) =>
    gib({ engine: 'transformers', contextTokens: context, promptTokens: prompt });
  const printed = [
    [2049, 1, 61.58],
    [8192, 6144, 63.72],
    [16_384, 14_336, 67.31],
    [32_768, 30_720, 74.47],
  ] as const;
  for (const [context, prompt, value] of printed) {
    assert.ok(
      Math.abs(run(context, prompt) / value - 1) < 0.02,
      `${context}: ${run(context, prompt)} ~ ${value}`,
    );
  }
});

test('weights alone: published sizes of files', () => {
  const gb = (id: string) => weightsFileBytes(qwen32b, bits(id)).value / 1e9;
  assert.equal(gb('bf16').toFixed(1), '65.5');
  assert.equal(gb('q8-0').toFixed(1), '34.8');
  // Qwen's AWQ repository: 19.3 GB of safetensors.
  assert.ok(Math.abs(gb('awq-int4') / 19.3 - 1) < 0.02);
  assert.equal((weightsFileBytes(llama8b, bits('bf16')).value / GIB).toFixed(2), '14.96');
});

test('a known file counts instead of the formula, and says so', () => {
  const known = memoryBytes(input({ fileBytes: 20e9 }))!;
  assert.equal(known.parts[0]!.value, 20e9);
  assert.equal(known.parts[0]!.formula, '文件大小');
});

test('usable memory: of a card what the driver reports, of unified memory the share, of RAM what the system leaves', () => {
  const of = (memory: MachineMemory, engine: SpeedEngine = 'llama.cpp', devices = 1) =>
    usableBytes(memory, engine, devices).value / GIB;
  assert.equal(of({ kind: 'gpu', labelGb: 24 }).toFixed(2), '23.76');
  assert.equal(of({ kind: 'gpu', labelGb: 80, reportedGib: 79.22 }), 79.22);
  assert.equal(of({ kind: 'gpu', labelGb: 24 }, 'vllm', 2).toFixed(3), '42.768');
  assert.equal(of({ kind: 'unified', labelGb: 64, usableShare: 0.75 }), 48);
  assert.equal(of({ kind: 'ram', labelGb: 100 }), 85);
});

const memory = fc.record({
  kind: fc.constantFrom('gpu' as const, 'unified' as const, 'ram' as const),
  labelGb: fc.integer({ min: 1, max: 2048 }),
});
const asked = fc.record({
  model: fc.constantFrom(llama8b, qwen32b, deepseekV3),
  bits: fc.constantFrom(...['bf16', 'fp8', 'q8-0', 'q4-k-m', 'awq-int4', 'gptq-int8', 'mlx-4bit'].map(bits)),
  engine: fc.constantFrom(...(Object.keys(SPEED_ENGINES) as SpeedEngine[])),
  contextTokens: fc.integer({ min: 1, max: 131_072 }),
  users: fc.integer({ min: 1, max: 64 }),
  devices: fc.integer({ min: 1, max: 8 }),
});
const RANK = { no: 0, tight: 1, fits: 2 };

test('law: parts add up to the total', () => {
  fc.assert(
    fc.property(asked, (own) => {
      const { value, parts } = memoryBytes(input(own))!;
      const sum = parts.reduce((total, part) => total + part.value, 0);
      assert.ok(Math.abs(sum - value) < 1);
      for (const part of parts) assert.ok(part.value >= 0, part.label);
    }),
  );
});

test('law: more memory never fits less', () => {
  fc.assert(
    fc.property(asked, memory, fc.integer({ min: 0, max: 512 }), (own, machine, more) => {
      const small = fitOf(input(own), machine)!;
      const large = fitOf(input(own), { ...machine, labelGb: machine.labelGb + more })!;
      assert.ok(RANK[large.verdict] >= RANK[small.verdict]);
      assert.ok(large.leftBytes >= small.leftBytes);
    }),
  );
});

test('law: n devices never hold less than one, of weights and cache', () => {
  fc.assert(
    fc.property(asked, memory, (own, machine) => {
      const one = fitOf(input({ ...own, devices: 1 }), machine)!;
      const many = fitOf(input(own), machine)!;
      assert.ok(many.usableBytes >= one.usableBytes);
    }),
  );
});

test('law: fewer bits, a shorter context or fewer users never need more', () => {
  fc.assert(
    fc.property(asked, fc.double({ min: 0.1, max: 1, noNaN: true }), (own, share) => {
      const full = memoryBytes(input(own))!.value;
      const { body, output, input: table } = own.bits;
      const packed = { body: body * share, output: output * share, input: table * share };
      assert.ok(memoryBytes(input({ ...own, bits: packed }))!.value <= full);
      const contextTokens = Math.ceil(own.contextTokens * share);
      assert.ok(memoryBytes(input({ ...own, contextTokens }))!.value <= full);
      assert.ok(memoryBytes(input({ ...own, users: Math.ceil(own.users * share) }))!.value <= full);
    }),
  );
});

test('law: the longest context fits and one token more does not; the same for users', () => {
  fc.assert(
    fc.property(asked, memory, (own, machine) => {
      const most = 131_072;
      const tokens = longestContext(input(own), machine, most);
      const fits = (change: Partial<MemoryInput>) =>
        fitOf(input({ ...own, ...change }), machine)!.verdict !== 'no';
      if (tokens === null) assert.ok(!fits({ contextTokens: 1 }));
      else {
        assert.ok(fits({ contextTokens: tokens }));
        if (tokens < most) assert.ok(!fits({ contextTokens: tokens + 1 }));
      }
      const users = mostUsers(input(own), machine);
      if (users === null) assert.ok(!fits({ users: 1 }));
      else assert.ok(fits({ users }));
    }),
    { numRuns: 50 },
  );
});

test('the largest number that holds, none where the first fails', () => {
  assert.equal(
    largest(1, 100, (value) => value * value < 50),
    7,
  );
  assert.equal(
    largest(1, 100, () => true),
    100,
  );
  assert.equal(
    largest(1, 100, () => false),
    null,
  );
});
