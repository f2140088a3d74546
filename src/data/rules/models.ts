import { mostItCanMean, weightsOf } from './bounds.ts';
import { faultAt } from './fault.ts';
import type { Entry, Fault, Library, Path } from './fault.ts';

/** The share by which a count may differ from what the maker prints, rounded to whole billions as it often is. */
const COUNT_TOLERANCE = 0.15;

/** Parameters counted from the architecture agree with those the maker states. */
export function assertCountNearPublished(library: Library): Fault[] {
  return library.models.entries.flatMap((entry) => {
    const { exact, publishedB } = entry.value.parameters;
    if (!exact || Math.abs(exact.total / 1e9 / publishedB - 1) <= COUNT_TOLERANCE) return [];
    const message = `与官方的 publishedB（${publishedB}）相差超过 ${COUNT_TOLERANCE * 100}%；核对位数、层数和宽度`;
    return [faultAt(entry, ['parameters', 'exact', 'total'], message)];
  });
}

/** A successor is a later model of the same maker. */
export function assertSuccessorIsLater(library: Library): Fault[] {
  return library.models.entries.flatMap((entry) => {
    const { successor, developer, release } = entry.value;
    const next = library.models.byId.get(successor ?? '')?.value;
    if (!next) return [];
    const at = (message: string) => [faultAt(entry, ['successor'], message)];
    if (next.developer.id !== developer.id) return at(`后继要是同一家（${developer.name}）的模型`);
    // A month is compared with a month.
    const digits = Math.min(next.release.date.length, release.date.length);
    if (successor !== entry.id && next.release.date.slice(0, digits) >= release.date.slice(0, digits))
      return [];
    return at(`后继的发布日期（${next.release.date}）不能早于本模型（${release.date}），也不能是它自己`);
  });
}

/** Tokens of what a registry prints: `32K` → 32,768. */
const printedTokens = (context: string) => Number(context.slice(0, -1)) * 1024;

/** A registry does not package more context than the model has, unless a note says why. */
export function assertPackagedContextWithinModel(library: Library): Fault[] {
  return library.models.entries.flatMap((entry) => {
    const { context, files, engines } = entry.value;
    const longest = Math.max(context.native, context.extended ?? 0);
    const packaged: [Path, { context?: string | undefined; note?: string | undefined } | null][] = [
      ...files.map((file, index): [Path, typeof file] => [['files', index, 'context'], file]),
      [['engines', 'ollama', 'context'], engines.ollama],
    ];
    return packaged.flatMap(([path, item]) => {
      if (!item?.context || item.note !== undefined || printedTokens(item.context) <= longest) return [];
      const message = `比模型的上下文（${longest}）长；核对数值，注册表确实这样写就在旁边的 note 里说明`;
      return [faultAt(entry, path, message)];
    });
  });
}

/** A printed size that cannot hold the weights at its precision. */
function sizeFault(
  library: Library,
  entry: Entry<unknown>,
  { path, precision, size, unit }: { path: Path; precision: string; size: number; unit: 'GB' | 'GiB' },
): Fault[] {
  const weights = weightsOf(library, entry.id, precision);
  const bytesPerUnit = unit === 'GiB' ? 2 ** 30 : 1e9;
  if (!weights || mostItCanMean(entry, path, size) * bytesPerUnit >= weights.bytes) return [];
  const least = (weights.bytes / bytesPerUnit).toFixed(2);
  return [faultAt(entry, path, `至少 ${least} ${unit}（权重 ${weights.formula}）；核对数值、单位和精度`)];
}

/** Memory that a recipe asks for holds the weights, unless a note says why not. */
export function assertRecipesHoldWeights(library: Library): Fault[] {
  return library.models.entries.flatMap((entry) =>
    (entry.value.engines.vllm?.vram ?? []).flatMap(({ precision, gb, note }, index) => {
      const path = ['engines', 'vllm', 'vram', index, 'gb'];
      return note === undefined ? sizeFault(library, entry, { path, precision, size: gb, unit: 'GB' }) : [];
    }),
  );
}

/** Published sizes and the original checkpoint are not smaller than the weights in them. */
export function assertPublishedSizesHoldWeights(library: Library): Fault[] {
  return library.models.entries.flatMap((entry) => {
    const { publishedWeights = [], checkpointBytes, architecture } = entry.value;
    const faults = publishedWeights.flatMap(({ precision, gib }, index) =>
      sizeFault(library, entry, {
        path: ['publishedWeights', index, 'gib'],
        precision,
        size: gib,
        unit: 'GiB',
      }),
    );
    const weights = architecture && weightsOf(library, entry.id, architecture.nativePrecision);
    if (!weights || !checkpointBytes || checkpointBytes.bytes >= weights.bytes) return faults;
    const message = `至少 ${weights.bytes} 字节（权重 ${weights.formula}）；核对数值和 nativePrecision`;
    return [...faults, faultAt(entry, ['checkpointBytes', 'bytes'], message)];
  });
}
