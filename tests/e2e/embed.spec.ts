import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { HEIGHT_SCRIPT } from '../../src/url/embed.ts';
import { frameOf, ROOT_HOST, SUB_PATH_HOST } from './frame.ts';
import { expect, test } from './site.ts';

test.use({ hosts: [SUB_PATH_HOST] });

const OTHER_SITE = `http://${SUB_PATH_HOST}/guide/`;
const TOOLS = ['models', 'compare', 'memory', 'pick', 'cost', 'hardware', 'measurements'];
const frameTag = (path: string) =>
  `<iframe src="http://${ROOT_HOST}/${path}" width="100%" height="720" style="border: 0"></iframe>`;

/** Nothing of the site around the tool takes room. */
async function expectToolAlone(of: Pick<Page, 'locator'>) {
  for (const part of ['.header', 'nav.sidebar', '.sl-skip-link', 'footer:not(.embed-foot)', '.embed-action'])
    for (const found of await of.locator(part).all()) await expect(found, part).toBeHidden();
  // Its title is there to be read out only.
  const title = of.locator('.content-panel', { has: of.locator('h1') });
  const box = await title.boundingBox();
  expect(box && box.width * box.height).toBe(1);
}

const heightOf = (frame: Locator) => frame.evaluate((element) => element.getBoundingClientRect().height);

for (const tool of TOOLS) {
  for (const width of [360, 1200]) {
    test(`/${tool}/ alone in a frame of ${width} px that takes its height, which settles`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      const frame = await frameOf(page, OTHER_SITE, `${HEIGHT_SCRIPT}${frameTag(`${tool}/?embed=1`)}`);
      await expect(frame.locator('.embed-foot')).toBeVisible();
      await expect(frame.locator('astro-island[ssr]')).toHaveCount(0);
      await expectToolAlone(frame);

      const element = page.locator('iframe');
      await expect.poll(() => heightOf(element)).not.toBe(720);
      const inside = () =>
        frame.locator(':root').evaluate((root) => [root.getBoundingClientRect().height, root.scrollHeight]);
      await expect
        .poll(async () => {
          const [content = 0, scrolled = 0] = await inside();
          const height = await heightOf(element);
          return Math.ceil(content) === height && scrolled <= height;
        })
        .toBe(true);
      // What is measured by the frame would go on growing with it; rows that are fetched come once.
      let settled = 0;
      await expect
        .poll(async () => {
          const before = await heightOf(element);
          await page.waitForTimeout(500);
          settled = await heightOf(element);
          return settled - before;
        })
        .toBe(0);
      expect(settled).toBeLessThan(5000);
      // A frame much too high is told the height of what it holds.
      await element.evaluate((frame) => frame.setAttribute('height', '9000'));
      await frame.locator(':root').evaluate(() => new Promise(requestAnimationFrame));
      expect((await inside())[0]).toBeLessThanOrEqual(settled);
    });
  }

  for (const colorScheme of tool === 'memory' ? (['light', 'dark'] as const) : (['light'] as const))
    test(`/${tool}/?embed=1 ${colorScheme}: accessible, nothing wider than the frame`, async ({ page }) => {
      test.setTimeout(90_000);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Hundreds of rows take axe minutes, and are alike.
      await page.goto(`${tool}/?embed=1${/hardware/.test(tool) ? '&q=4090' : ''}`);
      await expectToolAlone(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
      for (const width of [360, 768]) {
        await page.setViewportSize({ width, height: 700 });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
      }
    });
}

test('no navigation is painted before the page has marked itself', async ({ page }) => {
  // The bundles come late: only what stands in the head itself can have worked by then.
  await page.route('**/_astro/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.addInitScript(() => {
    const seen: boolean[] = [];
    const look = () => {
      const header = document.querySelector('.header');
      if (header) seen.push(header.getClientRects().length > 0);
      if (document.readyState !== 'complete') requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { seen });
  });
  // Islands never come alive here, so this is not the goto that waits for them.
  await page.evaluate((address) => location.assign(address), `http://${ROOT_HOST}/models/?embed=1`);
  await page.waitForURL(/embed=1/, { waitUntil: 'load' });
  await expect(page.locator('.embed-foot')).toBeVisible();
  await expectToolAlone(page);
  expect(await page.evaluate(() => (window as unknown as { seen: boolean[] }).seen)).not.toContain(true);
});

