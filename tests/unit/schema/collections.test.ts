import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { z } from 'zod';
import { collections, tables } from '../../../src/schema/collections.ts';

/** The schema itself and all that it is made of, with the way to each. */
function* within(schema: z.core.$ZodType, way: string): Generator<{ schema: z.core.$ZodType; way: string }> {
  yield { schema, way };
  const { def } = schema._zod as unknown as { def: Record<string, unknown> };
  const {
    shape,
    options,
    element,
    innerType,
    valueType,
    in: input,
    out,
  } = def as {
    shape?: Record<string, z.core.$ZodType>;
    options?: z.core.$ZodType[];
  } & Record<'element' | 'innerType' | 'valueType' | 'in' | 'out', z.core.$ZodType | undefined>;
  for (const [key, field] of Object.entries(shape ?? {})) yield* within(field, `${way}.${key}`);
  for (const inner of [...(options ?? []), element, innerType, valueType, input, out]) {
    if (inner) yield* within(inner, way);
  }
}

for (const [name, root] of Object.entries(collections)) {
  test(`${name}: a mistyped field fails wherever it stands`, () => {
    const objects = [...within(root, name)].filter(({ schema }) => schema._zod.def.type === 'object');
    assert.ok(objects.length > 0);
    for (const { schema, way } of objects) {
      const { catchall } = (schema as z.ZodObject)._zod.def;
      assert.equal(catchall?._zod.def.type, 'never', `${way} is not a strictObject`);
    }
  });
}

test('Astro loads every collection that the check knows', () => {
  const config = readFileSync(new URL('../../../content.config.ts', import.meta.url), 'utf8');
  for (const name of Object.keys(collections)) {
    const loaded = name.includes('-')
      ? `'${name}': yaml('${name}', schemas['${name}'])`
      : `${name}: yaml('${name}', schemas.${name})`;
    assert.ok(config.includes(loaded), name);
  }
  for (const name of Object.keys(tables)) assert.ok(config.includes(`${name}: csv(tables.${name})`), name);
});
