import { calibrate, nodeFor } from './calibrate.ts';
import type { Calibration, ConstantsNode } from './calibrate.ts';
import type { SpeedObservation, SpeedQuantity } from './observations.ts';

/**
 * What an estimate rests on: rows of the engine on the very machine, rows of it on machines of the class, or neither.
 */
export type Basis = 'machine' | 'class' | 'prior';

/** An observation and what constants that never saw its like say of it. */
export interface HeldOut {
  observation: SpeedObservation;
  basis: Basis;
  /** Estimated seconds. */
  seconds: number;
}

/** Rows that are left out together: those of one machine, or those of one source on one machine. */
export type HeldOutBy = 'machine' | 'sourceOnMachine';

/** Parts into which rows are split: each is estimated with constants fitted on the others. */
const FOLDS = 10;

/** The same number for the same text, spread evenly: FNV-1a. */
function hash(text: string): number {
  let sum = 2_166_136_261;
  for (const character of text) sum = Math.imul(sum ^ character.charCodeAt(0), 16_777_619);
  return sum >>> 0;
}

/**
 * Every observation estimated with constants that never saw its machine, or never saw its source on this machine: rows
 * that belong together always lie in the same part.
 */
export function heldOut(observations: readonly SpeedObservation[], by: HeldOutBy): HeldOut[] {
  const part = ({ machine, source }: SpeedObservation) =>
    hash(by === 'machine' ? machine : `${machine} ${source}`) % FOLDS;
  return Array.from({ length: FOLDS }, (_, fold) => {
    const held = observations.filter((one) => part(one) === fold);
    if (held.length === 0) return [];
    const calibration = calibrate(observations.filter((one) => part(one) !== fold));
    return held.map((observation) => ({ observation, ...apply(calibration, observation) }));
  }).flat();
}

/** Typical seconds of an observation by a calibration, and what they rest on. */
export function apply(
  calibration: Calibration,
  observation: SpeedObservation,
): { seconds: number; basis: Basis; node: ConstantsNode } {
  const { quantity, machine, subject } = observation;
  const { engine, class: className } = subject.work;
  const node = nodeFor(calibration.nodes, engine, className);
  const own = calibration.machines.find(
    (one) => one.engine === engine && one.quantity === quantity && one.machine === machine,
  );
  const basis = own ? 'machine' : node.class !== null && node.rows[quantity] > 0 ? 'class' : 'prior';
  return { seconds: observation.predict(node.constants) * (own?.factor ?? 1), basis, node };
}

/** Factors between the typical value and the ends of the range. */
export interface Spread {
  machine: number;
  class: number;
}
export type Spreads = Record<SpeedQuantity, Spread>;

/** Share of the rows that the range is made to hold, a little above the share promised. */
const HELD = 0.88;
/** Rows for which a class's own errors count as much as those of all classes. */
const OWN_ROWS = 15;

/**
 * How wide the ranges of each group must be to hold the share of rows it was never fitted on: the quantile of its
 * absolute errors (as logarithms), drawn towards that of all groups where its rows are few.
 */
export function spreads(
  nodes: readonly ConstantsNode[],
  { byMachine, bySource }: Record<'byMachine' | 'bySource', readonly HeldOut[]>,
): Map<ConstantsNode, Spreads> {
  const error = ({ observation, seconds }: HeldOut) => Math.abs(Math.log(seconds / observation.seconds));
  const all = [...byMachine, ...bySource];
  const factor = (quantity: SpeedQuantity, bases: readonly Basis[], node: ConstantsNode) => {
    const pool = all.filter(
      ({ observation, basis }) => observation.quantity === quantity && bases.includes(basis),
    );
    const own = pool.filter(
      ({ observation: { subject } }) =>
        subject.work.engine === node.engine && subject.work.class === node.class,
    );
    const common = quantile(pool.map(error), HELD);
    const mixed = own.length === 0 ? common : quantile(own.map(error), HELD);
    return Math.exp((own.length * mixed + OWN_ROWS * common) / (own.length + OWN_ROWS));
  };
  return new Map(
    nodes.map((node) => {
      const of = (quantity: SpeedQuantity): Spread => ({
        machine: factor(quantity, ['machine'], node),
        class: factor(quantity, node.class === null ? ['prior'] : ['class'], node),
      });
      return [node, { decode: of('decode'), prefill: of('prefill'), throughput: of('throughput') }];
    }),
  );
}

/** The value below which a share of the values lies; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}
