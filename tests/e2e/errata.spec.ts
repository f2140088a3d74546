import { expect, test } from './site.ts';

test('counts are those of the records, and the filters narrow to them', async ({ page }) => {
  await page.goto('about/errata/');
  await expect(
    page.getByText('共核对 111 条：74 条与公开数据矛盾，其中 26 条按算术不可能成立'),
  ).toBeVisible();
  await page.getByRole('button', { name: '不可能 26' }).click();
  await expect(page.locator('.erratum')).toHaveCount(26);
  await page.getByRole('button', { name: 'Qwen2.5-72B', exact: true }).click();
  await expect(page).toHaveURL(/verdict=impossible&model=qwen2\.5-72b-instruct/);
  const rows = await page.locator('.erratum').count();
  expect(rows).toBeGreaterThan(5);
  await expect(page.getByRole('status').filter({ hasText: '条' })).toHaveText(`${rows} / 111 条`);
});

test('a contradicted figure opens 原值, 核对值, 为什么, 来源, by mouse and by keyboard', async ({ page }) => {
  await page.goto('guide/performance/');
  const figure = page.getByRole('button', { name: /^45GB.*不可能/ }).first();
  await figure.click();
  const check = page.getByRole('dialog', { name: '原文「45GB」的核对：不可能' }).first();
  for (const part of ['指南原值', '核对值', '为什么', '来源'])
    await expect(check.getByText(part, { exact: true })).toBeVisible();
  await expect(check).toContainText('32,763,876,352 个参数 × 16 位 ÷ 8 = 65.5 GB');
  await page.keyboard.press('Escape');
  await expect(check).toBeHidden();

  await figure.focus();
  await page.keyboard.press('Enter');
  await expect(check).toBeVisible();
  await check.getByRole('link', { name: '核对记录 s018' }).click();
  await expect(page).toHaveURL(/about\/errata\/#s018$/);
  await expect(page.locator('#s018')).toBeInViewport();
});

for (const [path, phrase] of [
  ['guide/summary/', '40-80GB'],
  ['guide/cost/', '50 次'],
  ['guide/performance/', 'BF16'],
  ['guide/measurements/', 'E5-2680'],
] as const) {
  test(`/${path}: what rests on a contradicted figure says so next to it`, async ({ page }) => {
    await page.goto(path);
    const caution = page.locator('main .starlight-aside');
    await expect(caution.first()).toBeVisible();
    expect((await page.locator('main').innerText()).includes(phrase)).toBe(true);
  });
}
