import assert from 'node:assert/strict';
import { it } from 'node:test';
import { CACHE_BITS } from '../../../../src/core/estimate/cache.ts';
import {
  cacheFor,
  cachePrecisionsOf,
  engineFor,
  enginesFor,
} from '../../../../src/core/estimate/engine-choice.ts';
import { SPEED_ENGINES } from '../../../../src/core/estimate/engines.ts';
import type { SpeedEngine } from '../../../../src/core/estimate/engines.ts';
import { machineWith } from '../../../../src/core/estimate/open-machine.ts';
import { estimator } from '../../../estimator.ts';

const on = (id: string) => {
  const open = estimator.openMachines.get(id);
  const machine = open && machineWith(open, open.optionsGb.at(-1) ?? 64);
  assert.ok(machine, id);
  return machine;
};
const weights = (id: string) => {
  const precision = estimator.precisions.get(id);
  assert.ok(precision, id);
  return precision;
};

const TAKEN: [precision: string, machine: string, engine: SpeedEngine | null][] = [
  ['q4-k-m', 'rtx-4090-24gb', 'llama.cpp'],
  ['awq-int4', 'rtx-4090-24gb', 'vllm'],
  ['gptq-int4', 'rtx-4090-24gb', 'vllm'],
  ['fp8', 'rtx-4090-24gb', 'vllm'],
  ['bf16', 'rtx-4090-24gb', 'vllm'],
  ['exl2-4.0bpw', 'rtx-4090-24gb', 'exllama'],
  ['bitsandbytes-nf4', 'rtx-4090-24gb', 'transformers'],
  ['mlx-4bit', 'apple-m4', 'mlx'],
  ['mlx-4bit', 'mac-mini-m4', 'mlx'],
  ['bf16', 'apple-m4', 'mlx'],
  ['q4-k-m', 'apple-m4', 'llama.cpp'],
  ['bf16', '2x-xeon-e5-2680', 'llama.cpp'],
  ['q4-k-m', '2x-xeon-e5-2680', 'llama.cpp'],
  ['mlx-4bit', 'rtx-4090-24gb', null],
  ['exl2-4.0bpw', 'apple-m4', null],
];

for (const [precision, machine, engine] of TAKEN) {
  it(`takes ${engine ?? 'no engine'} for ${precision} on ${machine}`, () => {
    assert.equal(engineFor(weights(precision), on(machine)), engine);
  });
}

it('keeps the engine asked for where it reads the weights, and only there', () => {
  assert.equal(engineFor(weights('awq-int4'), on('rtx-4090-24gb'), 'sglang'), 'sglang');
  assert.equal(engineFor(weights('q4-k-m'), on('rtx-4090-24gb'), 'sglang'), 'llama.cpp');
  assert.ok(!enginesFor(weights('bf16'), on('apple-m4')).includes('vllm'));
});

it('every engine keeps a cache of sixteen and of eight bits, and takes no wider one than asked but for want of it', () => {
  for (const engine of Object.keys(SPEED_ENGINES) as SpeedEngine[]) {
    assert.equal(cachePrecisionsOf(engine)[0], 'f16');
    assert.equal(Math.floor(CACHE_BITS[cacheFor('q8_0', engine)]), 8);
    assert.equal(Math.floor(CACHE_BITS[cacheFor('fp8', engine)]), 8);
    assert.ok(cachePrecisionsOf(engine).includes(cacheFor('q4_0', engine)));
  }
});
