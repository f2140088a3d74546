import { satteri } from '@astrojs/markdown-satteri';
import react from '@astrojs/react';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightLinksValidator from 'starlight-links-validator';
import { baseLinks } from './src/site/base-links.ts';
import { readEnv } from './src/site/env.ts';
import { finishPages } from './src/site/finish-pages.ts';
import { head } from './src/site/head.ts';
import { listMargins } from './src/site/list-margins.ts';
import { generatedRoutes } from './src/site/routes.ts';
import { sidebar } from './src/site/sidebar.ts';

const { siteUrl, basePath, repoUrl } = readEnv(process.env);

export default defineConfig({
  site: siteUrl,
  base: basePath,
  // `content/docs` at the top level is the docs folder only when srcDir is the root.
  srcDir: '.',
  // An inlined stylesheet would need its hash in every page's policy.
  // While one page is written to disk, the next ones are rendered.
  build: { inlineStylesheets: 'never', concurrency: 4 },
  markdown: { processor: satteri({ hastPlugins: [baseLinks(basePath)] }) },
  security: {
    csp: {
      directives: ["default-src 'self'", "img-src 'self' data:"],
      styleDirective: { resources: [{ resource: "'unsafe-inline'", kind: 'attribute' }] },
    },
  },
  integrations: [
    starlight({
      title: '模型对比与选择指南',
      description: '在自己的机器上跑哪个开源模型：每个数字都有出处，不可能为真的用算术标出。',
      locales: { root: { label: '简体中文', lang: 'zh-CN' } },
      favicon: '/favicon.svg',
      sidebar,
      head: head({ siteUrl, basePath }),
      editLink: repoUrl ? { baseUrl: `${repoUrl}/edit/main/` } : undefined,
      lastUpdated: true,
      routeMiddleware: './src/site/tool-head.ts',
      components: {
        Footer: './src/site/Footer.astro',
        Header: './src/site/Header.astro',
        SiteTitle: './src/site/SiteTitle.astro',
      },
      customCss: [
        './src/styles/tokens.css',
        './src/styles/shell.css',
        './src/styles/text.css',
        './src/styles/ui.css',
        './src/styles/controls.css',
        './src/styles/figure.css',
        './src/styles/table.css',
        './src/styles/filters.css',
        './src/styles/claim.css',
        './src/styles/embed.css',
      ],
      plugins: [starlightLinksValidator()],
    }),
    generatedRoutes(),
    react(),
    finishPages(),
    listMargins(),
  ],
});
