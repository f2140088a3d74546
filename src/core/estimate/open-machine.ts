import type { MachineClass } from '../machine-class.ts';
import type { EstimatorMachine } from './estimate.ts';
import type { MachineMemory } from './fit.ts';
import type { TeraOpsByClass } from './tera-ops.ts';

/** A machine whose memory is still to be chosen: one of several sizes it is sold with, or what the reader put in. */
export interface OpenMachine extends Omit<EstimatorMachine, 'memory'> {
  id: string;
  memoryKind: MachineMemory['kind'];
  /** Sizes of one device, as printed on the box; empty where none is published. */
  optionsGb: readonly number[];
  reportedGib?: number | undefined;
  usableShare?: number | undefined;
}

/**
 * The machine with a memory: of those it is sold with, the largest where none is asked for; any where it states none.
 * Null where none is asked for and none is known.
 */
export function machineWith(open: OpenMachine, askedGb: number | null): EstimatorMachine | null {
  const { memoryKind, optionsGb, reportedGib, usableShare, ...shape } = open;
  const largest = optionsGb.at(-1);
  const offered = askedGb !== null && (optionsGb.length === 0 || optionsGb.includes(askedGb));
  const labelGb = offered ? askedGb : largest;
  if (labelGb === undefined) return null;
  return {
    ...shape,
    memory: {
      kind: memoryKind,
      labelGb,
      // What the driver reports was read on the size that the record is about.
      ...(reportedGib !== undefined && optionsGb.length === 1 && { reportedGib }),
      ...(usableShare !== undefined && { usableShare }),
    },
  };
}

/** The class that a machine of the reader's own is taken to be of, by what its memory belongs to. */
export const OWN_CLASS: Record<MachineMemory['kind'], MachineClass> = {
  gpu: 'nvidia-gddr',
  unified: 'apple-late',
  ram: 'cpu-desktop',
};

/** A machine of the reader's own; operations typical of its class where the reader does not know them, 10¹² a second. */
export function ownMachine(
  {
    name,
    kind,
    memoryGb,
    bandwidthGbPerSecond,
    teraOps,
  }: {
    name: string;
    kind: MachineMemory['kind'];
    memoryGb: number;
    bandwidthGbPerSecond: number;
    teraOps: number | null;
  },
  byClass: TeraOpsByClass,
): EstimatorMachine {
  const className = OWN_CLASS[kind];
  return {
    id: null,
    name,
    class: className,
    bandwidthGbPerSecond,
    teraOps: teraOps ?? bandwidthGbPerSecond * (byClass[className] ?? 0.05),
    narrowTeraOps: {},
    memory: { kind, labelGb: memoryGb },
  };
}
