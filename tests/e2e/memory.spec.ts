import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const verdict = '.memory-verdict';

/** Types into a combobox and takes what the list then offers first. */
async function choose(page: Page, label: string, text: string) {
  const box = page.getByRole('combobox', { name: label, exact: true });
  await box.fill(text);
  await page.getByRole('listbox', { name: label }).getByRole('option').first().waitFor();
  await box.press('Enter');
}

test('a question travels in the link, with the same answer', async ({ page, browser, baseURL }) => {
  await page.goto('memory/');
  await expect(page.locator(verdict)).toContainText('放得下，还余 2.43 GiB');
  await choose(page, '模型', 'qwen2.5 72b');
  await page.getByLabel('精度', { exact: true }).selectOption('awq-int4');
  await page.getByRole('textbox', { name: '几张' }).fill('4');
  await page.getByRole('button', { name: '16K' }).click();
  await page.getByRole('textbox', { name: '同时使用的人数' }).fill('4');
  await expect(page).toHaveURL(/\?m=qwen2\.5-72b-instruct&prec=awq-int4&n=4&ctx=16384&users=4$/);
  await expect(page.getByText('4 人的吞吐')).toBeVisible();
  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const colleague = await other.newPage();
  await colleague.goto(page.url());
  await expect(colleague.getByRole('combobox', { name: '模型', exact: true })).toHaveValue('Qwen2.5-72B');
  await expect(colleague.locator('.memory-rest')).toHaveText(await page.locator('.memory-rest').innerText(), {
    useInnerText: true,
  });
  await other.close();
});

test('what does not fit shows no speed, and a suggestion taken makes it fit', async ({ page }) => {
  await page.goto('memory/?prec=q5-k-m');
  await expect(page.locator(verdict)).toContainText('放不下，还差 0.54 GiB');
  await expect(page.getByRole('heading', { name: '有多快' })).toHaveCount(0);
  const ways = page.getByRole('region', { name: '怎样放得下' }).getByRole('link');
  // They follow the verdict by a frame.
  await expect(ways.first()).toBeVisible();
  const count = await ways.count();
  expect(count).toBeGreaterThanOrEqual(4);
  const asked = page.url();
  for (let index = 0; index < count; index += 1) {
    await ways.nth(index).click();
    // The link is written a moment after the answer; going back before that would leave the page.
    await expect(page).not.toHaveURL(asked);
    await expect(page.locator(verdict)).toContainText(/^(放得下|勉强)/);
    await expect(page.getByRole('heading', { name: /有多快/ })).toBeVisible();
    await page.goBack();
    await expect(page.locator(verdict)).toContainText('放不下');
  }
});

test('layers that a card cannot hold go to main memory, whose speed counts', async ({ page }) => {
  await page.goto('memory/?m=qwen2.5-72b-instruct');
  const split = page.getByRole('region', { name: '卸载到 CPU' });
  await expect(split).toContainText(/80 层里 \d+ 层在显卡上/);
  const speed = split.locator('.memory-speed-value');
  const before = await speed.innerText();
  await choose(page, '主机内存', '12ch ddr5');
  await expect(page).toHaveURL(/host=server-12ch-ddr5-5600/);
  expect(Number.parseFloat(await speed.innerText())).toBeGreaterThan(Number.parseFloat(before));
});

test('every speed is a range with its reason, and opens its formula', async ({ page }) => {
  await page.goto('memory/');
  const rows = page.locator('.memory-speeds > ul > li');
  await expect(rows).toHaveCount(4);
  for (const row of await rows.all()) {
    await expect(row).toContainText(/\d.*–.*\d/);
    await expect(row).toContainText(/机器有实测：\d+ 条|同类机器有实测|没有同类实测/);
  }
  await page.getByText('为什么：公式与代入的数').click();
  await expect(page.locator('.memory-why')).toContainText('1,008 GB/s ÷');
  await expect(page.locator('.memory-why')).toContainText(/64 层 × [\d.]+ µs/);
});

test("a machine of the reader's own: described, checked, and in the link", async ({ page }) => {
  await page.goto('memory/');
  await choose(page, '机器', '自己的');
  await page.getByRole('radio', { name: '统一内存' }).check();
  await page.getByRole('textbox', { name: '内存', exact: true }).fill('128');
  await page.getByRole('textbox', { name: /^内存带宽/ }).fill('0');
  await expect(page.getByText('要在 1 到 100,000 之间')).toBeVisible();
  await page.getByRole('textbox', { name: /^内存带宽/ }).fill('256');
  await expect(page).toHaveURL(/\?hw=own&kind=unified&mem=128&bw=256$/);
  await expect(page.locator(verdict)).toContainText('放得下');
  await expect(page.locator('.memory-figure')).toContainText('128 GiB × 0.75');
});

