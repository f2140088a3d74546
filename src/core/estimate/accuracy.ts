import { MACHINE_CLASSES } from '../machine-class.ts';
import { quantile } from './cross-validate.ts';
import type { Basis } from './cross-validate.ts';
import { SPEED_ENGINES } from './engines.ts';
import { memoryObservation, memoryQuantity } from './memory-observations.ts';
import type { MemoryQuantity } from './memory-observations.ts';
import { decodeObservation, prefillObservation, throughputObservation } from './observations.ts';
import type { SpeedObservation, SpeedQuantity } from './observations.ts';
import type { EstimateRecords, NotCovered } from './subject.ts';
import type { MemoryMeasurement, SpeedMeasurement } from '../../schema/measurement.ts';

export type AccuracyQuantity = SpeedQuantity | MemoryQuantity;
export const ACCURACY_QUANTITIES = [
  ...(['decode', 'prefill', 'throughput'] as const),
  ...(['weightsFile', 'kvCache', 'totalMemory'] as const),
];

/** One measured figure, the estimate and its range, in the unit of the figure (tokens a second, or bytes). */
export interface JudgedRow {
  quantity: AccuracyQuantity;
  measured: number;
  estimated: number;
  low: number;
  high: number;
  /** What it belongs to: engine, class of machines, dense or mixture, machine known or not. */
  groups: Readonly<Record<string, string>>;
  row: SpeedMeasurement | MemoryMeasurement;
}

export interface Accuracy {
  /** Rows with a figure of this kind, and those of them that could be estimated. */
  rows: number;
  covered: number;
  /** Of the absolute relative errors |estimate ÷ measured − 1|, as fractions; null where nothing is covered. */
  median: number | null;
  p90: number | null;
  /** Median of estimate ÷ measured − 1: above 0 the estimates are too high. */
  bias: number | null;
  /** Share of the rows inside the printed range, and its median width (high ÷ low). */
  inRange: number | null;
  rangeWidth: number | null;
}

export interface AccuracyReport extends Accuracy {
  /** The same for each group: `engine:llama.cpp`, `class:nvidia-gddr`, `kind:dense`, `machine:known` … */
  byClass: Record<string, Accuracy>;
  /** Reason, in Chinese → rows. */
  notCovered: Record<string, number>;
}

/** What an error needs of a row. */
export type Estimated = Pick<JudgedRow, 'measured' | 'estimated' | 'low' | 'high'>;

/** Errors over rows: of all, and of what was read. */
export function accuracyOf(judged: readonly Estimated[], rows = judged.length): Accuracy {
  if (judged.length === 0) {
    return { rows, covered: 0, median: null, p90: null, bias: null, inRange: null, rangeWidth: null };
  }
  const errors = judged.map(({ measured, estimated }) => estimated / measured - 1);
  const sizes = errors.map(Math.abs);
  const inside = judged.filter(({ measured, low, high }) => measured >= low && measured <= high);
  return {
    rows,
    covered: judged.length,
    median: quantile(sizes, 0.5),
    p90: quantile(sizes, 0.9),
    bias: quantile(errors, 0.5),
    inRange: inside.length / judged.length,
    rangeWidth: quantile(
      judged.map(({ low, high }) => high / low),
      0.5,
    ),
  };
}

export function reportOf(judged: readonly JudgedRow[], notCovered: readonly string[]): AccuracyReport {
  const groups = Map.groupBy(
    judged.flatMap((one) =>
      Object.entries(one.groups).map(([name, value]) => ({ key: `${name}:${value}`, one })),
    ),
    ({ key }) => key,
  );
  const keys = [...groups.keys()].toSorted();
  const reasons = [...Map.groupBy(notCovered, (reason) => reason)].map(([reason, list]) => [
    reason,
    list.length,
  ]);
  return {
    ...accuracyOf(judged, judged.length + notCovered.length),
    byClass: Object.fromEntries(
      keys.map((key) => [key, accuracyOf((groups.get(key) ?? []).map(({ one }) => one))]),
    ),
    notCovered: Object.fromEntries(reasons),
  };
}

/** Typical seconds for an observation, the width of the range and what they rest on. */
export type Judge = (observation: SpeedObservation) => { seconds: number; spread: number; basis: Basis };

