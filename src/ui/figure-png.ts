import { drawHtml, htmlPicture } from './html-picture.ts';

/**
 * A figure's pictures as a PNG to put into a document: title and unit above, source and address below, on light paper whatever the theme.
 * Pictures are the SVGs of the page with their computed style written into them, drawn from data: addresses, which is all that the
 * site's policy lets an image come from; and what is marked `data-drawn`, legends and bars that are no SVG.
 */
const SCALE = 2;
const MARGIN = 24;
const WIDTH = 720;
const GAP = 32;
const LEGEND = '.chart-legend-row, [data-drawn=legend]';
const DRAWN = '.chart-svg, .recharts-wrapper > svg, [data-drawn]';
const INLINED = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order', 'stroke-linejoin'],
  ...['vector-effect', 'overflow', 'display', 'visibility'],
];

type Place = { x: number; y: number };

interface Picture {
  width: number;
  height: number;
  /** Takes a row for itself. */
  whole: boolean;
  draw(pen: CanvasRenderingContext2D, at: Place): void;
}

interface Words {
  text: string;
  size: number;
  weight: number;
  color: string;
}

/** Throws where the figure has no picture yet. */
export async function figurePng(figure: HTMLElement, address: string): Promise<Blob> {
  const { loads, colors } = onLightPaper(() => {
    const colors = paletteOf(figure);
    return { loads: picturesOf(figure, colors), colors };
  });
  const pictures = await Promise.all(loads.map((load) => load()));
  return compose(pictures, wordsOf(figure, address, colors), colors);
}

