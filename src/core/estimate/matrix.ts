import { engineFor, enginesFor } from './engine-choice.ts';
import type { SpeedEngine } from './engines.ts';
import { memoryInput, speedInput } from './estimate.ts';
import type { EstimateQuery, EstimatorModel, EstimatorPrecision } from './estimate.ts';
import type { FittedConstants } from './constants.ts';
import { fitOf } from './fit.ts';
import type { FitResult } from './fit.ts';
import { decodeSpeed } from './speed.ts';
import type { SpeedRange } from './speed.ts';
import { weightsOf } from './suggest.ts';

/** Precisions that most files come in, by id: those offered where not all are asked for. */
export const COMMON_PRECISIONS: readonly string[] = [
  'bf16',
  'fp8',
  'w8a8-int8',
  'gptq-int8',
  'q8-0',
  'mlx-8bit',
  'q6-k',
  'q5-k-m',
  'q4-k-m',
  'awq-int4',
  'gptq-int4',
  'mxfp4',
  'mlx-4bit',
  'exl2-4.0bpw',
  'q3-k-m',
  'q2-k',
];

export interface PrecisionRow {
  precision: EstimatorPrecision;
  engine: SpeedEngine;
  cells: { contextTokens: number; memory: FitResult }[];
}

/** One model on one machine: each precision, from large to small, at each context; without those that no engine runs there. */
export function precisionMatrix(
  query: EstimateQuery,
  {
    precisions,
    contexts,
    asked,
  }: { precisions: readonly EstimatorPrecision[]; contexts: readonly number[]; asked: SpeedEngine | null },
): PrecisionRow[] {
  return precisions
    .toSorted((a, b) => weightsOf(query, b) - weightsOf(query, a))
    .flatMap((precision) => {
      const engine = engineFor(precision, query.machine, asked);
      if (!engine) return [];
      const cells = contexts.flatMap((contextTokens) => {
        const input = memoryInput({ ...query, precision, engine, contextTokens });
        const memory = fitOf(input, query.machine.memory);
        return memory ? [{ contextTokens, memory }] : [];
      });
      return cells.length > 0 ? [{ precision, engine, cells }] : [];
    });
}

export interface ModelRow {
  model: EstimatorModel;
  /** The most precise that fits. */
  precision: EstimatorPrecision;
  memory: FitResult;
  decode: SpeedRange;
}

/** One machine and engine: every model that fits, at the most precise of the precisions that the engine reads. */
export function modelsThatFit(
  query: EstimateQuery,
  {
    models,
    precisions,
    fitted,
  }: {
    models: readonly EstimatorModel[];
    precisions: readonly EstimatorPrecision[];
    fitted: Pick<FittedConstants, 'nodes' | 'machines'>;
  },
): ModelRow[] {
  const readable = precisions.filter((one) => enginesFor(one, query.machine).includes(query.engine));
  return models.flatMap((model) => {
    if (query.contextTokens > model.contextLongest) return [];
    const ordered = readable.toSorted((a, b) => weightsOf({ model }, b) - weightsOf({ model }, a));
    for (const precision of ordered) {
      const asked = { ...query, model, precision };
      const memory = fitOf(memoryInput(asked), query.machine.memory);
      if (!memory) return [];
      if (memory.verdict === 'no') continue;
      return [{ model, precision, memory, decode: decodeSpeed(speedInput(asked, fitted)) }];
    }
    return [];
  });
}
