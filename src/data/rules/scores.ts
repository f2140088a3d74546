import { scoreKey } from '../../core/scores.ts';
import { faultAt } from './fault.ts';
import type { Fault, Library } from './fault.ts';

/** Two scores of one model that would stand in one ranking differ in what is told of them. */
export function assertScoresDiffer(library: Library): Fault[] {
  return library.benchmarks.entries.flatMap((entry) => {
    const seen = new Map<string, number>();
    return entry.value.scores.flatMap((score, index) => {
      const key = JSON.stringify([scoreKey(score), score.detail, score.checkpoint?.name]);
      const first = seen.get(key);
      seen.set(key, first ?? index);
      if (first === undefined) return [];
      const message = `与 scores[${first}] 是同一项评测、同一种设置；删去重复的，或在 variant、detail 里写出差别`;
      return [faultAt(entry, ['scores', index], message)];
    });
  });
}

/** A score of a base model says so in a field, so that it is never ranked with those of the model itself. */
export function assertBaseScoresMarked(library: Library): Fault[] {
  return library.benchmarks.entries.flatMap((entry) =>
    entry.value.scores.flatMap(({ variant, checkpoint }, index) => {
      if (!/基座|\bbase model\b/i.test(variant) || checkpoint?.kind === 'base') return [];
      const path = ['scores', index, 'variant'];
      return [faultAt(entry, path, '这是基座模型的成绩，补上 checkpoint：kind 写 base，name 写基座的名字')];
    }),
  );
}

/** A row of measured precisions is compared with the others of its record: all have the same results. */
export function assertEffectRowsComparable(library: Library): Fault[] {
  return library['quantization-effects'].entries.flatMap((entry) => {
    const metricsOf = (row: { results: { metric: string }[] }) =>
      row.results.map(({ metric }) => metric).join('、');
    const [first, ...rest] = entry.value.rows;
    const expected = first ? metricsOf(first) : '';
    return rest.flatMap((row, index) => {
      if (metricsOf(row) === expected) return [];
      return [faultAt(entry, ['rows', index + 1, 'results'], `各行的指标要相同、次序也相同：${expected}`)];
    });
  });
}
