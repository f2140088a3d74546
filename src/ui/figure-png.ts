/**
 * A figure's pictures as a PNG to put into a document: title and unit above, source and address below, on light paper whatever the theme.
 * Pictures are the SVGs of the page with their computed style written into them, drawn from data: addresses, which is all that the
 * site's policy lets an image come from.
 */
const SCALE = 2;
const MARGIN = 24;
const WIDTH = 720;
const GAP = 32;
const WHOLE = '.chart-legend-row';
const SVG = '.chart-svg, .recharts-wrapper > svg';
const INLINED = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order', 'stroke-linejoin'],
  ...['vector-effect', 'overflow', 'display', 'visibility'],
];

interface Picture {
  image: HTMLImageElement;
  width: number;
  height: number;
  /** Takes a row for itself. */
  whole: boolean;
  /** Points that lie over the picture, for an SVG cannot hold buttons. */
  points: { x: number; y: number; marked: boolean }[];
}

interface Words {
  text: string;
  size: number;
  weight: number;
  color: string;
}

/** Throws where the figure has no picture yet. */
export async function figurePng(figure: HTMLElement, address: string): Promise<Blob> {
  const { drawn, colors } = onLightPaper(() => ({
    drawn: standalones([...figure.querySelectorAll<SVGSVGElement>(SVG)]),
    colors: paletteOf(figure),
  }));
  if (drawn.length === 0) throw new Error('图还没有画好');
  const pictures = await Promise.all(drawn.map(load));
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

/** Two pictures or more stand in two columns, as on a wide page. */
function standalones(svgs: readonly SVGSVGElement[]) {
  const pictures = svgs.filter((svg) => !svg.matches(WHOLE));
  const column = pictures.length > 1 ? (WIDTH - 2 * MARGIN - GAP) / 2 : WIDTH - 2 * MARGIN;
  return svgs.map((svg) => standalone(svg, svg.matches(WHOLE) ? WIDTH - 2 * MARGIN : column));
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

async function load({ xml, ...rest }: ReturnType<typeof standalone>): Promise<Picture> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(xml)}`;
  await image.decode();
  return { ...rest, image };
}

function wordsOf(figure: HTMLElement, address: string, { ink, quiet }: Palette) {
  const unit = figure.querySelector('figcaption small')?.textContent ?? '';
  const title = (figure.querySelector('figcaption')?.textContent ?? '').replace(unit, '');
  const line = figure.querySelector('.source-line')?.cloneNode(true) as Element | undefined;
  for (const hint of line?.querySelectorAll('.on-page, .stale-note') ?? []) hint.remove();
  const source = line?.textContent ?? '';
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
  { paper, ink, quiet, font }: Palette,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('这个浏览器不能画图');
  const width = Math.max(WIDTH, ...pictures.map((picture) => picture.width + 2 * MARGIN));
  const lay = (words: Words) => {
    const style = `${words.weight} ${words.size}px ${font}`;
    pen.font = style;
    const lines = broken(words.text, (text) => pen.measureText(text).width <= width - 2 * MARGIN);
    return lines.map((text) => ({ ...words, text, style, height: Math.ceil(words.size * 1.6) }));
  };
  const [head, foot] = [above.flatMap(lay), below.flatMap(lay)];
  const sum = (lines: readonly { height: number }[]) => lines.reduce((total, line) => total + line.height, 0);
  const rows = inRows(pictures);
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
      draw(pen, picture, { x, y }, { paper, ink, quiet });
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

function draw(
  pen: CanvasRenderingContext2D,
  { image, width, height, points }: Picture,
  at: { x: number; y: number },
  { paper, ink, quiet }: Pick<Palette, 'paper' | 'ink' | 'quiet'>,
) {
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
}

/** Lines that fit: broken after any Chinese character, elsewhere between words, a long word anywhere. */
function broken(text: string, fits: (text: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? []) {
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
