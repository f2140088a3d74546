import { useCallback, useMemo, useRef, useState } from 'react';
import type { Codec } from '../../url/codec.ts';
import { useAhead } from '../../url/use-ahead.ts';
import type { LinkState } from '../../url/use-link-state.ts';
import { MOST_SELECTED, type TableState } from './url.ts';

/**
 * The state of the explorer, ahead of its link. Fields that read the same are the same objects, so that what shows them
 * need not be drawn anew.
 */
export function useExplorer(codec: Codec<TableState>, linked: LinkState<TableState>) {
  const { state: ahead, update } = useAhead(codec, linked);
  const kept = useRef(ahead);
  const state = useMemo(() => (kept.current = withSame(ahead, kept.current)), [ahead]);
  const latest = useRef({ state, update });
  latest.current = { state, update };

  const look = useCallback((next: Partial<TableState>) => latest.current.update(next, true), []);
  /** Another question begins at the first page again. */
  const ask = useCallback(
    (next: Partial<TableState>, step: boolean) => latest.current.update({ p: 1, ...next }, step),
    [],
  );
  const [full, setFull] = useState(false);
  /** Picks a model for comparison or drops it, at most five; returns whether it is picked. */
  const pick = useCallback((id: string) => {
    const { sel } = latest.current.state;
    const has = sel.includes(id);
    const tooMany = !has && sel.length === MOST_SELECTED;
    setFull(tooMany);
    if (!tooMany) latest.current.update({ sel: has ? sel.filter((other) => other !== id) : [...sel, id] });
    return !has && !tooMany;
  }, []);
  const current = useCallback(() => latest.current.state, []);
  return {
    state,
    current,
    update,
    look,
    ask,
    pick,
    full: full && state.sel.length === MOST_SELECTED,
  };
}

/** `next` with what it has in common with `kept` taken from there. */
function withSame<State extends object>(next: State, kept: State): State {
  const fields = Object.entries(next).map(([key, value]) => {
    const before = kept[key as keyof State];
    return [key, JSON.stringify(before) === JSON.stringify(value) ? before : value];
  });
  return Object.fromEntries(fields) as State;
}
