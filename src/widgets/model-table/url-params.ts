import { LICENCES, type Filters, type Range } from '../../core/model-table.ts';
import type { Param } from '../../url/codec.ts';
import { choicesParam, numberParam, optionalNumberParam, wordsOf } from '../../url/params.ts';

const billions = numberParam(0, { min: 0, max: 100_000 });

/** `10-40`, `-40`, `10-`: billions of parameters, both ends inclusive. */
export function rangeParam(example: string): Param<Range> {
  return {
    fallback: { min: null, max: null },
    expected: `写 ${example}、-40 或 10- 这样的范围，单位是十亿参数`,
    parse(raw) {
      const ends = raw.split('-').map((end) => (end === '' ? null : billions.parse(end)));
      const [min, max] = ends;
      if (ends.length !== 2 || min === undefined || max === undefined) return undefined;
      if (min === null || max === null) return min === max ? undefined : { min, max };
      return min > max ? undefined : { min, max };
    },
    format({ min, max }) {
      if (min === null && max === null) return '';
      return [min, max].map((end) => (end === null ? '' : billions.format(end))).join('-');
    },
  };
}

export function familyParam(families: readonly string[]): Param<string | null> {
  return {
    fallback: null,
    expected: '写家族的编号，例如 qwen3',
    parse: (raw) => families.find((family) => family === raw),
    format: (family) => family ?? '',
  };
}

/** The word for 可商用 is older than the others. */
const LICENCE_IN_LINK = { yes: 'commercial', conditions: 'conditions', no: 'no' } as const;
const licenceWords = choicesParam(LICENCES.map((licence) => LICENCE_IN_LINK[licence]));
export const licenceParam: Param<Filters['licences']> = {
  fallback: [],
  expected: licenceWords.expected,
  parse(raw) {
    // Once the word for no filter.
    const words = raw === 'any' ? [] : licenceWords.parse(raw);
    return words && LICENCES.filter((licence) => words.includes(LICENCE_IN_LINK[licence]));
  },
  unread: (raw) => (raw === 'any' ? [] : (licenceWords.unread?.(raw) ?? [])),
  format: (licences) => licenceWords.format(licences.map((licence) => LICENCE_IN_LINK[licence])),
};

const wholeNumber = optionalNumberParam({ min: 1, max: 100_000_000 });
export const contextParam: Param<number | null> = {
  ...wholeNumber,
  expected: '写 token 的个数，例如 131072',
  parse(raw) {
    const value = wholeNumber.parse(raw);
    return Number.isInteger(value) ? value : undefined;
  },
};

export const sinceParam: Param<string | null> = {
  fallback: null,
  expected: '写 2025、2025-06 或 2025-06-30 这样的日期',
  parse: (raw) => (/^\d{4}(-\d\d){0,2}$/.test(raw) && isOfCalendar(raw) ? raw : undefined),
  format: (date) => date ?? '',
};

/** No thirteenth month, and no 31 February: what is missing of a day is its first. */
function isOfCalendar(date: string): boolean {
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

const pages = numberParam(1, { min: 1, max: 10_000 });
export const pageParam: Param<number> = {
  ...pages,
  expected: '写第几页，从 1 起',
  parse(raw) {
    const value = pages.parse(raw);
    return Number.isInteger(value) ? value : undefined;
  },
};

/**
 * Known words, comma-separated, each once; unknown ones are dropped with a note, and so are those after `most`. Where none
 * is known, the whole is junk.
 */
export function listParam(
  known: ReadonlySet<string>,
  expected: string,
  { most = Infinity, settle = (words) => words }: { most?: number; settle?(words: string[]): string[] } = {},
): Param<readonly string[]> {
  return {
    fallback: [],
    expected,
    parse(raw) {
      const words = new Set(wordsOf(raw).filter((word) => known.has(word)));
      return words.size > 0 ? settle([...words].slice(0, most)) : undefined;
    },
    unread(raw) {
      const taken = new Set<string>();
      return [...new Set(wordsOf(raw))].flatMap((value) => {
        if (!known.has(value)) return [{ value, expected: '没有这个编号，已略去' }];
        taken.add(value);
        return taken.size > most ? [{ value, expected: `最多选 ${most} 个，只取前 ${most} 个` }] : [];
      });
    },
    format: (words) => words.join(','),
  };
}
