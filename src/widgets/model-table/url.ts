import { AXIS_COLUMNS, COLUMNS, VIEW_KEYS, type ViewKey } from '../../core/model-columns.ts';
import { ABILITIES, LICENCES, TABLE_PRECISIONS, type Filters, type Range } from '../../core/model-table.ts';
import type { SortKey } from '../../core/sort.ts';
import { codec, type Codec, type Ignored, type Param } from '../../url/codec.ts';
import {
  choiceParam,
  choicesParam,
  numberParam,
  optionalNumberParam,
  sortParam,
  textParam,
} from '../../url/params.ts';

/** The model table; the names are those of the link, and other people keep links: never rename one. */
export interface TableState {
  q: string;
  dev: readonly string[];
  fam: string | null;
  size: Range;
  active: Range;
  cap: Filters['abilities'];
  lic: Filters['licences'];
  /** At least this many tokens of native context. */
  ctx: number | null;
  since: string | null;
  mem: number | null;
  prec: Filters['precision'];
  sort: readonly SortKey[];
  view: ViewKey;
  /** Columns in place of those of `view`, in the order of all columns. */
  cols: readonly string[];
  as: 'table' | 'chart';
  x: string;
  y: string;
  /** Ids of models picked for comparison, in the order picked. */
  sel: readonly string[];
  /** Page of the table, from 1. */
  p: number;
}

/** What decides which rows there are. */
export type FilterState = Pick<
  TableState,
  'q' | 'dev' | 'fam' | 'size' | 'active' | 'cap' | 'lic' | 'ctx' | 'since' | 'mem' | 'prec'
>;

export const MOST_SELECTED = 5;
const COLUMN_KEYS = COLUMNS.map(({ key }) => key);

/** What a link may name. */
export interface KnownIds {
  models: readonly string[];
  developers: readonly string[];
  families: readonly string[];
}

/** The link of the model table. Ids come from the records, so the codec is made for them. */
export function tableCodec(known: KnownIds): Codec<TableState> {
  const models = new Set(known.models);
  const columns = new Set(COLUMN_KEYS);
  const axes = AXIS_COLUMNS.map(({ key }) => key);
  const plain = codec<TableState>({
    q: textParam(100),
    dev: choicesParam(known.developers),
    fam: familyParam(known.families),
    size: rangeParam('10-40'),
    active: rangeParam('3-10'),
    cap: choicesParam(ABILITIES),
    lic: licenceParam,
    ctx: contextParam,
    since: sinceParam,
    mem: optionalNumberParam({ min: 1, max: 100_000 }),
    prec: choiceParam('q4-k-m', TABLE_PRECISIONS),
    sort: sortParam(['name', ...COLUMN_KEYS], '-bigcodebench'),
    view: choiceParam('overview', VIEW_KEYS),
    cols: listParam(columns, '写列名，用逗号隔开，例如 params,arena', (keys) =>
      COLUMN_KEYS.filter((key) => keys.includes(key)),
    ),
    as: choiceParam('table', ['table', 'chart']),
    x: choiceParam('memory-q4', axes),
    y: choiceParam('bigcodebench-hard', axes),
    sel: listParam(models, '写模型的编号，用逗号隔开，例如 qwen3-32b,gemma-3-27b-it', (ids) =>
      ids.slice(0, MOST_SELECTED),
    ),
    p: pageParam,
  });
  return {
    ...plain,
    parse(raw) {
      const { state, ignored } = plain.parse(raw);
      const bad = new Set(ignored.map(({ key }) => key));
      const dropped = [
        ...(bad.has('cols') ? [] : droppedWords('cols', raw.cols, columns, Infinity)),
        ...(bad.has('sel') ? [] : droppedWords('sel', raw.sel, models, MOST_SELECTED)),
      ];
      return { state, ignored: [...ignored, ...dropped] };
    },
  };
}

