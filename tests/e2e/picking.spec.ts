import { expect, openTable, test } from './site.ts';

test('what is picked is ticked in every table that comes after it', async ({ page }) => {
  await openTable(page, 'models/');
  const box = page.getByRole('checkbox', { name: /^选来对比/ }).nth(2);
  await box.check();
  await expect(page).toHaveURL(/sel=/);
  // No table stands while nothing is found, nor beside the chart.
  await page.getByRole('searchbox').fill('zzz');
  await expect(page.locator('.table-empty')).toBeVisible();
  await page.getByRole('button', { name: '清除筛选' }).first().click();
  await expect(box).toBeChecked();
  await page.getByRole('radio', { name: '图', exact: true }).check({ force: true });
  await expect(page.locator('.chart-axes')).toBeVisible();
  await page.getByRole('radio', { name: '表', exact: true }).check({ force: true });
  await expect(box).toBeChecked();
  await expect(page.locator('.explorer-table [aria-selected=true]')).toHaveCount(1);
});

for (const width of [360, 900]) {
  test(`at ${width} px rows stay where they are when a filter is set and models are picked`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await openTable(page, 'models/?view=resources');
    const top = async () => (await page.getByRole('grid').boundingBox())!.y;
    const before = await top();
    await page.getByRole('searchbox').fill('qwen3');
    await expect(page.getByRole('button', { name: '清除筛选' })).toBeVisible();
    expect(await top()).toBe(before);
    const boxes = page.getByRole('checkbox', { name: /^选来对比/ });
    await boxes.nth(4).scrollIntoViewIfNeeded();
    const scrolled = await top();
    await boxes.nth(3).click();
    await boxes.nth(4).click();
    const link = page.getByRole('link', { name: '对比（2）' });
    expect(await top()).toBe(scrolled);
    await expect(link).toBeInViewport();
  });
}

test('the sixth model is not picked, and it says why', async ({ page }) => {
  await openTable(page, 'models/');
  const boxes = page.getByRole('checkbox', { name: /^选来对比/ });
  for (let index = 0; index < 5; index += 1) await boxes.nth(index).check();
  await boxes.nth(5).click();
  await expect(boxes.nth(5)).not.toBeChecked();
  await expect(page.getByText('最多比 5 个，先去掉一个')).toBeVisible();
  await page.getByRole('button', { name: '取消选择' }).click();
  await expect(page).not.toHaveURL(/sel=/);
});
