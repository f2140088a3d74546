import AxeBuilder from '@axe-core/playwright';
import { globSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { builtPages, expect, test } from './site.ts';

const pages = builtPages();

test('the sitemap names every page', async ({ request, baseURL }) => {
  const sitemap = await (await request.get('sitemap-0.xml')).text();
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) =>
    (url ?? '').replace(baseURL ?? '', ''),
  );
  expect(listed.sort()).toEqual(pages);
  expect(pages.length).toBeGreaterThanOrEqual(600);
});

const WIDTHS = [360, 768, 1440];
/** What a colour scheme can change. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Nothing that axe finds wrong in `part`, by all its rules but those of `without`, or by those of `only`. */
async function accessible(
  page: Page,
  where: string,
  { part = 'html', without, only }: { part?: string; without?: string[]; only?: string[] } = {},
) {
  const axe = new AxeBuilder({ page })
    // Without frames the results need no page of their own to be put together in; only what is wrong is looked up.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .include(part);
  if (only) axe.withRules(only);
  else if (without) axe.disableRules(without);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html.slice(0, 160)}`);
  expect(found).toEqual([]);
}

async function nothingWider(page: Page, path: string, widths: readonly number[]) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${path}，${width} 像素宽`).toBeLessThanOrEqual(0);
  }
}

/** Pages made from one template: tried one after another in one window, a few of them also on their own. */
const generated = pages.filter((path) => /^(models|hardware)\/./.test(path));
const samples = /^(models\/(qwen2\.5-72b-instruct|deepseek-v3\.2)|hardware\/(ascend-910b|rtx-4090-24gb))\/$/;

for (const path of pages.filter((candidate) => !generated.includes(candidate) || samples.test(candidate))) {
  test(`/${path}: accessible, light and dark, nothing wider than the screen`, async ({ page }) => {
    // Tables of hundreds of rows take axe a while.
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.locator('h1'), path).toHaveCount(1);
    await accessible(page, path);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.reload({ waitUntil: 'networkidle' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await accessible(page, `${path}（深色）`, { only: COLOUR_RULES });
    await nothingWider(page, path, WIDTHS);
  });
}

const SHELF = 30;
for (let start = 0; start < generated.length; start += SHELF) {
  const shelf = generated.slice(start, start + SHELF);
  test(`from /${shelf[0]} to /${shelf.at(-1)}: accessible, nothing wider than the screen`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    // What fits 360 pixels fits wider ones; the frame and contrast are matters of the template, which the samples try.
    await page.setViewportSize({ width: 360, height: 800 });
    for (const path of shelf) {
      await page.goto(path);
      await expect(page.locator('h1'), path).toHaveCount(1);
      await accessible(page, path, { part: 'main', without: ['color-contrast'] });
      await nothingWider(page, path, [360]);
    }
  });
}

test('every internal link and anchor leads somewhere, and no id stands twice', async ({
  request,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const origin = new URL(baseURL ?? '').origin;
  const ids = new Map<string, Set<string>>();
  const links: { from: string; to: URL }[] = [];
  const twice: string[] = [];
  for (const path of pages) {
    const html = (await (await request.get(path)).text()).replace(/<script[\s\S]*?<\/script>/g, '');
    const found = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => decodeEntities(id));
    ids.set(path, new Set(found));
    if (found.length !== new Set(found).size) twice.push(path);
    for (const [, href = ''] of html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) {
      links.push({ from: path, to: new URL(decodeEntities(href), `${origin}/${path}`) });
    }
  }
  expect(twice).toEqual([]);

  const broken = new Set<string>();
  for (const { from, to } of links) {
    if (to.origin !== origin) continue;
    const path = decodeURI(to.pathname.slice(1));
    const anchors = ids.get(path);
    if (anchors) {
      if (to.hash && !anchors.has(decodeURIComponent(to.hash.slice(1))))
        broken.add(`/${from} → ${to.pathname}${to.hash}`);
    } else if (!files.has(path)) broken.add(`/${from} → ${to.pathname}`);
  }
  expect([...broken]).toEqual([]);
  expect(links.length).toBeGreaterThan(5000);
});

const files = new Set(
  globSync('**/*.{md,json,csv,txt,xml}', { cwd: 'dist' }).map((file) => file.replaceAll('\\', '/')),
);

const decodeEntities = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|amp|quot|lt|gt);/gi, (whole, hex, decimal) =>
    hex
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal
        ? String.fromCodePoint(Number(decimal))
        : ({ '&amp;': '&', '&quot;': '"', '&lt;': '<', '&gt;': '>' }[whole] ?? whole),
  );

test('the original can be read whole from the site', async ({ request }) => {
  const served = await (await request.get('original-guide.md')).text();
  expect(served).toBe(readFileSync('public/original-guide.md', 'utf8'));
});

test('an unknown address gets the 404 page', async ({ request }) => {
  const response = await request.get('no-such-page/');
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('没有这个页面');
});
