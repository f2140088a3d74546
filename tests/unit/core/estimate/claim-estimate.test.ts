import assert from 'node:assert/strict';
import { test } from 'node:test';
import { estimateClaim } from '../../../../src/core/estimate/claim-estimate.ts';
import type { ClaimQuestion } from '../../../../src/core/estimate/claim-estimate.ts';
import { readConstants } from '../../../../src/core/estimate/constants.ts';
import { precisionBits } from '../../../../src/core/estimate/precision-bits.ts';
import { shapeOfModel } from '../../../../src/core/estimate/shapes.ts';
import type { ClaimMeaning } from '../../../../src/schema/claim.ts';
import { recordsAt } from '../../../records.ts';

const records = recordsAt(`${import.meta.dirname}/../../../..`);
const fitted = readConstants(records['engine-constants']);
const precision = (id: string) => ({ id, name: id, family: 'x', bits: precisionBits(id, fitted.gguf)! });
const coder = records.models.get('qwen2.5-coder-32b-instruct')!;

const question: Omit<ClaimQuestion, 'means'> = {
  model: {
    id: 'coder',
    name: 'coder',
    shape: shapeOfModel(coder),
    contextNative: 32_768,
    contextLongest: 131_072,
    fileBytes: { 'q4-k-m': 20e9 },
  },
  precision: precision('bf16'),
  machine: {
    id: null,
    name: '双路 E5',
    class: 'cpu-server',
    bandwidthGbPerSecond: 153.6,
    teraOps: 1,
    narrowTeraOps: {},
    memory: { kind: 'ram', labelGb: 256 },
  },
  fitted,
  filePrecisions: [precision('bf16'), precision('int8'), precision('q4-k-m')],
};
const ask = (means: ClaimMeaning, rest: Partial<ClaimQuestion> = {}) =>
  estimateClaim({ ...question, ...rest, means });

test('memory: at least the weights, more with each user, and the claim beside it', () => {
  const one = ask({ low: 45, unit: 'GB' })!;
  assert.ok(one.low > 65.5 && one.high > one.low);
  assert.ok(one.differs);
  assert.match(one.text, /指南写 45 GB$/);
  assert.ok(ask({ low: 45, unit: 'GB', users: 5 })!.high > one.high);
  assert.equal(ask({ low: 70, unit: 'GB' })!.differs, false);
});

test('a claim just beyond the range is within the error of the estimate; one far beyond differs', () => {
  const { low, high } = ask({ low: 1, unit: 'tok/s' })!;
  const differs = (value: number) => ask({ low: value, unit: 'tok/s' })!.differs;
  assert.deepEqual([differs(high * 1.24), differs(high * 1.26)], [false, true]);
  assert.deepEqual([differs(low / 1.24), differs(low / 1.26)], [false, true]);
});

test('a printed range differs only as a whole', () => {
  const { high } = ask({ low: 1, unit: 'tok/s' })!;
  assert.equal(ask({ low: 0.1, high: high + 10, unit: 'tok/s' })!.differs, false);
});

test('seconds are tokens over the range of speed', () => {
  const speed = ask({ low: 1, unit: 'tok/s' })!;
  const seconds = ask({ low: 10, unit: 's', tokens: 1000 })!;
  assert.ok(Math.abs(seconds.low - 1000 / speed.high) < 1e-9);
  assert.ok(Math.abs(seconds.high - 1000 / speed.low) < 1e-9);
});

test('several requests together are faster than one, and never as many times', () => {
  const one = ask({ low: 1, unit: 'tok/s' })!;
  const five = ask({ low: 1, unit: 'tok/s', users: 5 })!;
  assert.ok(five.low > one.low && five.low < 5 * one.low);
});

test('disk: files by precision, the known size in preference; near one of them is no difference', () => {
  const near = ask({ low: 32, unit: 'GB', disk: true })!;
  assert.match(near.text, /bf16 65\.5 GB.*q4-k-m 20\.0 GB（公布的文件）；指南写 32 GB，接近 int8$/);
  assert.equal(near.differs, false);
  assert.ok(ask({ low: 50, unit: 'GB', disk: true })!.differs);
});

test('nothing is said without precision, machine, tokens, or of other units', () => {
  assert.equal(ask({ low: 45, unit: 'GB' }, { precision: null }), null);
  assert.equal(ask({ low: 8, unit: 'tok/s' }, { machine: null }), null);
  assert.equal(ask({ low: 2, unit: 's' }), null);
  assert.equal(ask({ low: 50, unit: '%' }), null);
});
