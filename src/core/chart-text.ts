/** Rough width of text in px at 12 px: Chinese takes the full em, Latin and digits a little over half of it. */
export function textWidth(text: string, size = 12): number {
  let ems = 0;
  for (const character of text) ems += /[\u2e80-\uffef“”‘’…—]/u.test(character) ? 1 : 0.56;
  return ems * size;
}

/** Breaks text into lines no wider than `width` px: after Chinese characters and at spaces, never inside a Latin word. */
export function wrapText(text: string, width: number, size = 12): string[] {
  const pieces =
    text.match(/[^\s\u2e80-\uffef]+[，。；：、）」]*|\s+|[\u2e80-\uffef][，。；：、）」]*/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && textWidth(line + piece, size) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}
