import { faultAt } from './fault.ts';
import type { Entry, Fault, Library, Path } from './fault.ts';

/** Scales, layers kept wider and a vision part make a file larger than its weights at their nominal bits, not twice. */
const mostBits = (nominalBits: number) => 2 * nominalBits + 1;
/** A recipe asks for room for requests too, on up to eight devices. */
const MOST_RECIPE_TIMES = 20;

interface Size {
  path: Path;
  bytes: number;
  unit: string;
  bytesPerUnit: number;
  mostBits: number;
  note?: string | undefined;
}

const GB = { unit: 'GB', bytesPerUnit: 1e9 };
const GIB = { unit: 'GiB', bytesPerUnit: 2 ** 30 };

/** Sizes of weights in a model's record, and the most bits a weight may take there. */
function sizesOf(library: Library, { value }: Library['models']['entries'][number]): Size[] {
  const bits = (precision: string | undefined) =>
    library.quantizations.byId.get(precision ?? '')?.value.nominalBits ?? 16;
  const { files, publishedWeights = [], checkpointBytes, architecture, engines } = value;
  return [
    ...files.map(({ sizeGb, precision, note }, index) => ({
      ...{ path: ['files', index, 'sizeGb'], bytes: sizeGb * 1e9, note, ...GB },
      mostBits: mostBits(bits(precision)),
    })),
    ...publishedWeights.map(({ gib, precision }, index) => ({
      ...{ path: ['publishedWeights', index, 'gib'], bytes: gib * 2 ** 30, ...GIB },
      mostBits: mostBits(bits(precision)),
    })),
    ...(checkpointBytes
      ? [
          {
            ...{ path: ['checkpointBytes', 'bytes'], bytes: checkpointBytes.bytes },
            ...{ unit: '字节', bytesPerUnit: 1, mostBits: mostBits(bits(architecture?.nativePrecision)) },
          },
        ]
      : []),
    ...(engines.ollama?.sizeGb
      ? [
          {
            ...{ path: ['engines', 'ollama', 'sizeGb'], bytes: engines.ollama.sizeGb * 1e9, ...GB },
            ...{ mostBits: mostBits(16), note: engines.ollama.note },
          },
        ]
      : []),
    ...(engines.vllm?.vram ?? []).map(({ gb, precision, note }, index) => ({
      ...{ path: ['engines', 'vllm', 'vram', index, 'gb'], bytes: gb * 1e9, note, ...GB },
      mostBits: MOST_RECIPE_TIMES * bits(precision),
    })),
  ];
}

/** A file takes no more than about twice its weights: a larger one is in another unit or of another precision. */
export function assertSizesNotFarAboveWeights(library: Library): Fault[] {
  return library.models.entries.flatMap((entry) => {
    const { exact, publishedB } = entry.value.parameters;
    const parameters = exact?.total ?? publishedB * 1e9;
    return sizesOf(library, entry).flatMap(({ path, bytes, unit, bytesPerUnit, mostBits: most, note }) => {
      if (note !== undefined || (bytes * 8) / parameters <= most) return [];
      const figure = (parameters * most) / 8 / bytesPerUnit;
      const printed = figure < 1e6 ? Number(figure.toPrecision(3)) : Math.round(figure);
      const message = `不超过 ${printed} ${unit}（每个权重 ${most} 位）；核对大小、单位和精度，真是这样就在旁边的 note 里说明`;
      return [faultAt(entry, path, message)];
    });
  });
}

/** The file behind a registry's plain tag, whose precision is not printed, has at least one bit for each weight. */
export function assertPlainTagHoldsWeights(library: Library): Fault[] {
  return library.models.entries.flatMap((entry: Entry<Library['models']['entries'][number]['value']>) => {
    const { parameters, engines } = entry.value;
    const sizeGb = engines.ollama?.sizeGb;
    const least = parameters.publishedB / 8;
    if (sizeGb === undefined || sizeGb >= least) return [];
    const message = `至少 ${least.toFixed(2)} GB（每个权重 1 位）；核对大小和单位（GB，10⁹ 字节）`;
    return [faultAt(entry, ['engines', 'ollama', 'sizeGb'], message)];
  });
}
