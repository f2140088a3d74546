import { MACHINE_CLASSES } from '../machine-class.ts';
import type { MachineClass } from '../machine-class.ts';
import { SERVERS, SPEED_ENGINES } from './engines.ts';
import type { SpeedEngine } from './engines.ts';
import { fitConstants } from './fitting.ts';
import type { SpeedObservation, SpeedQuantity } from './observations.ts';
import type { SpeedConstants } from './speed-model.ts';

/** What is thought before any row is read: the order of magnitude of each constant. */
export const PRIOR: SpeedConstants = {
  efficiency: 0.85,
  fourBit: 0.95,
  lowBit: 0.8,
  unpack: 30,
  mixture: 0.7,
  cache: 0.6,
  layerMicroseconds: 80,
  mixtureLayerMicroseconds: 80,
  handoverMicroseconds: 500,
  reduceMicroseconds: 40,
  prefill: 0.35,
  prefillMixture: 0.6,
  attention: 0.2,
  prefillDevices: 0.4,
  batchPrefill: 0.4,
  batch: 0.4,
  requestMicroseconds: 20,
  batchMixture: 200,
  batchTensor: 0.8,
};

/** The constants that each quantity decides, in the order in which they are fitted. */
const KEYS: Record<SpeedQuantity, readonly (keyof SpeedConstants)[]> = {
  decode: [
    'efficiency',
    'fourBit',
    'lowBit',
    'unpack',
    'mixture',
    'cache',
    'layerMicroseconds',
    'mixtureLayerMicroseconds',
    'handoverMicroseconds',
    'reduceMicroseconds',
  ],
  prefill: ['prefill', 'prefillMixture', 'attention', 'prefillDevices'],
  throughput: ['batchPrefill', 'batch', 'requestMicroseconds', 'batchMixture', 'batchTensor'],
};

/** How strongly a group is held to the group above it. */
const TIGHTNESS = {
  engine: { decode: 0.6, prefill: 0.6, throughput: 0.6 },
  class: { decode: 0.3, prefill: 0.3, throughput: 0.6 },
};
const ROOT_TIGHTNESS = { decode: 1, prefill: 1, throughput: 1 };

/** Constants of an engine on a class, or on any class, with the rows that each quantity was fitted on. */
export interface ConstantsNode {
  engine: SpeedEngine;
  class: MachineClass | null;
  constants: SpeedConstants;
  rows: Record<SpeedQuantity, number>;
  machines: number;
}

/** What a machine does better or worse than its class under an engine: a factor on the seconds. */
export interface MachineFactor {
  engine: SpeedEngine;
  machine: string;
  quantity: SpeedQuantity;
  factor: number;
  rows: number;
  sources: number;
}

export interface Calibration {
  nodes: ConstantsNode[];
  machines: MachineFactor[];
}

/** Rows of one machine, source and engine repeat each other: together they count as the root of their number. */
function weighed(observations: readonly SpeedObservation[]): SpeedObservation[] {
  const key = ({ machine, source, subject, quantity }: SpeedObservation) =>
    `${quantity}|${machine}|${source}|${subject.work.engine}|${subject.work.mixture}`;
  const counts = new Map<string, number>();
  for (const one of observations) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return observations.map((one) => ({ ...one, weight: (counts.get(key(one)) ?? 1) ** -0.6 }));
}

/** Each quantity in turn, with the constants of those before it held. */
function fitInTurn(
  observations: readonly SpeedObservation[],
  prior: SpeedConstants,
  tightness: Record<SpeedQuantity, number>,
) {
  return (Object.keys(KEYS) as SpeedQuantity[]).reduce((constants, quantity) => {
    const rows = observations.filter((one) => one.quantity === quantity);
    if (rows.length === 0) return constants;
    // Servers and Transformers print no prefill speed: answers to long prompts tell it.
    const noPrefill = quantity === 'throughput' && !observations.some((one) => one.quantity === 'prefill');
    const keys = noPrefill ? [...KEYS[quantity], ...KEYS.prefill] : KEYS[quantity];
    const how = { keys, tightness: tightness[quantity] };
    return fitConstants(typical(rows, fitConstants(rows, constants, how)), constants, how);
  }, prior);
}

/** A machine this far from the others (as a logarithm) in a source counts for half. */
const ODD = 0.3;

