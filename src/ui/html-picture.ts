/** Words, boxes and icons of an element as they stand on the page, for a canvas: legends and bars that are no SVG. */
export interface HtmlPicture {
  width: number;
  height: number;
  boxes: Box[];
  icons: Icon[];
  texts: TextLine[];
}

interface Box {
  /** Its middle: it may be turned. */
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
  degrees: number;
  color: string;
}

/** A path of an SVG, with its upper left corner and how many pixels its unit has. */
interface Icon {
  path: string;
  x: number;
  y: number;
  scale: number;
  /** `none` is no colour a canvas knows. */
  fill: string;
  stroke: string;
  strokeWidth: number;
}

interface TextLine {
  text: string;
  x: number;
  /** Middle of the line. */
  y: number;
  font: string;
  color: string;
}

const TRANSPARENT = 'rgba(0, 0, 0, 0)';
const UNSEEN = '.visually-hidden';

/** Reads the styles of the moment: to be called while the page has the colours that are wanted. */
export function htmlPicture(element: HTMLElement): HtmlPicture {
  const { left, top, width, height } = element.getBoundingClientRect();
  const boxes: Box[] = [];
  const texts: TextLine[] = [];
  for (const inner of element.querySelectorAll<HTMLElement>('*')) {
    if (inner.closest(UNSEEN)) continue;
    const style = getComputedStyle(inner);
    const place = inner.getBoundingClientRect();
    if (style.backgroundColor !== TRANSPARENT) {
      boxes.push({
        x: place.left + place.width / 2 - left,
        y: place.top + place.height / 2 - top,
        // Before it is turned, and not in whole pixels where it is not.
        width: style.rotate === 'none' ? place.width : inner.offsetWidth,
        height: style.rotate === 'none' ? place.height : inner.offsetHeight,
        radius: style.borderRadius.endsWith('%') ? place.width / 2 : Number.parseFloat(style.borderRadius),
        degrees: Number.parseFloat(style.rotate) || 0,
        color: style.backgroundColor,
      });
    }
    const font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    for (const node of inner.childNodes) {
      if (!(node instanceof Text)) continue;
      for (const { text, rect } of linesOf(node)) {
        texts.push({
          text,
          x: rect.left - left,
          y: rect.top + rect.height / 2 - top,
          font,
          color: style.color,
        });
      }
    }
  }
  const icons = [...element.querySelectorAll<SVGPathElement>('svg path')].map((path) =>
    iconOf(path, { left, top }),
  );
  return { width, height, boxes, icons, texts };
}

function iconOf(path: SVGPathElement, from: { left: number; top: number }): Icon {
  const svg = path.ownerSVGElement!;
  const place = svg.getBoundingClientRect();
  const { fill, stroke, strokeWidth } = getComputedStyle(path);
  return {
    path: path.getAttribute('d') ?? '',
    x: place.left - from.left,
    y: place.top - from.top,
    scale: place.width / svg.viewBox.baseVal.width,
    fill,
    stroke,
    strokeWidth: Number.parseFloat(strokeWidth),
  };
}

/** A text as it is broken into lines: characters that stand at the same height. */
function linesOf(node: Text): { text: string; rect: DOMRect }[] {
  const lines: { text: string; rect: DOMRect }[] = [];
  const range = document.createRange();
  let at = 0;
  for (const character of node.data) {
    range.setStart(node, at);
    range.setEnd(node, (at += character.length));
    const rect = range.getBoundingClientRect();
    if (rect.width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.rect.top - rect.top) < rect.height / 2) line.text += character;
    else lines.push({ text: character, rect });
  }
  return lines;
}

/** Draws it with its upper left corner at a place. */
export function drawHtml(
  pen: CanvasRenderingContext2D,
  { boxes, icons, texts }: HtmlPicture,
  at: { x: number; y: number },
): void {
  for (const { x, y, width, height, radius, degrees, color } of boxes) {
    pen.save();
    pen.translate(at.x + x, at.y + y);
    pen.rotate((degrees * Math.PI) / 180);
    pen.beginPath();
    pen.roundRect(-width / 2, -height / 2, width, height, radius);
    pen.fillStyle = color;
    pen.fill();
    pen.restore();
  }
  for (const { path, x, y, scale, fill, stroke, strokeWidth } of icons) {
    const outline = new Path2D(path);
    pen.save();
    pen.translate(at.x + x, at.y + y);
    pen.scale(scale, scale);
    if (fill !== 'none') {
      pen.fillStyle = fill;
      pen.fill(outline);
    }
    if (stroke !== 'none') {
      pen.strokeStyle = stroke;
      pen.lineWidth = strokeWidth;
      pen.lineCap = pen.lineJoin = 'round';
      pen.stroke(outline);
    }
    pen.restore();
  }
  pen.textBaseline = 'middle';
  for (const { text, x, y, font, color } of texts) {
    pen.font = font;
    pen.fillStyle = color;
    pen.fillText(text, at.x + x, at.y + y);
  }
}
