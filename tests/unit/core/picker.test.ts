import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import {
  answersTo,
  branchOf,
  nodeId,
  walkTree,
  withoutIgnored,
  withoutLast,
  type PickerAnswers,
  type Reply,
} from '../../../src/core/picker.ts';
import type { Score } from '../../../src/schema/benchmark.ts';
import { model as modelSchema } from '../../../src/schema/model.ts';
import { picker, type PickerAnswer } from '../../../src/schema/picker.ts';

const read = (path: string) =>
  parse(readFileSync(new URL(`../../../content/data/${path}.yaml`, import.meta.url), 'utf8'));
const tree = picker.parse(read('picker/guide-tree'));
const modelOf = (id: string) => modelSchema.parse(read(`models/${id}`));

const blank: PickerAnswers = { mem: null, code: null, speed: null, best: null, users: null };
const LITE = 'deepseek-coder-v2-lite-instruct';
const CODER = 'qwen2.5-coder-32b-instruct';
const BIG = 'qwen2.5-72b-instruct';
const QUANTIZED = `${BIG} (量化)`;

/** The models answered with, in the words of the expectations below. */
const answered = (given: Partial<PickerAnswers>) =>
  walkTree(tree, { ...blank, ...given }).answers.map(
    ({ model, quantized }) => `${model}${quantized ? ' (量化)' : ''}`,
  );

const replies = [null, 'yes', 'no'] as const;
/** Every combination of answers, memory on both sides of each boundary. */
const everything: PickerAnswers[] = [null, 0, 39.9, 40, 64, 80, 80.1, 128].flatMap((mem) =>
  replies.flatMap((code) =>
    replies.flatMap((speed) =>
      replies.flatMap((best) => [null, 1, 10, 11].map((users) => ({ mem, code, speed, best, users }))),
    ),
  ),
);

describe('the tree of the guide', () => {
  const places: { memory: string; question?: string; reply?: string; answer: PickerAnswer }[] =
    tree.branches.flatMap(({ label, answer, questions = [] }) => [
      ...(answer ? [{ memory: label, answer }] : []),
      ...questions.flatMap(({ text, yes, no }) =>
        [yes, no].map((given) => ({ memory: label, question: text, reply: given.reply, answer: given })),
      ),
    ]);

  test('says what the original says, letter for letter', () => {
    assert.equal(tree.question, '你的可用内存是多少？');
    assert.deepEqual(
      places.map(({ memory, question, reply, answer }) =>
        [answer.line, memory, question, reply, answer.label].filter((word) => word !== undefined).join(' | '),
      ),
      [
        '367 | < 40GB | DeepSeek-Coder-V2-Lite',
        '371 | 40-80GB | 主要用途是代码？ | Yes | Qwen2.5-Coder-32B ⭐',
        '372 | 40-80GB | 主要用途是代码？ | No | Qwen2.5-72B (量化)',
        '375 | 40-80GB | 追求速度？ | Yes | DeepSeek-Coder-V2-Lite',
        '376 | 40-80GB | 追求速度？ | No | Qwen2.5-Coder-32B',
        '380 | > 80GB | 追求最佳性能？ | Yes | Qwen2.5-72B',
        '381 | > 80GB | 追求最佳性能？ | No | Qwen2.5-Coder-32B',
        '384 | > 80GB | 需要多用户并发？ | Yes (>10) | Qwen2.5-Coder-32B',
        '385 | > 80GB | 需要多用户并发？ | No (<10) | Qwen2.5-72B',
      ],
    );
  });

  test('names models and errata that exist, each under the label printed', () => {
    for (const { answer } of places) {
      assert.ok(answer.label.startsWith(modelOf(answer.model).shortName), answer.label);
      assert.equal(answer.quantized ?? false, answer.label.includes('量化'));
      for (const id of answer.errata ?? []) assert.ok(read(`errata/${id}`));
    }
  });

  test('promises only what the records bear out', () => {
    const hard = (id: string): number => {
      const scores: Score[] = read(`benchmarks/${id}`).scores;
      const score = scores.find(
        (row) => row.benchmark === 'BigCodeBench-Hard' && row.variant === 'instruct 子集',
      );
      assert.equal(score?.measuredBy.kind, 'independent');
      return score.value;
    };
    assert.ok(hard(CODER) > hard(BIG) && hard(CODER) > hard(LITE));

    const parameters = (id: string) => modelOf(id).parameters.exact?.total ?? Number.NaN;
    assert.ok(parameters(LITE) < parameters(CODER) && parameters(CODER) < parameters(BIG) / 2);
    assert.ok((modelOf(LITE).parameters.exact?.active ?? Number.NaN) < parameters(CODER));
  });
});

