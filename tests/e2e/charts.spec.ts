import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect, test } from './site.ts';

/** Every chart that is there without a script; the cost chart, which is not, has tests of its own below. */
const CHARTS = [
  ['guide/performance/', 'fig-code-scores'],
  ['guide/performance/', 'fig-memory'],
  ['guide/performance/', 'fig-speed'],
  ['guide/measurements/', 'fig-concurrency-qwen2.5-coder-32b'],
  ['guide/measurements/', 'fig-concurrency-deepseek-coder-v2-lite'],
  ['models/qwen2.5-coder-32b-instruct/', 'fig-code-scores'],
  ['models/qwen2.5-coder-32b-instruct/', 'fig-memory'],
  ['models/qwen2.5-coder-32b-instruct/', 'fig-speed'],
  ['models/glm-4.7-flash/', 'fig-speed'],
] as const;

/** Ids hold dots. */
const figureOf = (page: Page, id: string) => page.locator(`[id="${id}"]`);

async function download(page: Page, figure: Locator, action: string): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: action }).click(),
  ]);
  return file;
}

const contentOf = async (file: Download) => readFile(await file.path());

/** Size of a PNG from its head, the colour of its first pixel, and the colours that make it up. */
async function look(page: Page, png: Buffer) {
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const seen = await page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const pen = canvas.getContext('2d');
      pen?.drawImage(image, 0, 0);
      const { data } = pen?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      const counts = new Map<string, number>();
      for (let at = 0; at < data.length; at += 4) {
        const color = `${data[at]},${data[at + 1]},${data[at + 2]}`;
        counts.set(color, (counts.get(color) ?? 0) + 1);
      }
      const colors = [...counts].filter(([, count]) => count > 200).map(([color]) => color);
      return { corner: `${data[0]},${data[1]},${data[2]}`, colors, drawn: colors.length };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return { ...seen, width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** The light theme's paper, whatever the theme of the page. */
const PAPER = '250,249,246';

for (const [path, id] of CHARTS) {
  test(`/${path}#${id}: title, unit, source, and a mark for every figure of the table`, async ({ page }) => {
    await page.goto(path);
    const figure = figureOf(page, id);
    await expect(figure.locator('figcaption')).toContainText(/[\u4e00-\u9fff]/);
    await expect(figure.locator('figcaption small')).toContainText(/%|GB|GiB|tok\/s/);
    await expect(figure.locator('.source-line')).toContainText(/公开数据|估算|指南原值/);
    for (const action of ['复制链接', '下载 CSV', '下载 PNG']) {
      await expect(figure.getByRole('button', { name: action })).toBeVisible();
    }
    // A mark says the figure of the cell that opens the same popover.
    const faults = await figure.evaluate((element) => {
      const marks = [...element.querySelectorAll<HTMLButtonElement>('.chart-hit')];
      const cells = [...element.querySelectorAll<HTMLButtonElement>('table button[popovertarget]')];
      if (marks.length < 2 || cells.length < 2) return [`${marks.length} 个图上的点，${cells.length} 个格子`];
      const opened = new Set(marks.map((mark) => mark.getAttribute('popovertarget')));
      return [
        ...marks.flatMap((mark) => {
          const target = mark.getAttribute('popovertarget') ?? '';
          const cell = cells.find((one) => one.getAttribute('popovertarget') === target);
          const words = mark.getAttribute('aria-label') ?? '';
          if (!cell || !document.getElementById(target)) return [`${words}：表里没有`];
          const figures =
            (cell.cloneNode(true) as Element).textContent?.replace(/（.*?）|%/g, '').split('、') ?? [];
          const said = figures.some((text) => words.replaceAll(',', '').includes(text.replaceAll(',', '')));
          return said ? [] : [`${words} 与表里的 ${cell.textContent} 不同`];
        }),
        ...cells
          .filter((cell) => !opened.has(cell.getAttribute('popovertarget')))
          .map((cell) => `图上没有 ${cell.textContent}`),
      ];
    });
    expect(faults).toEqual([]);
  });
}

test('a bar opens its source by click, and every mark is reached by arrows within one tab stop', async ({
  page,
}) => {
  await page.goto('guide/performance/');
  const figure = figureOf(page, 'fig-memory');
  await figure.getByRole('button', { name: 'Qwen2.5-Coder-32B，指南原值：45GB，不可能' }).click();
  await expect(figure.getByRole('dialog', { name: '原文「45GB」的核对：不可能' })).toContainText(
    '核对记录 s018',
  );
  await page.keyboard.press('Escape');

  const marks = figure.locator('.chart-hit');
  await expect(figure.locator('.chart-hit[tabindex="0"]')).toHaveCount(1);
  await marks.first().focus();
  const count = await marks.count();
  for (let index = 1; index < count; index += 1) await page.keyboard.press('ArrowRight');
  await expect(marks.last()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(marks.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(marks.first()).toBeFocused();
  await page.keyboard.press('Enter');
  const opened = figure.getByRole('dialog', { name: /Qwen2\.5-Coder-32B，BF16，估算合计/ });
  await expect(opened).toContainText('KV 缓存');
  await page.keyboard.press('Escape');
  await expect(opened).toBeHidden();
  await expect(marks.first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(figure.locator('summary')).toBeFocused();
});

test('the table is one key away, and its figures open the same sources', async ({ page }) => {
  await page.goto('guide/measurements/');
  const figure = figureOf(page, 'fig-concurrency-qwen2.5-coder-32b');
  await expect(figure.getByRole('table')).toBeHidden();
  await figure.locator('summary').press('Enter');
  await expect(figure.getByRole('table')).toBeVisible();
  await figure.getByRole('row', { name: /^10 / }).getByRole('button', { name: /^25秒/ }).click();
  await expect(figure.getByRole('dialog', { name: /原文「25秒」/ })).toContainText('人均 15 tokens');
});

test('measured values are dots beside the range, and open who measured them', async ({ page }) => {
  await page.goto('models/glm-4.7-flash/');
  const figure = figureOf(page, 'fig-speed');
  const dot = figure.locator('.chart-dot').first();
  await dot.click();
  const opened = figure.getByRole('dialog').filter({ visible: true });
  await expect(opened).toContainText('来源');
  await expect(opened.getByRole('link').first()).toBeVisible();
});

test('the link of a figure is the page with its place, and opens there', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto('guide/performance/');
  const figure = figureOf(page, 'fig-speed');
  await figure.getByRole('button', { name: '复制链接' }).click();
  await expect(figure.getByRole('status')).toHaveText('已复制');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${baseURL}guide/performance/#fig-speed`);
  const other = await context.newPage();
  await other.goto(link);
  await expect(figureOf(other, 'fig-speed').locator('figcaption')).toBeInViewport();
  expect(await other.evaluate(() => scrollY)).toBeGreaterThan(1000);
  await context.close();
});

test('CSV holds the table, with units in its head and a column of sources', async ({ page }) => {
  await page.goto('guide/performance/');
  const figure = figureOf(page, 'fig-memory');
  const file = await download(page, figure, '下载 CSV');
  expect(file.suggestedFilename()).toBe('fig-memory.csv');
  const lines = (await contentOf(file)).toString('utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(1 + (await figure.locator('tbody tr').count()));
  expect(lines[0]).toBe(
    '\uFEFF精度,估算合计（GB）,权重（GB，估算）,KV 缓存（GB，估算）,激活与运行时（GB，估算）,指南原值,指南原值标记,来源',
  );
  expect(lines[1]).toMatch(
    /^Qwen2\.5-Coder-32B，BF16,[\d.]+,[\d.]+,[\d.]+,[\d.]+,45GB,不可能,.*核对记录 s018 http/,
  );
});

test('in the CSV a range is two numbers, and an estimate says that it is one', async ({ page }) => {
  await page.goto('guide/performance/');
  const file = await download(page, figureOf(page, 'fig-speed'), '下载 CSV');
  const rows: Record<string, string>[] = parse(await contentOf(file), { columns: true, bom: true });
  for (const row of rows) {
    const [low, high] = ['低端', '高端'].map((end) => Number(row[`估算的范围（tok/s）${end}`]));
    expect(low).toBeGreaterThan(0);
    expect(high).toBeGreaterThan(low!);
  }
  const unclaimed = rows.find((row) => row['指南原值'] === '');
  expect(unclaimed?.['来源']).toBe('本站估算');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`PNG in the ${colorScheme} theme: twice as fine, on light paper, not blank`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto('guide/performance/');
    for (const id of ['fig-code-scores', 'fig-memory', 'fig-speed']) {
      const file = await download(page, figureOf(page, id), '下载 PNG');
      expect(file.suggestedFilename()).toBe(`${id}.png`);
      const { width, height, corner, drawn } = await look(page, await contentOf(file));
      expect(width).toBe(1440);
      expect(height).toBeGreaterThan(600);
      expect(corner).toBe(PAPER);
      expect(drawn).toBeGreaterThan(5);
    }
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
  });
}

test('the cost chart keeps its state in the link of the figure, and gives a PNG with its points', async ({
  page,
}) => {
  await page.goto('cost/?api=gpt-4&calls=300');
  const figure = figureOf(page, 'fig-cost');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.chart-point').first()).toBeVisible();
  const { width, height, corner, drawn } = await look(
    page,
    await contentOf(await download(page, figure, '下载 PNG')),
  );
  expect(width).toBeGreaterThanOrEqual(1440);
  expect(height).toBeGreaterThan(2 * 300);
  expect(corner).toBe(PAPER);
  expect(drawn).toBeGreaterThan(4);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await figure.getByRole('button', { name: '复制链接' }).click();
  const link = await figure.getByRole('textbox', { name: '链接，请手动复制' }).inputValue();
  expect(link).toContain('api=gpt-4');
  expect(link).toContain('calls=300');
  expect(link).toMatch(/#fig-cost$/);
});

/** Colours of Alibaba and DeepSeek on light paper, of NVIDIA cards and the first Apple chips, of what does not fit and fits. */
const DEVELOPERS = ['198,122,18', '134,118,58'];
const CLASSES = ['29,92,125', '198,122,18'];
const VERDICTS = ['165,47,40', '29,92,125'];

for (const [path, id, seen, colors] of [
  ['compare/', 'fig-scores', '.compare-bar', DEVELOPERS],
  // Its points let others shine through: the plain colours are those of the legend.
  ['models/?as=chart&y=bigcodebench', 'fig-scatter', '.recharts-surface text', DEVELOPERS],
  ['about/accuracy/?what=prefill', 'fig-accuracy', '.recharts-surface text', CLASSES],
  ['pick/?mem=64&code=yes&speed=no', 'fig-weights-qwen2.5-coder-32b-instruct', '.picker-bar-no', VERDICTS],
] as const) {
  test(`/${path}: what is no SVG stands in the PNG as well`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      const figure = figureOf(page, id);
      await figure.scrollIntoViewIfNeeded();
      await expect(figure.locator(seen).first()).toBeVisible();
      const file = await look(page, await contentOf(await download(page, figure, '下载 PNG')));
      expect(file.corner).toBe(PAPER);
      expect(file.colors).toEqual(expect.arrayContaining([...colors]));
      const drawn = await figure
        .locator('[data-drawn], .recharts-wrapper')
        .evaluateAll((elements) => Math.max(...elements.map(({ clientWidth }) => clientWidth)));
      expect(Math.abs(file.width - 2 * (drawn + 48))).toBeLessThan(4);
    }
  });
}

test('nothing moves while charts load, and model pages load no chart library', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.url());
  });
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        Object.assign(window, { shift: (window as unknown as { shift: number }).shift + entry.value });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('models/qwen2.5-coder-32b-instruct/');
  for (const id of ['fig-code-scores', 'fig-memory', 'fig-speed']) {
    await figureOf(page, id).scrollIntoViewIfNeeded();
  }
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.01);
  expect(scripts.filter((url) => /recharts|Chart\.|react/i.test(url))).toEqual([]);
  await expect(page.locator('main astro-island')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('charts, tables and sources are there; actions that would do nothing are not', async ({ page }) => {
    await page.goto('guide/performance/');
    const figure = figureOf(page, 'fig-speed');
    expect(await figure.locator('.chart-svg rect').count()).toBeGreaterThan(10);
    await figure.getByRole('button', { name: 'Qwen2.5-72B，指南原值：4-8 tok/s，不可能' }).click();
    await expect(figure.getByRole('dialog', { name: '原文「4-8 tok/s」的核对：不可能' })).toBeVisible();
    await page.keyboard.press('Escape');
    await figure.locator('summary').click();
    await expect(figure.getByRole('table')).toBeVisible();
    await expect(figure.getByRole('button', { name: '下载 PNG' })).toBeHidden();
  });
});
