import type { Score } from '../../schema/benchmark.ts';
import { faultAt } from './fault.ts';
import type { Fault, Library, Path } from './fault.ts';
import { oneSlipApart } from './nearest.ts';

function eachScore(
  { benchmarks }: Library,
  check: (score: Score, model: string) => { path: Path; message: string }[],
): Fault[] {
  return benchmarks.entries.flatMap((entry) =>
    entry.value.scores.flatMap((score, index) =>
      check(score, entry.id).map(({ path, message }) => faultAt(entry, ['scores', index, ...path], message)),
    ),
  );
}

/** A score in per cent is not written as a fraction. */
export function assertPercentNotFraction(library: Library): Fault[] {
  return eachScore(library, ({ value, unit, note }) =>
    unit === '%' && value > 0 && value < 1 && note === undefined
      ? [
          {
            path: ['value'],
            message: `单位是 %：${value} 写 ${Number((value * 100).toPrecision(6))}；真是不到 1% 就在 note 里说明`,
          },
        ]
      : [],
  );
}

/** How many models each value of a field is told of. */
function modelsBy({ benchmarks }: Library, fieldOf: (score: Score) => string): Map<string, Set<string>> {
  const models = new Map<string, Set<string>>();
  for (const { id, value } of benchmarks.entries) {
    for (const score of value.scores) {
      const field = fieldOf(score);
      models.set(field, (models.get(field) ?? new Set()).add(id));
    }
  }
  return models;
}

/**
 * A benchmark told of one model only, one letter away from one that is told of several, is mistyped: its score would
 * stand in no column. Names that differ by a digit or a sign (`HumanEval+`) are others.
 */
export function assertBenchmarksSpelt(library: Library): Fault[] {
  const models = modelsBy(library, ({ benchmark }) => benchmark);
  const common = [...models].filter(([, ids]) => ids.size >= 3).map(([name]) => name);
  return eachScore(library, ({ benchmark }) => {
    if (models.get(benchmark)!.size > 1 || benchmark.length < 8) return [];
    const meant = common.find((name) => name !== benchmark && oneSlipApart(name, benchmark));
    return meant ? [{ path: ['benchmark'], message: `只有这里这样写；是不是想写 ${meant}` }] : [];
  });
}

/** Scores of one benchmark and variant are in one unit; the rarer one is the slip. */
export function assertUnitsAgree(library: Library): Fault[] {
  const key = ({ benchmark, metric, unit }: Score) => [benchmark, metric, unit].join('\n');
  const models = modelsBy(library, key);
  return eachScore(library, (score) => {
    const other: Score = { ...score, unit: score.unit === '%' ? 'points' : '%' };
    const rivals = models.get(key(other))?.size ?? 0;
    // Some boards print per cent in one edition and points in another: then both are common.
    if (models.get(key(score))!.size > 1 || rivals < 3) return [];
    return [{ path: ['unit'], message: `别的模型的 ${score.benchmark} 都以 ${other.unit} 为单位；核对单位` }];
  });
}

/** A model is not scored more than a year before its release, unless other weights were. */
export function assertScoredAfterRelease(library: Library): Fault[] {
  return eachScore(library, ({ date, checkpoint, note }, id) => {
    const released = library.models.byId.get(id)?.value.release.date;
    if (!released || !date || checkpoint || note !== undefined) return [];
    if (Date.parse(released) - Date.parse(date) < 366 * 86_400_000) return [];
    return [{ path: ['date'], message: `比模型发布（${released}）早一年以上；核对日期` }];
  });
}
