import type { Page } from '@playwright/test';
import { accessible, expect, openTable, explorerDrawn, test } from './site.ts';

const names = async (page: Page) => {
  await explorerDrawn(page);
  return page.locator('.figures tbody th').allTextContents();
};
const left = (page: Page) => page.getByRole('status').filter({ hasText: '个模型' }).first();
const chip = (page: Page, group: string, name: RegExp) =>
  page.getByRole('group', { name: group }).getByRole('button', { name });

/** Sum of the layout shifts that no input caused. */
async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const shifts = globalThis as unknown as { moved: number };
    shifts.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
        if (!entry.hadRecentInput) shifts.moved += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { moved: number }).moved);
}

test('every choice says how many models it leaves, and leaves as many', async ({ page }) => {
  await openTable(page, 'models/?cap=tools');
  await page.getByRole('button', { name: /^更多筛选/ }).click();
  for (const [group, name] of [
    ['参数量', /^20–40B/],
    ['能力', /^推理模式/],
    ['商用', /^有条件/],
    ['激活参数', /^4–10B/],
    ['开发者', /^智谱/],
  ] as const) {
    const choice = chip(page, group, name);
    await explorerDrawn(page);
    const count = /(\d+)$/.exec(await choice.innerText())?.[1];
    expect(Number(count)).toBeGreaterThan(0);
    await choice.click();
    await expect(left(page)).toHaveText(`${count} / 87 个模型`);
    // Counts follow a moment after the rows; an ability that is asked for counts the rows left.
    await expect(chip(page, '能力', /^工具调用/)).toHaveText(`工具调用${count}`);
    await choice.click();
    await expect(chip(page, '能力', /^工具调用/)).toHaveText('工具调用77');
  }
  // Where one of a group is chosen, another adds to it.
  await chip(page, '商用', /^可商用/).click();
  const other = chip(page, '商用', /^有条件/);
  await expect(other).toHaveText(/\+\d+$/);
  const before = Number.parseInt(await left(page).innerText(), 10);
  const more = Number(/\d+$/.exec(await other.innerText())?.[0]);
  await other.click();
  await expect(left(page)).toHaveText(`${before + more} / 87 个模型`);
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(page.locator('.table-bar .count')).toBeFocused();
  await chip(page, '开发者', /^零一万物/).click();
  await expect(chip(page, '参数量', /^> 40B/)).toHaveText('> 40B0');
  await expect(chip(page, '参数量', /^> 40B/)).toHaveClass(/chip-none/);
});

test('choices within one frame all count, and the last one wins', async ({ page }) => {
  await openTable(page, 'models/');
  await page.evaluate(async () => {
    const click = async (words: string) => {
      [...document.querySelectorAll<HTMLElement>('.explorer button')]
        .find(({ innerText }) => innerText.startsWith(words))
        ?.click();
      // As after an event of the browser: what waits for its end is done, but nothing is painted.
      await new Promise<void>((done) => queueMicrotask(() => queueMicrotask(() => queueMicrotask(done))));
    };
    for (const words of ['工具调用', '推理模式', '推理模式', '20–40B', '参数量', '参数量'])
      await click(words);
  });
  await expect(page).toHaveURL(/\?size=20-40&cap=tools&sort=params$/);
  await expect(chip(page, '能力', /^工具调用/)).toHaveAttribute('aria-pressed', 'true');
  await expect(chip(page, '能力', /^推理模式/)).toHaveAttribute('aria-pressed', 'false');
  const here = await names(page);
  await openTable(page, page.url());
  expect(await names(page)).toEqual(here);
});

test('a choice that is undone within one frame leaves nothing to wait for', async ({ page }) => {
  await openTable(page, 'models/');
  await page.evaluate(async () => {
    for (let time = 0; time < 2; time += 1) {
      [...document.querySelectorAll<HTMLElement>('.explorer .chip')]
        .find(({ innerText }) => innerText.startsWith('工具调用'))
        ?.click();
      // As after an event of the browser: what waits for its end is done, but nothing is painted.
      await new Promise<void>((done) => queueMicrotask(() => queueMicrotask(() => queueMicrotask(done))));
    }
  });
  await expect(chip(page, '能力', /^工具调用/)).toHaveAttribute('aria-pressed', 'false');
  expect(await names(page)).toHaveLength(87);
});

test('context, day of release, family and licence are part of the link, and back undoes each', async ({
  page,
  browser,
  baseURL,
}) => {
  await openTable(page, 'models/');
  await page.getByLabel('上下文长度（原生）').selectOption({ value: '262144' });
  await page.getByLabel('发布日期').selectOption({ value: '2025-07' });
  await chip(page, '商用', /^可商用/).click();
  await chip(page, '商用', /^有条件/).click();
  await page.getByRole('button', { name: /^更多筛选/ }).click();
  await page.getByRole('combobox', { name: '家族' }).click();
  await page.keyboard.type('qwen3.5');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/fam=qwen3\.5/);
  for (const part of ['ctx=262144', 'since=2025-07', 'lic=commercial,conditions'])
    expect(page.url()).toContain(part);
  const rows = await names(page);
  expect(rows.length).toBeGreaterThan(1);
  for (const name of rows) expect(name).toContain('Qwen3.5');

  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const colleague = await other.newPage();
  await openTable(colleague, page.url());
  await expect(left(colleague)).toHaveText(`${rows.length} / 87 个模型`);
  expect(await names(colleague)).toEqual(rows);
  await other.close();

  await page.goBack();
  await expect(page).not.toHaveURL(/fam=/);
  await page.goBack();
  await expect(page).toHaveURL(/lic=commercial$/);
  await expect(chip(page, '商用', /^有条件/)).toHaveAttribute('aria-pressed', 'false');
});

