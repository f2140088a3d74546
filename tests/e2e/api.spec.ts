import { existsSync, globSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { unsourcedNumbers } from '../unsourced.ts';
import { builtPages, expect, test } from './site.ts';

interface Listing {
  id: string;
  count: number;
  json: string;
  csv: string;
  schema: string;
  item?: string;
}

const index: { items: Listing[]; records: { folder: string; schema: string }[] } = JSON.parse(
  readFileSync('dist/api/v1/index.json', 'utf8'),
);

test('the index and every list are what their schemas say', async ({ request }) => {
  const files = [...index.items, { json: '/api/v1/index.json', schema: '/api/v1/schema/index.json' }];
  expect(files.length).toBeGreaterThan(8);
  for (const { json, schema } of files) {
    const response = await request.get(json);
    expect(response.headers()['content-type'], json).toContain('application/json');
    const document = await response.json();
    const { error } = z.fromJSONSchema(await (await request.get(schema)).json()).safeParse(document);
    expect(error?.issues ?? [], json).toEqual([]);
    expect(document.version).toBe('v1');
    expect(document.items, json).toHaveLength(document.count);
  }
});

test('a schema finds what is wrong', async ({ request }) => {
  const schema = z.fromJSONSchema(await (await request.get('/api/v1/schema/models.json')).json());
  const document = await (await request.get('/api/v1/models.json')).json();
  document.items[0].parameters.publishedB = '32B';
  expect(schema.safeParse(document).error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'items.0.parameters.publishedB',
  ]);
});

test('no published figure is without a source, and every source is published', async ({ request }) => {
  const sources = await (await request.get('/api/v1/sources.json')).json();
  const known = new Set(sources.items.map(({ id }: { id: string }) => id));
  for (const { id: list, json } of index.items) {
    const text = await (await request.get(json)).text();
    for (const item of JSON.parse(text).items) {
      const paths = unsourcedNumbers(item).filter((path) => path !== 'nominalBits');
      expect(paths, `${list} ${item.id}`).toEqual([]);
    }
    const cited = [...text.matchAll(/"source":"([^"]+)"/g)].map(([, id]) => id);
    expect(
      [...new Set(cited)].filter((id) => !known.has(id)),
      list,
    ).toEqual([]);
  }
});

test('every list is there as CSV, a row an item', async ({ request }) => {
  for (const { id, csv, json } of index.items) {
    const rows: Record<string, string>[] = parse(await (await request.get(csv)).text(), { columns: true });
    const { items } = await (await request.get(json)).json();
    expect(
      rows.map((row) => row.id),
      id,
    ).toEqual(items.map((item: { id: string }) => item.id));
  }
});

test('each model has a file of its own', async ({ request }) => {
  const models = index.items.find(({ id }) => id === 'models');
  const { items, ...rest } = await (await request.get(models?.json ?? '')).json();
  expect(globSync('dist/api/v1/models/*.json')).toHaveLength(items.length);
  for (const item of [items[0], items.at(-1)]) {
    const own = await (await request.get(models?.item?.replace('{id}', item.id) ?? '')).json();
    expect(own).toEqual({ ...rest, count: 1, items: [item] });
  }
});

test('each kind of record has a schema for editors', async ({ request }) => {
  const folders = globSync('content/data/*/*.yaml').map((file) => file.split(/[\\/]/)[2]);
  expect(index.records.map(({ folder }) => folder).sort()).toEqual([...new Set(folders)].sort());
  for (const { schema } of index.records) {
    const { additionalProperties, properties } = await (await request.get(schema)).json();
    expect(additionalProperties, schema).toBe(false);
    expect(Object.keys(properties).length, schema).toBeGreaterThan(0);
  }
});

test('the counts on the page about the data are those of the files', async ({ page }) => {
  await page.goto('about/data/');
  for (const { id, count } of index.items) {
    await expect(page.locator(`[data-list="${id}"] td`).first()).toHaveText(count.toLocaleString('en-US'));
  }
  const folders = new Set(globSync('content/data/*/*.yaml').map((file) => file.split(/[\\/]/)[2]));
  expect(folders.size).toBeGreaterThan(12);
  for (const folder of folders) {
    const files = globSync(`content/data/${folder}/*.yaml`).length;
    await expect(page.locator(`[data-collection="${folder}"] td`).first()).toHaveText(
      files.toLocaleString('en-US'),
    );
  }
});

test('every page is there as Markdown', () => {
  for (const path of builtPages()) {
    const file = `dist/${path.replace(/\/$/, '') || 'index'}.md`;
    expect(existsSync(file), file).toBe(true);
    const text = readFileSync(file, 'utf8');
    expect(text, file).toMatch(/^# \S/);
    expect(text, file).not.toMatch(/<\/?(div|span|button|astro-island|svg)\b|undefined|复制链接/);
    const links = [...text.matchAll(/\]\(([^)\s]*)/g)].map(([, target]) => target ?? '');
    expect(
      links.filter((target) => !/^(\/|https?:|mailto:)/.test(target)),
      file,
    ).toEqual([]);
  }
});

test('tables and the marks of claims survive in Markdown', async ({ page }) => {
  const text = readFileSync('dist/guide/performance.md', 'utf8');
  expect(text).toContain('| 88.1%（与公开数据不符） |');
  expect(text).toContain('（不可能）');
  await page.goto('guide/performance/');
  const rows = await page.locator('main table tr').count();
  const lines = text.split('\n').filter((line) => line.startsWith('| ') && !/^\| ---/.test(line));
  expect(lines).toHaveLength(rows);
});

test('llms.txt names every page and every list, and each link answers', async ({ request }) => {
  const text = await (await request.get('llms.txt')).text();
  expect(text).toMatch(/^# \S.*\n\n> \S/);
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => new URL(target ?? '').pathname);
  const pages = builtPages()
    .filter((path) => path !== '')
    .map((path) => `/${path.replace(/\/$/, '')}.md`);
  expect(pages.filter((path) => !links.includes(path))).toEqual([]);
  for (const { json, csv } of index.items) expect(links).toEqual(expect.arrayContaining([json, csv]));
  for (const path of new Set(links)) expect((await request.get(path)).ok(), path).toBe(true);
});