describe('branchOf', () => {
  const cases: [number, string][] = [
    [0, '< 40GB'],
    [39.9, '< 40GB'],
    [40, '40-80GB'],
    [80, '40-80GB'],
    [80.1, '> 80GB'],
    [100_000, '> 80GB'],
  ];
  for (const [memory, label] of cases) {
    test(`${memory} GB: ${label}`, () => assert.equal(branchOf(tree, memory).label, label));
  }

  test('leads any memory to exactly one branch', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true }), (memory) => {
        const holding = [memory < 40, memory >= 40 && memory <= 80, memory > 80];
        assert.equal(holding.filter(Boolean).length, 1);
        assert.equal(branchOf(tree, memory), tree.branches[holding.indexOf(true)]);
      }),
    );
  });

  test('says where the tree has a gap', () => {
    const gap = { ...tree, branches: tree.branches.slice(0, 1) };
    assert.throws(() => branchOf(gap, 64), /没有一支管 64 GB/);
  });
});

describe('walkTree', () => {
  test('below 40 GB memory decides alone', () => {
    const walk = walkTree(tree, { ...blank, mem: 39.9 });
    assert.deepEqual(answered({ mem: 39.9 }), [LITE]);
    assert.deepEqual(walk.answers[0]?.because, []);
    assert.ok(walk.complete);
  });

  const middle: [Reply, Reply, string[]][] = [
    ['yes', 'yes', [CODER, LITE]],
    ['yes', 'no', [CODER]],
    ['no', 'yes', [QUANTIZED, LITE]],
    ['no', 'no', [QUANTIZED, CODER]],
  ];
  for (const [code, speed, models] of middle) {
    for (const mem of [40, 64, 80]) {
      test(`${mem} GB, code ${code}, speed ${speed}`, () =>
        assert.deepEqual(answered({ mem, code, speed }), models));
    }
  }

  const upper: [Reply, number, string[]][] = [
    ['yes', 11, [BIG, CODER]],
    ['yes', 10, [BIG]],
    ['no', 11, [CODER]],
    ['no', 10, [CODER, BIG]],
  ];
  for (const [best, users, models] of upper) {
    test(`80.1 GB, best ${best}, ${users} users`, () =>
      assert.deepEqual(answered({ mem: 80.1, best, users }), models));
  }

  test('one reply gives its own answer before the other question is asked', () => {
    assert.deepEqual(answered({ mem: 64, code: 'no' }), [QUANTIZED]);
    assert.deepEqual(answered({ mem: 64, speed: 'yes' }), [LITE]);
    assert.equal(walkTree(tree, { ...blank, mem: 64, speed: 'yes' }).next, 'code');
  });

  test('disagreement: each answer gives up what the other gains', () => {
    const [coder, lite] = walkTree(tree, { ...blank, mem: 64, code: 'yes', speed: 'yes' }).answers;
    assert.ok(coder && lite && coder.gains.length > 0);
    assert.deepEqual(coder.givesUp, lite.gains);
    assert.deepEqual(lite.givesUp, coder.gains);
  });

  test('agreement: one answer with both reasons and nothing given up', () => {
    const { answers } = walkTree(tree, { ...blank, mem: 64, code: 'yes', speed: 'no' });
    assert.deepEqual(answers[0]?.because, [
      { question: '主要用途是代码？', reply: 'yes' },
      { question: '追求速度？', reply: 'no' },
    ]);
    assert.deepEqual(answers[0]?.givesUp, []);
    assert.deepEqual(answers[0]?.errata, ['s095', 's055']);
  });

  test('an answer to a question of another branch is set aside and named', () => {
    const walk = walkTree(tree, { ...blank, mem: 64, code: 'yes', best: 'no', users: 11 });
    assert.deepEqual(walk.ignored, [
      { key: 'best', value: 'no' },
      { key: 'users', value: '11' },
    ]);
    assert.deepEqual(answered({ mem: 64, code: 'yes', best: 'no', users: 11 }), [CODER]);
    assert.deepEqual(walkTree(tree, { ...blank, code: 'yes' }).ignored, [{ key: 'code', value: 'yes' }]);
  });

  test('lights the nodes of the path taken, in order', () => {
    assert.deepEqual(walkTree(tree, blank).path, []);
    assert.deepEqual(walkTree(tree, { ...blank, mem: 20 }).path, ['root', 'under-40', 'under-40.answer']);
    assert.deepEqual(walkTree(tree, { ...blank, mem: 64, code: 'no' }).path, [
      'root',
      '40-to-80',
      '40-to-80.code',
      '40-to-80.code.no',
    ]);
  });

  test('every combination: asks on until it ends with an answer', () => {
    for (const given of everything) {
      const walk = walkTree(tree, given);
      assert.equal(walk.complete, walk.next === null);
      if (walk.complete) assert.ok(walk.answers.length === 1 || walk.answers.length === 2);
      for (const { model } of walk.answers) assert.ok([LITE, CODER, BIG].includes(model));
      assert.deepEqual(walkTree(tree, withoutIgnored(tree, given)), { ...walk, ignored: [] });
    }
  });

  test('answering what is asked ends every path in at most three steps', () => {
    const visit = (given: PickerAnswers, steps: number): number => {
      const { next, answers } = walkTree(tree, given);
      if (next === null) {
        assert.ok(answers.length > 0);
        return 1;
      }
      assert.ok(steps < 3);
      const options = {
        mem: [39.9, 40, 80, 80.1],
        users: [10, 11],
        code: replies,
        speed: replies,
        best: replies,
      };
      return options[next]
        .filter((value) => value !== null)
        .map((value) => visit({ ...given, [next]: value }, steps + 1))
        .reduce((sum, paths) => sum + paths, 0);
    };
    // One below 40 GB, four for each of 40, 80 and 80.1 GB.
    assert.equal(visit(blank, 0), 13);
  });
});

