// How fast the tools answer in a browser whose processor is slowed: see `bench.ts`.
import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { clickToPaint, keyToPaint } from './bench-interaction.ts';
import { INPUT_MS, LOAD_LIMITS, type Figure } from './bench-limits.ts';
import { watchLoad, type PaintFigures } from './bench-load.ts';
import { findBrowser } from './browser.mjs';
import { fileWeigher } from './page-weight.ts';

const SLOWER = 4;
const TIMES = 5;
/** After the network has been quiet for half a second: late work of a page counts against it. */
const SETTLED_MS = 1000;
/** More models than this are synthetic. */
const REAL_MOST = 400;
const VIEWPORT = { width: 1440, height: 900 };

/** Searches, each for some models and not for others, and a link with filters, sort and view. */
const LETTERS = ['c', 'q', 'l', 'g', 'd'];
const DEEP_LINK = 'models/?view=coding&q=qwen&cap=code&lic=commercial&sort=-params';
/** What a reader of the explorer looks at: the count, the heads with their order, the rows. */
const TABLE = 'main [role=status], main thead th, main tbody tr';
/** Verdict, bar, parts and speeds. What else there is to do, the formulas and the matrix may come a frame later. */
const ANSWERS = '.memory-head, .memory-figure, .memory-facts, .memory-speeds > ul';

/** With what everything fetched weighs, compressed. */
type Load = PaintFigures & { kilobytes: number };

/** Opens the pages of the site built to `dist` and tries their controls; of one with synthetic models, only the explorer. */
export async function measurePages(dist: string, report: (figure: Figure) => void): Promise<void> {
  const port = await freePort();
  const server = spawn(process.execPath, [fileURLToPath(new URL('serve.mjs', import.meta.url)), dist], {
    env: { ...process.env, PORT: String(port), BASE_PATH: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    // Told by the server once it listens.
    await new Promise((resolve) => server.stdout.once('data', resolve));
    const site = { browser, address: `http://localhost:${port}/`, wireBytes: fileWeigher(dist) };
    const models = await explorerInputs(site, report);
    if (models > REAL_MOST) return;
    for (const path of ['models/', DEEP_LINK]) await loads(site, path, report);
    await memoryInputs(site, report);
  } finally {
    await browser.close();
    server.kill();
  }
}

interface Site {
  browser: Browser;
  address: string;
  wireBytes(file: string): number;
}

/** A window of its own, nothing cached, the processor slowed from the start. */
async function open({ browser, address }: Site, path: string, use: (page: Page) => Promise<void>) {
  const context: BrowserContext = await browser.newContext({ viewport: VIEWPORT, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.addInitScript(watchLoad);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const fetched = new Set<string>();
  page.on('response', (response) => fetched.add(new URL(response.url()).pathname));
  await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  await page.waitForTimeout(SETTLED_MS);
  await use(page);
  await context.close();
  return fetched;
}

/** Sort, filter and search; returns the number of models. */
async function explorerInputs(site: Site, report: (figure: Figure) => void): Promise<number> {
  let models = 0;
  const told = (what: string, values: number[]) =>
    report({
      what: `/models/，${models} 个模型：${what}`,
      unit: 'ms',
      values,
      limit: models > REAL_MOST ? INPUT_MS.synthetic : INPUT_MS.real,
    });

  await open(site, 'models/', async (page) => {
    const status = page.locator('main').getByRole('status').filter({ hasText: '个模型' });
    const numbers = ((await status.textContent()) ?? '').replaceAll(',', '').match(/\d+/g) ?? [];
    models = Math.max(...numbers.map(Number));
    const heads = page.locator('main').getByRole('columnheader').getByRole('button');
    const values = [];
    for (let index = 0; index < TIMES; index += 1) {
      values.push(await clickToPaint(page, heads.nth(index), TABLE));
    }
    told('点列名排序', values);
  });
  await open(site, 'models/', async (page) => {
    const filters = page
      .locator('main')
      .getByRole('search')
      .locator('button[aria-pressed], input[type=checkbox]')
      .filter({ visible: true });
    const on = [];
    const off = [];
    for (let index = 0; index < TIMES; index += 1) {
      on.push(await clickToPaint(page, filters.nth(index), TABLE));
      off.push(await clickToPaint(page, filters.nth(index), TABLE));
    }
    told('点一个筛选', on);
    told('取消一个筛选', off);
  });
  await open(site, 'models/', async (page) => {
    const search = page.locator('main').getByRole('search');
    await search.getByRole('searchbox').or(search.getByRole('textbox')).first().focus();
    const typed = [];
    const erased = [];
    // The first letter changes most, and taking it back brings all rows again.
    for (const key of LETTERS) {
      typed.push(await keyToPaint(page, key, TABLE));
      erased.push(await keyToPaint(page, 'Backspace', TABLE));
    }
    told('搜索框打一个字母', typed);
    told('搜索框删一个字母', erased);
  });
  return models;
}

/** What opening a page costs, with the filters in the link or without any. */
async function loads(site: Site, path: string, report: (figure: Figure) => void) {
  const measured: Load[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    let load: PaintFigures | undefined;
    const fetched = await open(site, path, async (page) => {
      load = await page.evaluate(() => window.benchLoad?.());
    });
    if (!load) throw new Error(`没有量到 /${path}`);
    const bytes = [...fetched].reduce((sum, file) => sum + site.wireBytes(file), 0);
    measured.push({ ...load, kilobytes: bytes / 1000 });
  }
  for (const [key, { word, unit, limit }] of Object.entries(LOAD_LIMITS)) {
    const values = measured.map((load) => load[key as keyof Load]);
    report({ what: `打开 /${path}：${word}`, unit, values, limit });
  }
}

/** A chip is clicked and a figure typed over. */
async function memoryInputs(site: Site, report: (figure: Figure) => void) {
  for (const path of ['memory/', 'memory/?m=qwen2.5-72b-instruct']) {
    await open(site, path, async (page) => {
      const chips = page.getByRole('group', { name: '常用的上下文长度' }).getByRole('button');
      const clicked = [];
      for (let index = 0; index < TIMES; index += 1) {
        // The first is 4K, the second the one that holds.
        clicked.push(await clickToPaint(page, chips.nth(index % 2 === 0 ? 0 : 2 + (index >> 1)), ANSWERS));
      }
      report({ what: `/${path}：点一个上下文长度`, unit: 'ms', values: clicked, limit: INPUT_MS.memory });
      const users = page.getByRole('textbox', { name: '同时使用的人数' });
      const typed = [];
      for (const key of ['2', '3', '4', '5', '6']) {
        await users.selectText();
        typed.push(await keyToPaint(page, key, ANSWERS));
      }
      report({ what: `/${path}：改同时使用的人数`, unit: 'ms', values: typed, limit: INPUT_MS.memory });
    });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
