import { MARKS, markWord, type ClaimView } from './claim-words.ts';
import { DRAWN, DRAWN_PATTERN, ICON_PATHS, type IconName } from './icon-paths.ts';

// The same as `Icon`, `Printed` and `ClaimFace` draw, for tables too large to be drawn by React.

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML, in an element or in an attribute between double quotes. */
export const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

export const iconHtml = (name: IconName) =>
  '<svg class="icon" viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true">' +
  `<path d="${ICON_PATHS[name]}" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"></path></svg>`;

const hidden = (word: string) => `<span class="visually-hidden">${word}</span>`;

function printedHtml(text: string): string {
  return text
    .split(DRAWN_PATTERN)
    .map((piece) => {
      const icon = DRAWN[piece];
      return icon ? `<span class="drawn">${iconHtml(icon)}${hidden(piece)}</span>` : escapeHtml(piece);
    })
    .join('');
}

/** What the cell of a claim shows before it is opened. */
export function claimHtml(claim: ClaimView): string {
  const { icon } = MARKS[claim.mark];
  const mark = icon
    ? `${iconHtml(icon)}<span class="visually-hidden mark-word">（${markWord(claim)}）</span>`
    : '';
  return printedHtml(claim.text) + mark;
}
