import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { JsonSchema } from '../../../src/data/api/schemas.ts';
import { brokenFields, columnsOf, newFields, shapeOf } from '../../../src/data/api/shape.ts';

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema) as JsonSchema;

const SHAPE = shapeOf(
  schemaOf(
    z.strictObject({
      name: z.string(),
      licence: z
        .strictObject({ use: z.enum(['yes', 'no']).nullable(), note: z.string().optional() })
        .nullable(),
      files: z.array(z.strictObject({ sizeGb: z.number() })),
      cells: z.record(z.string(), z.int()),
    }),
  ),
);

test('every field has a path and its types', () => {
  assert.deepEqual(SHAPE, {
    name: 'string',
    licence: 'null | object',
    'licence.use': '"no" | "yes" | null',
    'licence.note': 'string | undefined',
    files: 'array',
    'files[]': 'object',
    'files[].sizeGb': 'number',
    cells: 'object',
    'cells{}': 'integer',
  });
});

test('what only one of several kinds has may be missing', () => {
  const either = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('speed'), rate: z.number() }),
    z.strictObject({ kind: z.literal('memory'), unit: z.string() }),
  ]);
  assert.deepEqual(shapeOf(schemaOf(z.strictObject({ items: z.array(either) }))), {
    items: 'array',
    'items[]': 'object',
    'items[].kind': '"memory" | "speed"',
    'items[].rate': 'number | undefined',
    'items[].unit': 'string | undefined',
  });
});

test('columns are the fields that hold one value or one list', () => {
  assert.deepEqual(columnsOf(SHAPE, ''), ['name', 'licence.use', 'licence.note', 'files', 'cells']);
  assert.deepEqual(columnsOf(SHAPE, 'licence.'), ['use', 'note']);
});

test('a new field, a new word and a field that is now always there are allowed', () => {
  const grown = {
    ...SHAPE,
    added: 'string',
    'licence.use': '"conditions" | "no" | "yes" | null',
    'licence.note': 'string',
  };
  assert.deepEqual(brokenFields(SHAPE, grown), []);
  assert.deepEqual(newFields(SHAPE, grown), ['added']);
});

test('a field that is gone, of another type, or now sometimes missing is told', () => {
  const changed: [path: string, now: string | undefined, message: string][] = [
    ['name', undefined, 'name：字段没有了（原来是 string）'],
    ['name', 'number', 'name：类型原来是 string，现在是 number'],
    ['name', 'string | undefined', 'name：类型原来是 string，现在是 string | undefined'],
    ['files[].sizeGb', 'null | number', 'files[].sizeGb：类型原来是 number，现在是 null | number'],
    ['licence.use', '"no" | null', 'licence.use：类型原来是 "no" | "yes" | null，现在是 "no" | null'],
    ['licence.use', 'null | string', 'licence.use：类型原来是 "no" | "yes" | null，现在是 null | string'],
  ];
  for (const [path, now, message] of changed) {
    const { [path]: _, ...rest } = SHAPE;
    assert.deepEqual(brokenFields(SHAPE, now === undefined ? rest : { ...rest, [path]: now }), [message]);
  }
});
