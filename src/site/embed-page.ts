import { HEIGHT_MESSAGE, withEmbed, withoutEmbed } from '../url/embed.ts';

/** Makes a tool page live in a frame: links leave the frame, and the page around it learns the height. */
export function embedPage(): void {
  for (const type of ['pointerover', 'pointerdown', 'focusin', 'click']) {
    addEventListener(type, ({ target }) => target instanceof Element && prepare(target.closest('a')));
  }
  // The search of the site is not here: its shortcut would open a dialog that nobody sees.
  addEventListener('keydown', (event) => isSearchKey(event) && event.stopImmediatePropagation(), {
    capture: true,
  });
  prepare(document.querySelector<HTMLAnchorElement>('a[data-full-page]'));
  if (parent !== window) new ResizeObserver(tellHeight).observe(document.documentElement);
}

/** Sets where a link leads just before it is used: the state, which the full page is to have too, changes all the time. */
function prepare(link: HTMLAnchorElement | null): void {
  if (!link?.getAttribute('href')) return;
  if (link.hasAttribute('data-full-page')) {
    link.href = `${location.pathname}${withoutEmbed(location.search)}${location.hash}`;
  } else if (link.origin === location.origin && link.pathname === location.pathname) {
    // Another state of the same page; a bare `#anchor` has the query of this one already.
    if (!new URLSearchParams(link.search).has('embed')) link.search = withEmbed(link.search);
  } else {
    link.target = '_blank';
    link.rel = 'noopener';
  }
}

const isSearchKey = ({ key, ctrlKey, metaKey }: KeyboardEvent) =>
  (ctrlKey || metaKey) && key.toLowerCase() === 'k';

let told = 0;

/** The height is all that is told, so any page may hear it. */
function tellHeight(): void {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  parent.postMessage({ type: HEIGHT_MESSAGE, height }, '*');
}
