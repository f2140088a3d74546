import { frameOf, ROOT_HOST } from './frame.ts';
import { builtPages, expect, test } from './site.ts';

const pages = builtPages('test-results/sub-path');

test('every link and asset stays under the base path and answers', async ({ request, baseURL }) => {
  test.setTimeout(120_000);
  const origin = new URL(baseURL ?? '').origin;
  const seen = new Set<string>();
  const outside: string[] = [];
  for (const path of pages) {
    const html = await (await request.get(path)).text();
    for (const [, target = ''] of html.matchAll(/<(?:a|link|script|img)\s[^>]*?(?:href|src)="([^"#?]+)/g)) {
      const url = new URL(target, `${baseURL}${path}`);
      if (url.origin !== origin) continue;
      if (!url.pathname.startsWith('/guide/')) outside.push(`${path} → ${url.pathname}`);
      seen.add(url.pathname);
    }
  }
  expect(outside).toEqual([]);
  const broken: string[] = [];
  for (const path of seen) if (!(await request.get(path)).ok()) broken.push(path);
  expect(broken).toEqual([]);
  expect(seen.size).toBeGreaterThan(pages.length);
});

test('islands come alive and deep links work', async ({ page }) => {
  await page.goto('models/?view=coding&sort=-bigcodebench&q=qwen2.5');
  await expect(page.locator('.figures tbody th').first()).toHaveText('Qwen2.5-Coder-32B');
  await page.goto('measurements/?hw=rtx-4090-24gb');
  await expect(page.locator('.figures tbody td:nth-of-type(1)').first()).toContainText('4090');
  await page.goto('pick/?mem=32');
  await expect(page.locator('.picker-answers h2')).toHaveText('DeepSeek-Coder-V2-Lite');
  await page.goto('cost/?calls=7');
  await expect(page.locator('.cost-verdict')).toContainText('每天 7 次');
});

test('a column head in the guide leads to the live table, a claim to its check', async ({ page }) => {
  await page.goto('guide/performance/');
  await page.getByRole('columnheader').getByRole('link', { name: 'BigCodeBench' }).first().click();
  await expect(page).toHaveURL(/\/guide\/models\/\?view=coding&sort=-bigcodebench$/);
  await expect(page.getByRole('columnheader', { name: /BigCodeBench/ }).first()).toHaveAttribute(
    'aria-sort',
    'descending',
  );
});

test('search finds and leads to a page under the base path', async ({ page }) => {
  await page.goto('');
  // Enabled by the same script that listens for the keys.
  await expect(page.getByRole('button', { name: '搜索' })).toBeEnabled();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').locator('input').fill('盈亏平衡点');
  await page.getByRole('dialog').getByRole('link', { name: '自建还是 API' }).first().click();
  await expect(page).toHaveURL(/\/guide\/cost\//);
});

test.describe('on a page of another site', () => {
  test.use({ hosts: [ROOT_HOST] });

  test('a tool is shown in a frame under the base path, and leads back to its page', async ({ page }) => {
    const address = 'http://localhost:4398/guide/models/?mem=24&embed=1';
    const frame = await frameOf(page, `http://${ROOT_HOST}/`, `<iframe src="${address}"></iframe>`);
    await expect(frame.getByRole('status').filter({ hasText: '个模型' })).not.toHaveText(/^87 /);
    await expect(frame.getByRole('navigation')).toHaveCount(0);
    const opened = page.waitForEvent('popup');
    await frame.getByRole('link', { name: '在完整页面打开' }).click();
    await expect(await opened).toHaveURL('http://localhost:4398/guide/models/?mem=24');
  });
});
