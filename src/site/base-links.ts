import { defineHastPlugin } from 'satteri';

/**
 * Markdown plugin: editors write `/cost/`, and the link works under any base path.
 * Astro itself leaves links in Markdown as they are written.
 */
export function baseLinks(base: string) {
  const prefix = base.replace(/\/$/, '');
  return defineHastPlugin({
    name: 'base-links',
    element: {
      filter: ['a'],
      visit(node, context) {
        const target = node.properties?.href;
        if (prefix === '' || typeof target !== 'string') return;
        // No check for links that have the base already: under `/guide` the page `/guide/cost/` looks as if it had.
        if (!target.startsWith('/') || target.startsWith('//')) return;
        context.setProperty(node, 'href', `${prefix}${target}`);
      },
    },
  });
}