test('what is changed inside stays in the frame, and the way out leads to the same state', async ({
  page,
}) => {
  const frame = await frameOf(page, OTHER_SITE, frameTag('models/?mem=24&embed=1&utm=mail#here'));
  const status = frame.getByRole('status').filter({ hasText: '个模型' });
  await frame.getByLabel('名称或开发者').fill('coder');
  await expect(status).not.toHaveText(/^87 /);
  const address = () => frame.locator(':root').evaluate(() => location.search + location.hash);
  await expect.poll(address).toMatch(/q=coder/);
  expect(await address()).toMatch(/^(?=.*mem=24)(?=.*embed=1)(?=.*utm=mail).*#here$/);

  const rows = await frame.locator('.figures tbody th').allInnerTexts();
  expect(rows.length).toBeGreaterThan(1);
  const opened = page.waitForEvent('popup');
  await frame.getByRole('link', { name: '在完整页面打开' }).click();
  const full = await opened;
  await expect(full).toHaveURL(/^(?=.*q=coder)(?=.*mem=24)(?=.*utm=mail)(?!.*embed).*#here$/);
  await expect(full.locator('.header')).toBeVisible();
  await expect(full.locator('.figures tbody th')).toHaveText(rows);
});

test('links to other pages leave the frame; those to another state stay', async ({ page }) => {
  const frame = await frameOf(page, OTHER_SITE, frameTag('memory/?embed=1'));
  await expect(frame.locator('astro-island[ssr]')).toHaveCount(0);
  const opened = page.waitForEvent('popup');
  await frame.getByRole('link', { name: 'RTX 4090 24GB' }).click();
  await expect(await opened).toHaveURL(/\/hardware\/rtx-4090-24gb\/$/);

  await frame.getByRole('link', { name: /2 人同时用/ }).click();
  const search = () => frame.locator(':root').evaluate(() => location.search);
  await expect.poll(search).toMatch(/^(?=.*users=2)(?=.*embed=1)/);
  expect(page.context().pages()).toHaveLength(2);

  // The same where no script of the page takes the click.
  await frame.locator('.embed-foot').evaluate((foot) => {
    foot.append(Object.assign(document.createElement('a'), { href: '?users=3', textContent: '三人' }));
  });
  await frame.getByRole('link', { name: '三人' }).click();
  // While the frame goes to another page there is none to ask.
  await expect(async () => expect(await search()).toBe('?users=3&embed=1')).toPass();
  await expectToolAlone(frame);
});

test('the key of the search does nothing in a frame', async ({ page }) => {
  await page.goto('models/?embed=1');
  await page.keyboard.press('Control+k');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
});

test('the code it offers shows the same in a frame elsewhere', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto('hardware/?kind=gpu&q=4090');
  const rows = await page.locator('.figures tbody th').allInnerTexts();
  await page.getByRole('button', { name: '嵌入' }).click();
  const dialog = page.getByRole('dialog', { name: '嵌入别的网页' });
  const code = dialog.getByLabel('放进别的网页的代码');
  await expect(code).toHaveValue(
    /^<iframe src="[^"]*\/hardware\/\?kind=gpu&amp;q=4090&amp;embed=1" title="硬件/,
  );
  await dialog.getByLabel('高度随内容变').check();
  await dialog.getByRole('button', { name: '复制代码' }).click();
  await expect(dialog.getByRole('status')).toContainText('浏览器不让复制');
  const html = await code.inputValue();
  expect(
    await code.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).toBe(html);
  const { violations } = await new AxeBuilder({ page }).include('.embed-pop:popover-open').analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const frame = await frameOf(page, OTHER_SITE, html);
  // Hundreds of rows come alive, then those of the link are left.
  await expect(frame.locator('.figures tbody th')).toHaveText(rows, { timeout: 20_000 });
  await expect.poll(() => heightOf(page.locator('iframe'))).not.toBe(720);
});

test('every tool page offers its code, and a link copied in a frame is that of the page', async ({
  page,
  context,
}) => {
  test.setTimeout(60_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const tool of TOOLS) {
    await page.goto(`${tool}/`);
    // By place: roles of hundreds of rows take long to find.
    const offer = page.locator('.embed-action');
    await offer.getByText('嵌入', { exact: true }).click();
    await offer.getByText('复制代码').click();
    await expect(offer.getByText('已复制')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`/${tool}/?embed=1"`);
  }
  // The same widget in a text of the guide is no page that can be embedded.
  await page.goto('guide/cost/?embed=1');
  await expect(page.locator('.header')).toBeVisible();
  await expect(page.locator('.embed-action')).toBeHidden();
  await page.goto('cost/?calls=7&embed=1&utm=mail');
  await page.getByRole('button', { name: '复制链接' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已复制' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /\/cost\/\?calls=7&utm=mail#fig-cost$/,
  );
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the normal page is shown, navigation and all', async ({ page }) => {
    await page.goto('models/?embed=1');
    await expect(page.locator('.header')).toBeVisible();
    await expect(page.locator('.embed-foot')).toBeHidden();
    await expect(page.locator('.figures tbody tr')).toHaveCount(87);
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`where nothing may be stored the page still is as ${colorScheme} as the system`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        configurable: true,
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await page.goto('models/?embed=1');
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  });
