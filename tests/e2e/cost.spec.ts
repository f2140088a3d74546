import { readFile } from 'node:fs/promises';
import { expect, test } from './site.ts';

const verdict = '.cost-verdict';

for (const [label, printed] of [
  ['64 GB 服务器', '每月 ¥222'],
  ['128 GB 服务器', '每月 ¥417、每年 ¥5,000'],
  ['256 GB 服务器', '每月 ¥833'],
  ['GPT-4 10 万次', '$300'],
  ['GPT-4 每年', '$10,950'],
  ['Claude 10 万次', '$150'],
  ['Claude 每年', '$5,475'],
] as const) {
  test(`the guide's row ${label} is reproduced, with what it hides`, async ({ page }) => {
    await page.goto('cost/');
    await page.locator('.cost-presets .chip', { hasText: label }).click();
    const note = page.locator('.cost-presets').getByText('这里算得').first();
    await expect(note).toContainText(printed);
    await expect(note).toContainText(/要得到它|每次调用|平摊/);
  });
}

test('more calls turn the answer, and the break-even point is where both cost the same', async ({ page }) => {
  await page.goto('cost/?api=gpt-4&out=0&fx=7&calls=65');
  await expect(page.locator(verdict)).toContainText('API 便宜');
  const facts = page.locator('.cost-facts');
  // ¥5,000 ÷ (365 × $0.03 × 7)
  await expect(facts).toContainText('每天 65.2 次');
  await page.getByRole('textbox', { name: '每天调用' }).fill('66');
  await expect(page.locator(verdict)).toContainText('自建便宜');
  await expect(page).toHaveURL(/calls=66/);
});

test('a scenario travels in the link', async ({ page, browser, baseURL }) => {
  await page.goto('cost/');
  await page.getByRole('textbox', { name: '硬件价格' }).fill('30,000');
  await page.getByRole('textbox', { name: '折旧年限' }).fill('5');
  await page.getByLabel('价格', { exact: true }).selectOption('claude-sonnet-4.5');
  await expect(page).toHaveURL(/\?hw=30000&years=5&api=claude-sonnet-4\.5$/);
  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const colleague = await other.newPage();
  await colleague.goto(page.url());
  await expect(colleague.getByRole('textbox', { name: '硬件价格' })).toHaveValue('30000');
  expect(await colleague.locator(verdict).innerText()).toBe(await page.locator(verdict).innerText());
  await other.close();
});

test('impossible input says what to write; free and huge inputs stay words, never NaN', async ({ page }) => {
  await page.goto('cost/?years=0&fx=abc');
  await expect(page.getByText('链接里有 2 处看不懂')).toBeVisible();
  await page.getByRole('textbox', { name: '折旧年限' }).fill('0');
  await expect(page.getByText('要在 0.5 到 20 之间')).toBeVisible();
  await page.goto('cost/?api=custom&calls=100000000&hw=100000000');
  await expect(page.locator('.cost-facts')).toContainText('没有盈亏平衡点');
  await expect(page.locator('main')).not.toContainText(/NaN|Infinity|undefined/);
});

test('the chart comes into view with both lines and the point, over a table that is there without it', async ({
  page,
}) => {
  await page.goto('cost/?api=gpt-4');
  const figure = page.locator('.cost-answers figure');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('svg.recharts-surface').first()).toBeVisible();
  await expect(figure.locator('.recharts-line')).toHaveCount(2);
  await expect(figure.getByRole('table')).toBeAttached();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines.slice(1)) expect(line).toMatch(/^[\d.]+,[\d.]+,.*token × \$30.*https:\/\//);
});

test('every point of the chart opens its formula and source, by click and by key', async ({ page }) => {
  await page.goto('cost/?api=gpt-4&calls=100');
  const figure = page.locator('.cost-answers figure');
  await figure.scrollIntoViewIfNeeded();
  const now = figure
    .getByRole('button', { name: 'API，每年，每天 100 次' })
    .and(figure.locator('.chart-point'));
  await now.click();
  const popover = figure.getByRole('dialog');
  await expect(popover).toContainText('每天 100 次 × 365 天 × 每次');
  await expect(popover).toContainText('token × $30');
  await expect(popover.getByRole('link', { name: 'models.dev：OpenAI 价格' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(popover).toBeHidden();
  await expect(now).toBeFocused();

  // The picture is one stop of the tab key; arrows lead on.
  await expect(figure.locator('.chart-point[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('ArrowLeft');
  const self = figure
    .locator('.chart-point')
    .and(page.getByRole('button', { name: '自建，每年，每天 100 次' }));
  await expect(self).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(popover).toContainText('硬件折旧');
  await page.keyboard.press('Escape');

  await figure
    .getByRole('row', { name: /平衡点/ })
    .getByRole('button')
    .last()
    .click();
  await expect(popover).toContainText('÷ 1,000,000 × 汇率');
});

test('an exchange rate and a price that are old say so', async ({ page }) => {
  await page.goto('cost/?api=gpt-4');
  await expect(page.locator('.cost-inputs .stale-words').filter({ hasText: '2026-07-02' })).toBeVisible();
  await expect(
    page.locator('.cost-inputs fieldset', { hasText: '汇率' }).last().locator('.stale-words'),
  ).toContainText('可能已过期，核对于 2026-08-22');
  await expect(page.locator('.cost-answers .source-line').getByText('可能已过期')).toHaveCount(2);
});

test('a price names its source and the day it was checked', async ({ page }) => {
  await page.goto('cost/?api=gpt-4');
  await expect(page.getByText('核对于 2026-07-02').first()).toBeVisible();
  await expect(
    page.locator('main').getByRole('link', { name: 'models.dev：OpenAI 价格' }).first(),
  ).toBeVisible();
});

test('what a machine would have to keep up is reckoned for the volume and for break-even', async ({
  page,
}) => {
  await page.goto('cost/?calls=1000');
  const line = page.locator('.cost-left-out li').first();
  // 1,000 × 500 ÷ 86,400, and 4,566.2 × 500 ÷ 86,400.
  await expect(line).toContainText('要平均 5.79 tok/s；平衡点要 26.4 tok/s');
  await expect(line.getByRole('link', { name: '能跑吗' })).toHaveAttribute('href', /\/memory\/$/);
});
