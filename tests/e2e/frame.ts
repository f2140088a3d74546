import type { FrameLocator, Page } from '@playwright/test';

/** The same site at the root and below `/guide`: for each other they are another site. */
export const ROOT_HOST = 'localhost:4399';
export const SUB_PATH_HOST = 'localhost:4398';

/**
 * Shows HTML with one frame on a page of another site. A file without a policy of its own gives the origin: a made-up
 * answer would count as public, and from there Chromium lets nobody at a local address.
 */
export async function frameOf(page: Page, site: string, html: string): Promise<FrameLocator> {
  await page.route('**/favicon.ico', (route) => route.fulfill({ body: '' }));
  await page.goto(`${site}api/v1/index.json`);
  await page.setContent(`<!doctype html><title>别的网站</title><h1>别的网站</h1>${html}`);
  return page.frameLocator('iframe');
}
