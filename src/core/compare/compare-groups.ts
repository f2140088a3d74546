import { bestOf, differs } from './best.ts';
import type { CompareCell, CompareGroup, CompareModel, CompareRow } from './compare-model.ts';
import { scoreRows } from './score-rows.ts';

interface RowShape {
  key: string;
  label: string;
  note?: string;
  better?: 'higher' | 'lower';
  word?: string;
}

const FACTS: readonly RowShape[] = [
  { key: 'developer', label: '开发者' },
  { key: 'released', label: '发布日期' },
  { key: 'params', label: '参数量', note: 'B（10 亿）' },
  { key: 'active', label: '激活参数', note: 'B' },
  { key: 'structure', label: '结构' },
  { key: 'context', label: '上下文长度（原生）', note: 'token', better: 'higher', word: '最长' },
  { key: 'context-extended', label: '上下文长度（扩展）', note: 'token', better: 'higher', word: '最长' },
  { key: 'languages', label: '语言' },
];
const LICENCE: readonly RowShape[] = [
  { key: 'licence', label: '商用' },
  { key: 'licence-name', label: '许可证' },
];
const ABILITIES: readonly RowShape[] = [
  { key: 'tools', label: '工具调用' },
  { key: 'reasoning', label: '推理模式' },
  { key: 'input', label: '输入' },
  { key: 'code', label: '专为代码训练' },
];
const PRICE: readonly RowShape[] = [
  { key: 'price-in', label: '输入', note: '¥ / 百万 token', better: 'lower', word: '最低' },
  { key: 'price-out', label: '输出', note: '¥ / 百万 token', better: 'lower', word: '最低' },
];

/** Groups before the estimates, the scores apart from them, and those after. */
export interface CompareGroups<Cell extends CompareCell> {
  facts: CompareGroup<Cell>[];
  scores: ReturnType<typeof scoreRows<Cell>>;
  rest: CompareGroup<Cell>[];
}

/** Everything a comparison shows but the estimates. */
export function compareGroups<Cell extends CompareCell>(
  models: readonly CompareModel<Cell>[],
): CompareGroups<Cell> {
  const group = (key: string, title: string, shapes: readonly RowShape[], note?: string) => ({
    key,
    title,
    ...(note && { note }),
    rows: shapes
      .map((shape) => rowOf(shape, models))
      .filter(({ cells }) => cells.some(({ length }) => length)),
  });
  return {
    facts: [
      group('facts', '基本信息', FACTS),
      group('licence', '许可', LICENCE, '摘要，不是法律意见'),
      group('abilities', '能力', ABILITIES),
    ],
    scores: scoreRows(models.map(({ scores }) => scores)),
    rest: [
      group('files', '权重与文件', named(models, 'file:', 'GB（10⁹ 字节）'), '只算权重'),
      group('engines', '引擎', named(models, 'engine:')),
      group('price', '托管 API：硅基流动', PRICE, '仓库名相同的价目，不含优惠'),
    ].filter(({ rows }) => rows.length > 0),
  };
}

/** Rows that depend on what the models have: files by precision, engines. */
function named(models: readonly CompareModel[], prefix: string, note?: string): RowShape[] {
  const keys = new Set(
    models.flatMap(({ cells }) => Object.keys(cells).filter((key) => key.startsWith(prefix))),
  );
  return [...keys].map((key) => ({ key, label: key.slice(prefix.length), ...(note && { note }) }));
}

function rowOf<Cell extends CompareCell>(
  { key, label, note, better, word }: RowShape,
  models: readonly CompareModel<Cell>[],
): CompareRow<Cell> {
  const best = better
    ? bestOf(
        models.map(({ numbers }) => numbers[key] ?? null),
        better,
      )
    : [];
  const known = models.filter(({ numbers }) => numbers[key] !== undefined).length;
  return {
    key,
    label,
    ...(note && { note }),
    cells: models.map(({ cells }) => cells[key] ?? []),
    best,
    ...(best.length > 0 && word && { mark: { word, why: `${known} 个模型里${word}` } }),
  };
}

/** The groups with only the rows in which the models differ; groups without any are left out. */
export function onlyDifferences<Cell extends CompareCell>(
  groups: readonly CompareGroup<Cell>[],
): CompareGroup<Cell>[] {
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ cells }) => differs(cells)) }))
    .filter(({ rows }) => rows.length > 0);
}

/**
 * The comparison as rows of a file: a line for each row, and for each model a column of its figures and one of where they
 * come from, as `provenance` says.
 */
export function compareCsv<Cell extends CompareCell>(
  groups: readonly CompareGroup<Cell>[],
  names: readonly string[],
  provenance: (cell: Cell) => string,
): string[][] {
  const text = (cells: readonly Cell[]) =>
    cells.map((cell) => (cell.note ? `${cell.text}（${cell.note}）` : cell.text)).join('；');
  const from = (cells: readonly Cell[]) => [...new Set(cells.map(provenance).filter(Boolean))].join('；');
  return [
    ['组', '项目', '单位或设置', ...names.flatMap((name) => [name, `${name} 来源`]), '标记', '说明'],
    ...groups.flatMap(({ title, rows }) =>
      rows.map(({ label, note = '', cells, best, mark, apart = '' }) => [
        title,
        label,
        note,
        ...cells.flatMap((of) => [
          text(of),
          from(of) || (of.length > 0 && note.startsWith('估算') ? '本站估算' : ''),
        ]),
        mark ? `${mark.word}：${best.map((place) => names[place]).join('、')}` : '',
        mark?.why ?? apart,
      ]),
    ),
  ];
}
