import { readLibrary } from '../src/data/read.ts';
import type { Records } from '../src/schema/collections.ts';

/** The records below `root` as the build sees them. */
export function recordsAt(root: string): Records {
  const { library } = readLibrary(root);
  const maps = Object.entries(library).map(([name, { entries }]) => [
    name,
    new Map(entries.map(({ id, value }): [string, unknown] => [id, value])),
  ]);
  return Object.fromEntries(maps) as Records;
}
