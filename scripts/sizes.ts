// Prints what each built page weighs over the wire (brotli), and fails when a page is over its budget.
import { globSync } from 'node:fs';
import { pageWeigher } from './page-weight.ts';

const dist = process.argv[2] ?? 'dist';
const base = `/${(process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '')}`.replace(/\/$/, '');

const READING_LIMIT = 90_000;
const TOOL_LIMIT = 200_000;

const weigh = pageWeigher(dist, base);
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7);

let over = 0;
console.log('页面大小（brotli，kB = 1,000 字节）\n   HTML     CSS      JS    合计  页面');
for (const page of globSync('**/*.html', { cwd: dist }).sort()) {
  const { html, css, js, islands } = weigh(page);
  const parts = [html, css, js];
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
