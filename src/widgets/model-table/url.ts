import { AXIS_COLUMNS, COLUMNS, VIEW_KEYS, VIEWS, type ViewKey } from '../../core/model-columns.ts';
import { ABILITIES, TABLE_PRECISIONS, type Filters, type Range } from '../../core/model-table.ts';
import type { SortKey } from '../../core/sort.ts';
import { codec, type Codec, type Words } from '../../url/codec.ts';
import { choiceParam, choicesParam, optionalNumberParam, sortParam, textParam } from '../../url/params.ts';
import {
  contextParam,
  familyParam,
  licenceParam,
  listParam,
  pageParam,
  rangeParam,
  sinceParam,
} from './url-params.ts';

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

const FILTER_KEYS = [
  ...(['q', 'dev', 'fam', 'size', 'active', 'cap'] as const),
  ...(['lic', 'ctx', 'since', 'mem', 'prec'] as const),
];
/** What decides which rows there are. */
export type FilterState = Pick<TableState, (typeof FILTER_KEYS)[number]>;

export const MOST_SELECTED = 5;
const COLUMN_KEYS = COLUMNS.map(({ key }) => key);

/** What a link may name. */
export interface KnownIds {
  models: readonly string[];
  developers: readonly string[];
  families: readonly string[];
}

const WORDS: Words<TableState> = {
  q: ['要找的字', 'q=coder'],
  dev: ['开发者的编号（模型的 developer.id）', 'dev=alibaba,deepseek'],
  fam: ['家族的编号（模型的 family），一个', 'fam=qwen3'],
  size: ['参数量的范围，十亿，含两端', 'size=10-40'],
  active: ['激活参数的范围，十亿，含两端；稠密模型按全部参数算', 'active=3-10'],
  cap: [
    '能力，要全部具备：code 代码、tools 工具调用（含部分支持）、reasoning 推理模式、vision 图文',
    'cap=tools,reasoning',
  ],
  lic: ['许可，有一个就算：commercial 可商用、conditions 有条件、no 不可商用', 'lic=commercial,conditions'],
  ctx: ['原生上下文至少多少 token', 'ctx=131072'],
  since: ['从哪天起发布', 'since=2025-06'],
  mem: ['权重放得进多少 GB（10⁹ 字节）：公布的文件，没有的按估算', 'mem=24'],
  prec: ['按哪种精度比较 mem', 'mem=24&prec=bf16'],
  sort: ['按哪些列排；点列头，地址里就有它的名字', 'sort=-params'],
  view: [`显示哪些列：${VIEW_KEYS.map((key) => `${key} ${VIEWS[key].label}`).join('、')}`, 'view=coding'],
  cols: ['自己选的列，代替 view 的列', 'cols=params,arena'],
  as: ['table 表，chart 散点图', 'as=chart'],
  x: ['图的横轴，数字列的名字', 'as=chart&x=params'],
  y: ['图的纵轴，数字列的名字', 'as=chart&y=arena'],
  sel: [`选来对比的模型，最多 ${MOST_SELECTED} 个`, 'sel=qwen3-32b,gemma-3-27b-it'],
  p: ['第几页，每页 100 个；没有那么多页就是最后一页', 'p=2'],
};

/** The link of the model table. Ids come from the records, so the codec is made for them. */
export function tableCodec(known: KnownIds): Codec<TableState> {
  const axes = AXIS_COLUMNS.map(({ key }) => key);
  return codec<TableState>(
    {
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
      cols: listParam(new Set(COLUMN_KEYS), '写列名，用逗号隔开，例如 params,arena', {
        settle: (keys) => COLUMN_KEYS.filter((key) => keys.includes(key)),
      }),
      as: choiceParam('table', ['table', 'chart']),
      x: choiceParam('memory-q4', axes),
      y: choiceParam('bigcodebench-hard', axes),
      sel: listParam(new Set(known.models), '写模型的编号，用逗号隔开，例如 qwen3-32b,gemma-3-27b-it', {
        most: MOST_SELECTED,
      }),
      p: pageParam,
    },
    WORDS,
  );
}

/** The filters of a state, and nothing else: what 「清除筛选」 clears. */
export const filterPart = (state: TableState): FilterState =>
  Object.fromEntries(FILTER_KEYS.map((key) => [key, state[key]])) as unknown as FilterState;

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
