import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { llmsText, type Listed, type PublishedList } from './llms-text.ts';
import { pageHead, pageMarkdown } from './page-markdown.ts';

const SIDEBAR = /<nav class="sidebar[^]*?<\/nav>/;

/**
 * Once the pages are written, each gets its Markdown beside it (`/guide/cost/` → `/guide/cost.md`, `/` → `/index.md`),
 * and `/llms.txt` lists them all with the files of `/api/v1/`.
 */
export function markdownFiles(): AstroIntegration {
  let base = '';
  let site: string | undefined;
  return {
    name: 'markdown-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
        site = config.site;
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const pages: Listed[] = [];
        let order: string[] = [];
        for await (const name of glob('**/index.html', { cwd: root })) {
          const path = `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
          const html = await readFile(join(root, name), 'utf8');
          const markdown = pageMarkdown(html, `${base}${path}`);
          if (markdown === null) continue;
          const file = markdownPath(path);
          await writeFile(join(root, file), markdown);
          pages.push({ path, file, ...pageHead(html) });
          if (order.length === 0) order = sidebarPaths(html, base);
        }
        const index = JSON.parse(await readFile(join(root, 'api/v1/index.json'), 'utf8'));
        const lists: PublishedList[] = index.items;
        // The addresses in the index have the base already.
        const address = (path: string) => (site ? new URL(path, site).href : path);
        const text = llmsText({ pages, order, lists, at: (path) => address(`${base}${path}`), address });
        await writeFile(join(root, 'llms.txt'), text);
      },
    },
  };
}

/** `/guide/cost/` → `/guide/cost.md`. */
export function markdownPath(path: string): string {
  return path === '/' ? '/index.md' : `${path.replace(/\/$/, '')}.md`;
}

/** Pages in the order in which the site's own menu names them. */
function sidebarPaths(html: string, base: string): string[] {
  const [nav = ''] = SIDEBAR.exec(html) ?? [];
  return [...nav.matchAll(/<a href="([^"#?]+)"/g)].map(([, target = '']) => target.slice(base.length));
}
