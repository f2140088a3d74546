import { UNIT_RANGES } from '../../schema/benchmark.ts';
import { allEntries, faultAt, leaves } from './fault.ts';
import type { Fault, Library } from './fault.ts';

/** A licence that allows commercial use on conditions says which; one that allows it freely has none. */
export function assertLicenseConditionStated(library: Library): Fault[] {
  const free = library.models.entries
    .filter(({ value: { license } }) => license.commercialUse === 'yes' && license.condition !== undefined)
    .map((entry) =>
      faultAt(
        entry,
        ['license', 'commercialUse'],
        '写了 condition，就写 conditions；没有条件就删去 condition',
      ),
    );
  const bound = library.models.entries
    .filter(
      ({ value: { license } }) => license.commercialUse === 'conditions' && license.condition === undefined,
    )
    .map((entry) =>
      faultAt(
        entry,
        ['license', 'condition'],
        'commercialUse 是 conditions，补上 condition：用一句话写出条件',
      ),
    );
  return [...free, ...bound];
}

/** What comes from memory says so: nobody has seen it in a source. */
export function assertMemoryNotSeen(library: Library): Fault[] {
  return allEntries(library).flatMap((entry) => {
    const figures = [...leaves(entry.value)];
    const sources = new Map(
      figures
        .filter(({ path }) => path.at(-1) === 'source')
        .map(({ path, value }) => [path.slice(0, -1).join('/'), String(value)]),
    );
    return figures.flatMap(({ path, value }) => {
      if (path.at(-1) !== 'confidence' || value === 'recalled') return [];
      const source = library.sources.byId.get(sources.get(path.slice(0, -1).join('/')) ?? '');
      if (source?.value.kind !== 'recalled') return [];
      return [faultAt(entry, path, `来源 ${source.id} 是凭记忆的，写 recalled；读到了出处就改写 source`)];
    });
  });
}

/** No model reads more parameters for a token than it has. */
export function assertActiveWithinTotal(library: Library): Fault[] {
  return library.models.entries.flatMap((entry) => {
    const { publishedB, activePublishedB, exact } = entry.value.parameters;
    const faults: Fault[] = [];
    if (activePublishedB !== null && activePublishedB > publishedB) {
      const message = `激活参数不能多于参数量 publishedB（${publishedB}）`;
      faults.push(faultAt(entry, ['parameters', 'activePublishedB'], message));
    }
    if (exact?.active && exact.active > exact.total) {
      const message = `激活参数不能多于参数量 total（${exact.total}）`;
      faults.push(faultAt(entry, ['parameters', 'exact', 'active'], message));
    }
    return faults;
  });
}

/** Extending the context of a model does not shorten it. */
export function assertExtendedContextLonger(library: Library): Fault[] {
  return library.models.entries
    .filter(({ value: { context } }) => context.extended !== null && context.extended < context.native)
    .map((entry) => {
      const { native } = entry.value.context;
      return faultAt(
        entry,
        ['context', 'extended'],
        `扩展长度不能小于原生长度 native（${native}）；没有扩展就写 null`,
      );
    });
}

/** A processor runs at least one thread on each core. */
export function assertThreadsCoverCores(library: Library): Fault[] {
  return library.hardware.entries.flatMap((entry) => {
    const { cpu } = entry.value;
    if (cpu?.cores === undefined || cpu.threads === undefined || cpu.threads >= cpu.cores) return [];
    return [faultAt(entry, ['cpu', 'threads'], `线程数不能少于核数 cores（${cpu.cores}），两者都按整机合计`)];
  });
}

/** A score lies within what its unit allows. */
export function assertScoresWithinUnit(library: Library): Fault[] {
  return library.benchmarks.entries.flatMap((entry) =>
    entry.value.scores.flatMap(({ value, unit }, index) => {
      const [lowest, highest] = UNIT_RANGES[unit];
      if (value >= lowest && value <= highest) return [];
      return [faultAt(entry, ['scores', index, 'value'], `单位是 ${unit} 时写 ${lowest} 到 ${highest} 的数`)];
    }),
  );
}

/** A reader can open every source, except arithmetic, memory and the original guide itself. */
export function assertSourcesCanBeOpened(library: Library): Fault[] {
  const withoutPage = ['derived', 'recalled', 'original'];
  return library.sources.entries
    .filter(({ value }) => value.url === undefined && !withoutPage.includes(value.kind))
    .map((entry) => faultAt(entry, ['url'], '补上 url：读者能打开的网址'));
}
