import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultText, summaryText } from '../../../src/data/check.ts';
import { reportOn } from './fixture.ts';

const MODEL = 'content/data/models/demo-8b.yaml';

test('a sound repository has no fault', () => {
  assert.deepEqual(reportOn({}), {
    counts: {
      apis: 1,
      architectures: 1,
      benchmarks: 1,
      claims: 1,
      electricity: 1,
      'engine-constants': 1,
      'engine-flags': 1,
      engines: 1,
      errata: 1,
      hardware: 1,
      hosting: 1,
      models: 1,
      picker: 1,
      'quantization-effects': 1,
      quantizations: 2,
      rates: 1,
      rentals: 1,
      sources: 1,
      speedMeasurements: 1,
      memoryMeasurements: 1,
    },
    faults: [],
    names: (['model', 'machine', 'precision'] as const).map((kind) => ({
      kind,
      rows: 2,
      resolved: 2,
      alike: 0,
      unresolved: [],
    })),
  });
});

test('all faults are told, by file and line, whether of one record or across records', () => {
  const { faults } = reportOn({
    [MODEL]: [
      ['name: Demo-8B', 'name: 8'],
      ['layers: 32', 'layers: many'],
      ['kvHeads: 8', 'kvHeads: -8'],
    ],
    'content/data/engines/demo-engine.yaml': [['[bf16]', '[fp99]']],
    'content/data/errata/s001.yaml': [['checkedOn: 2026-11-22', 'checkedOn: 2027-01-01']],
  });
  assert.deepEqual(
    faults.map(({ file, line, field }) => `${file}:${line} ${field}`),
    [
      'content/data/engines/demo-engine.yaml:4 precisions[0]',
      'content/data/errata/s001.yaml:10 checkedOn',
      `${MODEL}:1 name`,
      `${MODEL}:31 architecture.layers`,
      `${MODEL}:34 architecture.kvHeads`,
    ],
  );
});

test('a faulty record still counts, and is still there for those that name it', () => {
  const { counts, faults } = reportOn({ [MODEL]: [['family: demo', 'family: Demo Family']] });
  assert.equal(counts.models, 1);
  assert.deepEqual(
    faults.map(({ field }) => field),
    ['family'],
  );
});

test('collections whose folder is missing are empty', () => {
  const { counts, faults } = reportOn({ 'content/data/rates/usd-cny.yaml': null });
  assert.equal(counts.rates, 0);
  assert.deepEqual(faults, []);
});

test('what an editor reads', () => {
  const report = reportOn({
    [MODEL]: [['layers: 32', 'layers: many']],
    'content/data/rates/usd-cny.yaml': '',
  });
  assert.deepEqual(report.faults.map(faultText), [
    `${MODEL}:31  architecture.layers\n  现在是：many\n  应当：要写整数，不加引号和单位`,
    'content/data/rates/usd-cny.yaml:1  （整个文件）\n  现在是：（空）\n  应当：要写一组字段，每行一个「字段: 值」',
  ]);
  assert.equal(
    summaryText(report),
    '21 条记录（apis 1、architectures 1、benchmarks 1、claims 1、electricity 1、engine-constants 1、engine-flags 1、engines 1、errata 1、hardware 1、hosting 1、models 1、picker 1、quantization-effects 1、quantizations 2、rates 1、rentals 1、sources 1、speedMeasurements 1、memoryMeasurements 1），2 处错误',
  );
});
