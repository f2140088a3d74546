import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { globSync } from 'node:fs';

/** Every test also fails on a console error, an uncaught error, a failed request, or a request to another host. */
export const test = base.extend<{ clean: void; hosts: readonly string[] }>({
  /** Hosts that a test may ask beside the site's own. */
  hosts: [[], { option: true }],
  page: async ({ page, javaScriptEnabled }, use) => {
    if (javaScriptEnabled) waitForIslands(page);
    await use(page);
  },
  clean: [
    async ({ page, baseURL, hosts }, use) => {
      const faults: string[] = [];
      watch(page, [new URL(baseURL ?? '').host, ...hosts], faults);
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * A click before an island has come alive would be lost: whatever opens a page waits for it, as the eye does for a page
 * to settle.
 */
function waitForIslands(page: Page) {
  const alive = () => page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  const goto = page.goto.bind(page);
  page.goto = async (url, options) => {
    const response = await goto(url, options);
    await alive();
    return response;
  };
  for (const way of ['reload', 'goBack', 'goForward'] as const) {
    const go = page[way].bind(page);
    page[way] = async (options) => {
      const response = await go(options);
      await alive();
      return response;
    };
  }
}

/** Opens the explorer and waits until it answers: then the table has its one stop of the tab key, or is not shown. */
export async function openTable(page: Page, url: string) {
  await page.goto(url);
  await page.waitForFunction(
    () =>
      document.querySelector('.table-empty, .chart-axes') ??
      document.querySelector('.explorer-table [tabindex="0"]'),
  );
}

/** All rows of the explorer stand, and all counts: rows in sight are drawn first. */
export async function explorerDrawn(page: Page) {
  await expect(page.locator('.explorer [aria-busy]')).toHaveCount(0);
}

function watch(page: Page, hosts: readonly string[], faults: string[]) {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      faults.push(`${page.url()} 控制台：${message.text()}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`${page.url()} 未捕获：${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && !hosts.includes(url.host)) faults.push(`外部请求：${url}`);
  });
  page.on('requestfailed', (request) => {
    // A navigation away cancels what was still loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`请求失败：${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}：${response.url()}`);
  });
}

/** Paths of all built pages, without the base: `guide/cost/`; the root is the empty string. */
export function builtPages(dist = 'dist'): string[] {
  return globSync('**/index.html', { cwd: dist })
    .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
    .sort();
}

export { expect };

/** Finds no fault of accessibility in a part of the page, a CSS selector. */
export async function accessible(page: Page, part: string) {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}
