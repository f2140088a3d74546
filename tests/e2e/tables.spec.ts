import { expect, test } from './site.ts';

const names = (page: import('@playwright/test').Page) => page.locator('.figures tbody th').allInnerTexts();

test('hardware: filtered and sorted by link, the same in another browser', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('hardware/');
  await expect(page.getByRole('status').filter({ hasText: '台机器' })).toContainText('507 / 507');
  await page.getByRole('button', { name: 'NPU' }).click();
  await page.getByRole('button', { name: '内存带宽' }).click();
  await expect(page).toHaveURL(/\?kind=npu&sort=-bandwidth$/);
  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const colleague = await other.newPage();
  await colleague.goto(page.url());
  await expect(colleague.getByRole('columnheader', { name: /内存带宽/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  expect(await names(colleague)).toEqual(await names(page));
  await other.close();
});

test('hardware: sources that disagree stand side by side', async ({ page }) => {
  await page.goto('hardware/ascend-910b/');
  const conflicts = page.locator('h2#conflicts ~ dl').first();
  for (const figure of ['400 GB/s', '1,600 GB/s']) await expect(conflicts).toContainText(figure);
});

test('an old price bears a mark, the day is one click away, and a count stands below', async ({ page }) => {
  await page.goto('hardware/rtx-4090-24gb/');
  const old = page.getByRole('button', { name: /¥13,000–16,000.*可能已过期/ });
  await old.click();
  await expect(page.getByRole('dialog', { name: /¥13,000–16,000/ })).toContainText('核对于 2025-09');
  await page.keyboard.press('Escape');
  await expect(page.locator('.stale-note').last()).toHaveText(/^\d+ 个数字可能已过期/);
  await page.goto('hardware/');
  const row = page.locator('.figures tbody tr', { hasText: 'RTX 4090 24GB' }).first();
  await expect(row.getByRole('button', { name: /¥15,000–18,000/ }).locator('.stale')).toHaveAttribute(
    'title',
    '可能已过期，核对于 2026-05-24',
  );
  await expect(page.locator('.figures tbody tr .stale').first()).toBeVisible();
});

test('measurements: machine, engine and page in the link; every row opens its source', async ({ page }) => {
  await page.goto('measurements/');
  await expect(page.getByRole('status').filter({ hasText: '条' })).toContainText('2,162 / 2,162');
  await page.getByLabel('机器', { exact: true }).selectOption('rtx-4090-24gb');
  await expect(page).toHaveURL(/hw=rtx-4090-24gb/);
  for (const text of await page.locator('.figures tbody td:nth-of-type(1)').allInnerTexts())
    expect(text).toContain('4090');

  await page.locator('.figures tbody td:nth-of-type(4) button').first().click();
  const source = page.getByRole('dialog', { name: /的来源/ });
  await expect(source.getByRole('link')).toHaveAttribute('href', /^https?:/);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '清除筛选' }).click();
  await page.getByRole('button', { name: '下一页' }).click();
  await expect(page).toHaveURL(/\?p=2$/);
  await page.goBack();
  await expect(page).not.toHaveURL(/p=2/);
});

test('measurements: a junk link is named, the rest still counts', async ({ page }) => {
  await page.goto('measurements/?hw=nothing&kind=memory');
  await expect(page.getByText('链接里有 1 处看不懂')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '/ 842' })).toBeVisible();
});

test('a model page: licence as a decision, scores with their field, files, measurements', async ({
  page,
}) => {
  await page.goto('models/qwen2.5-72b-instruct/');
  await expect(page.locator('.licence')).toContainText('有条件');
  await expect(page.locator('main p').filter({ hasText: '月活跃用户不足 1 亿' }).first()).toBeVisible();
  const scores = page.getByRole('region', { name: /各项评测/ });
  await expect(scores.getByRole('row', { name: /BigCodeBench-Full.*instruct/ })).toContainText('21 个里最高');
  await expect(page.getByRole('region', { name: '各精度有多大？' })).toContainText('145.4');
  await page.getByRole('link', { name: /实测库里的全部/ }).click();
  await expect(page).toHaveURL(/measurements\/\?m=qwen2\.5-72b-instruct$/);
});

test('a model without layer figures gets no computed size', async ({ page }) => {
  await page.goto('models/kimi-k3/');
  await expect(page.locator('h1')).toContainText('Kimi');
  await expect(page.locator('main')).not.toContainText('NaN');
});
