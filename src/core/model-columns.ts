import type { Better } from './explorer/pareto.ts';
import type { SortKey } from './sort.ts';

/** Which of the three kinds of figure a column holds; never mixed in one column. */
export type ColumnKind = 'published' | 'computed' | 'claim';

export interface Column {
  key: string;
  label: string;
  kind: ColumnKind;
  /** Unit or variant, in the head under the label. */
  unit?: string;
  /** Numbers stand right and sort from large to small first. */
  numeric: boolean;
  /** Draw a bar behind the number, from zero to the largest of the column. */
  bar?: boolean;
  /** Which way the figure is better, all else alike; without it no way is. */
  better?: Better;
  /** An estimate: the query that, with a model, has 能跑吗 work it out with its terms filled in. */
  asks?: string;
}

const column = (key: string, label: string, kind: ColumnKind, rest: Partial<Column> = {}): Column => ({
  key,
  label,
  kind,
  numeric: false,
  ...rest,
});
const number = { numeric: true };
const more = { numeric: true, bar: true, better: 'more' } as const;
/** Each maker's own way of measuring: more is not better than another's less. */
const apart = { numeric: true, bar: true };
const less = { numeric: true, bar: true, better: 'less' } as const;
// Context, machine and memory are those that the columns are reckoned with; a test holds both to the same figure.
const asks = (precision: string) => `prec=${precision}&ctx=8192&engine=llama.cpp`;
const onGuideMachine = (precision: string) => `${asks(precision)}&hw=2x-xeon-e5-2680-v4&mem=256`;

/** Every column of the model table; the key is part of the link (`sort=-bigcodebench`), so it never changes. */
export const COLUMNS: readonly Column[] = [
  column('params', '参数量', 'published', { ...number, better: 'less', unit: 'B' }),
  column('active', '激活参数', 'published', { ...number, better: 'less', unit: 'B' }),
  column('developer', '开发者', 'published'),
  column('released', '发布日期', 'published'),
  column('license', '许可', 'published'),
  column('context', '上下文长度', 'published', { ...number, better: 'more', unit: 'token，原生' }),
  column('context-extended', '扩展上下文', 'published', {
    ...number,
    better: 'more',
    unit: 'token，需 YaRN 等',
  }),
  column('tools', '工具调用', 'published'),
  column('reasoning', '推理模式', 'published'),
  column('languages', '编程语言', 'published', { ...number, unit: '种' }),
  column('bigcodebench', 'BigCodeBench', 'published', { ...more, unit: '%，Full instruct，独立评测' }),
  column('bigcodebench-hard', 'BigCodeBench-Hard', 'published', {
    ...more,
    unit: '%，instruct，独立评测',
  }),
  column('arena', 'LMArena', 'published', { ...more, unit: '分，文本总分，独立评测' }),
  column('livebench', 'LiveBench', 'published', { ...more, unit: '%，未注明推理模式，独立评测' }),
  column('livebench-thinking', 'LiveBench', 'published', { ...more, unit: '%，推理模式，独立评测' }),
  column('humaneval', 'HumanEval', 'published', { ...apart, unit: '%，厂商自报，各家设置不同' }),
  column('humaneval-evalplus', 'HumanEval', 'published', { ...more, unit: '%，EvalPlus 独立评测' }),
  column('mbpp', 'MBPP', 'published', { ...apart, unit: '%，厂商自报，各家设置不同' }),
  column('mbpp-evalplus', 'MBPP', 'published', { ...more, unit: '%，EvalPlus 独立评测' }),
  column('livecodebench-v5', 'LiveCodeBench', 'published', {
    ...more,
    unit: '%，2024-10–2025-02，Qwen 团队测',
  }),
  column('weights-bf16', 'BF16 权重', 'computed', { ...less, unit: 'GB，参数量 × 2 字节' }),
  column('file-q8', 'Q8_0 文件', 'published', { ...less, unit: 'GB' }),
  column('file-q4', 'Q4_K_M 文件', 'published', { ...less, unit: 'GB' }),
  column('memory-bf16', 'BF16 内存', 'computed', {
    ...less,
    unit: 'GiB，估算，8K 上下文',
    asks: asks('bf16'),
  }),
  column('memory-q8', '8 位内存', 'computed', {
    ...less,
    unit: 'GiB，Q8_0，估算，8K 上下文',
    asks: asks('q8-0'),
  }),
  column('memory-q4', '4 位内存', 'computed', {
    ...less,
    unit: 'GiB，Q4_K_M，估算，8K 上下文',
    asks: asks('q4-k-m'),
  }),
  column('estimate-bf16', 'BF16 速度', 'computed', {
    ...more,
    unit: 'tok/s，估算，8K 上下文，双路 E5-2680 v4',
    asks: onGuideMachine('bf16'),
  }),
  column('estimate-q4', '4 位速度', 'computed', {
    ...more,
    unit: 'tok/s，估算，8K 上下文，双路 E5-2680 v4',
    asks: onGuideMachine('q4-k-m'),
  }),
  column('ceiling-bf16', 'BF16 速度上限', 'computed', { ...more, unit: 'tok/s，只读权重，双路 E5-2680 v4' }),
  column('ceiling-q4', '4 位速度上限', 'computed', {
    ...more,
    unit: 'tok/s，只读权重，按整 4 位，双路 E5-2680 v4',
  }),
  column('claim-humaneval', 'HumanEval', 'claim', number),
  column('claim-mbpp', 'MBPP', 'claim', number),
  column('claim-livecodebench', 'LiveCodeBench', 'claim', number),
  column('claim-rating', '综合评分', 'claim'),
  column('claim-bf16', '内存 (BF16)', 'claim', number),
  column('claim-int8', '内存 (INT8)', 'claim', number),
  column('claim-int4', '内存 (INT4)', 'claim', number),
  column('claim-disk', '磁盘空间', 'claim', number),
  column('claim-ttft', '首Token延迟', 'claim', number),
  column('claim-decode', '生成速度', 'claim', number),
  column('claim-thousand', '1000 tokens 耗时', 'claim', number),
  column('claim-tools', 'Function Calling', 'claim'),
  column('claim-streaming', '流式输出', 'claim'),
  column('claim-languages', '多语言代码', 'claim'),
  column('claim-chinese', '中文支持', 'claim'),
  column('claim-context', '上下文长度', 'claim', number),
];