test('what cannot be read in a field gives way to a chosen value', async ({ page }) => {
  await page.goto('memory/');
  const context = page.getByRole('textbox', { name: /^上下文长度/ });
  await context.fill('很长');
  await expect(page.getByText('「很长」不是数字')).toBeVisible();
  await page.getByRole('group', { name: '常用的上下文长度' }).getByRole('button').first().click();
  await expect(context).toHaveValue('4096');
  await expect(page.getByText('「很长」不是数字')).toBeHidden();
  // Another field's change leaves it to be corrected.
  await context.fill('');
  await page.getByRole('textbox', { name: '同时使用的人数' }).fill('2');
  await expect(page.getByText('要填一个数')).toBeVisible();
});

test('junk in a link gives the default and says so; nothing is ever NaN', async ({ page }) => {
  await page.goto('memory/?m=gpt-5&users=0&ctx=1.5&hw=nobody');
  await expect(page.getByText('链接里有 4 处看不懂')).toBeVisible();
  await expect(page.locator(verdict)).toContainText('放得下，还余 2.43 GiB');
  for (const extreme of [
    '?hw=own&mem=0.5&bw=1&users=4096&ctx=10000000',
    '?hw=own&mem=100000&bw=100000&tflops=100000&ctx=16',
    '?prec=mlx-4bit',
    '?ctx=16&n=64',
    '?hw=raspberry-pi-5&prec=f32&view=models',
  ]) {
    await page.goto(`memory/${extreme}`);
    await expect(page.locator(verdict)).toBeVisible();
    await expect(page.locator('main')).not.toContainText(/NaN|Infinity|undefined|∞/);
  }
  await page.goto('memory/?prec=mlx-4bit');
  await expect(page.locator(verdict)).toContainText('没有引擎能读 MLX');
});

test('the matrices: a cell leads to its estimate, the models to theirs, and both to CSV', async ({
  page,
}) => {
  await page.goto('memory/');
  const cell = page.locator('.memory-grid tr', { hasText: 'Q3_K_M' }).getByRole('link').nth(2);
  await expect(cell).toContainText(/放得下|勉强/);
  const left = (await cell.locator('small').innerText()).replace('+', '');
  await cell.click();
  await expect(page).toHaveURL(/\?prec=q3-k-m&ctx=16384$/);
  await expect(page.locator(verdict)).toContainText(`余 ${left} GiB`);

  await page.getByRole('radio', { name: '放得下的模型' }).check();
  const rows = page.locator('.memory-models tbody tr');
  await expect(rows).toHaveCount(20);
  await page.getByRole('radio', { name: '生成速度' }).check();
  await expect(page).toHaveURL(/view=models&sort=speed/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 CSV' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.split('\r\n').length).toBeGreaterThan(21);
  await page.getByRole('button', { name: /显示全部/ }).click();
  expect(await rows.count()).toBeGreaterThan(20);
  const name = await rows.first().getByRole('link').innerText();
  await rows.first().getByRole('link').click();
  await expect(page.getByRole('combobox', { name: '模型', exact: true })).toHaveValue(name);
  await expect(page.locator(verdict)).toContainText(/^(放得下|勉强)/);
});

test('changes within one frame all count, are written together, and one step goes back', async ({ page }) => {
  await page.goto('memory/');
  await expect(page.locator(verdict)).toContainText('还余 2.43 GiB');
  await page.evaluate(() => {
    const click = (selector: string, text: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .find(({ textContent }) => textContent === text)
        ?.click();
    click('.memory-context .chip', '16K');
    click('.memory-matrix label', '放得下的模型');
  });
  await expect(page.locator(verdict)).toContainText('勉强，只余 0.43 GiB');
  await expect(page).toHaveURL(/\?ctx=16384&view=models$/);
  await expect(page.locator('.memory-models')).toBeVisible();
  await page.goBack();
  await expect(page.locator(verdict)).toContainText('还余 2.43 GiB');
  await expect(page.locator('.memory-grid')).toBeVisible();
});

test('by keyboard alone: another model is found, taken and judged', async ({ page }) => {
  await page.goto('memory/');
  const model = page.getByRole('combobox', { name: '模型', exact: true });
  await model.focus();
  await expect(model).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowDown');
  await expect(model).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(model).toHaveValue('Qwen2.5-Coder-32B');
  await page.keyboard.type('llama 3.3 70');
  await expect(page.getByRole('option', { name: /Llama-3\.3-70B/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/m=llama-3\.3-70b/);
  await expect(page.locator(verdict)).toContainText('放不下');
  await expect(page.locator(verdict)).toHaveAttribute('role', 'status');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('精度', { exact: true })).toBeFocused();
});

test('on a phone the verdict stays in view while inputs change, and nothing is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('memory/');
  const users = page.getByRole('textbox', { name: '同时使用的人数' });
  await users.scrollIntoViewIfNeeded();
  await users.fill('9');
  await expect(page.locator(verdict)).toContainText('放不下');
  await expect(page.locator(verdict)).toBeInViewport();
  await choose(page, '机器', 'h100 sxm');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
