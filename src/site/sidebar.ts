import type { StarlightUserConfig } from '@astrojs/starlight/types';

/** Reading order of the site; the guide's own order is in the pages (`sidebar.order`). */
export const sidebar: StarlightUserConfig['sidebar'] = [
  { label: '指南', items: [{ autogenerate: { directory: 'guide' } }] },
  {
    label: '工具',
    items: ['models', 'compare', 'memory', 'pick', 'cost', 'hardware', 'measurements'],
  },
  {
    label: '关于',
    items: ['about/data', 'about/accuracy', 'about/errata', { label: '更新日志', link: '/changelog/' }],
  },
];
