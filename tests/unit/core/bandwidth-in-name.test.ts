import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandwidthInName } from '../../../src/core/bandwidth-in-name.ts';

test('channels × transfers × 8 bytes, as names tell them', () => {
  const told: [string, number | null][] = [
    ['Ryzen 9 (dual-channel DDR5-6000) [CPU]', 96],
    ['EPYC 9654 (12-channel DDR5-4800)', 460.8],
    ['2x Xeon Gold 6454S (2x32C, 8-channel DDR5-4800 a socket)', 614.4],
    ['2x Xeon E5-2698B v3 (2x16C, 8x DDR3-1866)', 119.424],
    ['Core i5-12400 (2x16 GB DDR4-2400)', 38.4],
    ['Ryzen 9 7950X (dual-channel DDR5) [CPU]', null],
    ['RTX 4090 24GB', null],
  ];
  for (const [name, expected] of told) {
    const found = bandwidthInName(name);
    assert.equal(found === null ? null : Number(found.toFixed(3)), expected, name);
  }
});

test('other ways to tell it, and one socket of several', () => {
  assert.equal(bandwidthInName('EPYC 9755 12-channel DDR5-6400'), 614.4);
  assert.equal(bandwidthInName('Core i7-13700K DDR5-5600 dual channel'), 89.6);
  assert.equal(bandwidthInName('主机，双通道 DDR4-3200'), 51.2);
  assert.equal(bandwidthInName('Some APU LPDDR5X-8000 256-bit'), 256);
  assert.equal(bandwidthInName('Some board, 273 GB/s'), 273);
  assert.equal(bandwidthInName('EPYC, measured 186 GB/s'), null);
  const half = bandwidthInName('1 of 2x Xeon Gold 6138 (20 threads; 12-channel DDR4-2666 in total)');
  assert.ok(Math.abs(half! - 127.968) < 1e-9);
});
