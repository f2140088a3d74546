import { readConstants } from '../core/estimate/constants.ts';
import type { FittedConstants } from '../core/estimate/constants.ts';
import type { EstimatorMachine, EstimatorModel, EstimatorPrecision } from '../core/estimate/estimate.ts';
import { estimateRecords } from '../core/estimate/fit-constants.ts';
import type { EstimatorData } from '../core/estimate/fit-constants.ts';
import type { MachineMemory } from '../core/estimate/fit.ts';
import { machineWith } from '../core/estimate/open-machine.ts';
import type { OpenMachine } from '../core/estimate/open-machine.ts';
import { precisionBits } from '../core/estimate/precision-bits.ts';
import { shapeOfModel } from '../core/estimate/shapes.ts';
import { cautiousBandwidth } from '../core/estimate/subject.ts';
import { teraOpsOf } from '../core/estimate/tera-ops.ts';
import type { TeraOpsByClass } from '../core/estimate/tera-ops.ts';
import { machineClass } from '../core/machine-class.ts';
import type { EngineConstants } from '../schema/engine-constants.ts';
import type { Hardware } from '../schema/hardware.ts';
import type { Model } from '../schema/model.ts';

export interface Estimator {
  fitted: FittedConstants;
  models: Map<string, EstimatorModel>;
  precisions: Map<string, EstimatorPrecision>;
  /** Machines whose memory is published; the most of it where there is a choice. */
  machines: Map<string, EstimatorMachine>;
  /** These, and those of which only the bandwidth is published: the reader says how much memory is in it. */
  openMachines: Map<string, OpenMachine>;
  teraOps: TeraOpsByClass;
}

/**
 * What the estimator's views work with: models of which a cache or at least a size is known, precisions with bits, and
 * machines that state memory and bandwidth.
 */
export function estimatorOf(data: EstimatorData, constants: ReadonlyMap<string, EngineConstants>): Estimator {
  const fitted = readConstants(constants);
  const { teraOps } = estimateRecords(data, fitted.gguf);
  const openMachines = new Map(
    [...data.hardware].flatMap(([id, machine]) => {
      const open = openMachine(id, machine, teraOps);
      return open ? [[id, open] as const] : [];
    }),
  );
  return {
    fitted,
    teraOps,
    openMachines,
    models: new Map([...data.models].map(([id, model]) => [id, estimatorModel(id, model)])),
    precisions: new Map(
      [...data.quantizations].flatMap(([id, { name, family }]) => {
        const bits = precisionBits(id, fitted.gguf);
        return bits ? [[id, { id, name, family, bits }] as const] : [];
      }),
    ),
    machines: new Map(
      [...openMachines].flatMap(([id, open]) => {
        const machine = machineWith(open, open.optionsGb.at(-1) ?? null);
        return machine ? [[id, machine] as const] : [];
      }),
    ),
  };
}

function estimatorModel(id: string, model: Model): EstimatorModel {
  const { shortName, context, files } = model;
  return {
    id,
    name: shortName,
    shape: shapeOfModel(model),
    contextNative: context.native,
    contextLongest: context.extended ?? context.native,
    fileBytes: Object.fromEntries(
      files
        .filter(({ note }) => note === undefined)
        .map(({ precision, sizeGb }) => [precision, sizeGb * 1e9]),
    ),
  };
}

const KINDS: Record<Hardware['kind'], MachineMemory['kind']> = {
  gpu: 'gpu',
  npu: 'gpu',
  apu: 'unified',
  cpu: 'ram',
  system: 'ram',
};

/** Null where a machine states no bandwidth or is not fit for estimates. */
function openMachine(id: string, machine: Hardware, byClass: TeraOpsByClass): OpenMachine | null {
  const { name, kind, memory, usableGpuMemory, notForEstimates, compute = [] } = machine;
  const bandwidthGbPerSecond = cautiousBandwidth(machine);
  if (bandwidthGbPerSecond === null || notForEstimates) return null;
  const className = machineClass({ name, kind });
  const narrow = (wanted: string) => compute.find((one) => one.kind === wanted)?.teraOps;
  const [fp8, int8, fp4] = [narrow('fp8'), narrow('int8'), narrow('fp4')];
  return {
    id,
    name,
    class: className,
    bandwidthGbPerSecond,
    teraOps: teraOpsOf({ compute, bandwidthGbPerSecond }, className, {
      byClass,
      precision: null,
      server: false,
    }),
    narrowTeraOps: { ...(fp8 && { fp8 }), ...(int8 && { int8 }), ...(fp4 && { fp4 }) },
    // Whole computers by Apple have the memory of their chip.
    memoryKind: className.startsWith('apple') ? 'unified' : KINDS[kind],
    optionsGb: memory?.gb === undefined ? (memory?.optionsGb ?? []) : [memory.gb],
    ...(memory?.reportedGib !== undefined && { reportedGib: memory.reportedGib }),
    ...(usableGpuMemory && { usableShare: usableGpuMemory.fraction }),
  };
}