/** The dark theme is put aside for as long as styles are read; nothing is painted meanwhile. */
function onLightPaper<Result>(read: () => Result): Result {
  const root = document.documentElement;
  const theme = root.dataset.theme;
  root.dataset.theme = 'light';
  try {
    return read();
  } finally {
    if (theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = theme;
  }
}

function paletteOf(element: Element) {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return { paper: color('--paper'), ink: color('--ink'), quiet: color('--ink-2'), font: style.fontFamily };
}
type Palette = ReturnType<typeof paletteOf>;

/**
 * What draws each picture, with the styles of the moment. Two SVGs or more stand in two columns, as on a wide page.
 * Throws where there is nothing but a legend.
 */
function picturesOf(figure: HTMLElement, colors: Palette): (() => Promise<Picture>)[] {
  const drawn = [...figure.querySelectorAll<SVGSVGElement | HTMLElement>(DRAWN)];
  const pictures = drawn.filter((element) => !element.matches(LEGEND));
  if (pictures.length === 0) throw new Error('图还没有画好');
  const column = pictures.length > 1 ? (WIDTH - 2 * MARGIN - GAP) / 2 : WIDTH - 2 * MARGIN;
  return drawn.map((element) => {
    if (element instanceof HTMLElement) return ofHtml(element);
    const svg = standalone(element, element.matches(LEGEND) ? WIDTH - 2 * MARGIN : column);
    return () => load(svg, colors);
  });
}

function ofHtml(element: HTMLElement): () => Promise<Picture> {
  const picture = htmlPicture(element);
  const { width, height } = picture;
  return () => Promise.resolve({ width, height, whole: true, draw: (pen, at) => drawHtml(pen, picture, at) });
}

/** A copy of the SVG that needs no stylesheet; one that fills its place gets `fills` as its width. */
function standalone(svg: SVGSVGElement, fills: number) {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [index, element] of [svg, ...svg.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(element);
    const inlined = INLINED.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
    copies[index]?.setAttribute('style', inlined);
  }
  const box = svg.getBoundingClientRect();
  const width = svg.getAttribute('width') === '100%' ? fills : box.width;
  const height = box.height;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  // Points that lie over the picture, for an SVG cannot hold buttons.
  const points = [...(svg.closest('.chart')?.querySelectorAll<HTMLElement>('.chart-point') ?? [])];
  return {
    xml: new XMLSerializer().serializeToString(copy),
    width,
    height,
    whole: width > (WIDTH - 2 * MARGIN) / 2,
    points: points.map((point) => {
      const { left, top, width: wide, height: high } = point.getBoundingClientRect();
      const marked = point.classList.contains('marked');
      return { x: left + wide / 2 - box.left, y: top + high / 2 - box.top, marked };
    }),
  };
}

async function load(
  { xml, width, height, whole, points }: ReturnType<typeof standalone>,
  { paper, ink, quiet }: Palette,
): Promise<Picture> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(xml)}`;
  await image.decode();
  const draw: Picture['draw'] = (pen, at) => {
    pen.drawImage(image, at.x, at.y, width, height);
    for (const { x, y, marked } of points) {
      pen.beginPath();
      pen.arc(at.x + x, at.y + y, marked ? 4.5 : 3, 0, 2 * Math.PI);
      pen.fillStyle = marked ? ink : paper;
      pen.strokeStyle = quiet;
      pen.lineWidth = 1.5;
      pen.fill();
      pen.stroke();
    }
  };
  return { width, height, whole, draw };
}

/** A part of the figure without what helps only on the page. */
function copyOf(figure: HTMLElement, part: string): Element | undefined {
  const copy = figure.querySelector(part)?.cloneNode(true) as Element | undefined;
  for (const hint of copy?.querySelectorAll('.on-page, .stale-note') ?? []) hint.remove();
  return copy;
}

function wordsOf(figure: HTMLElement, address: string, { ink, quiet }: Palette) {
  const caption = copyOf(figure, 'figcaption');
  const small = caption?.querySelector('small');
  small?.remove();
  const title = caption?.textContent ?? '';
  const unit = small?.textContent ?? '';
  const source = copyOf(figure, '.figure-foot .source-line')?.textContent ?? '';
  const words = (text: string, size: number, weight: number, color: string): Words => {
    return { text: text.replace(/\s+/g, ' ').trim(), size, weight, color };
  };
  return {
    above: [words(title, 17, 650, ink), words(unit, 12, 400, quiet)],
    below: [words(source, 11, 400, quiet), words(address, 11, 400, quiet)],
  };
}

async function compose(
  pictures: readonly Picture[],
  { above, below }: ReturnType<typeof wordsOf>,
  { paper, font }: Palette,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('这个浏览器不能画图');
  const rows = inRows(pictures);
  const widthOf = (row: readonly Picture[]) => row.reduce((all, { width }) => all + GAP + width, -GAP);
  const width = Math.max(...rows.map(widthOf)) + 2 * MARGIN;
  const lay = (words: Words) => {
    const style = `${words.weight} ${words.size}px ${font}`;
    pen.font = style;
    const lines = broken(words.text, (text) => pen.measureText(text).width <= width - 2 * MARGIN);
    return lines.map((text) => ({ ...words, text, style, height: Math.ceil(words.size * 1.6) }));
  };
  const [head, foot] = [above.flatMap(lay), below.flatMap(lay)];
  const sum = (lines: readonly { height: number }[]) => lines.reduce((total, line) => total + line.height, 0);
  const highest = (row: readonly Picture[]) => Math.max(...row.map(({ height: high }) => high));
  const height = Math.ceil(
    MARGIN * 2 + sum(head) + rows.reduce((total, row) => total + highest(row) + 12, 0) + sum(foot),
  );
  canvas.width = Math.ceil(width) * SCALE;
  canvas.height = height * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = paper;
  pen.fillRect(0, 0, width, height);
  let y = MARGIN;
  const write = (lines: typeof head) => {
    pen.textBaseline = 'middle';
    for (const row of lines) {
      pen.font = row.style;
      pen.fillStyle = row.color;
      pen.fillText(row.text, MARGIN, y + row.height / 2);
      y += row.height;
    }
  };
  write(head);
  for (const row of rows) {
    y += 8;
    let x = MARGIN;
    for (const picture of row) {
      picture.draw(pen, { x, y });
      x += picture.width + GAP;
    }
    y += highest(row) + 4;
  }
  write(foot);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('这个浏览器没有交出图片'))),
      'image/png',
    ),
  );
}

/** Narrow pictures two in a row, wide ones alone. */
function inRows(pictures: readonly Picture[]): Picture[][] {
  const rows: Picture[][] = [];
  for (const picture of pictures) {
    const last = rows.at(-1);
    if (!picture.whole && last?.length === 1 && !last[0]?.whole) last.push(picture);
    else rows.push([picture]);
  }
  return rows;
}

/** No line begins with a mark that closes. */
const PIECES = /(?:[\u2e80-\uffef]|[^\s\u2e80-\uffef]+)[，。；：、）」？]*\s*|\s+/gu;

/** Lines that fit: broken after any Chinese character, elsewhere between words, a long word anywhere. */
function broken(text: string, fits: (text: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of piece) {
      if (!fits(line + character)) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return line.trim() === '' ? lines : [...lines, line];
}
