import { useCallback, useMemo, useRef, useState } from 'react';
import { viewSort, type ViewKey } from '../../core/model-columns.ts';
import type { Codec } from '../../url/codec.ts';
import { useAhead } from '../../url/use-ahead.ts';
import type { LinkState } from '../../url/use-link-state.ts';
import { MOST_SELECTED, type TableState } from './url.ts';

/**
 * The state of the explorer, ahead of its link. Fields that read the same are the same objects, so that what shows them
 * need not be worked out or drawn anew.
 */
export function useExplorer(codec: Codec<TableState>, linked: LinkState<TableState>) {
  const { state: ahead, update, current: newest } = useAhead(codec, linked);
  const kept = useRef(ahead);
  const same = useCallback((state: TableState) => (kept.current = withSame(state, kept.current)), []);
  const state = useMemo(() => same(ahead), [ahead, same]);
  const current = useCallback(() => same(newest()), [same, newest]);

  const look = useCallback((next: Partial<TableState>) => update(next, true), [update]);
  /** Another question begins at the first page again. `answer`: see `useAhead`. */
  const ask = useCallback(
    (next: Partial<TableState>, step: boolean, answer?: (state: TableState) => boolean) =>
      update({ p: 1, ...next }, step, answer && ((state) => answer(same(state)))),
    [update, same],
  );
  /** Shows a preset of columns, in its own order unless another was chosen. */
  const showView = useCallback(
    (view: ViewKey) => {
      const { view: before, sort } = current();
      const own = JSON.stringify(sort) === JSON.stringify(viewSort(before)) || sort.length === 0;
      look({ view, cols: [], ...(own && { sort: viewSort(view), p: 1 }) });
    },
    [current, look],
  );
  const [full, setFull] = useState(false);
  /** Picks a model for comparison or drops it, at most five; returns whether it is picked. */
  const pick = useCallback(
    (id: string) => {
      const { sel } = current();
      const has = sel.includes(id);
      const tooMany = !has && sel.length === MOST_SELECTED;
      setFull(tooMany);
      if (!tooMany) update({ sel: has ? sel.filter((other) => other !== id) : [...sel, id] });
      return !has && !tooMany;
    },
    [current, update],
  );
  return {
    state,
    current,
    update,
    look,
    showView,
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
