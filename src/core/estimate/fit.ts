import { memoryBytes } from './memory.ts';
import type { MemoryInput } from './memory.ts';
import type { Part, Quantity } from '../bounds.ts';
import { SERVERS } from './engines.ts';
import type { SpeedEngine } from './engines.ts';

const GIB = 2 ** 30;

/** Memory of a machine as far as the model may use it. */
export interface MachineMemory {
  /** Printed on the box, which for memory means GiB; of one device. */
  labelGb: number;
  /** What the driver reports, GiB. */
  reportedGib?: number | undefined;
  /** Share of a unified memory that its GPU may use. */
  usableShare?: number | undefined;
  /** Graphics card, unified memory, or the main memory of a processor. */
  kind: 'gpu' | 'unified' | 'ram';
}

/** Share of the memory that servers take unless told otherwise (vLLM 0.92, SGLang about 0.9). */
const SERVER_SHARE = 0.9;
/** Cards report about a percent less than the label. */
const REPORTED_SHARE = 0.99;
/** What an operating system and its programs leave of main memory, and of unified memory that states no share. */
const RAM_SHARE = 0.85;
const UNIFIED_SHARE = 0.75;

/** Bytes that a model may take on all devices together, with how that follows. */
export function usableBytes(memory: MachineMemory, engine: SpeedEngine, devices: number): Quantity {
  const { labelGb, reportedGib, kind } = memory;
  const [share, why] =
    kind === 'gpu'
      ? [
          reportedGib === undefined ? REPORTED_SHARE : 1,
          reportedGib === undefined ? '驱动报告的约占标称的 99%' : '',
        ]
      : kind === 'unified'
        ? [memory.usableShare ?? UNIFIED_SHARE, '统一内存里 GPU 能用的部分']
        : [RAM_SHARE, '留给系统之后'];
  const server = kind === 'gpu' && SERVERS.includes(engine) ? SERVER_SHARE : 1;
  const gib = reportedGib ?? labelGb;
  const value = gib * GIB * share * server * devices;
  const factors = [`${gib} GiB`, ...(share === 1 ? [] : [`${share}（${why}）`])];
  if (server !== 1) factors.push(`${server}（引擎默认占用的比例）`);
  if (devices > 1) factors.push(`${devices} 张`);
  return { value, unit: '字节', formula: factors.join(' × '), parts: [] };
}

export type FitVerdict = 'fits' | 'tight' | 'no';

/** Share of the usable memory beyond which little is left for anything unforeseen. */
const TIGHT = 0.93;

export interface FitResult {
  verdict: FitVerdict;
  neededBytes: number;
  usableBytes: number;
  /** Negative where it does not fit. */
  leftBytes: number;
  /** Add up to `neededBytes`. */
  parts: Part[];
}

/** Whether a model with its context and users fits; null where its cache cannot be told. */
export function fitOf(input: MemoryInput, memory: MachineMemory): FitResult | null {
  const needed = memoryBytes(input);
  if (!needed) return null;
  const usable = usableBytes(memory, input.engine, input.devices).value;
  return {
    verdict: verdictOf(needed.value, usable),
    neededBytes: needed.value,
    usableBytes: usable,
    leftBytes: usable - needed.value,
    parts: needed.parts,
  };
}

/** Whether so many bytes fit into so many. */
export function verdictOf(neededBytes: number, usableBytes: number): FitVerdict {
  if (neededBytes > usableBytes) return 'no';
  return neededBytes > usableBytes * TIGHT ? 'tight' : 'fits';
}

/** The largest whole number from `low` to `high` for which a test holds that fails from some number on; null for none. */
export function largest(low: number, high: number, holds: (value: number) => boolean): number | null {
  if (!holds(low)) return null;
  let [good, bad] = [low, high + 1];
  if (holds(high)) return high;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** The longest context that fits for the users asked, at most the model's own; null where none does. */
export function longestContext(input: MemoryInput, memory: MachineMemory, mostTokens: number): number | null {
  return largest(1, mostTokens, (contextTokens) => holds({ ...input, contextTokens }, memory));
}

/** More users than this are not looked for. */
export const MOST_USERS = 4096;

/** The most users that fit with the context asked; null where not even one does. */
export function mostUsers(input: MemoryInput, memory: MachineMemory): number | null {
  return largest(1, MOST_USERS, (users) => holds({ ...input, users }, memory));
}

function holds(input: MemoryInput, memory: MachineMemory): boolean {
  const result = fitOf(input, memory);
  return result !== null && result.verdict !== 'no';
}
