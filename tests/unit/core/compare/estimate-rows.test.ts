import assert from 'node:assert/strict';
import { test } from 'node:test';
import { estimateRows, type EstimateQuestion } from '../../../../src/core/compare/estimate-rows.ts';
import { PRIOR } from '../../../../src/core/estimate/calibrate.ts';
import { SPEED_ENGINES } from '../../../../src/core/estimate/engines.ts';
import type { SpeedEngine } from '../../../../src/core/estimate/engines.ts';
import type {
  EstimatorMachine,
  EstimatorModel,
  EstimatorPrecision,
} from '../../../../src/core/estimate/estimate.ts';
import { deepseekV3, llama8b, qwen32b } from '../estimate/shapes.ts';

const spread = { machine: 1.2, class: 1.5 };
const fitted: EstimateQuestion['fitted'] = {
  nodes: (Object.keys(SPEED_ENGINES) as SpeedEngine[]).map((engine) => ({
    engine,
    class: null,
    constants: PRIOR,
    rows: { decode: 5, prefill: 5, throughput: 5 },
    machines: 2,
    spread: { decode: spread, prefill: spread, throughput: spread },
  })),
  machines: [],
};
const machine: EstimatorMachine = {
  id: 'rtx-4090-24gb',
  name: 'RTX 4090',
  class: 'nvidia-gddr',
  bandwidthGbPerSecond: 1008,
  teraOps: 165,
  narrowTeraOps: {},
  memory: { kind: 'gpu', labelGb: 24 },
};
const q4: EstimatorPrecision = {
  id: 'q4-k-m',
  name: 'Q4_K_M',
  family: 'gguf',
  bits: { body: 4.8, output: 6.5625, input: 4.8 },
};
const model = (name: string, shape: EstimatorModel['shape'], contextLongest = 32768) => ({
  estimator: { id: name, name, shape, contextNative: contextLongest, contextLongest, fileBytes: {} },
});
const ask = (change: Partial<EstimateQuestion> = {}) =>
  estimateRows({
    models: [
      model('small', llama8b),
      model('large', qwen32b),
      model('huge', deepseekV3),
      { estimator: null },
    ],
    machine,
    precision: q4,
    contextTokens: 8192,
    fitted,
    ...change,
  });

function row(key: string, change: Partial<EstimateQuestion> = {}) {
  const answer = ask(change);
  assert.ok('rows' in answer);
  const found = answer.rows.find((one) => one.key === key);
  assert.ok(found);
  return found;
}

test('each model has a verdict; one of which nothing is known has an empty cell', () => {
  const { cells } = row('verdict');
  assert.deepEqual(
    cells.map(([cell]) => cell?.state),
    ['fits', 'fits', 'no', undefined],
  );
  assert.match(cells[2]?.[0]?.text ?? '', /^放不下，还差 [\d.]+ GiB$/);
  assert.deepEqual(cells[3], []);
});

test('the memory is the sum of its parts, which the cell opens', () => {
  for (const cells of row('needed').cells.slice(0, 3)) {
    const { text, facts = [] } = cells[0]!;
    const parts = facts.map(({ content }) => Number(/([\d.]+) GiB$/.exec(content)?.[1]));
    const sum = parts.reduce((total, part) => total + part, 0);
    assert.ok(facts.length >= 3 && Math.abs(sum - Number(text)) < 0.25, `${text} ≠ ${parts.join(' + ')}`);
  }
});

test('speed is a range, with what it rests on; what does not fit has none', () => {
  const { cells } = row('decode');
  assert.match(cells[0]?.[0]?.text ?? '', /^\d+–\d+$/);
  assert.match(cells[0]?.[0]?.facts?.find(({ label }) => label === '依据')?.content ?? '', /没有同类实测/);
  assert.deepEqual(cells[2], [{ text: '放不下' }]);
});

test('the fastest is marked where its range lies above the others, else it is said why none is', () => {
  assert.deepEqual(row('decode').best, [0]);
  const alike = { models: [model('a', qwen32b), model('b', qwen32b)] };
  assert.deepEqual([row('decode', alike).best, row('decode', alike).mark], [[], undefined]);
  assert.match(row('decode', alike).apart ?? '', /范围有重叠/);
  // One that does not fit is no rival.
  const alone = row('decode', { models: [model('a', llama8b), model('b', deepseekV3)] });
  assert.deepEqual([alone.best, alone.apart], [[], undefined]);
});

test('a context beyond the model’s own is said', () => {
  const short = { models: [model('short', llama8b, 4096)] };
  assert.match(JSON.stringify(row('verdict', short).cells), /模型最长 4,096 token/);
});

test('a precision that no engine reads on the machine is a problem, not a number', () => {
  const answer = ask({ precision: { ...q4, id: 'mlx-4bit', name: 'MLX 4bit', family: 'mlx' } });
  assert.deepEqual(answer, { problem: 'RTX 4090 上没有引擎能读 MLX 4bit：换一种精度，例如 Q4_K_M' });
});
