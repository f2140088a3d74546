import { z } from 'zod';
import { collections } from '../../schema/collections.ts';
import type { FolderName } from '../../schema/collections.ts';
import { isoDate, text } from '../../schema/shared.ts';
import { API_COLLECTIONS } from './collections.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

const documentOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    version: z.literal('v1'),
    dataDate: isoDate,
    count: z.int().min(0),
    items: z.array(item),
  });

const indexEntry = z.strictObject({
  id: text,
  title: text,
  count: z.int().min(0),
  json: text,
  csv: text,
  schema: text,
  /** Where each item also has a file of its own: `{id}` stands for its id. */
  item: text.optional(),
});

const index = documentOf(indexEntry).extend({
  licence: z.strictObject({ name: text, url: text }),
  /** What the YAML files of the repository look like, for editors. */
  records: z.array(z.strictObject({ folder: text, schema: text })),
});
export type ApiIndex = z.infer<typeof index>;

const documents = new Map<string, z.ZodType>([
  ['index', index],
  ...API_COLLECTIONS.map(({ name, item }): [string, z.ZodType] => [name, documentOf(item)]),
]);

/** `index`, and the names of the lists. */
export const DOCUMENT_NAMES = [...documents.keys()];
export const RECORD_FOLDERS = Object.keys(collections) as FolderName[];

/**
 * JSON Schema of `/api/v1/<name>.json`. It allows fields it does not name, for v1 may gain some; `closed` gives the
 * one that does not, for tests.
 */
export function documentSchema(name: string, { closed = false } = {}): JsonSchema {
  const schema = documents.get(name);
  if (!schema) throw new Error(`/api/v1/ 里没有「${name}」；有 ${DOCUMENT_NAMES.join('、')}`);
  return { title: `/api/v1/${name}.json`, ...jsonSchema(schema, closed) };
}

/** JSON Schema of a YAML file of `content/data/<folder>/`: for completion and checks while writing. */
export function recordSchema(folder: FolderName): JsonSchema {
  return { title: `content/data/${folder}/*.yaml`, ...jsonSchema(collections[folder], true) };
}

/** Of what a schema yields, not of what it takes: a date is text there, and only there. */
function jsonSchema(schema: z.ZodType, closed: boolean): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'output',
    override({ jsonSchema: made }) {
      if (!closed && made.additionalProperties === false) delete made.additionalProperties;
    },
  });
}
