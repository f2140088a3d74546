import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from './after-paint.ts';

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
