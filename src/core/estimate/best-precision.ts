import type { MachineClass } from '../machine-class.ts';
import { verdictOf } from './fit.ts';
import type { FitVerdict } from './fit.ts';

/** The engine most use on a class of machine: servers on accelerators, llama.cpp and what is built on it elsewhere. */
export type UsualEngine = 'llama.cpp' | 'vllm';

export function usualEngine(machineClass: MachineClass): UsualEngine {
  return ['nvidia-hbm', 'amd-hbm', 'npu'].includes(machineClass) ? 'vllm' : 'llama.cpp';
}

/** Precisions that are looked at for an engine, the most exact first; none below 3 bits, where models lose much. */
export const PRECISION_LADDERS: Record<UsualEngine, readonly string[]> = {
  'llama.cpp': ['bf16', 'q8-0', 'q6-k', 'q5-k-m', 'q4-k-m', 'q3-k-m'],
  vllm: ['bf16', 'fp8', 'awq-int4'],
};

export interface PrecisionFit {
  precision: string;
  neededBytes: number;
  verdict: FitVerdict;
}

/**
 * The most exact precision that fits well; else the most exact that just fits; else the least exact, which does not.
 * `ladder` goes from the most to the least exact. Null for an empty one.
 */
export function bestPrecision(
  ladder: readonly { precision: string; neededBytes: number }[],
  usableBytes: number,
): PrecisionFit | null {
  const last = ladder.at(-1);
  // Most models are far too large for most machines: one comparison then settles it.
  if (!last || last.neededBytes > usableBytes) return last ? { ...last, verdict: 'no' } : null;
  let tight: PrecisionFit | null = null;
  for (const step of ladder) {
    const verdict = verdictOf(step.neededBytes, usableBytes);
    if (verdict === 'fits') return { ...step, verdict };
    if (verdict === 'tight') tight ??= { ...step, verdict };
  }
  return tight;
}