/** The filters of a state, and nothing else: what 「清除筛选」 clears. */
export const filterPart = ({
  q,
  dev,
  fam,
  size,
  active,
  cap,
  lic,
  ctx,
  since,
  mem,
  prec,
}: TableState): FilterState => ({
  q,
  dev,
  fam,
  size,
  active,
  cap,
  lic,
  ctx,
  since,
  mem,
  prec,
});

/** What the rows are filtered by. */
export function filtersOf(state: FilterState): Filters {
  return {
    text: state.q,
    developers: state.dev,
    family: state.fam,
    size: state.size,
    active: state.active,
    abilities: state.cap,
    licences: state.lic,
    contextTokens: state.ctx,
    since: state.since,
    memoryGb: state.mem,
    precision: state.prec,
  };
}

/** `10-40`, `-40`, `10-`: billions of parameters, both ends inclusive. */
function rangeParam(example: string): Param<Range> {
  return {
    fallback: { min: null, max: null },
    expected: `写 ${example}、-40 或 10- 这样的范围，单位是十亿参数`,
    parse(raw) {
      const match = /^(\d+(?:\.\d+)?)?-(\d+(?:\.\d+)?)?$/.exec(raw);
      if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
      const min = match[1] === undefined ? null : Number(match[1]);
      const max = match[2] === undefined ? null : Number(match[2]);
      return min !== null && max !== null && min > max ? undefined : { min, max };
    },
    format: ({ min, max }) => (min === null && max === null ? '' : `${min ?? ''}-${max ?? ''}`),
  };
}

function familyParam(families: readonly string[]): Param<string | null> {
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
const licenceParam: Param<Filters['licences']> = {
  fallback: [],
  expected: licenceWords.expected,
  parse(raw) {
    // Once the word for no filter.
    const words = raw === 'any' ? [] : licenceWords.parse(raw);
    return words && LICENCES.filter((licence) => words.includes(LICENCE_IN_LINK[licence]));
  },
  format: (licences) => licenceWords.format(licences.map((licence) => LICENCE_IN_LINK[licence])),
};

const wholeNumber = optionalNumberParam({ min: 1, max: 100_000_000 });
const contextParam: Param<number | null> = {
  ...wholeNumber,
  expected: '写 token 的个数，例如 131072',
  parse(raw) {
    const value = wholeNumber.parse(raw);
    return Number.isInteger(value) ? value : undefined;
  },
};

const sinceParam: Param<string | null> = {
  fallback: null,
  expected: '写 2025、2025-06 或 2025-06-30 这样的日期',
  parse: (raw) => (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(raw) ? raw : undefined),
  format: (date) => date ?? '',
};

const pages = numberParam(1, { min: 1, max: 10_000 });
const pageParam: Param<number> = {
  ...pages,
  expected: '写第几页，从 1 起',
  parse(raw) {
    const value = pages.parse(raw);
    return Number.isInteger(value) ? value : undefined;
  },
};

const wordsOf = (raw: string) => raw.split(',').map((word) => word.trim());

/** Known words, comma-separated, each once; unknown ones are left out as long as others count. */
function listParam(
  known: ReadonlySet<string>,
  expected: string,
  settle: (words: string[]) => string[],
): Param<readonly string[]> {
  return {
    fallback: [],
    expected,
    parse(raw) {
      const words = new Set(wordsOf(raw).filter((word) => known.has(word)));
      return words.size > 0 ? settle([...words]) : undefined;
    },
    format: (words) => words.join(','),
  };
}

/** Words of a list that were left out, while others counted. */
function droppedWords(
  key: string,
  raw: string | null | undefined,
  known: ReadonlySet<string>,
  most: number,
): Ignored[] {
  const taken = new Set<string>();
  return wordsOf(raw ?? '').flatMap((value): Ignored[] => {
    if (value === '' || taken.has(value)) return [];
    if (!known.has(value)) return [{ key, value, expected: '没有这个编号，已略去' }];
    taken.add(value);
    return taken.size > most ? [{ key, value, expected: `最多选 ${most} 个，只取前 ${most} 个` }] : [];
  });
}