/** Reasons that mean only that a row has no such figure. */
const ABSENT = new Set(['没有生成速度', '没有预填充速度', '没有吞吐', '不单独估算的项目']);

export interface JudgedRows {
  judged: JudgedRow[];
  /** For each quantity the reasons of the rows that have a figure and no estimate. */
  notCovered: Record<AccuracyQuantity, string[]>;
}

const OBSERVE = {
  decode: decodeObservation,
  prefill: prefillObservation,
  throughput: throughputObservation,
} as const;

const isNot = (value: object): value is NotCovered => 'reason' in value;

/** Every figure of the rows beside its estimate. */
export function judgeRows(
  { speed, memory }: { speed: Iterable<SpeedMeasurement>; memory: Iterable<MemoryMeasurement> },
  records: EstimateRecords,
  judge: Judge,
): JudgedRows {
  const judged: JudgedRow[] = [];
  const notCovered = Object.fromEntries(
    ACCURACY_QUANTITIES.map((quantity) => [quantity, [] as string[]]),
  ) as JudgedRows['notCovered'];
  for (const row of speed) {
    for (const quantity of ['decode', 'prefill', 'throughput'] as const) {
      const found = OBSERVE[quantity](row, records);
      const seconds = isNot(found) ? null : judge(found);
      if (!isNot(found) && seconds && seconds.seconds > 0 && Number.isFinite(seconds.seconds))
        judged.push(judgedSpeed(found, seconds));
      else if (!isNot(found)) notCovered[quantity].push('写明的大小算不出速度');
      else if (!ABSENT.has(found.reason)) notCovered[quantity].push(found.reason);
    }
  }
  for (const row of memory) {
    const quantity = memoryQuantity(row);
    if (!quantity) continue;
    const found = memoryObservation(row, records);
    if (isNot(found)) {
      notCovered[quantity].push(found.reason);
      continue;
    }
    const { measured, estimated, mixture } = found;
    judged.push({
      quantity,
      measured,
      estimated,
      low: estimated / MEMORY_SPREAD[quantity],
      high: estimated * MEMORY_SPREAD[quantity],
      groups: { kind: mixture ? 'moe' : 'dense', engine: row.engine },
      row,
    });
  }
  return { judged, notCovered };
}

/**
 * How far sizes may lie from the estimate. Files differ by what a converter keeps more precise, caches are arithmetic,
 * totals also depend on the version of the engine.
 */
export const MEMORY_SPREAD: Record<MemoryQuantity, number> = {
  weightsFile: 1.04,
  kvCache: 1.001,
  totalMemory: 1.06,
};

function judgedSpeed(
  observation: SpeedObservation,
  { seconds, spread, basis }: ReturnType<Judge>,
): JudgedRow {
  const { quantity, measured, tokensPerSecond, subject, row } = observation;
  const { engine, class: className, mixture, devices } = subject.work;
  const { concurrency } = row;
  return {
    quantity,
    measured,
    estimated: tokensPerSecond(seconds),
    low: tokensPerSecond(seconds * spread),
    high: tokensPerSecond(seconds / spread),
    groups: {
      engine,
      class: className,
      kind: mixture ? 'moe' : 'dense',
      machine: basis === 'machine' ? 'known' : 'unknown',
      basis,
      devices: devices > 1 ? 'several' : 'one',
      users: concurrency === 'max' || (concurrency ?? 1) > 1 ? 'many' : 'one',
    },
    row,
  };
}

/** Words for the groups of a report, as a reader sees them. */
export const GROUP_WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(SPEED_ENGINES).map(([id, name]) => [`engine:${id}`, name])),
  ...Object.fromEntries(Object.entries(MACHINE_CLASSES).map(([id, name]) => [`class:${id}`, name])),
  'kind:dense': '稠密',
  'kind:moe': '混合专家（MoE）',
  'machine:known': '这台机器有实测',
  'machine:unknown': '这台机器没有实测',
  'basis:machine': '依据：同一台机器',
  'basis:class': '依据：同类机器',
  'basis:prior': '依据：没有同类实测',
  'devices:one': '一张卡',
  'devices:several': '多张卡',
  'users:one': '一个请求',
  'users:many': '多个请求同时',
};
