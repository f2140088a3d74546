import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { SiteEnv } from './env.ts';

/**
 * Where a page may not store anything (a frame on another site, cookies blocked), to ask for the store throws, and
 * Starlight's script would stop before it has set the theme. It does know pages without a store.
 */
const NO_STORE = `try { localStorage } catch { Object.defineProperty(window, 'localStorage', { value: undefined }) }`;

/** What every page's head has in addition: where to subscribe to the change log, if there is a feed. */
export function head({ siteUrl, basePath }: Pick<SiteEnv, 'siteUrl' | 'basePath'>) {
  const href = `${basePath.replace(/\/$/, '')}/changelog.xml`;
  const feed = { rel: 'alternate', type: 'application/rss+xml', title: '更新日志', href };
  return [
    { tag: 'script', content: NO_STORE },
    ...(siteUrl ? [{ tag: 'link' as const, attrs: feed }] : []),
  ] satisfies StarlightUserConfig['head'];
}
