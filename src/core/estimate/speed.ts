import { appliedConstants } from './constants.ts';
import type { FittedConstants } from './constants.ts';
import type { Basis } from './cross-validate.ts';
import type { SpeedQuantity } from './observations.ts';
import { prefillSeconds, readEfficiency, stepSeconds } from './speed-model.ts';
import type { StepSeconds, Workload } from './speed-model.ts';

/** A range in which most measurements lie, and what it rests on. */
export interface SpeedRange {
  low: number;
  typical: number;
  high: number;
  unit: 'tok/s' | '秒';
  basis: Basis;
  /** Measured rows and machines behind it. */
  rows: number;
  machines: number;
}

export interface SpeedInput {
  work: Workload;
  /** Id of the machine's record; null for a machine of the reader's own. */
  machine: string | null;
  fitted: Pick<FittedConstants, 'nodes' | 'machines'>;
  /** Bytes of the KV cache of one request with the context in question. */
  cacheBytes: number;
}

/** Tokens a second that memory bandwidth allows one request at most: bandwidth of all devices that read at once ÷ bytes. */
export function decodeCeiling({ work, cacheBytes }: Pick<SpeedInput, 'work' | 'cacheBytes'>): number {
  const { bandwidthGbPerSecond, split, devices, readBytes } = work;
  return (bandwidthGbPerSecond * 1e9 * (split === 'tensor' ? devices : 1)) / (readBytes + cacheBytes);
}

/**
 * Seconds that a step of several requests takes at least: every weight that one of them needs is read once, and the KV
 * cache of each, by devices that at best all read at once. Where they hold whole layers, the weights are read one device
 * after the other, whoever works on which request.
 */
function leastStepSeconds({ work, cacheBytes }: SpeedInput, requests: number): number {
  const { bandwidthGbPerSecond, split, devices, readBytes } = work;
  const weights = readBytes / (split === 'tensor' ? devices : 1);
  const apart = split === 'tensor' ? devices : Math.min(devices, requests);
  return (weights + (requests * cacheBytes) / apart) / (bandwidthGbPerSecond * 1e9);
}

/** Generation speed of one request: never above the ceiling; `step` tells where the time goes. */
export function decodeSpeed(
  input: SpeedInput,
): SpeedRange & { ceiling: number; step: StepSeconds; efficiency: number } {
  const { work, cacheBytes } = input;
  const applied = appliedTo(input, 'decode');
  const step = stepSeconds(work, applied.constants, { requests: 1, cacheBytes });
  const ceiling = decodeCeiling(input);
  return {
    ...rangeOf(1 / (step.total * applied.factor), applied, ceiling),
    ceiling,
    step,
    efficiency: readEfficiency(work, applied.constants, work.readBytes / work.weightsBytes),
  };
}

/** Prompt tokens a second, and seconds until the first token of the answer: prefill and one step. */
export function prefillSpeed(input: SpeedInput & { promptTokens: number }): {
  speed: SpeedRange;
  firstToken: SpeedRange;
} {
  const applied = appliedTo(input, 'prefill');
  const seconds = prefillSeconds(input.work, applied.constants, { promptTokens: input.promptTokens });
  const typical = seconds * applied.factor;
  const speed = rangeOf(input.promptTokens / typical, applied);
  const step = 1 / decodeSpeed(input).typical;
  const first = typical + step;
  return {
    speed,
    firstToken: waitOf(first, speed, applied.spread),
  };
}

export interface ServedInput extends SpeedInput {
  /** Requests at the same time, each with so long a prompt and answer. */
  requests: number;
  promptTokens: number;
  generatedTokens: number;
}

/**
 * Output of the whole machine under several requests, and how long one waits for its answer. None of the ends is faster
 * than bandwidth allows: requests × tokens ÷ (tokens × the least time of a step).
 */
export function servedSpeed(input: ServedInput): { throughput: SpeedRange; response: SpeedRange } {
  const { work, requests, promptTokens, generatedTokens, cacheBytes } = input;
  const applied = appliedTo(input, requests > 1 ? 'throughput' : 'decode');
  const step = stepSeconds(work, applied.constants, { requests, cacheBytes }).total;
  const prefill =
    promptTokens > 0 ? prefillSeconds(work, applied.constants, { promptTokens, many: requests > 1 }) : 0;
  const answer = (prefill * requests + generatedTokens * step) * applied.factor;
  const least = leastStepSeconds(input, requests);
  const throughput = rangeOf((requests * generatedTokens) / answer, applied, requests / least);
  return { throughput, response: waitOf(answer, throughput, applied.spread, generatedTokens * least) };
}

/** Seconds of waiting, as uncertain as the speed they come from; never less than `least`. */
function waitOf(seconds: number, speed: SpeedRange, spread: number, least = 0): SpeedRange {
  const at = (value: number) => Math.max(value, least);
  return {
    ...speed,
    unit: '秒',
    typical: at(seconds),
    low: at(seconds / spread),
    high: at(seconds * spread),
  };
}

function appliedTo({ work, machine, fitted }: SpeedInput, quantity: SpeedQuantity) {
  return appliedConstants(fitted, { engine: work.engine, class: work.class, machine, quantity });
}

function rangeOf(
  typical: number,
  { spread, basis, rows, machines }: ReturnType<typeof appliedConstants>,
  ceiling = Infinity,
): SpeedRange {
  const at = (value: number) => Math.min(value, ceiling);
  return {
    low: at(typical / spread),
    typical: at(typical),
    high: at(typical * spread),
    unit: 'tok/s',
    basis,
    rows,
    machines,
  };
}
