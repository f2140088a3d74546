import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

interface Item {
  quantity: string;
  heldOut: string;
  group: string | null;
  covered: number;
  median: number;
}
const { items }: { items: Item[] } = JSON.parse(readFileSync('dist/api/v1/accuracy.json', 'utf8'));
const published = (quantity: string, group: string | null) =>
  items.find(
    (item) =>
      item.quantity === quantity && item.group === group && /^(sourceOnMachine|none)$/.test(item.heldOut),
  );
const percent = (share = Number.NaN) => `${(share * 100).toFixed(1)}%`;

const summary = (page: Page) => page.locator('main').getByRole('status').filter({ hasText: '行，误差' });
const table = (page: Page) => page.getByRole('region', { name: '估算与实测的各行' });
const names = (page: Page) => table(page).locator('tbody tr').allInnerTexts();

test('filtered and sorted by link, the same rows in another browser', async ({ page, browser, baseURL }) => {
  await page.goto('about/accuracy/');
  await expect(summary(page)).toContainText(percent(published('decode', null)?.median));
  await page.getByRole('radio', { name: '预填充速度' }).check({ force: true });
  await page.getByLabel('机器类别').selectOption('apple-late');
  await table(page).getByRole('button', { name: '误差' }).click();
  await expect(page).toHaveURL(/\?what=prefill&class=apple-late&sort=-error$/);
  const group = published('prefill', 'class:apple-late');
  await expect(summary(page)).toContainText(`${group?.covered} 行，误差的中位数 ${percent(group?.median)}`);

  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const colleague = await other.newPage();
  await colleague.goto(page.url());
  await expect(colleague.getByLabel('机器类别')).toHaveValue('apple-late');
  await expect(table(colleague).locator('tbody tr')).toHaveCount(
    await table(page).locator('tbody tr').count(),
  );
  expect(await names(colleague)).toEqual(await names(page));
  await other.close();
});

test('another quantity drops the filters that it has no row for', async ({ page }) => {
  await page.goto('about/accuracy/?class=apple-late&kind=dense');
  await expect(summary(page)).toBeVisible();
  await page.getByRole('radio', { name: '权重文件' }).check({ force: true });
  await expect(page).toHaveURL(/\?kind=dense&what=weightsFile$/);
  await expect(table(page).locator('tbody tr').first()).toBeVisible();
});

test('every row opens its source', async ({ page }) => {
  await page.goto('about/accuracy/?what=totalMemory');
  await table(page).locator('tbody td button').first().click();
  const source = page.getByRole('dialog', { name: /的来源/ });
  await expect(source.getByRole('link')).toHaveAttribute('href', /^https?:/);
});

test('the chart comes into view with a point a row', async ({ page }) => {
  await page.goto('about/accuracy/?engine=exllama');
  const chart = page.locator('.accuracy-chart');
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator('.recharts-scatter-symbol')).toHaveCount(
    published('decode', 'engine:exllama')?.covered ?? 0,
  );
  await expect(chart.locator('.recharts-reference-line-line')).toHaveCount(3);
  await chart.locator('.recharts-scatter-symbol').first().hover();
  await expect(chart.locator('.chart-tip')).toContainText('实测');
});

test('the rows on screen as CSV', async ({ page }) => {
  await page.goto('about/accuracy/?engine=exllama');
  await expect(summary(page)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 CSV' }).click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines).toHaveLength(1 + (published('decode', 'engine:exllama')?.covered ?? 0));
  for (const line of lines.slice(1)) expect(line).toMatch(/https?:/);
});

test('a junk link is named, the rest still counts', async ({ page }) => {
  await page.goto('about/accuracy/?what=everything&kind=moe');
  await expect(page.getByText('链接里有 1 处看不懂')).toBeVisible();
  await expect(page.getByLabel('结构')).toHaveValue('moe');
});

test('on a phone the page scrolls only inside its tables', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('about/accuracy/');
  await expect(summary(page)).toBeVisible();
  await page.locator('.accuracy-chart').scrollIntoViewIfNeeded();
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
});

test('the home page states the error of the estimates', async ({ page }) => {
  await page.goto('');
  await page.getByRole('link', { name: /生成速度估算的中位误差/ }).click();
  await expect(page.locator('h1')).toHaveText('估算准确度');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('figures, reasons, classes, worst rows, formulas and constants are there', async ({ page }) => {
    await page.goto('about/accuracy/');
    for (const quantity of ['decode', 'prefill', 'throughput', 'weightsFile', 'kvCache', 'totalMemory']) {
      await expect(page.locator(`[data-quantity="${quantity}"] td`).first()).toHaveText(
        percent(published(quantity, null)?.median),
      );
    }
    await expect(page.locator('[data-stranger]')).toHaveCount(4);
    expect(await page.locator('[data-groups="decode"] tbody tr').count()).toBeGreaterThan(30);
    expect(await page.locator('[data-accuracy="not-covered"] tbody tr').count()).toBeGreaterThan(5);
    for (const link of await page.locator('[data-accuracy="worst"] tbody a').all())
      await expect(link).toHaveAttribute('href', /^https?:/);
    expect(await page.locator('[data-accuracy="formulas"] tbody tr').count()).toBeGreaterThan(3);
    await expect(page.locator('[data-constants="llama.cpp"]')).toHaveCount(1);
    expect((await page.locator('main noscript').boundingBox())?.height).toBeGreaterThan(20);
  });
});
