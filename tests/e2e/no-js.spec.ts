import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

test.use({ javaScriptEnabled: false });

/** Playwright reads no text inside `noscript`: that it takes room and holds the words is what can be asked. */
async function saysSo(page: Page, words: string) {
  expect((await page.locator('main noscript').boundingBox())?.height).toBeGreaterThan(20);
  expect(await page.content()).toContain(words);
}

test('the model table is there whole, and says what needs JavaScript', async ({ page }) => {
  await page.goto('models/');
  await expect(page.locator('.figures tbody tr')).toHaveCount(87);
  await saysSo(page, '筛选、排序和换列需要 JavaScript');
});

test('the models of the guide are compared in full', async ({ page }) => {
  await page.goto('compare/');
  const table = page.locator('.compare-table');
  await expect(table.locator('thead th')).toHaveCount(4);
  expect(await table.locator('tbody tr').count()).toBeGreaterThan(50);
  await expect(table).toContainText('放不下，还差');
  await expect(page.locator('.compare-bars > li')).toHaveCount(6);
  await saysSo(page, '换模型、机器和精度需要 JavaScript');
});

test('the cost calculator shows its default scenario', async ({ page }) => {
  await page.goto('cost/');
  await expect(page.locator('.cost-verdict')).toContainText('每天 100 次');
  await expect(page.getByText('¥5,000').first()).toBeVisible();
  await saysSo(page, '浏览器没有启用 JavaScript');
});

test('the estimator answers its default question', async ({ page }) => {
  await page.goto('memory/');
  await expect(page.locator('.memory-verdict')).toContainText('放得下，还余');
  await expect(page.locator('.memory-grid tbody tr').first()).toBeVisible();
  await saysSo(page, '改输入要用 JavaScript');
});

test('the decision tree is drawn with every answer', async ({ page }) => {
  await page.goto('pick/');
  const tree = page.locator('.picker-tree');
  for (const model of ['DeepSeek-Coder-V2-Lite', 'Qwen2.5-Coder-32B', 'Qwen2.5-72B']) {
    await expect(tree.getByText(model).first()).toBeVisible();
  }
});

for (const path of ['compare/', 'cost/', 'hardware/', 'measurements/', 'models/', 'guide/cost/'])
  test(`every figure of /${path} is there to be read`, async ({ page }) => {
    await page.goto(path);
    const figures = page.locator('main .pop-open, main td, main .num');
    const hidden = await figures.evaluateAll((all) =>
      all
        .filter((one) => one.textContent !== '' && one.checkVisibility())
        .filter((one) => getComputedStyle(one).visibility === 'hidden')
        .map(({ textContent }) => textContent),
    );
    expect(await figures.count()).toBeGreaterThan(5);
    expect(hidden).toEqual([]);
  });

for (const [colorScheme, paper] of [
  ['light', 'rgb(250, 249, 246)'],
  ['dark', 'rgb(19, 22, 25)'],
] as const)
  test(`a ${colorScheme} system has a ${colorScheme} page`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ['', 'compare/', 'guide/performance/']) {
      await page.goto(path);
      await expect(page.locator('body')).toHaveCSS('background-color', paper);
    }
  });

test('a claim still opens its check', async ({ page }) => {
  await page.goto('guide/performance/');
  await page.getByRole('button', { name: /^45GB/ }).first().click();
  await expect(page.getByRole('dialog', { name: '原文「45GB」的核对：不可能' }).first()).toBeVisible();
});

test('all errata are listed', async ({ page }) => {
  await page.goto('about/errata/');
  await expect(page.locator('.erratum')).toHaveCount(111);
});
