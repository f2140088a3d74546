/** Text as people type it: without case, and with one space where there is space or a sign between words. */
export const plainText = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_·:/,，（）()]+/g, ' ')
    .trim();

/** The same without any space: what only punctuation tells apart is the same. */
export const joinedText = (text: string) => plainText(text).replaceAll(' ', '');

/** Whether every word typed occurs, in any order, in a text that `plainText` made. */
export const holdsWords = (plain: string, words: readonly RegExp[]): boolean =>
  words.every((word) => word.test(plain));

/** The words of what was typed, each as what it finds; of an address, what stands behind the host. */
export const wordsOf = (typed: string): RegExp[] =>
  plainText(typed.trim().replace(HOST, '')).split(' ').filter(Boolean).map(finds);

const HOST = /^(?:https?:\/\/[^/\s]+|(?:[\w-]+\.)+(?:co|com|cn|ai|org))\/(?:(?:models|library)\/)?/i;

/**
 * A word may begin within another and run over a space, as in `glm4.6`. But a number is whole: `7b` is not in `27b`, nor
 * `qwen3` in `qwen 32b`, nor `4b` in `4bit`.
 */
function finds(word: string): RegExp {
  const letters = [...word].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&'));
  const before = /^\d/.test(word) ? '(?<!\\d\\.?)' : '';
  const after = /\d$/.test(word) ? '(?!\\d)' : /\d[a-z]$/.test(word) ? '(?![a-z])' : '';
  return new RegExp(before + letters.join(' ?') + after, 'u');
}
