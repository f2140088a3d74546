import type { Score } from '../../schema/benchmark.ts';
import { rankWithin, scoreKey } from '../scores.ts';
import type { CompareCell, CompareRow, ScoreEntry } from './compare-model.ts';

export interface ScoreRows<Cell extends CompareCell> {
  /** One setting a row, known of two models or more: these may be ranked. */
  shared: (CompareRow<Cell> & { scale: ScoreScale })[];
  /** One test a row, known of several models, but measured in different ways. */
  apart: CompareRow<Cell>[];
  /** One test a row, known of one model only. */
  single: CompareRow<Cell>[];
}

/** For bars: the value of each model, null where it has none, and where the axis ends; it begins at 0. */
export interface ScoreScale {
  values: (number | null)[];
  most: number;
  unit: Score['unit'];
}

const MEASURED_BY = {
  independent: '独立评测',
  vendor: '厂商自报',
  'other-vendor': '其他厂商测',
  'third-party-relay': '转引',
} as const;

/** The scores of several models side by side: first what may be compared, then what may not, then what stands alone. */
export function scoreRows<Cell extends CompareCell>(
  models: readonly (readonly ScoreEntry<Cell>[])[],
): ScoreRows<Cell> {
  const byKey = grouped(models, ({ score }) => scoreKey(score));
  const shared = [...byKey.values()].filter((cells) => howMany(cells) > 1);
  const inShared = new Set(shared.flat(2));
  const byTest = grouped(models, ({ score }) => score.benchmark);
  const apart: CompareRow<Cell>[] = [];
  const single: CompareRow<Cell>[] = [];
  for (const [benchmark, all] of byTest) {
    const rest = all.map((entries) => entries.filter((entry) => !inShared.has(entry)));
    if (howMany(rest) === 0) continue;
    const row = {
      key: `test:${benchmark}`,
      label: benchmark,
      cells: rest.map((entries) => entries.map(({ score, cell }) => ({ ...cell, note: settingOf(score) }))),
      best: [],
    };
    if (howMany(all) > 1) apart.push({ ...row, apart: whyApart(all, rest) });
    else single.push(row);
  }
  return {
    // What most models have first; then whoever has no stake in it.
    shared: shared
      .sort((a, b) => howMany(b) - howMany(a) || Number(isIndependent(b)) - Number(isIndependent(a)))
      .map(sharedRow),
    apart,
    single,
  };
}

function sharedRow<Cell extends CompareCell>(cells: ScoreEntry<Cell>[][]): ScoreRows<Cell>['shared'][number] {
  const { score } = cells.flat()[0]!;
  const ranked = rankWithin(cells.flatMap((entries, place) => entries.map((entry) => ({ ...entry, place }))));
  const inField = new Set(ranked.map(({ entry }) => entry.place));
  const first = new Set(ranked.filter(({ rank }) => rank === 1).map(({ entry }) => entry.place));
  const marked = inField.size > 1 && first.size < inField.size;
  const values = cells.map((entries) => (entries.length === 0 ? null : Math.max(...entries.map(valueOf))));
  const most = Math.max(...values.map((value) => value ?? 0));
  return {
    key: `score:${scoreKey(score)}`,
    label: score.benchmark,
    note: settingOf(score),
    cells: cells.map((entries) => entries.map(({ cell }) => cell)),
    best: marked ? [...first] : [],
    ...(marked && {
      mark: {
        word: first.size > 1 ? '并列最高' : '最高',
        why: `同一评测、同一设置、同一测量方，${inField.size} 个模型里最高`,
      },
    }),
    scale: { values, most: Math.max(most, 100), unit: score.unit },
  };
}

const valueOf = ({ score }: ScoreEntry) => score.value;
const isIndependent = (cells: readonly (readonly ScoreEntry[])[]) =>
  cells.flat()[0]?.score.measuredBy.kind === 'independent';
const howMany = (cells: readonly (readonly unknown[])[]) => cells.filter(({ length }) => length > 0).length;

/** Setting, window, mode and who measured, as one line. */
export function settingOf({ variant, window, metric, mode, measuredBy, checkpoint }: Score): string {
  const how = [
    variant,
    window,
    metric,
    mode && (mode === 'thinking' ? '推理模式' : '非推理模式'),
    checkpoint && `测的是 ${checkpoint.name}`,
  ];
  return `${how.filter(Boolean).join('，')}；${MEASURED_BY[measuredBy.kind]}：${measuredBy.name}`;
}

/** Entries of each model by a key, in the order in which keys first appear. */
function grouped<Entry>(
  models: readonly (readonly Entry[])[],
  keyOf: (entry: Entry) => string,
): Map<string, Entry[][]> {
  const found = new Map<string, Entry[][]>();
  models.forEach((entries, place) => {
    for (const entry of entries) {
      const cells = found.get(keyOf(entry)) ?? models.map(() => []);
      found.set(keyOf(entry), cells);
      cells[place]?.push(entry);
    }
  });
  return found;
}

const RESPECTS: readonly [name: string, of: (score: Score) => unknown][] = [
  ['题集或设置', ({ variant }) => variant],
  ['题目的时间', ({ window }) => window],
  ['指标', ({ metric, unit }) => `${metric} ${unit}`],
  ['推理模式', ({ mode }) => mode],
  ['测的权重', ({ checkpoint }) => checkpoint?.kind],
  ['测量方', ({ measuredBy: { kind, name } }) => `${kind === 'other-vendor' ? 'vendor' : kind} ${name}`],
];

/** In which respects the scores of a test differ between models; those in a row above are part of it. */
function whyApart(all: ScoreEntry[][], rest: ScoreEntry[][]): string {
  const counted = howMany(rest) > 1 ? rest : all;
  const different = RESPECTS.filter(
    ([, of]) => new Set(counted.flat().map(({ score }) => of(score))).size > 1,
  );
  return `不能直接比：${different.map(([name]) => name).join('、')}不同${howMany(rest) > 1 ? '' : '（与上面同一评测的那一行）'}`;
}