/** Presets of columns: an overview, and the four tables of 性能对比 with what is published beside them. */
export const VIEWS = {
  overview: {
    label: '概览',
    columns: [
      'params',
      'active',
      'developer',
      'released',
      'context',
      'license',
      'tools',
      'weights-bf16',
      'file-q4',
    ],
  },
  coding: {
    label: '代码能力',
    columns: [
      'bigcodebench',
      'bigcodebench-hard',
      'humaneval',
      'humaneval-evalplus',
      'mbpp',
      'mbpp-evalplus',
      'livecodebench-v5',
      'claim-humaneval',
      'claim-mbpp',
      'claim-livecodebench',
      'claim-rating',
    ],
  },
  general: {
    label: '综合成绩',
    columns: ['params', 'arena', 'livebench', 'livebench-thinking', 'bigcodebench-hard', 'released'],
  },
  resources: {
    label: '资源占用',
    columns: [
      'weights-bf16',
      'file-q8',
      'file-q4',
      'memory-bf16',
      'memory-q8',
      'memory-q4',
      'claim-bf16',
      'claim-int8',
      'claim-int4',
      'claim-disk',
    ],
  },
  speed: {
    label: '推理速度',
    columns: [
      'estimate-bf16',
      'estimate-q4',
      'ceiling-bf16',
      'ceiling-q4',
      'claim-ttft',
      'claim-decode',
      'claim-thousand',
    ],
  },
  features: {
    label: '功能支持',
    columns: [
      'tools',
      'reasoning',
      'languages',
      'context',
      'context-extended',
      'claim-tools',
      'claim-streaming',
      'claim-languages',
      'claim-chinese',
      'claim-context',
    ],
  },
} as const satisfies Record<string, { label: string; columns: readonly string[] }>;

/**
 * What a preset is sorted by when it is chosen and nothing was sorted by hand: the newest models, which come first
 * otherwise, have no scores yet. Empty where the newest have figures.
 */
export function viewSort(view: ViewKey): readonly SortKey[] {
  const column = OWN_SORT[view];
  return column ? [{ column, descending: true }] : [];
}

const OWN_SORT: Partial<Record<ViewKey, string>> = { coding: 'bigcodebench-hard', general: 'arena' };

/** Words for the kind of a column. */
export const KIND_LABELS: Record<ColumnKind, string> = {
  published: '公开数据',
  computed: '算得',
  claim: '指南原值',
};

/** What stands under a column's label: its kind, then unit and variant. */
export const columnNote = ({ kind, unit }: Column) => [KIND_LABELS[kind], unit].filter(Boolean).join('，');

export type ViewKey = keyof typeof VIEWS;
export const VIEW_KEYS = Object.keys(VIEWS) as ViewKey[];

/** A column with what stands under its label. */
export type NotedColumn = Column & { note: string };

/** The columns of a view, in its order; throws for a key that is not declared, which a test catches. */
export function viewColumns(view: ViewKey): NotedColumn[] {
  return columnsNamed(VIEWS[view].columns);
}

/** Columns by their keys, in this order; throws for a key that is not declared. */
export function columnsNamed(keys: readonly string[]): NotedColumn[] {
  return keys.map((key) => {
    const found = COLUMNS.find((candidate) => candidate.key === key);
    if (!found) throw new Error(`没有「${key}」这一列`);
    return { ...found, note: columnNote(found) };
  });
}

/**
 * Columns a chart may have on an axis: numbers published or computed. The guide's own figures are words as printed,
 * some of them ranges, and stay in the table.
 */
export const AXIS_COLUMNS = COLUMNS.filter(({ numeric, kind }) => numeric && kind !== 'claim');
