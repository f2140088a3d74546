import {
  bytesReadPerToken,
  decodeCeilingTokensPerSecond,
  modelFacts,
  weightsBytes,
} from '../../core/bounds.ts';
import { faultAt } from './fault.ts';
import type { Entry, Fault, Library, Path } from './fault.ts';

const GIB = 2 ** 30;

/** The largest figure that is printed as this one: half a unit more in its last digit. */
function mostItCanMean(entry: Entry<unknown>, path: Path, value: number): number {
  const decimals = /\.(\d+)$/.exec(entry.place(path).text)?.[1]?.length ?? 0;
  return value + 0.5 * 10 ** -decimals;
}

/** Bytes of a model's weights at a precision, with the sum in words; null where either is not known. */
function weightsOf(library: Library, modelId: string, precisionId: string) {
  const parameters = library.models.byId.get(modelId)?.value.parameters.exact?.total;
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

/** A measured memory is not smaller than the weights it holds. */
export function assertMeasuredMemoryHoldsWeights(library: Library): Fault[] {
  return library.measurements.entries.flatMap((entry) =>
    entry.value.rows.flatMap(({ precision, memoryGib }, index) => {
      const path = ['rows', index, 'memoryGib'];
      const weights = weightsOf(library, entry.value.model, precision);
      if (!weights || memoryGib === undefined || mostItCanMean(entry, path, memoryGib) * GIB >= weights.bytes)
        return [];
      const least = (weights.bytes / GIB).toFixed(2);
      return [
        faultAt(
          entry,
          path,
          `至少 ${least} GiB（权重 ${weights.formula}）；核对数值、单位（GiB，2³⁰ 字节）和精度`,
        ),
      ];
    }),
  );
}

/** A measured speed does not exceed what the memory bandwidth of all its devices allows. */
export function assertMeasuredSpeedWithinBandwidth(library: Library): Fault[] {
  return library.measurements.entries.flatMap((entry) => {
    const model = library.models.byId.get(entry.value.model);
    const facts = model && modelFacts(model.value);
    const bandwidth = library.hardware.byId.get(entry.value.hardware ?? '')?.value.bandwidth?.gbPerSecond;
    if (!facts || bandwidth === undefined) return [];

    return entry.value.rows.flatMap(({ precision, devices = 1, decodeTokensPerSecond }, index) => {
      const bits = library.quantizations.byId.get(precision)?.value.nominalBits;
      if (bits === undefined || decodeTokensPerSecond === undefined) return [];
      const bytesPerToken = bytesReadPerToken({ ...facts, bits }).value;
      const bandwidthGbPerSecond = bandwidth * devices;
      const ceiling = decodeCeilingTokensPerSecond({ bandwidthGbPerSecond, bytesPerToken });
      if (decodeTokensPerSecond <= ceiling.value) return [];
      const message = `不能高于 ${ceiling.value.toFixed(2)} tok/s（带宽上限 ${ceiling.formula}）；核对速度、硬件和精度`;
      return [faultAt(entry, ['rows', index, 'decodeTokensPerSecond'], message)];
    });
  });
}
