import type { ScoreEntry } from '../../../../src/core/compare/compare-model.ts';
import type { Score } from '../../../../src/schema/benchmark.ts';

/** A score of an independent board unless told otherwise. */
export function entry(value: number, changes: Partial<Score> = {}): ScoreEntry {
  const score: Score = {
    benchmark: 'HumanEval',
    variant: 'A',
    metric: 'pass@1',
    value,
    unit: '%',
    measuredBy: { kind: 'independent', name: 'EvalPlus' },
    source: 'evalplus',
    confidence: 'seen',
    ...changes,
  };
  return { score, cell: { text: `${value}%` } };
}
