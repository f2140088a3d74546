/** Text as people type it: without case, and with one space where there is space or a sign between words. */
export const plainText = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_·:/,，（）()]+/g, ' ')
    .trim();

/** The same without any space: what only punctuation tells apart is the same. */
export const joinedText = (text: string) => plainText(text).replaceAll(' ', '');

/** Whether every word typed occurs, in any order, in a text that `plainText` made; words may run together. */
export function holdsWords(plain: string, words: readonly string[]): boolean {
  return words.every((word) => plain.includes(word) || plain.replaceAll(' ', '').includes(word));
}

/** The words of what was typed, as `holdsWords` wants them. */
export const wordsOf = (typed: string) => plainText(typed).split(' ').filter(Boolean);
