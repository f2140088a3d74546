import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, openTable, explorerDrawn, test } from './site.ts';

// Rows out of sight are not laid out, and have no inner text until they are.
const names = async (page: Page) => {
  await explorerDrawn(page);
  return page.locator('.figures tbody th').allTextContents();
};
const column = async (page: Page, index: number) => {
  await explorerDrawn(page);
  return page.locator(`.figures tbody tr td:nth-of-type(${index})`).allTextContents();
};

test('filters by text, developer, size, ability, licence and memory, and says how many are left', async ({
  page,
}) => {
  await openTable(page, 'models/');
  const status = page.getByRole('status').filter({ hasText: '个模型' });
  const left = async () => Number(/\d+/.exec(await status.innerText())?.[0]);
  await expect(status).toHaveText('87 / 87 个模型');

  await page.getByLabel('名称或开发者').fill('qwen2.5 coder');
  await expect(status).toHaveText('3 / 87 个模型');
  await page.getByLabel('名称或开发者').fill('coder');
  await page.getByRole('button', { name: '更多筛选' }).click();
  await page.getByRole('group', { name: '开发者' }).getByRole('button', { name: '零一万物' }).click();
  expect(await names(page)).toEqual(['Yi-Coder-9B']);
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(status).toHaveText('87 / 87 个模型');

  await page.getByRole('group', { name: '参数量' }).getByRole('button', { name: '10–20B' }).click();
  const middling = await left();
  for (const size of (await column(page, 1)).map(Number)) expect(size >= 9.9 && size <= 20.1).toBe(true);
  await page
    .getByRole('group', { name: '商用' })
    .getByRole('button', { name: /^可商用/ })
    .click();
  expect(await left()).toBeLessThan(middling);
  await page.getByRole('button', { name: '清除筛选' }).click();

  await page.getByRole('textbox', { name: '能放进' }).fill('20');
  const four = await left();
  await page.getByLabel('按精度').selectOption('bf16');
  expect(await left()).toBeLessThan(four);
  expect(await names(page)).toContain('Yi-Coder-9B');
  expect(await names(page)).not.toContain('Qwen2.5-72B');
  await expect(page).toHaveURL(/mem=20&prec=bf16/);
});

test('nothing found says so and offers the way back', async ({ page }) => {
  await openTable(page, 'models/?q=没有这样的模型');
  await expect(page.getByText('没有模型同时满足这些条件。')).toBeVisible();
  await page.getByRole('button', { name: '清除筛选' }).last().click();
  await expect(page.locator('.figures tbody tr')).toHaveCount(87);
});

test('a wrong number says what to write instead and keeps the table', async ({ page }) => {
  await openTable(page, 'models/');
  await page.getByRole('textbox', { name: '能放进' }).fill('很多');
  await expect(page.getByText('「很多」不是数字')).toBeVisible();
  await expect(page.locator('.figures tbody tr')).toHaveCount(87);
});

test('presets of columns are the four tables of 性能对比', async ({ page }) => {
  await openTable(page, 'models/');
  for (const [view, label] of [
    ['代码能力', '综合评分'],
    ['资源占用', '磁盘空间'],
    ['推理速度', '1000 tokens 耗时'],
    ['功能支持', '流式输出'],
  ] as const) {
    await page.getByRole('radio', { name: view }).check({ force: true });
    await expect(page.getByRole('columnheader', { name: new RegExp(label) })).toBeVisible();
  }
});

test('the link gives a colleague the same rows in the same order', async ({ page, browser, baseURL }) => {
  await openTable(page, 'models/');
  await page.getByRole('radio', { name: '资源占用' }).check({ force: true });
  await page.getByRole('textbox', { name: '能放进' }).fill('48');
  await page.getByRole('button', { name: 'BF16 权重' }).click();
  await expect(page).toHaveURL(/sort=-weights-bf16/);
  const link = page.url();

  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const colleague = await other.newPage();
  await openTable(colleague, link);
  await expect(colleague.getByRole('columnheader', { name: /BF16 权重/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  expect(await names(colleague)).toEqual(await names(page));
  await other.close();
});

test('junk in the link gives the default, a visible note, and leaves other parameters alone', async ({
  page,
}) => {
  await openTable(page, 'models/?sort=-nothing&mem=lots&view=coding&utm=x#top');
  await expect(page.getByText('链接里有 2 处看不懂')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /BigCodeBench/ }).first()).toBeVisible();
  await page.getByRole('button', { name: '从链接里去掉' }).click();
  await expect(page).toHaveURL(/\?view=coding&utm=x#top$/);
  await expect(page.getByText('看不懂')).toBeHidden();
});

test('a number opens its source, and Escape closes it', async ({ page }) => {
  await openTable(page, 'models/?view=coding');
  const cell = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: /Qwen2\.5-72B$/ }) })
    .getByRole('gridcell', { name: '45.8' });
  await cell.focus();
  await page.keyboard.press('Enter');
  const source = page.getByRole('dialog', { name: 'BigCodeBench：45.8 的来源' });
  await expect(source).toContainText('独立评测：BigCodeBench');
  await expect(source.getByRole('link', { name: 'BigCodeBench 榜' })).toHaveAttribute('href', /^https:/);
  await page.keyboard.press('Escape');
  await expect(source).toBeHidden();
});

