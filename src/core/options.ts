import { holdsWords, joinedText, plainText, wordsOf } from './plain-text.ts';

/** One of a list to choose from by typing. */
export interface NamedOption {
  value: string;
  label: string;
  /** Further words it is found by. */
  words?: string;
}

/** Options that hold every word typed; what is named just so comes first, then what begins so, else in their order. */
export function matchingOptions<Option extends NamedOption>(
  options: readonly Option[],
  typed: string,
): readonly Option[] {
  const words = wordsOf(typed);
  if (words.length === 0) return options;
  const joined = joinedText(typed);
  const distance = ({ value, label }: Option) => {
    const names = [joinedText(label), joinedText(value)];
    if (names.includes(joined)) return 0;
    return names.some((name) => name.startsWith(joined)) ? 1 : 2;
  };
  return options
    .filter(({ value, label, words: more = '' }) => holdsWords(plainText(`${label} ${value} ${more}`), words))
    .map((option) => ({ option, away: distance(option) }))
    .sort((a, b) => a.away - b.away)
    .map(({ option }) => option);
}
