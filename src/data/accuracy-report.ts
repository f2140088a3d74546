import { ACCURACY_QUANTITIES, GROUP_WORDS, judgeRows, reportOf } from '../core/estimate/accuracy.ts';
import type {
  Accuracy,
  AccuracyQuantity,
  AccuracyReport,
  JudgedRow,
  Judge,
} from '../core/estimate/accuracy.ts';
import { QUANTITY_WORDS } from '../core/estimate/accuracy-words.ts';
import { appliedConstants, readConstants } from '../core/estimate/constants.ts';
import type { FittedConstants } from '../core/estimate/constants.ts';
import type { HeldOut } from '../core/estimate/cross-validate.ts';
import { estimateRecords, fitEverything } from '../core/estimate/fit-constants.ts';
import type { EstimatorData } from '../core/estimate/fit-constants.ts';
import type { MemoryMeasurement, SpeedMeasurement } from '../schema/measurement.ts';
import type { EngineConstants } from '../schema/engine-constants.ts';

export interface AccuracyResult {
  /** How the constants relate to the rows. */
  how: string;
  reports: Record<AccuracyQuantity, AccuracyReport>;
  judged: JudgedRow[];
}

export interface Rows {
  speed: readonly SpeedMeasurement[];
  memory: readonly MemoryMeasurement[];
}

const HELD_OUT = '本站自己的实测：每行用没见过这个来源在这台机器上任何一行的常数来估算';
const SHIPPED = '文件里的实测：用网站使用的常数来估算';

/** The records and rows behind a report. */
export interface AccuracyData {
  data: EstimatorData;
  constants: ReadonlyMap<string, EngineConstants>;
  own: Rows;
}

/** The reports on rows of strangers, or (null) on our own by constants that never saw them. */
export function reports({ data, constants, own }: AccuracyData, rows: Rows | null): AccuracyResult {
  const fitted = readConstants(constants);
  if (rows) return { how: SHIPPED, ...judged(data, fitted, rows, byConstants(fitted)) };
  const { heldOut } = fitEverything(data, own);
  return { how: HELD_OUT, ...judged(data, fitted, own, byHeldOut(heldOut.bySource, fitted)) };
}

/** Every figure of the rows beside its estimate, and the reports on them. */
export function judged(data: EstimatorData, fitted: FittedConstants, rows: Rows, judge: Judge) {
  const found = judgeRows(rows, estimateRecords(data, fitted.gguf), judge);
  const of = (quantity: AccuracyQuantity) =>
    reportOf(
      found.judged.filter((one) => one.quantity === quantity),
      found.notCovered[quantity],
    );
  return {
    judged: found.judged,
    reports: Object.fromEntries(ACCURACY_QUANTITIES.map((quantity) => [quantity, of(quantity)])) as Record<
      AccuracyQuantity,
      AccuracyReport
    >,
  };
}

/** As the site estimates: constants of the records. */
export function byConstants(fitted: FittedConstants): Judge {
  return ({ subject, quantity, machine, predict }) => {
    const { engine, class: className } = subject.work;
    const applied = appliedConstants(fitted, { engine, class: className, machine, quantity });
    return {
      seconds: predict(applied.constants) * applied.factor,
      spread: applied.spread,
      basis: applied.basis,
    };
  };
}

/** By constants that never saw the row; the width of the range is the one that the site prints. */
export function byHeldOut(held: readonly HeldOut[], fitted: FittedConstants): Judge {
  const key = (one: HeldOut['observation']) => `${one.quantity} ${one.row.id}`;
  const found = new Map(held.map((one) => [key(one.observation), one]));
  return (observation) => {
    const one = found.get(key(observation));
    if (!one) throw new Error(`${observation.row.id} 没有留出的估算`);
    const { engine, class: className } = observation.subject.work;
    const own = fitted.nodes.filter((node) => node.engine === engine);
    const any = own.find((node) => node.class === null)!;
    const node = one.basis === 'prior' ? any : (own.find((each) => each.class === className) ?? any);
    const spread = node.spread[observation.quantity][one.basis === 'machine' ? 'machine' : 'class'];
    return { seconds: one.seconds, spread, basis: one.basis };
  };
}

const WORST = 5;

/** What an editor reads: a table for each quantity, why rows are not covered, and the worst rows. */
export function accuracyText({ how, reports: all, judged: rows }: AccuracyResult): string {
  const percent = (share: number | null) =>
    (share === null ? '–' : `${(share * 100).toFixed(1)}%`).padStart(7);
  const line = (name: string, { rows: read, covered, ...one }: Accuracy) =>
    [
      name.padEnd(24),
      String(covered).padStart(5),
      String(read).padStart(5),
      ...[one.median, one.p90, one.bias, one.inRange].map(percent),
      (one.rangeWidth === null ? '–' : one.rangeWidth.toFixed(2)).padStart(7),
    ].join(' ');
  const blocks = ACCURACY_QUANTITIES.map((quantity) => {
    const report = all[quantity];
    const groups = Object.entries(report.byClass).map(([key, one]) =>
      line(`  ${GROUP_WORDS[key] ?? key}`, one),
    );
    const reasons = Object.entries(report.notCovered).map(
      ([reason, count]) => `  没有估算 ${count} 行：${reason}`,
    );
    const worst = rows
      .filter((one) => one.quantity === quantity)
      .toSorted((a, b) => distance(b) - distance(a))
      .slice(0, WORST)
      .map(worstText);
    return [line(QUANTITY_WORDS[quantity], report), ...groups, ...reasons, ...worst].join('\n');
  });
  const head = `${''.padEnd(24)}   估算  有数  中位误差  九成内    偏差  区间内  区间宽`;
  return [how, head, ...blocks].join('\n');
}

const distance = ({ measured, estimated }: JudgedRow) => Math.abs(Math.log(estimated / measured));

function worstText({ measured, estimated, row }: JudgedRow): string {
  const digits = (value: number) => Number(value.toPrecision(3));
  return `  最差：实测 ${digits(measured)}，估算 ${digits(estimated)}：${row.modelName}，${row.precisionName}，${row.machineName ?? ''}，${row.engine}`;
}
