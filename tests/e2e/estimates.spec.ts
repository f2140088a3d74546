import { expect, test } from './site.ts';

const MODEL = 'models/qwen2.5-coder-32b-instruct/';

test('memory of a model: the parts under the table add up to the figure, which leads to the same question', async ({
  page,
}) => {
  await page.goto(MODEL);
  const table = page.getByRole('region', { name: '用 llama.cpp、Ollama 跑，要多少内存？' });
  const row = (name: string) => table.getByRole('row', { name: new RegExp(`^${name} `) });
  // Cells after the row's head: weights, origin, 4K, 8K, 32K, 128K.
  const at8K = async (name: string) =>
    Number.parseFloat(await row(name).getByRole('cell').nth(3).innerText());
  const weights = Number.parseFloat(await row('Q4_K_M').getByRole('cell').nth(0).innerText());
  const parts = (await at8K('其中KV 缓存')) + (await at8K('其中激活与运行时'));
  expect(Math.abs(weights + parts - (await at8K('Q4_K_M')))).toBeLessThan(0.15);

  await expect(row('Q4_K_M')).toContainText('公布的文件');
  await expect(row('Q6_K')).toContainText('估算');
  await row('其中KV 缓存').getByRole('button').nth(1).click();
  await expect(row('其中KV 缓存').getByRole('dialog')).toContainText('64 层 × 8,192 token');
  await page.keyboard.press('Escape');

  await row('Q4_K_M').getByRole('link').nth(1).click();
  await expect(page).toHaveURL(
    /\/memory\/\?m=qwen2\.5-coder-32b-instruct&prec=q4-k-m&ctx=8192&engine=llama\.cpp$/,
  );
});

test('speed on common machines: verdict in words, range with its reckoning, link to the same question', async ({
  page,
}) => {
  await page.goto(MODEL);
  const table = page.getByRole('region', { name: '在常见机器上放得下什么精度，有多快？' });
  await expect(table.getByRole('row')).toHaveCount(13);
  const row = table.getByRole('row', { name: /^RTX 4090 24GB / });
  await expect(row).toContainText('放得下');
  await expect(row).toContainText(/条实测/);
  const figure = row.getByRole('button');
  await expect(figure).toHaveText(/^\d+–\d+$/);
  await figure.click();
  await expect(page.getByRole('dialog')).toContainText('1008 GB/s');
  await page.keyboard.press('Escape');
  await expect(table.getByRole('row', { name: /^RTX 3060 12GB / })).toContainText('放不下');
  await expect(row.getByRole('link').last()).toHaveAttribute(
    'href',
    '/memory/?m=qwen2.5-coder-32b-instruct&prec=q4-k-m&ctx=8192&hw=rtx-4090-24gb&engine=llama.cpp',
  );
  // Memory that the record does not state travels in the link.
  await expect(
    table
      .getByRole('row', { name: /^Xeon E5-2680 v4（双路），256 GB/ })
      .getByRole('link')
      .last(),
  ).toHaveAttribute('href', /hw=2x-xeon-e5-2680-v4&mem=256&/);
});

test('a model whose cache cannot be told says why instead', async ({ page }) => {
  await page.goto('models/deepseek-v4-pro/');
  await expect(page.locator('h2#memory + p')).toContainText('没有显存估算');
  await expect(page.locator('h2#speed')).toHaveCount(0);
});

test('a machine: the models that fit, the largest first; estimates beside measurements', async ({ page }) => {
  await page.goto('hardware/rtx-4090-24gb/');
  const table = page.getByRole('region', { name: 'RTX 4090 24GB放得下哪些模型？' });
  await expect(table.getByRole('row')).toHaveCount(21);
  const sizes = (await table.locator('tbody td:nth-of-type(5)').allInnerTexts()).map(Number);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  for (const left of await table.locator('tbody td:nth-of-type(7)').allInnerTexts()) {
    expect(Number(left)).toBeGreaterThanOrEqual(0);
  }
  await expect(page.getByRole('link', { name: /全部 \d+ 个放得下的模型/ })).toHaveAttribute(
    'href',
    '/memory/?view=models&hw=rtx-4090-24gb&ctx=8192',
  );
  const measured = page.getByRole('region', { name: /本站估算多快/ });
  const cells = await measured.locator('tbody td:nth-of-type(3)').allInnerTexts();
  expect(cells.length).toBeGreaterThan(5);
  for (const cell of cells) expect(cell).toMatch(/^[\d.,]+(–[\d.,]+)?(，实测更[快慢])?$|^不估算$/);
});

test('machines without figures say what is missing', async ({ page }) => {
  await page.goto('hardware/ascend-910b/');
  await expect(page.locator('h2#fits + p')).toContainText('不够可靠');
  await page.goto('hardware/2x-xeon-e5-2680-v4/');
  await expect(page.locator('h2#fits + p')).toContainText('这里按 256 GB 算');
});

test('a claim opens the estimate beside the arithmetic', async ({ page }) => {
  await page.goto('guide/performance/');
  await page
    .getByRole('button', { name: /^8-12 tok\/s/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: '原文「8-12 tok/s」的核对：不可能' }).first();
  await expect(dialog).toContainText('153.6 GB/s ÷');
  await expect(dialog).toContainText(/估算 [\d.]+–[\d.]+ tok\/s（llama\.cpp，BF16，.*指南写 8–12 tok\/s/);
});

test('the explorer has memory and speed of the estimator, between no bound and the ceiling', async ({
  page,
}) => {
  await page.goto('models/?view=speed&q=qwen2.5-coder-32b');
  const cells = page.locator('.figures tbody tr').first().locator('td');
  const high = Number((await cells.nth(0).innerText()).split('–').at(-1));
  expect(high).toBeLessThanOrEqual(Number.parseFloat(await cells.nth(2).innerText()) + 0.05);
  await page.goto('models/?view=resources&q=qwen2.5-coder-32b');
  await page.locator('.figures tbody tr').first().getByRole('gridcell').nth(5).click();
  await expect(page.getByRole('dialog')).toContainText('KV 缓存');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the tables are there, and a figure still opens', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(MODEL);
    const row = page
      .getByRole('region', { name: '在常见机器上放得下什么精度，有多快？' })
      .getByRole('row', { name: /^RTX 4090 24GB / });
    await row.getByRole('button').click();
    await expect(page.getByRole('dialog')).toContainText('一步');
  });
});
