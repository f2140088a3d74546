import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files in hand at once: while one is read or written, another is worked on. */
const AT_ONCE = 8;

/** Visits the built pages below `root` that a pattern names, several at a time and in no order. */
export async function eachBuiltPage(
  root: string,
  pattern: string,
  visit: (page: { name: string; file: string; html: string }) => Promise<void>,
): Promise<void> {
  const names = glob(pattern, { cwd: root });
  const lane = async () => {
    for (let next = await names.next(); !next.done; next = await names.next()) {
      const name = next.value.replaceAll('\\', '/');
      const file = join(root, name);
      await visit({ name, file, html: await readFile(file, 'utf8') });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
