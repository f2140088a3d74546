import fc from 'fast-check';
import { CACHE_BITS } from '../../../src/core/estimate/cache.ts';
import type { CachePrecision } from '../../../src/core/estimate/cache.ts';
import { SPEED_ENGINES } from '../../../src/core/estimate/engines.ts';
import type { SpeedEngine } from '../../../src/core/estimate/engines.ts';
import type { EstimatorView } from '../../../src/core/estimate/estimator-view.ts';
import { knownRecords } from '../../../src/widgets/memory/scenario.ts';
import { DEFAULTS, LIMITS, OWN, OWN_KINDS, SORTS, VIEWS } from '../../../src/widgets/memory/url.ts';
import type { MemoryState } from '../../../src/widgets/memory/url.ts';

const whole = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max });
const amount = ({ min, max }: { min: number; max: number }) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => hundredths / 100);
const optional = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });
const cache = fc.constantFrom(...(Object.keys(CACHE_BITS) as CachePrecision[]));

/** Any question of a link that its codec writes back the same. */
export function anyState(view: EstimatorView): fc.Arbitrary<MemoryState> {
  const known = knownRecords(view);
  /** A machine, with a memory it comes with or that its record leaves open. */
  const place = fc.constantFrom(...known.machines).chain(([hw, sizes]) =>
    fc.record({
      hw: fc.constant(hw),
      mem:
        sizes.length === 0
          ? optional(amount(LIMITS.mem))
          : optional(fc.constantFrom(...sizes.slice(0, -1), sizes.at(-1) ?? 0)).map((gb) =>
              gb === sizes.at(-1) ? null : gb,
            ),
      bw: fc.constant(DEFAULTS.ownBandwidth),
      tflops: fc.constant(null),
      kind: fc.constant('gpu' as const),
    }),
  );
  const own = fc.record({
    hw: fc.constant<string>(OWN),
    mem: optional(amount(LIMITS.mem)),
    bw: amount(LIMITS.bw),
    tflops: optional(amount(LIMITS.tflops)),
    kind: fc.constantFrom(...OWN_KINDS),
  });

  return fc
    .tuple(
      fc.record({
        m: fc.constantFrom(...known.models),
        prec: fc.constantFrom(...known.precisions),
        ctx: whole(LIMITS.ctx),
        users: whole(LIMITS.users),
        kv: fc.tuple(cache, cache),
        n: whole(LIMITS.n),
        engine: optional(fc.constantFrom(...(Object.keys(SPEED_ENGINES) as SpeedEngine[]))),
        host: fc.constantFrom(...known.hosts),
        view: fc.constantFrom(...VIEWS),
        sort: fc.constantFrom(...SORTS),
      }),
      fc.oneof(place, own),
    )
    .map(([question, machine]) => ({ ...question, ...machine }));
}
