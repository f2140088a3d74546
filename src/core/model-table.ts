import { holdsWords, wordsOf } from './plain-text.ts';
import type { Sortable } from './sort.ts';

/** What filtering and sorting need of a row; views carry more. */
export interface FilterableRow extends Sortable {
  id: string;
  /** Everything a text search looks through, as `plainText` has it. */
  searchText: string;
  developer: string;
  family: string;
  paramsB: number;
  abilities: readonly Ability[];
  commercialUse: Licence | null;
  /** Weights alone by precision, GB = 10⁹ bytes: a published file, else estimated; null where neither can be told. */
  weightsGb: Record<TablePrecision, number | null>;
}

export const ABILITIES = ['code', 'tools', 'reasoning', 'vision'] as const;
export type Ability = (typeof ABILITIES)[number];

/** Whether the licence lets the model be used commercially. */
export const LICENCES = ['yes', 'conditions', 'no'] as const;
export type Licence = (typeof LICENCES)[number];

export const TABLE_PRECISIONS = ['bf16', 'q8-0', 'q4-k-m'] as const;
export type TablePrecision = (typeof TABLE_PRECISIONS)[number];

/** Both ends belong to it; null is open. */
export interface Range {
  min: number | null;
  max: number | null;
}

export interface Filters {
  text: string;
  /** Any of them; none is no filter. So with licences. */
  developers: readonly string[];
  family: string | null;
  /** Billions of parameters. */
  size: Range;
  /** Billions of parameters read for one token; a dense model reads all it has. */
  active: Range;
  /** All of them. */
  abilities: readonly Ability[];
  licences: readonly Licence[];
  /** At least this many tokens of native context. */
  contextTokens: number | null;
  /** Released on this day or later: `2025`, `2025-06` or `2025-06-30`. */
  since: string | null;
  /** 「能放进 N GB」: weights at `precision` must not exceed it; null switches the filter off. */
  memoryGb: number | null;
  precision: TablePrecision;
}

export const NO_FILTERS: Filters = {
  text: '',
  developers: [],
  family: null,
  size: { min: null, max: null },
  active: { min: null, max: null },
  abilities: [],
  licences: [],
  contextTokens: null,
  since: null,
  memoryGb: null,
  precision: 'q4-k-m',
};

type Test = (row: FilterableRow) => boolean;

const within = ({ min, max }: Range, value: number) =>
  (min === null || value >= min) && (max === null || value <= max);

/** The sort key of a column where it is a number. */
const numberIn = ({ sortKeys }: FilterableRow, column: string) => {
  const value = sortKeys[column];
  return typeof value === 'number' ? value : null;
};

/**
 * What each group of filters asks of a row; null where it asks nothing. What is unknown does not pass: a model whose
 * weights nobody published cannot be said to fit, nor one whose month alone is known to be later than a day in it.
 */
export const FILTER_TESTS = {
  text({ text }: Filters): Test | null {
    const words = wordsOf(text);
    return words.length === 0 ? null : ({ searchText }) => holdsWords(searchText, words);
  },
  developers: ({ developers }: Filters): Test | null =>
    developers.length === 0 ? null : ({ developer }) => developers.includes(developer),
  family: ({ family }: Filters): Test | null => (family === null ? null : (row) => row.family === family),
  size: ({ size }: Filters): Test | null => (isOpen(size) ? null : ({ paramsB }) => within(size, paramsB)),
  active: ({ active }: Filters): Test | null =>
    isOpen(active) ? null : (row) => within(active, numberIn(row, 'active') ?? row.paramsB),
  abilities: ({ abilities }: Filters): Test | null =>
    abilities.length === 0 ? null : (row) => abilities.every((ability) => row.abilities.includes(ability)),
  licences: ({ licences }: Filters): Test | null =>
    licences.length === 0
      ? null
      : ({ commercialUse }) => commercialUse !== null && licences.includes(commercialUse),
  context: ({ contextTokens }: Filters): Test | null =>
    contextTokens === null ? null : (row) => (numberIn(row, 'context') ?? 0) >= contextTokens,
  since: ({ since }: Filters): Test | null =>
    since === null ? null : ({ sortKeys: { released } }) => typeof released === 'string' && released >= since,
  memory({ memoryGb, precision }: Filters): Test | null {
    if (memoryGb === null) return null;
    return ({ weightsGb }) => {
      const weights = weightsGb[precision];
      return weights !== null && weights <= memoryGb;
    };
  },
} satisfies Record<string, (filters: Filters) => Test | null>;

export type FilterGroup = keyof typeof FILTER_TESTS;
export const FILTER_GROUPS = Object.keys(FILTER_TESTS) as FilterGroup[];

const isOpen = ({ min, max }: Range) => min === null && max === null;

/** Rows that pass every filter, in their order. Words of the text must all occur. */
export function filterRows<Row extends FilterableRow>(rows: readonly Row[], filters: Filters): Row[] {
  const tests = FILTER_GROUPS.map((group) => FILTER_TESTS[group](filters)).filter((test) => test !== null);
  return rows.filter((row) => tests.every((test) => test(row)));
}
