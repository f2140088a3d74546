import type { Page } from '@playwright/test';
import { accessible, expect, openTable, test } from './site.ts';

const left = (page: Page) => page.getByRole('status').filter({ hasText: '个模型' }).first();

test('the chart: same filters, axes by the link, what is left out in words, the front marked', async ({
  page,
}) => {
  await openTable(page, 'models/?as=chart&x=memory-q4&y=arena&lic=commercial');
  const chart = page.getByRole('group', { name: '哪些模型 4 位内存 更低、LMArena 更高？' });
  const points = chart.getByRole('button');
  await expect(points.first()).toBeVisible();
  const words = page.getByRole('status').filter({ hasText: '画了' });
  const [drawn = 0, total = 0, without = 0] = [...(await words.innerText()).matchAll(/\d+/g)].map(Number);
  expect(await points.count()).toBe(drawn);
  await expect(left(page)).toHaveText(`${total} / 87 个模型`);
  expect(without).toBeGreaterThan(0);
  await expect(words).toContainText('个没有公布「LMArena」');
  await expect(page.getByText('横轴是对数刻度。')).toBeVisible();
  await expect(chart.getByRole('button', { name: /在前沿上$/ }).first()).toBeVisible();
  await accessible(page, '.explorer');

  await page.getByLabel('纵轴').selectOption({ value: 'languages' });
  await expect(page).toHaveURL(/y=languages/);
  await expect(page.getByText('「编程语言」多少说不上更好，不画前沿')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/y=arena/);
});

test('a point opens its card by keyboard; arrows lead from point to point', async ({ page }) => {
  await openTable(page, 'models/?as=chart');
  const points = page
    .getByRole('group', { name: '哪些模型 4 位内存 更低、BigCodeBench-Hard 更高？' })
    .getByRole('button');
  await points.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(points.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  const card = page.locator('.pop:popover-open');
  await expect(card).toContainText('BigCodeBench-Hard');
  await expect(card.getByRole('link', { name: '模型页' })).toHaveAttribute('href', /\/models\/.+\//);
  await expect(card.getByRole('link', { name: '能跑吗' })).toHaveAttribute('href', /\/memory\/\?m=/);
  await card.getByRole('button', { name: '选来对比' }).click();
  await expect(page).toHaveURL(/sel=/);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('a point on top of another names it and leads to it', async ({ page }) => {
  await openTable(page, 'models/?as=chart&q=qwen&dev=alibaba,deepseek');
  const card = page.locator('.pop:popover-open');
  await page
    .getByRole('button', { name: /^Qwen2\.5-14B：/ })
    .first()
    .press('Enter');
  await card.getByRole('button', { name: 'DeepSeek-R1-Distill-Qwen-14B' }).click();
  await expect(card.locator('b').first()).toHaveText('DeepSeek-R1-Distill-Qwen-14B');
});

test('an estimate leads to 能跑吗 under the same conditions, which comes to the same figure', async ({
  page,
}) => {
  for (const [view, label] of [
    ['resources', '4 位内存 算得'],
    ['speed', 'BF16 速度 算得'],
  ] as const) {
    await openTable(page, `models/?view=${view}&q=qwen3-32b`);
    const head = page.getByRole('columnheader', { name: new RegExp(`^${label}`) });
    const place = await head.evaluate((th) => (th as HTMLTableCellElement).cellIndex);
    const cell = page.locator(`.figures tbody tr:first-child td:nth-of-type(${place})`);
    const figure = await cell.innerText();
    await cell.click();
    await page.getByRole('dialog').getByRole('link', { name: '能跑吗：同样的条件' }).click();
    await expect(page.getByText(/链接里有 \d+ 处看不懂/)).toHaveCount(0);
    const answers = page.locator('.memory');
    // The low end of a range is rounded there and cut here.
    await expect(answers).toContainText(`${figure.split('–').at(-1)} ${view === 'speed' ? 'tok/s' : 'GiB'}`);
    await expect(answers).toContainText('Qwen3-32B');
  }
});
