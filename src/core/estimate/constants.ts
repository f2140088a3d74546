import { MACHINE_CLASSES } from '../machine-class.ts';
import type { MachineClass } from '../machine-class.ts';
import type { EngineConstants } from '../../schema/engine-constants.ts';
import type { Calibration, ConstantsNode } from './calibrate.ts';
import type { Basis, Spreads } from './cross-validate.ts';
import { SPEED_ENGINES } from './engines.ts';
import type { SpeedEngine } from './engines.ts';
import type { SpeedQuantity } from './observations.ts';
import type { GgufBits } from './precision-bits.ts';
import type { SpeedConstants } from './speed-model.ts';

/** Fitted constants as the records of `engine-constants` keep them. */
export interface FittedConstants extends Calibration {
  nodes: (ConstantsNode & { spread: Spreads })[];
  gguf: GgufBits;
}

/** Digits that are kept: more would claim more than rows can tell. */
const DIGITS = 4;
const rounded = (value: number) => Number(value.toPrecision(DIGITS));

function mapValues<Key extends string, From, To>(
  record: Record<Key, From>,
  change: (value: From) => To,
): Record<Key, To> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value as From)]),
  ) as Record<Key, To>;
}

/** One record for each engine, as `npm run fit` writes them. */
export function constantRecords({
  nodes,
  machines,
  gguf,
}: FittedConstants): Map<SpeedEngine, EngineConstants> {
  return new Map(
    (Object.keys(SPEED_ENGINES) as SpeedEngine[]).map((engine) => {
      const record: EngineConstants = {
        name: SPEED_ENGINES[engine],
        source: 'fit',
        confidence: 'derived',
        groups: nodes
          .filter((node) => node.engine === engine)
          .map((node) => ({
            class: node.class,
            rows: node.rows,
            machines: node.machines,
            constants: mapValues(node.constants, rounded) as SpeedConstants &
              EngineConstants['groups'][0]['constants'],
            spread: mapValues(node.spread, (spread) => ({
              machine: rounded(spread.machine),
              class: rounded(spread.class),
            })),
          })),
        machines: machines
          .filter((one) => one.engine === engine)
          .map(({ machine, quantity, factor, rows, sources }) => ({
            hardware: machine,
            quantity,
            factor: rounded(factor),
            rows,
            sources,
          }))
          .toSorted((a, b) => (`${a.quantity} ${a.hardware}` < `${b.quantity} ${b.hardware}` ? -1 : 1)),
      };
      if (engine === 'llama.cpp') {
        record.gguf = Object.entries(gguf)
          .map(([precision, { bits, rows }]) => ({ precision, bits: rounded(bits), rows }))
          .toSorted((a, b) => (a.precision < b.precision ? -1 : 1));
      }
      return [engine, record];
    }),
  );
}

/** The constants of the records; throws for an engine or a class that the model does not know. */
export function readConstants(records: ReadonlyMap<string, EngineConstants>): FittedConstants {
  const engines = [...records].map(([id, record]) => {
    if (!Object.hasOwn(SPEED_ENGINES, id)) throw new Error(`没有引擎「${id}」；运行 npm run fit 重写常数`);
    return { engine: id as SpeedEngine, record };
  });
  return {
    nodes: engines.flatMap(({ engine, record }) =>
      record.groups.map((group) => ({ ...group, engine, class: knownClass(group.class) })),
    ),
    machines: engines.flatMap(({ engine, record }) =>
      record.machines.map(({ hardware, ...one }) => ({ ...one, engine, machine: hardware })),
    ),
    gguf: Object.fromEntries(
      engines.flatMap(({ record }) =>
        (record.gguf ?? []).map(({ precision, bits, rows }) => [precision, { bits, rows }]),
      ),
    ),
  };
}

function knownClass(name: string | null): MachineClass | null {
  if (name === null || Object.hasOwn(MACHINE_CLASSES, name)) return name as MachineClass | null;
  throw new Error(`没有机器类别「${name}」；运行 npm run fit 重写常数`);
}

/** What holds for one engine on one machine: constants, factor and width of the range, and what they rest on. */
export interface Applied {
  constants: SpeedConstants;
  basis: Basis;
  /** Factor on the seconds. */
  factor: number;
  /** Between the typical value and the ends of the range. */
  spread: number;
  /** Rows and machines behind it. */
  rows: number;
  machines: number;
}

/** The constants for a quantity of an engine on a machine; the id is null for a machine of the reader's own. */
export function appliedConstants(
  { nodes, machines }: Pick<FittedConstants, 'nodes' | 'machines'>,
  target: { engine: SpeedEngine; class: MachineClass; machine: string | null; quantity: SpeedQuantity },
): Applied {
  const { engine, machine, quantity } = target;
  const own = nodes.filter((node) => node.engine === engine);
  const ofClass = own.find((node) => node.class === target.class);
  const node = ofClass ?? own.find((one) => one.class === null);
  if (!node) throw new Error(`没有 ${engine} 的常数；运行 npm run fit`);
  const known = machines.find(
    (one) => one.engine === engine && one.quantity === quantity && one.machine === machine,
  );
  const basis: Basis = known ? 'machine' : ofClass && ofClass.rows[quantity] > 0 ? 'class' : 'prior';
  const any = own.find((one) => one.class === null) ?? node;
  const spread = {
    machine: node.spread[quantity].machine,
    class: node.spread[quantity].class,
    prior: any.spread[quantity].class,
  };
  return {
    constants: node.constants,
    basis,
    factor: known?.factor ?? 1,
    spread: spread[basis],
    rows: known?.rows ?? node.rows[quantity],
    machines: known ? 1 : node.machines,
  };
}
