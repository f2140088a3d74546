import type { JsonSchema } from './schemas.ts';

/**
 * Fields of a JSON document by path, with the types each may have: `items[].license.condition` →
 * `string | undefined`. `[]` is an item of a list, `{}` a value under a free key; a word of a fixed list is in quotes;
 * `undefined` means that the field may be missing.
 */
export type Shape = Record<string, string>;

export function shapeOf(schema: JsonSchema): Shape {
  const shape: Shape = {};
  walk('', [schema], false, shape);
  delete shape[''];
  return shape;
}

const OR = ' | ';

type Properties = Record<string, JsonSchema>;

function walk(path: string, schemas: JsonSchema[], optional: boolean, shape: Shape): void {
  const variants = schemas.flatMap(alternatives);
  const types = new Set(variants.flatMap(typesOf));
  if (optional) types.add('undefined');
  shape[path] = [...types].sort().join(OR);

  const objects = variants.filter(({ properties }) => properties !== undefined);
  const keys = new Set(objects.flatMap(({ properties }) => Object.keys(properties ?? {})));
  for (const key of keys) {
    const holders = objects.filter(({ properties }) => Object.hasOwn(properties ?? {}, key));
    const missing =
      holders.length < objects.length || holders.some(({ required = [] }) => !required.includes(key));
    const under = holders.map(({ properties }) => (properties as Properties)[key] as JsonSchema);
    walk(path === '' ? key : `${path}.${key}`, under, missing, shape);
  }
  const items = variants.flatMap(({ items: item }) => inner(item));
  if (items.length > 0) walk(`${path}[]`, items, false, shape);
  const values = variants.flatMap(({ additionalProperties }) => inner(additionalProperties));
  if (values.length > 0) walk(`${path}{}`, values, false, shape);
}

const inner = (schema: unknown): JsonSchema[] =>
  typeof schema === 'object' && schema !== null ? [schema as JsonSchema] : [];

function alternatives(schema: JsonSchema): JsonSchema[] {
  const choices = schema.anyOf ?? schema.oneOf;
  return choices ? (choices as JsonSchema[]).flatMap(alternatives) : [schema];
}

function typesOf({ const: only, enum: words, type }: JsonSchema): string[] {
  if (only !== undefined) return [JSON.stringify(only)];
  if (words) return words.map((word) => JSON.stringify(word));
  return type === undefined ? ['any'] : [type].flat();
}

/** Paths of a shape below `under` that hold one value or one list each: the columns of a table. */
export function columnsOf(shape: Shape, under: string): string[] {
  const paths = Object.keys(shape).filter((path) => path.startsWith(under));
  const inside = paths.map((path) => path.slice(under.length)).filter((path) => !/\[\]|\{\}/.test(path));
  return inside.filter((path) => !inside.some((other) => other.startsWith(`${path}.`)));
}

const isWord = (type: string) => type.startsWith('"');

/**
 * What of a recorded shape no longer holds, in Chinese, one line a field. New fields are allowed, so are new words in
 * a fixed list, and a field that was sometimes missing and is now always there.
 */
export function brokenFields(recorded: Shape, current: Shape): string[] {
  return Object.entries(recorded).flatMap(([path, before]) => {
    const now = current[path];
    if (now === undefined) return [`${path}：字段没有了（原来是 ${before}）`];
    const [had, has] = [before.split(OR), now.split(OR)];
    const lost = had.some((type) => type !== 'undefined' && !has.includes(type));
    const gained = has.some((type) => !had.includes(type) && !(isWord(type) && had.some(isWord)));
    return lost || gained ? [`${path}：类型原来是 ${before}，现在是 ${now}`] : [];
  });
}

/** Fields of the current shape that were not recorded yet. */
export function newFields(recorded: Shape, current: Shape): string[] {
  return Object.keys(current).filter((path) => !Object.hasOwn(recorded, path));
}
