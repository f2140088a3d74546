import type { Page } from '@playwright/test';
import { expect, openTable, explorerDrawn, test } from './site.ts';

// Rows out of sight are not laid out, and have no inner text until they are.
const column = async (page: Page, index: number) => {
  await explorerDrawn(page);
  return page.locator(`.figures tbody tr td:nth-of-type(${index})`).allTextContents();
};

/** Place of the EvalPlus HumanEval column among the cells of a row in the view 代码能力. */
const EVALPLUS = 4;
const known = async (page: Page) =>
  (await column(page, EVALPLUS)).filter((text) => !text.startsWith('–')).map(Number);

test('a click sorts, a second turns it round, unknown stays last', async ({ page }) => {
  await openTable(page, 'models/?view=coding');
  const head = page.getByRole('columnheader', { name: /HumanEval.*EvalPlus/ });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=-humaneval-evalplus/);
  const down = await known(page);
  expect(down.length).toBeGreaterThan(1);
  expect(down).toEqual([...down].sort((a, b) => b - a));

  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  expect(await known(page)).toEqual([...down].reverse());
  const cells = await column(page, EVALPLUS);
  expect(cells.slice(down.length)).toEqual(Array(87 - down.length).fill('–'));

  await head.getByRole('button').click();
  await expect(head).not.toHaveAttribute('aria-sort');
  await expect(page).not.toHaveURL(/sort=/);
});

test('every column sorts by keyboard alone', async ({ page }) => {
  await openTable(page, 'models/');
  const heads = page.locator('.figures thead th');
  for (let index = 0; index < (await heads.count()); index += 1) {
    const button = heads.nth(index).getByRole('button');
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(heads.nth(index)).toHaveAttribute('aria-sort', /ascending|descending/);
  }
});

test('Shift sorts by several columns', async ({ page }) => {
  await openTable(page, 'models/');
  await page.getByRole('button', { name: '开发者', exact: true }).click();
  await page.getByRole('button', { name: '参数量', exact: true }).click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/sort=developer,-params/);
  await expect(page.getByRole('columnheader', { name: /开发者/ })).toContainText('1');
  await expect(page.getByRole('columnheader', { name: /^参数量/ })).toContainText('2');
  const developers = await column(page, 3);
  expect(developers).toEqual([...developers].sort(new Intl.Collator('zh-CN', { numeric: true }).compare));
  const sizes = (await column(page, 1)).map(Number);
  const meta = sizes.filter((_, index) => developers[index] === 'Meta');
  expect(meta.length).toBeGreaterThan(2);
  expect(meta).toEqual([...meta].sort((a, b) => b - a));
});

test('a preset without figures of the newest models comes sorted by one that has them', async ({ page }) => {
  await openTable(page, 'models/?q=qwen');
  const choose = (name: string) => page.getByRole('radio', { name }).check({ force: true });
  await choose('代码能力');
  await expect(page).toHaveURL(/\?q=qwen&sort=-bigcodebench-hard&view=coding$/);
  expect((await column(page, 2))[0]).not.toBe('–');
  await choose('综合成绩');
  await expect(page).toHaveURL(/\?q=qwen&sort=-arena&view=general$/);
  await choose('概览');
  await expect(page).toHaveURL(/\?q=qwen$/);

  // What was sorted by hand stays, and so does what a link asks for.
  await page.getByRole('button', { name: '参数量', exact: true }).click();
  await choose('代码能力');
  await expect(page).toHaveURL(/\?q=qwen&sort=-params&view=coding$/);
  await openTable(page, 'models/?view=coding');
  await expect(page.locator('.figures [aria-sort]')).toHaveCount(0);
});

for (const [label, grades] of [
  ['许可', ['可商用', '有条件', '不可商用']],
  ['工具调用', ['支持', '部分支持', '无依据']],
  ['推理模式', ['始终', '可切换', '无']],
] as const)
  test(`${label} is sorted from most to least, not by the sound of its words`, async ({ page }) => {
    await openTable(page, 'models/?cols=license,tools,reasoning');
    const head = page.getByRole('columnheader', { name: new RegExp(label) });
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    const place = await head.evaluate((th) => (th as HTMLTableCellElement).cellIndex);
    const words = await column(page, place);
    expect([...new Set(words)].filter((word) => word !== '–')).toEqual(grades);
  });
