import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { compiledContent } from '../../CHANGELOG.md';
import { releases } from '../data/changelog.ts';
import { href } from '../site/href.ts';

/** The released versions as RSS. Readers of feeds need whole addresses, so it is built only where `SITE_URL` is set. */
export const GET: APIRoute = async ({ site }) => {
  if (!site) throw new Error('changelog.xml 需要 SITE_URL');
  const items = releases(await compiledContent()).flatMap(({ id, version, date, html }) =>
    date === null
      ? []
      : [
          {
            title: version,
            pubDate: new Date(date),
            link: new URL(`${href('/changelog/')}#${id}`, site).href,
            content: html.replaceAll(' href="/', ` href="${site.origin}/`),
          },
        ],
  );
  return rss({
    title: '模型对比与选择指南：更新日志',
    description: '每个版本里读者看得出的改动。',
    site: new URL(href('/'), site),
    items,
    customData: '<language>zh-CN</language>',
  });
};
