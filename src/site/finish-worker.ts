// Runs in a thread of its own: finishes its share of the pages and reports the Markdown it wrote.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { addHashes } from './csp.ts';
import type { Listed } from './llms-text.ts';
import { markdownPath, pageHead, pageMarkdown, pagePath, sidebarPaths } from './page-markdown.ts';

export interface Share {
  /** Folder of the built site. */
  root: string;
  /** `''` or `/guide`. */
  base: string;
  /** Files below `root`. */
  names: string[];
}

export interface Written {
  pages: Listed[];
  /** Paths of the pages in the order of the site's menu. */
  order: string[];
}

const { root, base, names } = workerData as Share;
const written: Written = { pages: [], order: [] };

for (const name of names) {
  const html = await readFile(join(root, name), 'utf8');
  const hashed = addHashes(html);
  if (hashed !== html) await writeFile(join(root, name), hashed);

  const path = pagePath(name);
  if (path === null) continue;
  const markdown = pageMarkdown(html, `${base}${path}`);
  if (markdown === null) continue;
  const file = markdownPath(path);
  await writeFile(join(root, file), markdown);
  // Copied: a piece of a string keeps the whole page in memory for as long as it is kept itself.
  written.pages.push(structuredClone({ path, file, ...pageHead(html) }));
  if (written.order.length === 0) written.order = structuredClone(sidebarPaths(html, base));
}
parentPort?.postMessage(written);
