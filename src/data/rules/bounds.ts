import { weightsBytes } from '../../core/bounds.ts';
import { faultAt } from './fault.ts';
import type { Entry, Fault, Library, Path } from './fault.ts';

/** The largest figure that is printed as this one: half a unit more in its last digit. */
export function mostItCanMean(entry: Entry<unknown>, path: Path, value: number): number {
  const decimals = /\.(\d+)$/.exec(entry.place(path).text)?.[1]?.length ?? 0;
  return value + 0.5 * 10 ** -decimals;
}

/** Parameters of a model, where they have been counted, or of a checkpoint without a page. */
function parametersOf(library: Library, id: string): number | undefined {
  const model = library.models.byId.get(id)?.value.parameters.exact?.total;
  return model ?? library.architectures.byId.get(id)?.value.parameters.total;
}

/**
 * Bytes of the weights of a model or a checkpoint without a page at a precision, with the sum in words; null where
 * either is not known.
 */
export function weightsOf(library: Library, id: string, precisionId: string) {
  const parameters = parametersOf(library, id);
  const bits = library.quantizations.byId.get(precisionId)?.value.nominalBits;
  if (parameters === undefined || bits === undefined) return null;
  const { value, formula } = weightsBytes({ parameters, bits });
  return { bytes: value, formula };
}

/** A file is not smaller than the weights in it: parameters × nominal bits ÷ 8. */
export function assertFilesHoldWeights(library: Library): Fault[] {
  return library.models.entries.flatMap((entry) =>
    entry.value.files.flatMap(({ precision, sizeGb }, index) => {
      const path = ['files', index, 'sizeGb'];
      const weights = weightsOf(library, entry.id, precision);
      if (!weights || mostItCanMean(entry, path, sizeGb) * 1e9 >= weights.bytes) return [];
      const least = (weights.bytes / 1e9).toFixed(2);
      return [
        faultAt(
          entry,
          path,
          `至少 ${least} GB（权重 ${weights.formula}）；核对大小、单位（GB，10⁹ 字节）和精度`,
        ),
      ];
    }),
  );
}
