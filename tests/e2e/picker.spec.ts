import { expect, test } from './site.ts';

const answers = '.picker-answers h2';

test('question by question: both answers where they disagree, each with what it gives up', async ({
  page,
}) => {
  await page.goto('pick/');
  await page.getByRole('button', { name: '64 GB' }).click();
  const code = page.getByRole('group', { name: '主要用途是代码？' });
  await code.getByRole('button', { name: '是' }).click();
  await page.getByRole('group', { name: '追求速度？' }).getByRole('button', { name: '是' }).click();

  await expect(page).toHaveURL(/\?mem=64&code=yes&speed=yes$/);
  await expect(page.locator(answers)).toHaveText(['Qwen2.5-Coder-32B', 'DeepSeek-Coder-V2-Lite']);
  await expect(page.getByText('放弃', { exact: true })).toHaveCount(2);
});

test('back: the button and the browser undo one step at a time', async ({ page }) => {
  await page.goto('pick/');
  await page.getByRole('button', { name: '128 GB' }).click();
  await page.getByRole('group', { name: '追求最佳性能？' }).getByRole('button', { name: '是' }).click();
  await expect(page).toHaveURL(/best=yes/);
  await page.goBack();
  await expect(page).toHaveURL(/\?mem=128$/);
  await page.goForward();
  await expect(page).toHaveURL(/best=yes/);
  await page.getByRole('button', { name: '上一步' }).click();
  await expect(page).toHaveURL(/\?mem=128$/);
  await page.getByRole('button', { name: '重新开始' }).click();
  await expect(page).toHaveURL(/pick\/$/);
});

for (const [query, expected] of [
  ['mem=39.9', ['DeepSeek-Coder-V2-Lite']],
  ['mem=40&code=yes&speed=no', ['Qwen2.5-Coder-32B']],
  ['mem=80&code=no&speed=no', ['Qwen2.5-72B（量化）', 'Qwen2.5-Coder-32B']],
  ['mem=80.1&best=yes&users=10', ['Qwen2.5-72B']],
  ['mem=80.1&best=no&users=11', ['Qwen2.5-Coder-32B']],
] as const) {
  test(`the link ?${query} leads to ${expected.join(' 与 ')}`, async ({ page }) => {
    await page.goto(`pick/?${query}`);
    await expect(page.locator(answers)).toHaveText(
      expected.map((name) => new RegExp(name.replace(/[()（）]/g, '.'))),
    );
  });
}

test('by keyboard alone: typing the memory, then the focus goes on to what is asked next', async ({
  page,
}) => {
  await page.goto('pick/');
  await page.getByRole('textbox', { name: '可用内存' }).focus();
  await page.keyboard.type('96');
  await page.keyboard.press('Enter');
  await expect(page.locator('legend:focus')).toHaveText('追求最佳性能？');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('legend:focus')).toHaveText('需要多用户并发？');
  await expect(page).toHaveURL(/mem=96&best=yes/);
});

test('says whether the answer fits, by the weights alone', async ({ page }) => {
  await page.goto('pick/?mem=96&best=yes&users=1');
  const answer = page.locator('.picker-answers');
  await expect(answer).toContainText('放不下');
  await expect(answer).toContainText('145.4 GB');
  await expect(answer).toContainText('没算 KV 缓存');
  await expect(answer.getByRole('link', { name: '核对记录 s094' })).toHaveAttribute(
    'href',
    /about\/errata\/#s094$/,
  );
});

test('an answer of another branch is ignored with a note', async ({ page }) => {
  await page.goto('pick/?mem=64&best=yes&code=maybe');
  await expect(page.getByText('链接里有 2 处看不懂')).toBeVisible();
  await expect(page.getByRole('group', { name: '主要用途是代码？' })).toBeVisible();
});

test('every answer of the drawn tree is a link to the way there', async ({ page, browser, baseURL }) => {
  await page.goto('guide/summary/');
  const hrefs = await page
    .locator('.picker-tree a[href*="mem="]')
    .evaluateAll((links) => links.map((link) => [link.getAttribute('href'), link.textContent] as const));
  expect(hrefs.length).toBeGreaterThanOrEqual(9);
  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const colleague = await other.newPage();
  for (const [href, label] of hrefs) {
    await colleague.goto(href ?? '');
    const model = /(?:Qwen|DeepSeek)[\w.-]+/.exec(label ?? '')?.[0] ?? 'nothing';
    await expect(colleague.locator(answers).filter({ hasText: model }).first(), href ?? '').toBeVisible();
  }
  await other.close();
});
