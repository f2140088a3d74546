import { z } from 'zod';
import { groupName } from '../../core/estimate/accuracy-view.ts';
import type { Accuracy, AccuracyReport } from '../../core/estimate/accuracy.ts';
import { QUANTITIES } from '../../core/estimate/accuracy-words.ts';
import type { Records } from '../../schema/collections.ts';
import { countOrZero, id, text } from '../../schema/shared.ts';
import { ownAccuracy } from '../own-accuracy.ts';
import type { Item } from './items.ts';

const FORMULA = '误差 = 估算 ÷ 实测 − 1；中位数和九成取绝对值，份额写成小数';
const share = z.number();

/**
 * Errors of the estimates of one quantity, over all rows or over a group of them. `heldOut` says what the constants had
 * not seen: the row's source on its machine, its machine, its source; `none` where nothing is fitted, or where the row
 * was one of those behind a coefficient.
 */
export const accuracyItem = z.strictObject({
  id,
  quantity: z.enum(QUANTITIES),
  heldOut: z.enum(['sourceOnMachine', 'machine', 'source', 'none']),
  /** Null: all rows. */
  group: text.nullable(),
  groupName: text.nullable(),
  rows: countOrZero,
  covered: countOrZero,
  median: share.nullable(),
  p90: share.nullable(),
  bias: share.nullable(),
  inRange: share.nullable(),
  rangeWidth: z.number().nullable(),
  /** Why rows are not covered; only over all rows. */
  notCovered: z.array(z.strictObject({ reason: text, rows: countOrZero })).optional(),
  formula: text,
});
type HeldOutOf = z.infer<typeof accuracyItem>['heldOut'];

/** Digits that are kept: rows are too few for more. */
const DIGITS = 4;
const rounded = (value: number | null) => (value === null ? null : Number(value.toPrecision(DIGITS)));

const slug = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** All figures of `/about/accuracy/`, one item for each quantity, split and group. */
export function accuracyItems(records: Records): Item[] {
  const { reports, strangers } = ownAccuracy(records);
  return QUANTITIES.flatMap((quantity) => {
    const speed = ['decode', 'prefill', 'throughput'].includes(quantity);
    const strange = strangers[quantity];
    return [
      ...itemsOf(quantity, speed ? 'sourceOnMachine' : 'none', reports[quantity]),
      ...(strange ? itemsOf(quantity, speed ? 'machine' : 'source', strange) : []),
    ];
  });
}

function itemsOf(quantity: string, heldOut: HeldOutOf, report: AccuracyReport): Item[] {
  const item = (group: string | null, { rows, covered, ...figures }: Accuracy) => ({
    id: slug([quantity, heldOut, group ?? 'all'].join(' ')),
    quantity,
    heldOut,
    group,
    groupName: group === null ? null : groupName(group),
    rows,
    covered,
    median: rounded(figures.median),
    p90: rounded(figures.p90),
    bias: rounded(figures.bias),
    inRange: rounded(figures.inRange),
    rangeWidth: rounded(figures.rangeWidth),
    formula: FORMULA,
  });
  const { byClass, notCovered, ...all } = report;
  const reasons = Object.entries(notCovered).map(([reason, rows]) => ({ reason, rows }));
  return [
    { ...item(null, all), notCovered: reasons },
    ...Object.entries(byClass).map(([group, one]) => item(group, one)),
  ];
}
