import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertCountNearPublished,
  assertPackagedContextWithinModel,
  assertPublishedSizesHoldWeights,
  assertRecipesHoldWeights,
  assertSuccessorIsLater,
} from '../../../../src/data/rules/models.ts';
import { assertReferencesExist } from '../../../../src/data/rules/references.ts';
import { assertOnlyFault, faultsOfRule } from '../fixture.ts';
import type { Edits } from '../fixture.ts';

const MODEL = 'content/data/models/demo-8b.yaml';
const NEXT = 'content/data/models/demo-9b.yaml';

test('a count far from what the maker states', () => {
  assertOnlyFault(
    assertCountNearPublished,
    { [MODEL]: [['total: 8000000000', 'total: 80000000000']] },
    {
      file: MODEL,
      line: 24,
      field: 'parameters.exact.total',
      value: '80000000000',
      message: '与官方的 publishedB（8）相差超过 15%；核对位数、层数和宽度',
    },
  );
  assert.deepEqual(
    faultsOfRule(assertCountNearPublished, { [MODEL]: [['total: 8000000000', 'total: 9200000000']] }),
    [],
  );
});

/** The sound model and a copy of it as its successor. */
function withSuccessor(released: string, developer: string): Edits {
  return {
    [MODEL]: [['family: demo', 'family: demo\nsuccessor: demo-9b']],
    [NEXT]: `name: Demo-9B
shortName: Demo 9B
developer: { id: ${developer}, name: 示例 }
family: demo
release: { date: ${released}, source: card, confidence: seen }
license: { name: MIT, spdx: MIT, commercialUse: 'yes', source: card, confidence: seen }
parameters: { publishedB: 9, activePublishedB: null, source: card, confidence: seen, exact: null }
architecture: null
kvCache: null
noMemoryEstimate: 没有读到结构
context: { native: 32768, extended: null, source: card, confidence: seen }
abilities:
  tools: { value: 'yes', source: card, confidence: seen }
  reasoning: { value: none, source: card, confidence: seen }
  code: true
  vision: false
languages: null
files: []
engines: { vllm: null, llamaCpp: null, ollama: null }
`,
  };
}

test('a successor of another maker', () => {
  assertOnlyFault(assertSuccessorIsLater, withSuccessor('2025-06-01', 'other'), {
    file: MODEL,
    line: 7,
    field: 'successor',
    value: 'demo-9b',
    message: '后继要是同一家（示例）的模型',
  });
});

test('a successor that came before', () => {
  assertOnlyFault(assertSuccessorIsLater, withSuccessor('2025-01-01', 'demo'), {
    file: MODEL,
    line: 7,
    field: 'successor',
    value: 'demo-9b',
    message: '后继的发布日期（2025-01-01）不能早于本模型（2025-01-02），也不能是它自己',
  });
});

test('a model is not its own successor; one of the same month may be', () => {
  const itself: Edits = { [MODEL]: [['family: demo', 'family: demo\nsuccessor: demo-8b']] };
  assert.equal(faultsOfRule(assertSuccessorIsLater, itself).length, 1);
  assert.deepEqual(faultsOfRule(assertSuccessorIsLater, withSuccessor('2025-01', 'demo')), []);
});

test('a registry that packages more context than the model has', () => {
  assertOnlyFault(
    assertPackagedContextWithinModel,
    { [MODEL]: [['context: 32K', 'context: 256K']] },
    {
      file: MODEL,
      line: 82,
      field: 'engines.ollama.context',
      value: '256K',
      message: '比模型的上下文（131072）长；核对数值，注册表确实这样写就在旁边的 note 里说明',
    },
  );
});

test('the extended context may be packaged; more than it with a note', () => {
  const faults = (file: string) =>
    faultsOfRule(assertPackagedContextWithinModel, {
      [MODEL]: [['tag: demo:8b-q4', `tag: demo:8b-q4\n    ${file}`]],
    }).map(({ field }) => field);
  assert.deepEqual(faults('context: 128K'), []);
  assert.deepEqual(faults('context: 129K'), ['files[0].context']);
  assert.deepEqual(faults('context: 129K\n    note: 更新版的长度'), []);
});

test('a recipe that asks for less memory than the weights', () => {
  assertOnlyFault(
    assertRecipesHoldWeights,
    { [MODEL]: [['{ precision: bf16, gb: 20 }', '{ precision: bf16, gb: 15 }']] },
    {
      file: MODEL,
      line: 76,
      field: 'engines.vllm.vram[0].gb',
      value: '15',
      message: '至少 16.00 GB（权重 8,000,000,000 × 16 ÷ 8）；核对数值、单位和精度',
    },
  );
  const noted: Edits = { [MODEL]: [['gb: 20 }', 'gb: 15, note: 专家层为 4 位 }']] };
  assert.deepEqual(faultsOfRule(assertRecipesHoldWeights, noted), []);
});

test('a published size below the weights', () => {
  assertOnlyFault(
    assertPublishedSizesHoldWeights,
    { [MODEL]: [['gib: 4.6', 'gib: 3.6']] },
    {
      file: MODEL,
      line: 70,
      field: 'publishedWeights[0].gib',
      value: '3.6',
      message: '至少 3.73 GiB（权重 8,000,000,000 × 4 ÷ 8）；核对数值、单位和精度',
    },
  );
});

test('a checkpoint below the weights at its native precision', () => {
  assertOnlyFault(
    assertPublishedSizesHoldWeights,
    { [MODEL]: [['bytes: 16000000000', 'bytes: 15999999999']] },
    {
      file: MODEL,
      line: 68,
      field: 'checkpointBytes.bytes',
      value: '15999999999',
      message: '至少 16000000000 字节（权重 8,000,000,000 × 16 ÷ 8）；核对数值和 nativePrecision',
    },
  );
});

test('a successor that has no record', () => {
  assertOnlyFault(
    assertReferencesExist,
    { [MODEL]: [['family: demo', 'family: demo\nsuccessor: demo-9b']] },
    {
      file: MODEL,
      line: 7,
      field: 'successor',
      value: 'demo-9b',
      message: 'models 里没有「demo-9b」；是不是想写 demo-8b',
    },
  );
});
