import { PRECISION_LADDERS, usualEngine, bestPrecision } from '../core/estimate/best-precision.ts';
import type { PrecisionFit, UsualEngine } from '../core/estimate/best-precision.ts';
import type { MachineClass } from '../core/machine-class.ts';
import { memoryInput, speedInput } from '../core/estimate/estimate.ts';
import type { EstimateQuery, EstimatorMachine, EstimatorModel } from '../core/estimate/estimate.ts';
import { machineWith } from '../core/estimate/open-machine.ts';
import { usableBytes } from '../core/estimate/fit.ts';
import { memoryBytes } from '../core/estimate/memory.ts';
import { decodeSpeed, prefillSpeed } from '../core/estimate/speed.ts';
import { estimator } from './estimator.ts';
import { load, need } from './load.ts';
import { once } from './once.ts';

const CONTEXT_TOKENS = 8192;
const ANSWER_TOKENS = 512;

/** What static tables ask, as the tools do at first: one user whose 16-bit KV cache is full at the end of the answer. */
export const ASKED = {
  contextTokens: CONTEXT_TOKENS,
  promptTokens: CONTEXT_TOKENS - ANSWER_TOKENS,
  generatedTokens: ANSWER_TOKENS,
  users: 1,
  devices: 1,
  keyPrecision: 'f16',
  valuePrecision: 'f16',
} as const;

/** The prompt whose first token is waited for. */
const FIRST_PROMPT_TOKENS = 1024;

/** Memory in GB of machines whose owner chooses it and whose record states none, as many have it; cards are never guessed at. */
const ASSUMED_GB: Partial<Record<MachineClass, number>> = {
  'cpu-server': 256,
  'cpu-desktop': 64,
  'cpu-board': 16,
  integrated: 64,
};

export interface TableMachine {
  machine: EstimatorMachine;
  /** What its memory is taken to be; null where its record says how much it is. */
  assumedGb: number | null;
}

/** A machine with the memory its record states, else with a usual one; null where nothing can be said of it. */
export async function tableMachine(id: string): Promise<TableMachine | null> {
  const { machines, openMachines } = await estimator();
  const stated = machines.get(id);
  if (stated) return { machine: stated, assumedGb: null };
  const open = openMachines.get(id);
  const assumedGb = open && open.memoryKind !== 'gpu' ? ASSUMED_GB[open.class] : undefined;
  const machine = open && assumedGb !== undefined ? machineWith(open, assumedGb) : null;
  return machine && assumedGb !== undefined ? { machine, assumedGb } : null;
}

/** All machines of which something can be said. */
export const tableMachines = once(async (): Promise<EstimatorMachine[]> => {
  const { openMachines } = await estimator();
  const found = await Promise.all([...openMachines.keys()].map(tableMachine));
  return found.flatMap((one) => (one ? [one.machine] : []));
});

interface Ladder {
  model: EstimatorModel;
  steps: { precision: string; neededBytes: number }[];
}

/**
 * What each model needs at each precision of an engine with the context of `ASKED`, the largest models first: worked
 * out once for all machines. Models whose KV cache cannot be told are left out.
 */
export const ladders = once(async (): Promise<Record<UsualEngine, Map<string, Ladder>>> => {
  const { models } = await estimator();
  const bySize = [...models.values()].sort((a, b) => b.shape.totalParameters - a.shape.totalParameters);
  const of = async (engine: UsualEngine) => {
    const found = new Map<string, Ladder>();
    for (const model of bySize) {
      const steps = [];
      for (const precision of PRECISION_LADDERS[engine]) {
        const needed = await neededMemory(model, precision, engine, ASKED.contextTokens);
        if (needed) steps.push({ precision, neededBytes: needed.value });
      }
      if (steps.length > 0) found.set(model.id, { model, steps });
    }
    return found;
  };
  return { 'llama.cpp': await of('llama.cpp'), vllm: await of('vllm') };
});

/**
 * Precisions to show of one model on an engine: first the one it is published in, where the engine reads that and it is
 * none of the usual ones.
 */
export async function shownPrecisions(
  modelId: string,
  engine: UsualEngine,
): Promise<{ id: string; name: string }[]> {
  const [models, engines] = await Promise.all([load('models'), load('engines')]);
  const native = need(models, modelId, 'models').architecture?.nativePrecision;
  const reads = need(engines, engine, 'engines').precisions;
  const ladder = PRECISION_LADDERS[engine];
  const own = native && reads.includes(native) && !ladder.includes(native) ? [native] : [];
  const { precisions } = await estimator();
  return [...own, ...ladder].map((id) => {
    const name = precisions.get(id)?.name ?? id;
    return { id, name: own.includes(id) ? `${name}（发布的精度）` : name };
  });
}

/** Memory of one request on one device, with its parts; null where the KV cache of the model cannot be told. */
export async function neededMemory(
  model: EstimatorModel,
  precisionId: string,
  engine: UsualEngine,
  contextTokens: number,
) {
  const precision = await precisionOf(precisionId);
  return memoryBytes(memoryInput({ ...ASKED, contextTokens, model, precision, engine }));
}

async function precisionOf(id: string) {
  const precision = (await estimator()).precisions.get(id);
  if (!precision) throw new Error(`content/data/quantizations/ 里没有「${id}」，或它的位数读不出`);
  return precision;
}

export interface MachineFit extends PrecisionFit {
  engine: UsualEngine;
  usableBytes: number;
}

/** The best precision of a model on a machine; null where its memory cannot be told. */
export async function bestFit(modelId: string, machine: EstimatorMachine): Promise<MachineFit | null> {
  const engine = usualEngine(machine.class);
  const ladder = (await ladders())[engine].get(modelId);
  if (!ladder) return null;
  const usable = usableBytes(machine.memory, engine, ASKED.devices).value;
  const best = bestPrecision(ladder.steps, usable);
  return best && { ...best, engine, usableBytes: usable };
}

/** Speeds of a model on a machine, and the time to the first token of a prompt of `FIRST_PROMPT_TOKENS`. */
export async function speedsOf(
  model: EstimatorModel,
  precisionId: string,
  machine: EstimatorMachine,
  engine: UsualEngine,
) {
  const { fitted } = await estimator();
  const precision = await precisionOf(precisionId);
  const query: EstimateQuery = { ...ASKED, model, precision, machine, engine };
  const input = speedInput(query, fitted);
  const { firstToken } = prefillSpeed({ ...input, promptTokens: FIRST_PROMPT_TOKENS });
  return { input, decode: decodeSpeed(input), firstToken };
}
