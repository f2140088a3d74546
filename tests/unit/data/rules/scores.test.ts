import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertBaseScoresMarked,
  assertEffectRowsComparable,
  assertScoresDiffer,
} from '../../../../src/data/rules/scores.ts';
import { assertOnlyFault, faultsOfRule } from '../fixture.ts';
import type { Edits } from '../fixture.ts';

const SCORES = 'content/data/benchmarks/demo-8b.yaml';
const EFFECT = 'content/data/quantization-effects/demo.yaml';

const second = (more: string): Edits => ({
  [SCORES]: [
    [
      '    confidence: seen\n',
      `    confidence: seen
  - { benchmark: HumanEval, variant: instruct, metric: pass@1, value: 80, unit: '%', measuredBy: { kind: vendor, name: Demo }, source: card, confidence: seen${more} }
`,
    ],
  ],
});

test('the same score twice', () => {
  assertOnlyFault(assertScoresDiffer, second(''), {
    file: SCORES,
    line: 11,
    field: 'scores[1]',
    value: '一组字段',
    message: '与 scores[0] 是同一项评测、同一种设置；删去重复的，或在 variant、detail 里写出差别',
  });
});

test('scores whose provider, weights or mode differ', () => {
  assert.deepEqual(faultsOfRule(assertScoresDiffer, second(', detail: 另一家服务商')), []);
  assert.deepEqual(faultsOfRule(assertScoresDiffer, second(', mode: thinking')), []);
  const quantized = ', checkpoint: { kind: quantized, name: Q4 }';
  assert.deepEqual(faultsOfRule(assertScoresDiffer, second(quantized)), []);
});

test('a base model whose score would pass for the model’s own', () => {
  assertOnlyFault(
    assertBaseScoresMarked,
    { [SCORES]: [['variant: instruct', 'variant: 基座 Demo-8B']] },
    {
      file: SCORES,
      line: 3,
      field: 'scores[0].variant',
      value: '基座 Demo-8B',
      message: '这是基座模型的成绩，补上 checkpoint：kind 写 base，name 写基座的名字',
    },
  );
  const marked: Edits = {
    [SCORES]: [['variant: instruct', 'variant: 基座 Demo-8B\n    checkpoint: { kind: base, name: Demo-8B }']],
  };
  assert.deepEqual(faultsOfRule(assertBaseScoresMarked, marked), []);
});

test('precisions that were measured by different tests', () => {
  assertOnlyFault(
    assertEffectRowsComparable,
    { [EFFECT]: [['{ metric: MMLU, value: 79 }', '{ metric: C-Eval, value: 79 }']] },
    {
      file: EFFECT,
      line: 10,
      field: 'rows[1].results',
      value: '列表（1 项）',
      message: '各行的指标要相同、次序也相同：MMLU',
    },
  );
});
