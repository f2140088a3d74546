import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { builtPages, expect, test } from './site.ts';

const pages = builtPages();

test('the sitemap names every page', async ({ request, baseURL }) => {
  const sitemap = await (await request.get('sitemap-0.xml')).text();
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) =>
    (url ?? '').replace(baseURL ?? '', ''),
  );
  expect(listed.sort()).toEqual(pages);
  expect(pages.length).toBeGreaterThanOrEqual(16);
});

for (const path of pages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`/${path} ${colorScheme}: accessible, nothing wider than the screen`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path, { waitUntil: 'networkidle' });
      await expect(page.locator('h1')).toHaveCount(1);

      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
      expect(found).toEqual([]);

      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${width} 像素宽`).toBeLessThanOrEqual(0);
      }
    });
  }
}

test('every internal link and anchor leads somewhere', async ({ page }) => {
  const ids = new Map<string, Set<string>>();
  const links: { from: string; to: URL }[] = [];
  for (const path of pages) {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    const found = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
    }));
    ids.set(path, new Set(found.ids));
    expect(found.ids.length, `/${path} 的 id 不重复`).toBe(new Set(found.ids).size);
    for (const to of found.links) links.push({ from: path, to: new URL(to) });
  }

  const origin = new URL(page.url()).origin;
  const broken = new Set<string>();
  for (const { from, to } of links) {
    if (to.origin !== origin) continue;
    const path = to.pathname.slice(1);
    const anchors = ids.get(path);
    if (!anchors) {
      if (!path.endsWith('.md')) broken.add(`/${from} → ${to.pathname}`);
    } else if (to.hash && !anchors.has(decodeURIComponent(to.hash.slice(1)))) {
      broken.add(`/${from} → ${to.pathname}${to.hash}`);
    }
  }
  expect([...broken]).toEqual([]);
  expect(links.length).toBeGreaterThan(500);
});

test('the original can be read whole from the site', async ({ request }) => {
  const served = await (await request.get('original-guide.md')).text();
  expect(served).toBe(readFileSync('public/original-guide.md', 'utf8'));
});

test('an unknown address gets the 404 page', async ({ request }) => {
  const response = await request.get('no-such-page/');
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('没有这个页面');
});
