import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const heads = (page: Page) => page.locator('.compare-table thead th:not(:first-child)');
const row = (page: Page, name: string | RegExp) =>
  page.locator('.compare-table tbody tr').filter({ has: page.getByRole('rowheader', { name }) });
const arrived = (page: Page) => page.getByRole('status').filter({ hasText: /\d+ 个模型，\d+ 行/ });

test('the models of the guide stand side by side, with what may be compared marked', async ({ page }) => {
  await page.goto('compare/');
  await expect(heads(page)).toHaveText(['Qwen2.5-Coder-32B', 'DeepSeek-Coder-V2-Lite', 'Qwen2.5-72B']);
  await expect(row(page, '商用').locator('td')).toContainText(['可商用', '有条件', '有条件']);
  await expect(row(page, '商用').locator('td').nth(2)).toContainText('月活跃用户不足 1 亿');
  const shared = row(page, /^BigCodeBench-Full instruct/);
  await expect(shared.locator('td').first()).toContainText(/49%.*最高/);
  await expect(shared.locator('.compare-best')).toHaveCount(1);
  const apart = row(page, /^HumanEval 不能直接比/);
  await expect(apart).toContainText('测量方不同');
  await expect(apart.locator('.compare-best')).toHaveCount(0);
  await expect(row(page, '放得下吗').locator('td')).toContainText(['放得下', '放得下', '放不下']);
  await expect(page.locator('.compare-bars > li').first()).toContainText('BigCodeBench-Full');
});

test('a figure opens its source, a mark its reason, an estimate its formula', async ({ page }) => {
  await page.goto('compare/');
  await row(page, /^BigCodeBench-Full instruct/)
    .getByRole('button', { name: '49%' })
    .click();
  const source = page.getByRole('dialog', { name: /的来源/ });
  await expect(source).toContainText('3 个模型里最高');
  await expect(source.getByRole('link')).toHaveAttribute('href', /^https:/);
  await page.keyboard.press('Escape');
  await row(page, '生成速度').getByRole('button').first().click();
  await expect(source).toContainText('GB/s');
  await expect(source).toContainText('实测');
});

test('a model is added by typing Chinese or Latin, moved by keyboard, and removed', async ({ page }) => {
  await page.goto('compare/?m=qwen3-32b,gemma-3-27b-it');
  await expect(arrived(page)).toHaveText(/^2 个模型/);
  const add = page.getByRole('combobox', { name: '加一个模型' });
  await add.click();
  await page.keyboard.type('智谱 4.5-air');
  await expect(page.getByRole('listbox', { name: '加一个模型' }).getByRole('option')).toHaveText(
    /GLM-4.5-Air/,
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/m=qwen3-32b,gemma-3-27b-it,glm-4\.5-air/);
  await expect(heads(page)).toHaveText(['Qwen3-32B', 'Gemma 3 27B', 'GLM-4.5-Air']);
  await expect(row(page, '开发者').locator('td').nth(2)).toContainText('智谱');

  const left = page.getByRole('button', { name: 'GLM-4.5-Air 左移' });
  await left.focus();
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveText(['Qwen3-32B', 'GLM-4.5-Air', 'Gemma 3 27B']);
  await expect(left).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/m=glm-4\.5-air,qwen3-32b,gemma-3-27b-it/);
  await expect(left).toBeFocused();
  await expect(left).toHaveAttribute('aria-disabled', 'true');

  await page.getByRole('button', { name: '移除 Qwen3-32B' }).click();
  await expect(heads(page)).toHaveText(['GLM-4.5-Air', 'Gemma 3 27B']);
  await expect(page).toHaveURL(/m=glm-4\.5-air,gemma-3-27b-it/);
  const said = page.getByRole('status').filter({ hasText: '已移除 Qwen3-32B' });
  await expect(said).toHaveCount(1);
  await page.goBack();
  // What has been undone is not said any more.
  await expect(said).toHaveCount(0);
  await expect(heads(page)).toHaveText(['GLM-4.5-Air', 'Qwen3-32B', 'Gemma 3 27B']);
});

test('a model is moved by dragging', async ({ page }) => {
  await page.goto('compare/');
  const chosen = page.getByRole('list', { name: /对比的模型/ }).getByRole('listitem');
  await chosen.nth(2).dragTo(chosen.nth(0));
  await expect(heads(page)).toHaveText(['Qwen2.5-72B', 'Qwen2.5-Coder-32B', 'DeepSeek-Coder-V2-Lite']);
});

test('only differences: rows that are alike go, and come back', async ({ page }) => {
  await page.goto('compare/');
  await expect(row(page, '输入').first()).toContainText('文本');
  const all = await page.locator('.compare-table tbody tr').count();
  await page.getByRole('radio', { name: '只看差异' }).check();
  await expect(page).toHaveURL(/\?only=diff$/);
  await expect(row(page, /^输入$/)).toHaveCount(0);
  expect(await page.locator('.compare-table tbody tr').count()).toBeLessThan(all);
  await page.getByRole('radio', { name: '全部' }).check();
  await expect(page.locator('.compare-table tbody tr')).toHaveCount(all);
});

