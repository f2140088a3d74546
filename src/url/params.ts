import type { Param } from './codec.ts';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A number inside `[min, max]`; plain decimal notation only, so that a link reads as what it means. */
export function numberParam(fallback: number, { min, max }: { min: number; max: number }): Param<number> {
  return {
    fallback,
    expected: `写 ${min} 到 ${max} 的数`,
    parse(raw) {
      const value = DECIMAL.test(raw) ? Number(raw) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
    format: (value) => plain.format(value),
  };
}

/** Never `1e-7`: what is written is read back the same. */
const plain = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 });

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

/** Several words of a fixed list, comma-separated, kept in the order of the list. */
export function choicesParam<Choice extends string>(choices: readonly Choice[]): Param<readonly Choice[]> {
  return {
    fallback: [],
    expected: `写 ${choices.join('、')}，多个用逗号隔开`,
    parse(raw) {
      const words = raw.split(',');
      if (!words.every((word) => choices.some((choice) => choice === word))) return undefined;
      return choices.filter((choice) => words.includes(choice));
    },
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

/** `-bigcodebench,params`: columns to sort by, in order; a minus sorts from large to small. */
export function sortParam(
  columns: readonly string[],
  example: string,
): Param<readonly { column: string; descending: boolean }[]> {
  return {
    fallback: [],
    expected: `写列名，前面加减号为从大到小，例如 ${example}`,
    parse(raw) {
      const keys = raw
        .split(',')
        .map((word) => ({ column: word.replace(/^-/, ''), descending: word.startsWith('-') }));
      const known = keys.every(({ column }) => columns.includes(column));
      return known && new Set(keys.map(({ column }) => column)).size === keys.length ? keys : undefined;
    },
    format: (keys) => keys.map(({ column, descending }) => `${descending ? '-' : ''}${column}`).join(','),
  };
}
