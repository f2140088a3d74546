import { parseAsString, useQueryStates } from 'nuqs';
import { useCallback, useEffect, useMemo } from 'react';
import type { Codec, Ignored, RawState } from './codec.ts';
import { writes } from './settled.ts';

export interface LinkState<State> {
  state: State;
  ignored: Ignored[];
  /** Merges a change into the link. `step` adds a history entry: for what one would go back from. */
  update(change: Partial<State>, step?: boolean): void;
  reset(): void;
}

/**
 * The one hook that touches history: the URL is the truth, read and written through a codec.
 * nuqs keeps other parameters and the hash, throttles writes, and renders the defaults while hydrating.
 * Needs `NuqsAdapter` of `nuqs/adapters/react` around the island.
 */
export function useLinkState<State extends object>(codec: Codec<State>): LinkState<State> {
  const parsers = useMemo(() => Object.fromEntries(codec.keys.map((key) => [key, parseAsString])), [codec]);
  const [raw, setRaw] = useQueryStates(parsers, { history: 'replace', shallow: true, scroll: false });
  const { state, ignored } = useMemo(() => codec.parse(raw), [codec, raw]);
  const update = useCallback(
    (change: Partial<State>, step = false) => {
      // From the queued values, not from this render: two updates in one tick must not lose each other.
      void setRaw(
        (current) => differing(codec.format({ ...codec.parse(current).state, ...change }), current),
        { history: step ? 'push' : 'replace' },
      );
    },
    [codec, setRaw],
  );
  const reset = useCallback(() => void setRaw(null), [setRaw]);
  useEffect(() => writes(() => codec.format(state)), [codec, state]);
  return { state, ignored, update, reset };
}

/** Those of some values that are not what they were: nuqs does its work for each that it is given. */
function differing<Values extends RawState<string>>(values: Values, before: Values): Partial<Values> {
  const entries = Object.entries(values).filter(([key, value]) => value !== before[key]);
  return Object.fromEntries(entries) as Partial<Values>;
}