/** The rows, those of a machine and source that lie apart from the rest counting less. */
function typical(rows: readonly SpeedObservation[], constants: SpeedConstants): SpeedObservation[] {
  const groups = Map.groupBy(rows, ({ machine, source }) => `${machine}|${source}`);
  const share = new Map(
    [...groups].map(([key, own]) => {
      const apart = median(own.map(({ seconds, predict }) => Math.log(seconds / predict(constants))));
      return [key, 1 / (1 + (apart / ODD) ** 2)];
    }),
  );
  return rows.map((one) => ({ ...one, weight: one.weight * share.get(`${one.machine}|${one.source}`)! }));
}

/**
 * Constants from measurements: for all engines together, then for each engine, then for each engine on each class of
 * machines, every group held to the one above it as far as its rows are few; last the factors of single machines. The
 * same rows in the same order always give the same constants.
 */
export function calibrate(all: readonly SpeedObservation[]): Calibration {
  const observations = weighed(all);
  const of = (engines: readonly SpeedEngine[]) =>
    observations.filter(({ subject }) => engines.includes(subject.work.engine));
  const root = fitInTurn(observations, PRIOR, ROOT_TIGHTNESS);
  const servers = fitInTurn(of(SERVERS), root, TIGHTNESS.engine);
  const nodes: ConstantsNode[] = [];
  for (const engine of Object.keys(SPEED_ENGINES) as SpeedEngine[]) {
    const rows = of([engine]);
    const parent = SERVERS.includes(engine) ? servers : root;
    const constants = fitInTurn(rows, parent, TIGHTNESS.engine);
    nodes.push(node(engine, null, constants, rows));
    for (const className of Object.keys(MACHINE_CLASSES) as MachineClass[]) {
      const own = rows.filter(({ subject }) => subject.work.class === className);
      if (own.length === 0) continue;
      nodes.push(node(engine, className, fitInTurn(own, constants, TIGHTNESS.class), own));
    }
  }
  return { nodes, machines: machineFactors(observations, nodes) };
}

function node(
  engine: SpeedEngine,
  className: MachineClass | null,
  constants: SpeedConstants,
  rows: readonly SpeedObservation[],
): ConstantsNode {
  const count = (quantity: SpeedQuantity) => rows.filter((one) => one.quantity === quantity).length;
  return {
    engine,
    class: className,
    constants,
    rows: { decode: count('decode'), prefill: count('prefill'), throughput: count('throughput') },
    machines: new Set(rows.map(({ machine }) => machine)).size,
  };
}

/** The constants for an engine on a class: fitted there, or those of the engine on any class. */
export function nodeFor(
  nodes: readonly ConstantsNode[],
  engine: SpeedEngine,
  className: MachineClass,
): ConstantsNode {
  const own = nodes.filter((one) => one.engine === engine);
  const found = own.find((one) => one.class === className) ?? own.find((one) => one.class === null);
  if (!found) throw new Error(`没有 ${engine} 的常数`);
  return found;
}

/** Rows of one source on a machine that count fully, and the sources that the class weighs against. */
const FULL_ROWS = 4;
const CLASS_WEIGHT = 1.2;
/** A source this far from the class (as a logarithm) counts for half: it may have had a bad day, or another machine. */
const FAR = 0.5;

/**
 * The median error of each source on a machine, averaged over its sources and drawn towards none: one source counts for
 * less than half, many count in full.
 */
function machineFactors(
  observations: readonly SpeedObservation[],
  nodes: readonly ConstantsNode[],
): MachineFactor[] {
  // A machine without a record has no id by which it could be known again.
  const groups = Map.groupBy(
    observations.filter(({ subject }) => subject.machine.id !== null),
    ({ subject, machine, quantity }) => `${subject.work.engine}|${quantity}|${machine}`,
  );
  return [...groups.values()].map((rows) => {
    const { subject, machine, quantity } = rows[0]!;
    const { engine, class: className } = subject.work;
    const { constants } = nodeFor(nodes, engine, className);
    const bySource = [...Map.groupBy(rows, ({ source }) => source).values()];
    let sum = 0;
    let weight = CLASS_WEIGHT;
    for (const own of bySource) {
      const apart = median(own.map(({ seconds, predict }) => Math.log(seconds / predict(constants))));
      const share = Math.min(1, own.length / FULL_ROWS) / (1 + (apart / FAR) ** 2);
      sum += share * apart;
      weight += share;
    }
    return {
      engine,
      machine,
      quantity,
      factor: Math.exp(sum / weight),
      rows: rows.length,
      sources: bySource.length,
    };
  });
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
