import Turndown from 'turndown';

/** Controls and pictures say nothing on paper; what a popover holds is in the lists of `/api/v1/`. */
const LEFT_OUT = new Set([
  ...['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'FOOTER', 'NAV', 'DIALOG', 'STARLIGHT-TOC'],
  ...['FORM', 'FIELDSET', 'INPUT', 'SELECT', 'TEXTAREA', 'OPTION', 'LABEL', 'OUTPUT'],
]);
const LEFT_OUT_CLASSES = ['sl-anchor-link', 'figure-actions', 'filters'];

const hasClass = (node: HTMLElement, name: string) =>
  ` ${node.getAttribute('class') ?? ''} `.includes(` ${name} `);

function isLeftOut(node: HTMLElement): boolean {
  if (LEFT_OUT.has(node.nodeName.toUpperCase())) return true;
  if (node.nodeName === 'BUTTON') return !['pop-open', 'sort'].some((name) => hasClass(node, name));
  if (node.hasAttribute('popover') || node.hasAttribute('hidden')) return true;
  return node.getAttribute('aria-hidden') === 'true' || LEFT_OUT_CLASSES.some((name) => hasClass(node, name));
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A table cell is one line, and a bar in it is no border. */
const cellText = (content: string) => oneLine(content).replace(/(?<!\\)\|/g, '\\|');
const tableLine = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** Cells of a row are written by their own rule, each ended by this sign, so that the row can tell them apart. */
const CELL_END = '\u001F';

function cellsOf(rowContent: string): string[] {
  return rowContent.split(CELL_END).slice(0, -1);
}

/** Rows arrive one a line, their cells ended by `CELL_END`; the first one is the head. */
function table(content: string): string {
  const rows = content
    .split('\n')
    .filter((line) => line.includes(CELL_END))
    .map(cellsOf);
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const [head, ...body] = rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
  if (!head) return '';
  return `\n\n${[tableLine(head), tableLine(head.map(() => '---')), ...body.map(tableLine)].join('\n')}\n\n`;
}

/**
 * A converter for one page, whose links lead where they lead on the page: `page` is its address with the site's base,
 * such as `/guide/cost/`.
 */
function converter(page: string): Turndown {
  const turndown = new Turndown({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced' });
  const escape = turndown.escape.bind(turndown);
  // An underscore inside a word (Q4_K_M) is no emphasis.
  turndown.escape = (text) => escape(text).replace(/(?<=\w)\\_(?=\w)/g, '_');

  turndown.addRule('shown button', { filter: 'button', replacement: (content) => content });
  turndown.addRule('link', {
    filter: (node) => node.nodeName === 'A' && node.hasAttribute('href'),
    replacement(content, node) {
      const text = oneLine(content);
      return text === '' ? '' : `[${text}](${absolute(node.getAttribute('href') ?? '', page)})`;
    },
  });
  turndown.addRule('title of a figure', {
    filter: ['figcaption', 'caption', 'summary'],
    replacement: (content) => `\n\n**${oneLine(content).replaceAll('**', '')}**\n\n`,
  });
  turndown.addRule('small print', {
    filter: (node) => node.nodeName === 'SMALL',
    replacement: (content) => (oneLine(content) === '' ? '' : `（${oneLine(content)}）`),
  });
  // Set apart by style on the page.
  turndown.addRule('after a link', {
    filter: (node) => node.nodeName === 'SPAN' && node.previousSibling?.nodeName === 'A',
    replacement: (content) => ` ${content}`,
  });
  turndown.addRule('verdict', {
    filter: (node) => hasClass(node, 'state'),
    replacement: (content) => `**${oneLine(content)}** `,
  });
  turndown.addRule('unknown', { filter: (node) => hasClass(node, 'none'), replacement: () => '–' });
  turndown.addRule('term', {
    filter: 'dt',
    replacement: (content) => `\n- **${oneLine(content)}**：`,
  });
  turndown.addRule('what a term means', { filter: 'dd', replacement: (content) => `${oneLine(content)}\n` });
  turndown.addRule('cell', {
    filter: ['th', 'td'],
    replacement(content, node) {
      const spanned = Math.max(1, Number(node.getAttribute('colspan') ?? 1));
      return cellText(content) + CELL_END.repeat(spanned);
    },
  });
  turndown.addRule('row', { filter: 'tr', replacement: (content) => `\n${content}\n` });
  turndown.addRule('part of a table', {
    filter: ['thead', 'tbody', 'tfoot'],
    replacement: (content) => content,
  });
  turndown.addRule('table', { filter: 'table', replacement: table });
  // The rule added last is asked first.
  turndown.addRule('left out', { filter: isLeftOut, replacement: () => '' });
  return turndown;
}

/** `#anchor` and `?state` are of the page itself; `/path/` has the base already. */
function absolute(target: string, page: string): string {
  if (/^[#?]/.test(target)) return `${page}${target}`;
  return /^(\/|[a-z][a-z+.-]*:)/i.test(target) ? target : `${page}${target}`;
}

const SPAN = /<(\/?)span\b/g;
const SVG = /<(\/?)svg\b/g;

/** Leaves out every element that begins so; elements of its kind may stand in it, so its end is found by counting. */
function without(html: string, beginning: string, kind: RegExp): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = html.indexOf(beginning); at >= 0; at = html.indexOf(beginning, from)) {
    kept.push(html.slice(from, at));
    from = endOf(html, at, kind);
  }
  return [...kept, html.slice(from)].join('');
}

function endOf(html: string, start: number, kind: RegExp): number {
  kind.lastIndex = start;
  let depth = 0;
  for (let match = kind.exec(html); match; match = kind.exec(html)) {
    depth += match[1] ? -1 : 1;
    if (depth === 0) return html.indexOf('>', match.index) + 1;
  }
  return html.length;
}

/** Most of a table's HTML. */
const POPOVER = '<span class="pop" ';
/** What opens a popover, once that is gone: only the words are left to say. */
const OPENER = /<span class="pop-wrap"><button [^>]*>([^]*?)<\/button><\/span>/g;
/** Its data may be megabytes. */
const ISLAND = /<astro-island(?:[^>"]|"[^"]*")*>/g;
const UNSAID = /<script[^]*?<\/script>|<!--[^]*?-->|<span class="dot"[^>]*><\/span>/g;
/** The look of a cell. */
const CELL = /<td class="[^"]*"(?: style="[^"]*")?>/g;
/** A dash, with a word for those who hear it. */
const UNKNOWN = /<span class="none">–<span class="visually-hidden">[^<]*<\/span><\/span>/g;

/** The converter reads what it leaves out too: without it beforehand it takes a fraction of the time. */
function leaner(html: string): string {
  return without(without(html.replace(ISLAND, '<astro-island>'), POPOVER, SPAN), '<svg', SVG)
    .replace(OPENER, '$1')
    .replace(UNSAID, '')
    .replace(CELL, '<td>')
    .replace(UNKNOWN, '–');
}

/** What a built page shows in `main`, as Markdown; null where there is no such page. */
export function pageMarkdown(html: string, page: string): string | null {
  const start = html.indexOf('<main');
  const end = html.lastIndexOf('</main>');
  if (start < 0 || end < start) return null;
  const main = leaner(html.slice(start, end));
  return `${converter(page)
    .turndown(main)
    .replace(/\n{3,}/g, '\n\n')}\n`;
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const plain = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

/** Title and description of a built page, as its head has them; the title without the name of the site. */
export function pageHead(html: string): { title: string; description: string } {
  const title = /<meta property="og:title" content="([^"]*)"/.exec(html)?.[1];
  const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1];
  return { title: plain(title ?? ''), description: plain(description ?? '') };
}

/** `guide/cost/index.html` → `/guide/cost/`; null for a file that is no page of its own folder, such as `404.html`. */
export function pagePath(file: string): string | null {
  const path = `/${file.replaceAll('\\', '/')}`;
  return path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : null;
}

/** `/guide/cost/` → `/guide/cost.md`. */
export function markdownPath(path: string): string {
  return path === '/' ? '/index.md' : `${path.replace(/\/$/, '')}.md`;
}

const SIDEBAR = /<nav class="sidebar[^]*?<\/nav>/;

/** Pages in the order in which the site's own menu names them. */
export function sidebarPaths(html: string, base: string): string[] {
  const [nav = ''] = SIDEBAR.exec(html) ?? [];
  return [...nav.matchAll(/<a href="([^"#?]+)"/g)].map(([, target = '']) => target.slice(base.length));
}
