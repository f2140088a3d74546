import type { Records } from '../../schema/collections.ts';
import { leaves } from '../rules/fault.ts';
import { API_COLLECTIONS, type ApiCollection } from './collections.ts';
import type { Item } from './items.ts';

/** Every JSON file of `/api/v1/` looks like this. */
export interface ApiDocument<Entry = Item> {
  version: 'v1';
  /** Newest day in the records: the same records give the same files, whenever they are built. */
  dataDate: string;
  count: number;
  items: Entry[];
}

export interface Published {
  collection: ApiCollection;
  document: ApiDocument;
}

/** All lists of `/api/v1/`, in the order of the index. */
export function publish(records: Records): Published[] {
  const dataDate = newestDay(records);
  return API_COLLECTIONS.map((collection) => ({
    collection,
    document: documentOf(dataDate, collection.items(records)),
  }));
}

export function documentOf<Entry>(dataDate: string, items: Entry[]): ApiDocument<Entry> {
  return { version: 'v1', dataDate, count: items.length, items };
}

/** Fields that say when something was published, read or checked. */
const DAY_FIELDS = new Set<unknown>(['date', 'checkedOn', 'snapshotDate']);

/** The newest `YYYY-MM-DD` of all records; months and years are no days and do not count. */
export function newestDay(records: Records): string {
  let newest = '';
  for (const record of Object.values(records).flatMap((collection) => [...collection.values()])) {
    for (const { path, value } of leaves(record)) {
      if (typeof value !== 'string' || !DAY_FIELDS.has(path.at(-1)) || value <= newest) continue;
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) newest = value;
    }
  }
  if (newest === '') throw new Error('content/data/ 里没有一条记录写着日期');
  return newest;
}
