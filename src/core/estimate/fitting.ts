import type { SpeedConstants } from './speed-model.ts';

/** One measurement: what was measured, what the model says of it for given constants, and how much it counts. */
export interface Observation {
  /** Measured seconds (of a token, a prompt, an answer). */
  seconds: number;
  predict: (constants: SpeedConstants) => number;
  weight: number;
}

/** How far a constant may lie from what is known beforehand, as a standard deviation of its logarithm. */
const LOOSE: Record<keyof SpeedConstants, number> = {
  efficiency: 0.25,
  fourBit: 0.25,
  lowBit: 0.25,
  unpack: 0.25,
  mixture: 0.25,
  cache: 0.4,
  layerMicroseconds: 0.7,
  mixtureLayerMicroseconds: 0.7,
  handoverMicroseconds: 1,
  reduceMicroseconds: 1,
  prefill: 0.5,
  prefillMixture: 0.4,
  attention: 0.7,
  prefillDevices: 0.7,
  batchPrefill: 0.5,
  batch: 0.5,
  requestMicroseconds: 1,
  batchMixture: 1,
  batchTensor: 0.3,
};

/** Shares that cannot exceed the peak; the rest of the constants have no such limit. */
const AT_MOST: Partial<Record<keyof SpeedConstants, number>> = {
  efficiency: 1,
  fourBit: 1.1,
  lowBit: 1.1,
  mixture: 1.1,
  cache: 1,
  prefill: 1.2,
  prefillMixture: 1.2,
  attention: 1,
  prefillDevices: 1,
  batchPrefill: 1,
  batch: 1,
  batchTensor: 1,
};

/** Errors well above this (as a logarithm) count by their size, not by its square: outliers do not drag the fit. */
const OUTLIER = 0.1;
const FIRST_STEP = 0.2;
const LAST_STEP = 0.003;
const ROUNDS = 60;

/**
 * The constants in `keys` that fit the observations best, close to `prior` where these say little: least weighted
 * pseudo-Huber loss of log(predicted ÷ measured) plus squared distance from the prior in units of `LOOSE` × `tightness`.
 * Coordinate search with shrinking steps: the same observations in the same order always give the same constants.
 */
export function fitConstants(
  observations: readonly Observation[],
  prior: SpeedConstants,
  { keys, tightness }: { keys: readonly (keyof SpeedConstants)[]; tightness: number },
): SpeedConstants {
  let best = { ...prior };
  const loss = (constants: SpeedConstants) => {
    let sum = 0;
    for (const key of keys) {
      if (constants[key] > (AT_MOST[key] ?? Infinity)) return Infinity;
      sum += 0.5 * (Math.log(constants[key] / prior[key]) / (LOOSE[key] * tightness)) ** 2;
    }
    for (const { seconds, predict, weight } of observations) {
      const error = Math.log(predict(constants) / seconds);
      sum += weight * (Math.sqrt(1 + (error / OUTLIER) ** 2) - 1);
    }
    return sum;
  };
  let least = loss(best);
  const steps = new Map(keys.map((key) => [key, FIRST_STEP]));
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const key of keys) {
      const step = steps.get(key) ?? FIRST_STEP;
      for (const factor of [Math.exp(step), Math.exp(-step)]) {
        const next = { ...best, [key]: best[key] * factor };
        const value = loss(next);
        if (value >= least - 1e-9) continue;
        [best, least, moved] = [next, value, true];
        steps.set(key, step * 1.3);
        break;
      }
    }
    if (moved) continue;
    for (const [key, step] of steps) steps.set(key, step / 2);
    if (Math.max(...steps.values()) < LAST_STEP) break;
  }
  return best;
}
