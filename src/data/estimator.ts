import type { EstimatorData } from '../core/estimate/fit-constants.ts';
import { nameIndexes } from '../core/measurements.ts';
import { estimatorOf } from './estimator-records.ts';
import type { Estimator } from './estimator-records.ts';
import { load } from './load.ts';
import { once } from './once.ts';

/** The records behind the estimator. */
export const estimatorData = once(async (): Promise<EstimatorData> => {
  const [models, architectures, hardware, quantizations] = await Promise.all([
    load('models'),
    load('architectures'),
    load('hardware'),
    load('quantizations'),
  ]);
  const indexes = nameIndexes({ models, architectures, hardware, quantizations });
  return { models, architectures, hardware, quantizations, indexes };
});

/** What the estimator's views work with. */
export const estimator = once(async (): Promise<Estimator> =>
  estimatorOf(await estimatorData(), await load('engine-constants')),
);
