import { measurementRows } from './measurements.ts';

/** How many measured rows mean each model or machine; those that cannot be true do not count. */
export async function measurementCounts(by: 'model' | 'hardware'): Promise<Map<string, number>> {
  const { speed, memory } = await measurementRows();
  const counts = new Map<string, number>();
  for (const row of [...speed, ...memory]) {
    const id = row[by];
    if (id && row.excluded === undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