test('after any way through sorts, filters and columns the table is the one its link opens', async ({
  page,
  browser,
  baseURL,
}) => {
  /** Every element of each row, attributes in one order; where the one stop of the tab key is depends on the way. */
  const table = async (of: Page) => {
    await explorerDrawn(of);
    return of.locator('.explorer-table tr').evaluateAll((rows) => {
      const words = (element: Element): string => {
        const attributes = [...element.attributes].filter(
          ({ name }) => name !== 'tabindex' && name !== 'style',
        );
        const style = (element as HTMLElement).style.cssText;
        return [
          element.localName,
          ...attributes.map(({ name, value }) => `${name}=${value}`).sort(),
          ...(style ? [style] : []),
          ...[...element.childNodes].map((node) =>
            node instanceof Element ? words(node) : node.textContent,
          ),
        ].join(' ');
      };
      return rows.map(words);
    });
  };
  const chip = (group: string, name: RegExp) =>
    page.getByRole('group', { name: group }).getByRole('button', { name });
  await openTable(page, 'models/');
  await page.getByRole('button', { name: '参数量', exact: true }).click();
  await chip('能力', /^推理模式/).click();
  await page.getByRole('radio', { name: '代码能力' }).check({ force: true });
  await page.getByLabel('名称或开发者').fill('yi');
  await page.getByLabel('名称或开发者').fill('');
  await chip('能力', /^推理模式/).click();
  await page.getByRole('button', { name: 'BigCodeBench', exact: true }).click();
  await chip('商用', /^可商用/).click();
  await page
    .getByRole('checkbox', { name: /^选来对比/ })
    .nth(2)
    .check();
  await expect(page).toHaveURL(/sel=/);

  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const colleague = await other.newPage();
  await openTable(colleague, page.url());
  expect(await table(page)).toEqual(await table(colleague));
  await other.close();
});

test('a bar is as long as its share of the largest figure found, and follows the filters', async ({
  page,
}) => {
  const longest = async () => {
    await explorerDrawn(page);
    const bars = await page.locator('.explorer-table td.bar:nth-of-type(1)').evaluateAll((cells) =>
      cells.map((cell) => {
        const { backgroundImage, backgroundSize } = getComputedStyle(cell);
        if (!backgroundImage.includes('gradient')) throw new Error(`没有画条：${cell.outerHTML}`);
        return [Number(cell.textContent), backgroundSize] as const;
      }),
    );
    return bars.sort(([a], [b]) => b - a)[0];
  };
  await openTable(page, 'models/?view=resources&sort=-weights-bf16');
  const all = await longest();
  await openTable(page, 'models/?view=resources&sort=-weights-bf16&size=-10');
  const small = await longest();
  expect(small?.[0]).toBeLessThan(all?.[0] ?? 0);
  expect(small?.[1]).toBe(all?.[1]);
});

test('the table draws claims as the guide does', async ({ page }) => {
  const faces = (cells: ReturnType<Page['locator']>) =>
    cells.evaluateAll((all) =>
      all.map(({ innerHTML, textContent }) => [textContent, innerHTML.replaceAll('<!-- -->', '')] as const),
    );
  await openTable(page, 'models/?view=resources');
  await explorerDrawn(page);
  const drawn = new Map(await faces(page.locator('.explorer-table td.claim')));
  expect(drawn.size).toBeGreaterThan(5);
  await page.goto('guide/performance/');
  const printed = new Map(await faces(page.locator('button.claim')));
  const both = [...drawn.keys()].filter((text) => printed.has(text));
  expect(both.length).toBeGreaterThan(3);
  for (const text of both) expect(drawn.get(text)).toBe(printed.get(text));
});

test('a figure from memory is shown as 待核实', async ({ page }) => {
  await openTable(page, 'models/?view=coding&q=codellama');
  await expect(
    page.getByRole('row', { name: /CodeLlama-34B/ }).getByRole('gridcell', { name: /^41\.5 ?待核实$/ }),
  ).toBeVisible();
});

test('CSV holds the rows on screen with their sources', async ({ page }) => {
  await openTable(page, 'models/?view=resources&q=qwen2.5-72b');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 CSV' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.startsWith('\uFEFF模型,')).toBe(true);
  const lines = csv.trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('145.4');
  expect(lines[1]).toContain('https://ollama.com/library');
});

test('copies the link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTable(page, 'models/?view=coding');
  await page.getByRole('button', { name: '复制链接' }).click();
  await expect(page.getByText('已复制')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('on a phone the first column stays and the table scrolls inside itself', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await openTable(page, 'models/?view=coding');
  const scroll = page.locator('.table-scroll');
  await scroll.evaluate((element) => element.scrollTo({ left: 400 }));
  const [box, first] = await Promise.all([
    scroll.boundingBox(),
    page.locator('.figures tbody th').first().boundingBox(),
  ]);
  expect(Math.abs((first?.x ?? 0) - (box?.x ?? 0))).toBeLessThan(3);

  await page.getByRole('button', { name: '更多筛选' }).click();
  await page
    .getByRole('group', { name: '商用' })
    .getByRole('button', { name: /^可商用/ })
    .click();
  await expect(page.getByRole('button', { name: '更多筛选（已选 1）' })).toBeVisible();
});
