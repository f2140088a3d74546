import type { Basis } from './cross-validate.ts';
import { appliedConstants } from './constants.ts';
import type { FittedConstants } from './constants.ts';
import { speedInput } from './estimate.ts';
import type { EstimateQuery } from './estimate.ts';
import { usableBytes } from './fit.ts';
import { memoryInput } from './estimate.ts';
import { memoryBytes } from './memory.ts';
import type { MachineShape } from './shapes.ts';
import { decodeCeiling } from './speed.ts';
import type { SpeedInput, SpeedRange } from './speed.ts';
import { stepSeconds } from './speed-model.ts';

/** A model split between graphics card and processor: whole layers on either side. */
export interface Offload {
  layers: number;
  layersOnGpu: number;
  /** On all cards together: the layers with their cache, activations and runtime. */
  gpuBytes: number;
  /** In main memory: the other layers with their cache. */
  hostBytes: number;
  /** Null where not even the runtime fits on the card. */
  decode: (SpeedRange & { ceiling: number }) | null;
  /** Seconds of a token on either side, for the formula. */
  seconds: { gpu: number; host: number };
}

/**
 * What llama.cpp makes of a model that a graphics card cannot hold: as many layers on the card as fit, the rest read by
 * the processor from main memory. Seconds of a token: GPU step × share of layers + CPU step × rest. Null where there is
 * nothing to split: other engines, other memory, a cache that cannot be told.
 */
export function offload(
  query: EstimateQuery,
  host: MachineShape,
  fitted: Pick<FittedConstants, 'nodes' | 'machines'>,
): Offload | null {
  const { machine, engine, devices, model } = query;
  const needed = memoryBytes(memoryInput(query));
  if (engine !== 'llama.cpp' || machine.memory.kind !== 'gpu' || !needed) return null;
  const [weights, cache, ...fixed] = needed.parts.map(({ value }) => value);
  const inLayers = (weights ?? 0) + (cache ?? 0);
  const besides = fixed.reduce((sum, value) => sum + value, 0);
  const free = usableBytes(machine.memory, engine, devices).value - besides;
  const { layers } = model.shape;
  const layersOnGpu = Math.max(0, Math.min(layers, Math.floor((free / inLayers) * layers)));
  const share = layersOnGpu / layers;

  const onGpu = side(speedInput(query, fitted));
  const onHost = side(
    speedInput(
      {
        ...query,
        devices: 1,
        machine: { ...host, name: '', memory: { kind: 'ram', labelGb: 0 }, narrowTeraOps: {} },
      },
      fitted,
    ),
  );
  const [gpu, cpu] = [onGpu.seconds * share, onHost.seconds * (1 - share)];
  const ceiling = 1 / (share / onGpu.ceiling + (1 - share) / onHost.ceiling);
  const at = (seconds: number) => Math.min(1 / seconds, ceiling);
  return {
    layers,
    layersOnGpu,
    gpuBytes: inLayers * share + besides,
    hostBytes: inLayers * (1 - share),
    decode:
      free < 0
        ? null
        : {
            low: at(gpu * onGpu.spread + cpu * onHost.spread),
            typical: at(gpu + cpu),
            high: at(gpu / onGpu.spread + cpu / onHost.spread),
            ceiling,
            unit: 'tok/s',
            basis: weaker(onGpu.basis, onHost.basis),
            rows: onHost.rows,
            machines: onHost.machines,
          },
    seconds: { gpu, host: cpu },
  };
}

/** One side as if it held all layers. */
function side(input: SpeedInput) {
  const { work, machine, fitted, cacheBytes } = input;
  const applied = appliedConstants(fitted, {
    engine: work.engine,
    class: work.class,
    machine,
    quantity: 'decode',
  });
  const step = stepSeconds(work, applied.constants, { requests: 1, cacheBytes });
  const ceiling = decodeCeiling(input);
  return { ...applied, ceiling, seconds: Math.max(step.total * applied.factor, 1 / ceiling) };
}

const ORDER: readonly Basis[] = ['machine', 'class', 'prior'];
const weaker = (a: Basis, b: Basis): Basis => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b);
