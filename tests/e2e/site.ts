import { expect, test as base, type Page } from '@playwright/test';
import { globSync } from 'node:fs';

/** Every test also fails on a console error, an uncaught error, a failed request, or a request to another host. */
export const test = base.extend<{ clean: void }>({
  page: async ({ page, javaScriptEnabled }, use) => {
    const goto = page.goto.bind(page);
    // A click before an island has come alive would be lost: wait for it, as the eye does for a page to settle.
    page.goto = async (url, options) => {
      const response = await goto(url, options);
      if (javaScriptEnabled) await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
      return response;
    };
    await use(page);
  },
  clean: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      watch(page, new URL(baseURL ?? '').host, faults);
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens the explorer and waits until it answers: then the table has its one stop of the tab key, or is not shown. */
export async function openTable(page: Page, url: string) {
  await page.goto(url);
  await page.waitForFunction(
    () =>
      document.querySelector('.table-empty, .chart-axes') ??
      document.querySelector('.explorer-table [tabindex="0"]'),
  );
}

function watch(page: Page, host: string, faults: string[]) {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      faults.push(`${page.url()} 控制台：${message.text()}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`${page.url()} 未捕获：${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== host) faults.push(`外部请求：${url}`);
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
