import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cachePrecisionTold,
  devicesUsed,
  peakBytes,
  reservedTokens,
} from '../../../../src/core/estimate/row-notes.ts';
import { bitsInName } from '../../../../src/core/estimate/precision-bits.ts';

const told = (note: string, precisionName = 'Q4_K_M') => ({ note, precisionName });

test('the precision of the cache, in notes of either language', () => {
  assert.equal(cachePrecisionTold(told('ngl 99; KV q8_0')), 'q8_0');
  assert.equal(cachePrecisionTold(told('-fa 1；KV 缓存 q4_0')), 'q4_0');
  assert.equal(cachePrecisionTold(told('q8_0 KV')), 'q8_0');
  assert.equal(cachePrecisionTold(told('KV fp16')), 'f16');
  assert.equal(cachePrecisionTold(told('', 'FP8, FP8 KV')), 'fp8');
  assert.equal(cachePrecisionTold(told('KV turbo2')), 'f16');
});

test('room kept for a context, and the peak of memory in binary units', () => {
  assert.equal(reservedTokens(told('context window 131,072; TTFT 3 ms')), 131_072);
  assert.equal(reservedTokens(told('上下文长度设为 2048')), 2048);
  assert.equal(reservedTokens(told('rounded')), null);
  assert.equal(peakBytes(told('peak VRAM 8.2 GB')), 8.2 * 2 ** 30);
  assert.equal(peakBytes(told('显存峰值 100448.0 MiB')), 100_448 * 2 ** 20);
  assert.equal(peakBytes(told('peak VRAM 0.01 GB')), null);
});

test('devices of a node that were not all used', () => {
  assert.equal(devicesUsed({ devices: 8, note: 'devices on the node 8, TP 4; output tok/s' }), 4);
  assert.equal(devicesUsed({ devices: 8, note: '节点有 8 卡，张量并行 4' }), 4);
  assert.equal(devicesUsed({ devices: 8, note: 'devices on the node 8, TP 4, DP 2' }), 8);
  assert.equal(devicesUsed({ devices: 2, note: 'TP not in command' }), 2);
  assert.equal(devicesUsed({ devices: 1, note: 'PCIe 4' }), 1);
});

test('bits of precisions that no record names', () => {
  assert.equal(bitsInName('EXL3 4.0bpw')?.body, 4);
  assert.equal(bitsInName('exl2 6.5 bpw')?.body, 6.5);
  assert.equal(bitsInName('TQ1_0')?.body, 1.6875);
  assert.equal(bitsInName('AWQ-Marlin')?.output, 16);
  assert.equal(bitsInName('Q4_0_4_8')?.body, 4.6);
  assert.equal(bitsInName('mystery'), null);
});
