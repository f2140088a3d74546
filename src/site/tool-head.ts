import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { TOOLS } from './sidebar.ts';

/** Before the first paint, so that no navigation flashes up in a frame. */
const MARK = `if (new URLSearchParams(location.search).get('embed') === '1') document.documentElement.dataset.embed = '';`;

/** The head of a tool page marks the page as embedded where the link says so; all else is in `embed.css`. */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { id, head } = locals.starlightRoute;
  if (TOOLS.includes(id)) head.push({ tag: 'script', attrs: {}, content: MARK });
});