test('withoutLast takes back the last answer, and memory last of all', () => {
  const full = { ...blank, mem: 64, code: 'yes', speed: 'no' } as const;
  assert.deepEqual(withoutLast(tree, full), { ...full, speed: null });
  assert.deepEqual(withoutLast(tree, { ...full, speed: null }), { ...blank, mem: 64 });
  assert.deepEqual(withoutLast(tree, { ...blank, mem: 64 }), blank);
});

describe('answersTo', () => {
  test('leads to every place of the tree', () => {
    for (const branch of tree.branches) {
      for (const question of branch.questions ?? [undefined]) {
        for (const reply of ['yes', 'no'] as const) {
          const place = question ? { branch, question, reply } : { branch };
          const node = question ? nodeId(branch, question, reply) : nodeId(branch, 'answer');
          for (const given of everything) {
            assert.ok(walkTree(tree, answersTo(tree, place, given)).path.includes(node), node);
          }
        }
      }
    }
  });

  test('keeps what was answered in the same branch, and nothing of another', () => {
    const [, branch] = tree.branches;
    const question = branch?.questions?.[0];
    assert.ok(branch && question);
    const place = { branch, question, reply: 'no' } as const;
    const inside = { ...blank, mem: 48, speed: 'yes' } as const;
    assert.deepEqual(answersTo(tree, place, inside), { ...inside, code: 'no' });
    assert.deepEqual(answersTo(tree, place, { ...blank, mem: 128, users: 25 }), {
      ...blank,
      mem: 64,
      code: 'no',
    });
  });
});
