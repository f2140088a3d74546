import type { StarlightUserConfig } from '@astrojs/starlight/types';

/** Pages that are one widget; each can also be shown in a frame (`?embed=1`). */
export const TOOLS = ['models', 'compare', 'memory', 'pick', 'cost', 'hardware', 'measurements'];

/** Reading order of the site; the guide's own order is in the pages (`sidebar.order`). */
export const sidebar: StarlightUserConfig['sidebar'] = [
  { label: '指南', items: [{ autogenerate: { directory: 'guide' } }] },
  { label: '工具', items: TOOLS },
  {
    label: '关于',
    items: ['about/data', 'about/accuracy', 'about/errata', { label: '更新日志', link: '/changelog/' }],
  },
];
