// Prints what each built page weighs over the wire (brotli), and fails when a page is over its budget.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const dist = process.argv[2] ?? 'dist';
const base = `/${(process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '')}`.replace(/\/$/, '');

const READING_LIMIT = 90_000;
const TOOL_LIMIT = 200_000;

const sizes = new Map<string, number>();
const wireBytes = (file: string) => {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = brotliCompressSync(readFileSync(join(dist, file))).length;
  sizes.set(file, size);
  return size;
};

/** A script and everything it imports at once; what it loads later (`import()`) is not part of opening the page. */
function withImports(file: string, seen: Set<string>) {
  if (seen.has(file)) return;
  seen.add(file);
  const source = readFileSync(join(dist, file), 'utf8');
  for (const [, target = ''] of source.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
    withImports(posix.join(dirname(file), target), seen);
  }
}

function pageFiles(page: string) {
  const html = readFileSync(join(dist, page), 'utf8');
  const local = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(([, path = '']) => path.replace(base, '').replace(/^\//, ''));
  const scripts = new Set<string>();
  for (const path of [
    ...local(/<script[^>]+src="(\/[^"]+\.js)"/g),
    ...local(/(?:component-url|renderer-url|before-hydration-url)="(\/[^"]+\.js)"/g),
  ]) {
    withImports(path, scripts);
  }
  const styles = new Set(local(/<link[^>]+rel="stylesheet"[^>]*?href="(\/[^"]+\.css)"/g));
  return { scripts, styles, islands: html.includes('<astro-island') };
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7);
const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + wireBytes(file), 0);

let over = 0;
console.log('页面大小（brotli，kB = 1,000 字节）\n   HTML     CSS      JS    合计  页面');
for (const page of globSync('**/*.html', { cwd: dist }).sort()) {
  const { scripts, styles, islands } = pageFiles(page);
  const parts = [wireBytes(page), sum(styles), sum(scripts)];
  const total = parts.reduce((a, b) => a + b);
  const limit = islands ? TOOL_LIMIT : READING_LIMIT;
  const verdict = total > limit ? `  超过 ${limit / 1000} kB` : '';
  if (verdict) over += 1;
  const note = islands ? '（React）' : '';
  console.log(
    `${parts.map(kilobytes).join(' ')} ${kilobytes(total)}  /${page.replace('index.html', '')}${note}${verdict}`,
  );
}
process.exit(over === 0 ? 0 : 1);
