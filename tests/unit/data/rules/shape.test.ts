import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { collections } from '../../../../src/schema/collections.ts';
import { checkShape } from '../../../../src/data/rules/shape.ts';

const at = { file: 'x.yaml', place: () => ({ line: 1, text: '…' }) };
const messageOf = (schema: z.ZodType, data: unknown) => checkShape(schema, data, at).faults[0]?.message;

test('the record comes back as the schema makes it', () => {
  const { value, faults } = checkShape(
    collections.rates,
    {
      from: 'USD',
      to: 'CNY',
      value: 7,
      date: new Date('2026-08-22'),
      source: 'card',
      confidence: 'seen',
    },
    at,
  );
  assert.deepEqual(faults, []);
  assert.equal(value?.date, '2026-08-22');
});

test('a Chinese message where the schema has none of its own', () => {
  assert.equal(messageOf(z.string(), []), '要写文字');
  assert.equal(messageOf(z.number(), 'a'), '要写数字，不加引号和单位');
  assert.equal(messageOf(z.int(), 1.5), '要写整数，不加引号和单位');
  assert.equal(messageOf(z.boolean(), 'a'), '要写 true 或 false');
  assert.equal(messageOf(z.date(), 'a'), '不能这样写');
  assert.equal(messageOf(z.enum(['a', 'b']), 'c'), '只能写 a、b');
  assert.equal(messageOf(z.union([z.string(), z.number()]), true), '写法不合任何一种格式');
  assert.equal(messageOf(z.number().min(2), 1), '不能小于 2');
  assert.equal(messageOf(z.number().gt(2), 2), '要大于 2');
  assert.equal(messageOf(z.number().max(2), 3), '不能大于 2');
  assert.equal(messageOf(z.number().lt(2), 2), '要小于 2');
  assert.equal(messageOf(z.number().multipleOf(3), 2), '要是 3 的倍数');
  assert.equal(messageOf(z.string().regex(/a/), 'b'), '格式不对');
  assert.equal(
    messageOf(
      z.string().refine(() => false),
      'b',
    ),
    '不能这样写',
  );
});

test('no message of zod reaches an editor, whatever stands in a file', () => {
  const names = Object.keys(collections) as (keyof typeof collections)[];
  const keys = [
    'source',
    'name',
    'rows',
    'scores',
    'branches',
    'questions',
    'kind',
    'date',
    'errata',
    'cells',
  ];
  const data = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom<unknown>(null, true, -1, 0.5, 1e300, '', 'yes-no', 'x', new Date(0)),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys, 'no such key'), tie('any'), { maxKeys: 6 }),
    ),
  })).any;
  fc.assert(
    fc.property(fc.constantFrom(...names), data, (name, value) => {
      for (const { message } of checkShape<unknown>(collections[name], value, at).faults) {
        assert.match(message, /\p{Script=Han}/u);
        assert.doesNotMatch(
          message,
          /invalid|expected|received|required|unrecognized|too (big|small)|undefined/i,
        );
      }
    }),
  );
});
