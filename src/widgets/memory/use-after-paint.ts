import { startTransition, useEffect, useState } from 'react';

/** A page that is not seen is not painted. */
const UNSEEN_MS = 250;

/** Does something right after the next paint; the function that comes back calls it off. */
export function afterPaint(act: () => void): () => void {
  let timer = setTimeout(act, UNSEEN_MS);
  // The frame is painted after its callbacks and before the next task.
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * A value that follows another after the next paint: for what need not be there in the first frame. With `soon` right
 * after it, else as soon as nothing more urgent is to be done: for what takes hundreds of estimates.
 */
export function useAfterPaint<Value>(value: Value, soon = false): Value {
  const [painted, setPainted] = useState(value);
  useEffect(() => {
    const follow = () => setPainted(value);
    return afterPaint(soon ? follow : () => startTransition(follow));
  }, [value, soon]);
  return painted;
}
