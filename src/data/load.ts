import { getCollection } from 'astro:content';
import { onceFor } from './once.ts';
import type { CollectionName, RecordOf } from '../schema/collections.ts';

/** All records of a collection by id, in the order of their ids. */
export function load<Name extends CollectionName>(name: Name): Promise<Map<string, RecordOf<Name>>> {
  return remembered(name) as Promise<Map<string, RecordOf<Name>>>;
}

const remembered = onceFor((name: CollectionName): Promise<unknown> => read(name));

async function read<Name extends CollectionName>(name: Name): Promise<Map<string, RecordOf<Name>>> {
  const entries = await getCollection(name);
  const pairs = entries.map((entry): [string, RecordOf<Name>] => [entry.id, entry.data as RecordOf<Name>]);
  return new Map(pairs.sort(([a], [b]) => a.localeCompare(b, 'en')));
}

/** The record, or an error that names the collection: checked references only fail while editing. */
export function need<Value>(records: Map<string, Value>, id: string, folder: CollectionName): Value {
  const record = records.get(id);
  if (record === undefined) throw new Error(`content/data/${folder}/ 里没有「${id}」`);
  return record;
}
