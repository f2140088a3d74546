import type { Score } from '../schema/benchmark.ts';

/**
 * What must agree for two scores to be ranked together, as one string: the test and its variant (split, edit format,
 * prompt, set), the window of its questions, metric and unit, thinking or not, whose weights (the model's own, base, which
 * quantized file, refresh, precursor), and who measured. A party's figures for its own and for other makers' models
 * come from one harness; those of two parties do not. What a source leaves open (no mode, no window) is a group of its own.
 */
export function scoreKey(score: Score): string {
  const { benchmark, variant, window, metric, unit, mode, checkpoint, measuredBy } = score;
  const harness = measuredBy.kind === 'other-vendor' ? 'vendor' : measuredBy.kind;
  // Of the others, the name is that of other weights of the same model.
  const file = checkpoint?.kind === 'quantized' ? checkpoint.name : null;
  return JSON.stringify([
    ...[benchmark, variant, window ?? null, metric, unit, mode ?? null],
    ...[checkpoint?.kind ?? null, file, harness, measuredBy.name],
  ]);
}

export interface Ranked<Entry> {
  entry: Entry;
  /** From 1; equal values share a rank and the next is left out (1, 2, 2, 4). */
  rank: number;
  /** How many are ranked. */
  of: number;
}

/**
 * Scores of one key from the highest to the lowest; those marked `unranked` are left out. Higher is better in every
 * test of the collection. Throws for scores of several keys: they must never stand in one ranking.
 */
export function rankWithin<Entry extends { score: Score }>(entries: readonly Entry[]): Ranked<Entry>[] {
  const [first, second] = new Set(entries.map(({ score }) => scoreKey(score)));
  if (second !== undefined) throw new RangeError(`这些成绩不能排在一起：${first} 与 ${second}`);
  const field = entries.filter(({ score }) => score.unranked === undefined);
  return field
    .map((entry) => ({
      entry,
      rank: 1 + field.filter(({ score }) => score.value > entry.score.value).length,
      of: field.length,
    }))
    .sort((a, b) => a.rank - b.rank);
}
