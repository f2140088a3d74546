import { accuracyOf, GROUP_WORDS } from './accuracy.ts';
import type { Accuracy, AccuracyReport, JudgedRow } from './accuracy.ts';
import { quantile } from './cross-validate.ts';
import type { HeldOut } from './cross-validate.ts';
import { RIVALS } from './rivals.ts';

/** Groups of one kind, each with its errors. */
export interface GroupSection {
  title: string;
  groups: { name: string; accuracy: Accuracy }[];
}

/** Prefix of a group's key → what the groups of that kind tell apart. */
const SECTIONS: readonly [prefix: string, title: string][] = [
  ['engine', '引擎'],
  ['class', '机器类别'],
  ['kind', '结构'],
  ['machine', '机器'],
  ['devices', '卡数'],
  ['users', '同时的请求'],
];
const CROSSED = ['engine', 'class', 'kind'] as const;

/** Words of a group: those of the estimator, or the name of an engine as its source prints it. */
export const groupName = (key: string): string => GROUP_WORDS[key] ?? key.slice(key.indexOf(':') + 1);

/** The groups of a report by kind, largest first, and last the crossing of engine, class of machines and structure. */
export function groupSections(report: AccuracyReport, judged: readonly JudgedRow[]): GroupSection[] {
  const byKind = SECTIONS.map(([prefix, title]) => ({
    title,
    groups: Object.entries(report.byClass)
      .filter(([key]) => key.startsWith(`${prefix}:`))
      .map(([key, accuracy]) => ({ name: groupName(key), accuracy })),
  }));
  const crossed = Map.groupBy(
    judged.filter(({ groups }) => groups['class'] !== undefined),
    ({ groups }) => CROSSED.map((prefix) => groupName(`${prefix}:${groups[prefix]}`)).join(' · '),
  );
  const all = [
    ...byKind,
    {
      title: CROSSED.map((prefix) => SECTIONS.find(([one]) => one === prefix)?.[1]).join(' × '),
      groups: [...crossed].map(([name, rows]) => ({ name, accuracy: accuracyOf(rows) })),
    },
  ];
  return all
    .filter(({ groups }) => groups.length > 1)
    .map(({ title, groups }) => ({
      title,
      groups: groups.toSorted((a, b) => b.accuracy.covered - a.accuracy.covered),
    }));
}

/** Rows below which a group's error may be chance, and how far above the whole it must lie to be called weak. */
const ENOUGH_ROWS = 20;
const WEAK = 1.5;
const WEAKEST = 3;

export interface WeakGroup {
  name: string;
  accuracy: Accuracy;
}

/** The groups whose median error lies well above that of the whole quantity, worst first. */
export function weakGroups({ median, byClass }: AccuracyReport): WeakGroup[] {
  if (median === null || median === 0) return [];
  return Object.entries(byClass)
    .filter(([key, one]) => /^(engine|class|kind):/.test(key) && one.covered >= ENOUGH_ROWS)
    .map(([key, accuracy]) => ({ name: groupName(key), accuracy }))
    .filter(({ accuracy }) => (accuracy.median ?? 0) >= WEAK * median)
    .toSorted((a, b) => (b.accuracy.median ?? 0) - (a.accuracy.median ?? 0))
    .slice(0, WEAKEST);
}

const error = ({ measured, estimated }: Pick<JudgedRow, 'measured' | 'estimated'>) =>
  Math.abs(Math.log(estimated / measured));

/** The rows that lie farthest from their estimate, by ratio in either direction. */
export function worstRows(judged: readonly JudgedRow[], count: number): JudgedRow[] {
  return judged.toSorted((a, b) => error(b) - error(a)).slice(0, count);
}

/** Errors of a formula, as fractions of what was measured. */
export interface FormulaErrors {
  name: string;
  /** In words, and the file that was read; null for our own. */
  formula: string;
  url: string | null;
  median: number;
  p90: number;
}

const OURS = '本站';
const OUR_FORMULA = '读取的字节 ÷ (带宽 × 拟合的效率) + 每层固定时间 × 层数';

/** The rivals and we on the same rows: one request on one device, as covered by our own estimate. */
export function formulaErrors(heldOut: readonly HeldOut[]): { rows: number; formulas: FormulaErrors[] } {
  const rows = heldOut.filter(
    ({ observation: { quantity, subject } }) => quantity === 'decode' && subject.work.devices === 1,
  );
  const errors = (tokensPerSecond: (one: HeldOut) => number) => {
    const sizes = rows.map((one) => Math.abs(tokensPerSecond(one) / one.observation.measured - 1));
    return { median: quantile(sizes, 0.5), p90: quantile(sizes, 0.9) };
  };
  return {
    rows: rows.length,
    formulas: [
      { name: OURS, formula: OUR_FORMULA, url: null, ...errors(({ seconds }) => 1 / seconds) },
      ...RIVALS.map(({ name, formula, url, tokensPerSecond }) => ({
        name,
        formula,
        url,
        ...errors(({ observation }) => tokensPerSecond(observation)),
      })),
    ],
  };
}
