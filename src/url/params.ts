import type { Param } from './codec.ts';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A number inside `[min, max]`; plain decimal notation only, so that a link reads as what it means. */
export function numberParam(fallback: number, { min, max }: { min: number; max: number }): Param<number> {
  return {
    fallback,
    expected: `写 ${min} 到 ${max} 的数`,
    parse(raw) {
      // As far as `format` writes it, and no negative zero: what is read is what is written back.
      const value = DECIMAL.test(raw) ? Number(plain(Number(raw))) + 0 : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
    format: (value) => plain(value),
  };
}

/** Never `1e-7`: what is written is read back the same. */
function plain(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 }).format(value);
}
/** A number that may be unset (null, left out of the link). */
export function optionalNumberParam(range: { min: number; max: number }): Param<number | null> {
  const inner = numberParam(range.min, range);
  return {
    fallback: null,
    expected: inner.expected,
    parse: inner.parse,
    format: (value) => (value === null ? '' : inner.format(value)),
  };
}

/** One word of a fixed list. */
export function choiceParam<Choice extends string>(
  fallback: Choice,
  choices: readonly Choice[],
): Param<Choice> {
  return {
    fallback,
    expected: `写 ${choices.join('、')} 之一`,
    parse: (raw) => choices.find((choice) => choice === raw),
    format: (value) => value,
  };
}

/** One word of a fixed list, or unset (null). */
export function optionalChoiceParam<Choice extends string>(choices: readonly Choice[]): Param<Choice | null> {
  return {
    fallback: null,
    expected: `写 ${choices.join('、')} 之一`,
    parse: (raw) => choices.find((choice) => choice === raw),
    format: (value) => value ?? '',
  };
}

/** Words of a list in a link: between commas, spaces around them and empty ones do not count. */
export const wordsOf = (raw: string): string[] =>
  raw
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** One entry for all words that nobody knows: what to write instead is the same for each. */
const unknown = (words: readonly string[], expected: string) =>
  words.length === 0 ? [] : [{ value: words.join(','), expected }];

/**
 * Several words of a fixed list, comma-separated, kept in the order of the list. Unknown ones are dropped with a note;
 * where none is known, the whole is junk.
 */
export function choicesParam<Choice extends string>(choices: readonly Choice[]): Param<readonly Choice[]> {
  const known: ReadonlySet<string> = new Set(choices);
  const expected = `写 ${choices.join('、')}，多个用逗号隔开`;
  return {
    fallback: [],
    expected,
    parse(raw) {
      const words = new Set(wordsOf(raw));
      const chosen = choices.filter((choice) => words.has(choice));
      return chosen.length > 0 ? chosen : undefined;
    },
    unread: (raw) =>
      unknown(
        wordsOf(raw).filter((word) => !known.has(word)),
        expected,
      ),
    format: (value) => choices.filter((choice) => value.includes(choice)).join(','),
  };
}

/** Free text of at most `maxLength` characters. */
export function textParam(maxLength: number): Param<string> {
  return {
    fallback: '',
    expected: `写不超过 ${maxLength} 个字`,
    parse: (raw) => (raw.length <= maxLength ? raw : undefined),
    format: (value) => value,
  };
}

/**
 * `-bigcodebench,params`: columns to sort by, in order; a minus sorts from large to small. Unknown columns, and a column
 * that was named before, are dropped with a note; where none is known, the whole is junk.
 */
export function sortParam(
  columns: readonly string[],
  example: string,
): Param<readonly { column: string; descending: boolean }[]> {
  const expected = `写列名，前面加减号为从大到小（文字为倒序），例如 ${example}`;
  const known: ReadonlySet<string> = new Set(columns);
  const columnOf = (word: string) => word.replace(/^-/, '');
  const isFirst = (word: string, index: number, words: readonly string[]) =>
    words.findIndex((other) => columnOf(other) === columnOf(word)) === index;
  const isKnown = (word: string) => known.has(columnOf(word));
  return {
    fallback: [],
    expected,
    parse(raw) {
      const words = wordsOf(raw).filter(isKnown).filter(isFirst);
      if (words.length === 0) return undefined;
      return words.map((word) => ({ column: columnOf(word), descending: word.startsWith('-') }));
    },
    unread(raw) {
      const words = wordsOf(raw);
      const twice = words.filter(isKnown).filter((...at) => !isFirst(...at));
      return [
        ...unknown(
          words.filter((word) => !isKnown(word)),
          expected,
        ),
        ...unknown(twice, '这一列前面写过，只算第一次'),
      ];
    },
    format: (keys) => keys.map(({ column, descending }) => `${descending ? '-' : ''}${column}`).join(','),
  };
}