test('columns are chosen one by one, kept in the link, and given back', async ({ page }) => {
  await openTable(page, 'models/');
  await page.getByRole('button', { name: '选列' }).click();
  const chooser = page.getByRole('dialog', { name: '选择显示哪些列' });
  await accessible(page, '.menu:popover-open');
  await chooser.getByLabel(/^LMArena/).check();
  await chooser.getByLabel(/^发布日期/).uncheck();
  await expect(page).toHaveURL(
    /cols=params,active,developer,license,context,tools,arena,weights-bf16,file-q4/,
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: /^LMArena/ })).toHaveCount(1);
  await expect(page.getByRole('columnheader', { name: /^发布日期/ })).toHaveCount(0);
  await page.getByRole('button', { name: '选列' }).click();
  await chooser.getByRole('button', { name: '用回「概览」的列' }).click();
  await expect(page).not.toHaveURL(/cols=/);
  await openTable(page, 'models/?cols=nothing,params');
  await expect(page.getByText('cols=nothing（没有这个编号，已略去）')).toBeVisible();
  await expect(page.locator('.figures thead th')).toHaveCount(2);
});

test('a second column to sort by needs no key held down', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await openTable(page, 'models/?sort=developer');
  await page.getByRole('button', { name: '排序（1）' }).click();
  const menu = page.getByRole('dialog', { name: '按哪些列排序' });
  await menu.getByLabel('再按一列排序').selectOption({ value: 'params' });
  await expect(page).toHaveURL(/sort=developer,-params/);
  await menu.getByRole('button', { name: /^参数量：现在从大到小/ }).click();
  await expect(page).toHaveURL(/sort=developer,params/);
  await menu.getByRole('button', { name: '不按开发者排序' }).click();
  await expect(page).toHaveURL(/\?sort=params$/);
});

test('from the search field to the comparison by keyboard alone', async ({ page }) => {
  await openTable(page, 'models/');
  await page.keyboard.press('/');
  await expect(page.getByLabel('名称或开发者')).toBeFocused();
  await page.keyboard.type('qwen3-');
  await expect(page).toHaveURL(/q=qwen3-/);
  const grid = page.getByRole('grid');
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    if (await grid.evaluate((table) => table.contains(document.activeElement))) break;
  }
  const focused = page.locator(':focus');
  await expect(focused).toHaveAccessibleName(/模型/);
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveAccessibleName(/^选来对比/);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/sel=[\w.-]+,[\w.-]+$/);

  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('href', /\/models\//);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /参数量：.* 的来源/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: /的来源/ })).toBeHidden();
  await page.keyboard.press('Control+Home');
  await expect(focused).toHaveAccessibleName(/^模型/);
  await page.keyboard.press('Control+End');
  await expect(page.locator('tbody tr').last().locator(':focus')).toHaveCount(1);

  const link = page.getByRole('link', { name: '对比（2）' });
  const ids = new URL(page.url()).searchParams.get('sel');
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/compare/\\?m=${ids}$`));
  await expect(page.locator('.compare-table thead th')).toHaveCount(3);
});

test('End brings the last cell into sight whole, and arrows none behind the first column', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await openTable(page, 'models/');
  await page.getByRole('columnheader').first().getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  const box = page.locator('.table-scroll');
  const focused = page.locator(':focus');
  await page.keyboard.press('End');
  const [cell, frame] = [(await focused.boundingBox())!, (await box.boundingBox())!];
  expect(cell.x + cell.width).toBeLessThanOrEqual(frame.x + frame.width);
  const first = (await page.locator('tbody th').first().boundingBox())!;
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('ArrowLeft');
    expect((await focused.boundingBox())!.x).toBeGreaterThanOrEqual(first.x + first.width - 1);
  }
});

test('a model is found by the path of its repository, and not by the host of it', async ({ page }) => {
  await openTable(page, 'models/?q=Qwen/Qwen3-32B');
  expect(await names(page)).toContain('Qwen3-32B');
  await openTable(page, 'models/?q=huggingface');
  await expect(page.locator('.table-empty')).toBeVisible();
});

test('a memory finds models without a published file by their estimated weights', async ({ page }) => {
  await openTable(page, 'models/?mem=24&q=gpt-oss');
  expect(await names(page)).toEqual(['gpt-oss-20b']);
  await openTable(page, 'models/?mem=24&prec=bf16&q=qwen3.5-9b');
  expect(await names(page)).toEqual(['Qwen3.5-9B']);
});

for (const path of [
  'models/?q=qwen&mem=48&sort=-params',
  'models/?view=coding&cap=tools,reasoning',
  'models/?q=nothing-at-all',
]) {
  test(`nothing jumps when ${path} is opened`, async ({ page }) => {
    const moved = await watchShifts(page);
    await openTable(page, path);
    await expect(left(page)).not.toHaveText('87 / 87 个模型');
    expect(await moved()).toBeLessThan(0.02);
  });
}

test('at 360 px the table stands in the first window, filters wait behind a button', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openTable(page, 'models/');
  await expect(page.getByRole('group', { name: '参数量' })).toBeHidden();
  const table = await page.getByRole('grid').boundingBox();
  expect(table?.y).toBeLessThan(500);
  await page.getByRole('button', { name: '更多筛选' }).click();
  await chip(page, '参数量', /^< 10B/).click();
  await expect(page).toHaveURL(/size=-10/);
  await openTable(page, 'models/?as=chart');
  await expect(page.locator('.scatter-point').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
