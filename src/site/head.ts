import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { SiteEnv } from './env.ts';

/** What every page's head has in addition: where to subscribe to the change log, if there is a feed. */
export function head({ siteUrl, basePath }: Pick<SiteEnv, 'siteUrl' | 'basePath'>) {
  if (!siteUrl) return [];
  const href = `${basePath.replace(/\/$/, '')}/changelog.xml`;
  return [
    { tag: 'link', attrs: { rel: 'alternate', type: 'application/rss+xml', title: '更新日志', href } },
  ] satisfies StarlightUserConfig['head'];
}
