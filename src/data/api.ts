import { collections, tables } from '../schema/collections.ts';
import type { CollectionName, Records } from '../schema/collections.ts';
import { publish, type Published } from './api/documents.ts';
import { load } from './load.ts';
import { once } from './once.ts';

const NAMES = [...Object.keys(collections), ...Object.keys(tables)] as CollectionName[];

export async function loadRecords(): Promise<Records> {
  const loaded = await Promise.all(NAMES.map(async (name) => [name, await load(name)]));
  return Object.fromEntries(loaded) as Records;
}

/** All lists of `/api/v1/`. */
export const loadApi: () => Promise<Published[]> = once(async () => publish(await loadRecords()));
