import { useCallback, useMemo, useRef, useState } from 'react';
import { afterPaint } from './after-paint.ts';
import type { Codec } from './codec.ts';
import type { LinkState } from './use-link-state.ts';

/**
 * The state of a link, ahead of the link: a change counts at once, and is written into the link right after it has been
 * painted. What reads the same stays the same object. For a component below the one that reads the link: writing makes
 * that one render, and is a tenth of the time to an answer.
 *
 * The `answer` to a change may show the new state itself, faster than React would, and says so by returning true: the
 * state that components get then follows with the link.
 */
export function useAhead<State extends object>(
  codec: Codec<State>,
  { state: linked, update }: Pick<LinkState<State>, 'state' | 'update'>,
) {
  const [ahead, setAhead] = useState<{ of: State; state: State } | null>(null);
  /** What is still to be written, and whether it is a step to go back from. */
  const waiting = useRef<{ change: Partial<State>; step: boolean } | null>(null);
  /** With all changes, drawn by React or not. */
  const newest = useRef(linked);
  // Once all is written, another state of the link, of the last change or of the history, is the newer one.
  if (!waiting.current) newest.current = ahead?.of === linked ? ahead.state : linked;
  const text = codec.search(newest.current);
  const state = useMemo(() => newest.current, [text]);

  const latest = useRef(linked);
  latest.current = linked;
  const change = useCallback(
    (next: Partial<State>, step = false, answer?: (state: State) => boolean) => {
      // As the link will say it.
      newest.current = codec.parse(codec.format({ ...newest.current, ...next })).state;
      const follow = () => setAhead({ of: latest.current, state: newest.current });
      if (!answer?.(newest.current)) follow();
      const before = waiting.current;
      waiting.current = { change: { ...before?.change, ...next }, step: step || (before?.step ?? false) };
      if (before) return;
      afterPaint(() => {
        const { change, step } = waiting.current ?? { change: {}, step: false };
        follow();
        waiting.current = null;
        update(change, step);
      });
    },
    [codec, update],
  );
  const current = useCallback(() => newest.current, []);
  return { state, update: change, current };
}
