/** `?embed=1` shows a tool page without navigation, for a frame on another site. It is the parameter of no widget. */
const PARAMETER = /^embed(=|$)/;

/** Query → the same without `embed`: `?a=1&embed=1` → `?a=1`. What is kept stays as it was written. */
export function withoutEmbed(search: string): string {
  const kept = parts(search).filter((part) => !PARAMETER.test(part));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

/** Query → the same with `embed=1` at the end. */
export function withEmbed(search: string): string {
  return `?${[...parts(withoutEmbed(search)), 'embed=1'].join('&')}`;
}

const parts = (search: string) =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '');

/** `type` of the message by which an embedded page tells its height, CSS pixels: `{ type, height }`. */
export const HEIGHT_MESSAGE = 'model-guide:height';

/** High enough for controls and the first rows of a table. */
const FRAME_HEIGHT = 720;

/** HTML that shows a page in a frame. `address` is the whole address of the page as it is, `title` its title. */
export function frameCode(address: string, title: string): string {
  const url = new URL(address);
  url.search = withEmbed(url.search);
  return `<iframe src="${escaped(url.href)}" title="${escaped(title)}" width="100%" height="${FRAME_HEIGHT}" style="border: 0" loading="lazy"></iframe>`;
}

/** A script for the page around the frames: each gets the height of what it shows. */
export const HEIGHT_SCRIPT = `<script>
  addEventListener('message', ({ data, source }) => {
    if (data?.type !== '${HEIGHT_MESSAGE}') return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.height = data.height;
    }
  });
</script>`;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
