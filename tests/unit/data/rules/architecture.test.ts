import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertCountFollowsArchitecture,
  assertExpertsTold,
  assertKvCacheFollowsArchitecture,
  assertLayersAddUp,
  assertMemoryEstimateExplained,
} from '../../../../src/data/rules/architecture.ts';
import { assertOnlyFault, faultsOfRule } from '../fixture.ts';

const MODEL = 'content/data/models/demo-8b.yaml';
const CACHE =
  'kvCache: { bytesPerToken16bit: 131072, fixedBytes16bit: 0, source: card, confidence: derived }';

test('layers that do not add up', () => {
  assertOnlyFault(
    assertLayersAddUp,
    { [MODEL]: [['fullAttentionLayers: 32', 'fullAttentionLayers: 24']] },
    {
      file: MODEL,
      line: 31,
      field: 'architecture.layers',
      value: '32',
      message: '全注意力、滑动与线性层合计 24，与 layers 不符；改正层数，真有别种层就在 note 里说明',
    },
  );
});

test('layers that do not add up, and a note tells why; but never more than there are', () => {
  const note: [string, string] = ['vocabSize: 100000', 'vocabSize: 100000\n  note: 其余各层只有专家'];
  const faults = (full: number) =>
    faultsOfRule(assertLayersAddUp, {
      [MODEL]: [note, ['fullAttentionLayers: 32', `fullAttentionLayers: ${full}`]],
    });
  assert.deepEqual(faults(24), []);
  assert.equal(faults(33).length, 1);
});

test('linear and sliding layers count', () => {
  const edits: [string, string][] = [
    ['fullAttentionLayers: 32', 'fullAttentionLayers: 8\n  linearAttention: { kind: mamba2, layers: 20 }'],
    ['slidingWindowLayers: 0', 'slidingWindowLayers: 4'],
  ];
  assert.deepEqual(faultsOfRule(assertLayersAddUp, { [MODEL]: edits }), []);
});

test('a dense model with experts', () => {
  assertOnlyFault(
    assertExpertsTold,
    { [MODEL]: [['experts: null', 'experts: 64']] },
    {
      file: MODEL,
      line: 41,
      field: 'architecture.experts',
      value: '64',
      message: '稠密模型没有专家：写 null，或把 type 改成 moe',
    },
  );
});

test('a mixture of experts that does not say how many, or selects more than it has', () => {
  const moe: [string, string] = ['type: dense', 'type: moe'];
  const faults = (experts: string, perToken: string) =>
    faultsOfRule(assertExpertsTold, {
      [MODEL]: [moe, ['experts: null', `experts: ${experts}`], ['PerToken: null', `PerToken: ${perToken}`]],
    }).map(({ field, message }) => `${field} ${message}`);
  const untold = '混合专家要写专家数和每个 token 选中的专家数';
  assert.deepEqual(faults('null', '8'), [`architecture.experts ${untold}`]);
  assert.deepEqual(faults('64', 'null'), [`architecture.expertsPerToken ${untold}`]);
  assert.deepEqual(faults('64', '65'), [
    'architecture.expertsPerToken 选中的专家不能多于专家数 experts（64）',
  ]);
  assert.deepEqual(faults('64', '64'), []);
});

test('a cache that does not follow from layers and heads', () => {
  assertOnlyFault(
    assertKvCacheFollowsArchitecture,
    { [MODEL]: [['bytesPerToken16bit: 131072', 'bytesPerToken16bit: 65536']] },
    {
      file: MODEL,
      line: 67,
      field: 'kvCache.bytesPerToken16bit',
      value: '65536',
      message: '按结构算出的是 131072；核对层数、头数和宽度，出处确实不同就在 kvCache.note 里说明',
    },
  );
});

test('a cache that a note explains', () => {
  const edit: [string, string] = [
    'bytesPerToken16bit: 131072, fixedBytes16bit: 0',
    'bytesPerToken16bit: 65536, fixedBytes16bit: 1, note: 引擎合并两层',
  ];
  assert.deepEqual(faultsOfRule(assertKvCacheFollowsArchitecture, { [MODEL]: [edit] }), []);
});

test('no cache and no reason', () => {
  assertOnlyFault(
    assertMemoryEstimateExplained,
    { [MODEL]: [[CACHE, 'kvCache: null']] },
    {
      file: MODEL,
      line: 1,
      field: 'noMemoryEstimate',
      value: '（没有这个字段）',
      message: 'kvCache 是 null，补上 noMemoryEstimate：用一句话说明为什么没有显存估算',
    },
  );
});

test('a reason where the cache is known', () => {
  const faults = faultsOfRule(assertMemoryEstimateExplained, {
    [MODEL]: [[CACHE, `noMemoryEstimate: 没有读到\n${CACHE}`]],
  });
  assert.deepEqual(
    faults.map(({ message }) => message),
    ['kvCache 已有数字，显存能估算，删去这一行'],
  );
});

const CHECKPOINT = 'content/data/architectures/demo-1b.yaml';

test('the layers and experts of a checkpoint without a page are checked too', () => {
  const layers: [string, string] = ['fullAttentionLayers: 16', 'fullAttentionLayers: 8'];
  assert.equal(faultsOfRule(assertLayersAddUp, { [CHECKPOINT]: [layers] }).length, 1);
  const experts: [string, string] = ['experts: null', 'experts: 8'];
  assert.equal(faultsOfRule(assertExpertsTold, { [CHECKPOINT]: [experts] }).length, 1);
});

test('parameters that the architecture does not give', () => {
  assertOnlyFault(
    assertCountFollowsArchitecture,
    { [CHECKPOINT]: [['total: 1001981952', 'total: 1100000000']] },
    {
      file: CHECKPOINT,
      line: 4,
      field: 'parameters.total',
      value: '1100000000',
      message: '按结构算出的是 1001981952；核对层数、宽度和词表，出处确实不同就在 parameters.note 里说明',
    },
  );
});

test('parameters that differ little, or whose note says why, or cannot be counted', () => {
  const faults = (...edits: [string, string][]) =>
    faultsOfRule(assertCountFollowsArchitecture, { [CHECKPOINT]: edits }).map(({ field }) => field);
  const wrong: [string, string] = ['total: 1001981952', 'total: 1100000000'];
  assert.deepEqual(faults(['total: 1001981952', 'total: 1002983933']), []);
  assert.deepEqual(faults(wrong, ['active: null', 'active: null\n  note: 含别的层']), []);
  assert.deepEqual(faults(wrong, ['  intermediateSize: 6144\n', '']), []);
  assert.deepEqual(faults(['active: null', 'active: 500000000']), ['parameters.active']);
});