test('a copied link shows a colleague the same, in the same order', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(
    'compare/?m=gemma-3-27b-it,qwen3-32b,mistral-small-3.2-24b&hw=apple-m4-max&prec=q8-0&only=diff',
  );
  await page.getByRole('textbox', { name: '上下文长度' }).fill('16384');
  await expect(page).toHaveURL(/ctx=16384/);
  await expect(arrived(page)).toHaveText(/^3 个模型/);
  await page.getByRole('button', { name: '复制链接' }).first().click();
  await expect(page.getByText('已复制')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const colleague = await other.newPage();
  await colleague.goto(link);
  await expect(arrived(colleague)).toHaveText(/^3 个模型/);
  await expect(colleague.locator('.compare-table')).toContainText('Apple M4 Max，128 GB，Q8_0，16K 上下文');
  expect(await colleague.locator('.compare-table').innerText()).toBe(
    await page.locator('.compare-table').innerText(),
  );
  await other.close();
});

test('a link shows what it asks for without first showing something else', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts = globalThis as unknown as { moved: number };
    shifts.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.moved += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('compare/?m=qwen3-32b,gemma-3-27b-it,glm-4.5-air&hw=apple-m4-max');
  await expect(arrived(page)).toHaveText(/^3 个模型/);
  expect(await page.evaluate(() => (globalThis as unknown as { moved: number }).moved)).toBeLessThan(0.02);
});

test('unknown models are dropped with a note, and so is the sixth', async ({ page }) => {
  await page.goto('compare/?m=nobody,qwen3-32b,qwen3-14b,qwen3-8b,qwen3-4b,qwq-32b,phi-4&hw=nothing');
  const note = page.locator('.notice').first();
  await expect(note).toContainText('链接里有 3 处看不懂');
  await expect(note).toContainText('m=nobody（没有这个编号的模型，已略去）');
  await expect(note).toContainText('m=phi-4（最多比 5 个，只取前 5 个）');
  await expect(heads(page)).toHaveCount(5);
  await expect(page.getByRole('combobox', { name: '加一个模型' })).toHaveCount(0);
  await page.getByRole('button', { name: '从链接里去掉' }).click();
  await expect(page).toHaveURL(/\?m=qwen3-32b,qwen3-14b,qwen3-8b,qwen3-4b,qwq-32b$/);
});

test('a precision that nothing reads on the machine is said, in place of numbers', async ({ page }) => {
  await page.goto('compare/?prec=mlx-4bit');
  await expect(page.locator('.compare-group').filter({ hasText: '没有引擎能读' })).toBeVisible();
  await expect(row(page, '生成速度')).toHaveCount(0);
});

test('what is passed on is what is shown, however the link was written that opened it', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto('compare/?only=diff&m=qwen3-32b,nope,phi-4&utm=x&prec=q4-k-m&ctx=8192');
  await expect(page.getByText(/链接里有 1 处看不懂/)).toBeVisible();
  await page.getByRole('button', { name: '复制链接' }).first().click();
  await expect(page.getByText('已复制').first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${baseURL}compare/?only=diff&m=qwen3-32b,phi-4&utm=x`,
  );
  await context.close();
});

test('the CSV has a column for each model', async ({ page }) => {
  await page.goto('compare/');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载 CSV' }).first().click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.split('\r\n')[0]).toBe(
    '\uFEFF组,项目,单位或设置,Qwen2.5-Coder-32B,Qwen2.5-Coder-32B 来源,DeepSeek-Coder-V2-Lite,DeepSeek-Coder-V2-Lite 来源,Qwen2.5-72B,Qwen2.5-72B 来源,标记,说明',
  );
  expect(text).toContain('最高：Qwen2.5-Coder-32B');
});

test('at 360 px the labels stay while the table scrolls inside itself', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('compare/');
  const table = page.getByRole('region', { name: '对比表' });
  const label = row(page, '开发者').getByRole('rowheader');
  const before = await label.boundingBox();
  await table.evaluate((element) => (element.scrollLeft = 200));
  expect(await table.evaluate((element) => element.scrollLeft)).toBe(200);
  expect((await label.boundingBox())?.x).toBe(before?.x);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('the guide and the pages of models lead to comparisons that are there', async ({ page }) => {
  await page.goto('guide/models/');
  await page.getByRole('link', { name: '三个模型并排对比' }).click();
  await expect(heads(page)).toHaveText(['Qwen2.5-Coder-32B', 'DeepSeek-Coder-V2-Lite', 'Qwen2.5-72B']);
  await page.goto('models/qwen3-32b/');
  const links = page.locator('a[href*="/compare/?m=qwen3-32b,"]');
  expect(await links.count()).toBeGreaterThanOrEqual(2);
  await links.first().click();
  await expect(heads(page).first()).toHaveText('Qwen3-32B');
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('a machine whose memory its owner chooses is found by its Chinese brand, with the memory it is taken to have', async ({
  page,
}) => {
  await page.goto('compare/');
  const machine = page.getByRole('combobox', { name: '机器' });
  await machine.fill('至强 E5-2680 v4 双路');
  await page.getByRole('option', { name: /^Xeon E5-2680 v4（双路）/ }).click();
  await expect(page).toHaveURL(/hw=2x-xeon-e5-2680-v4/);
  await expect(page.locator('.compare-table')).toContainText('估算：Xeon E5-2680 v4（双路），256 GB，Q4_K_M');
  await expect(row(page, '放得下吗').locator('td')).toContainText(['放得下', '放得下', '放得下']);
  await page.reload();
  await expect(machine).toHaveValue('Xeon E5-2680 v4（双路），256 GB');
  await expect(page.getByText(/链接里有 \d+ 处看不懂/)).toHaveCount(0);
});
