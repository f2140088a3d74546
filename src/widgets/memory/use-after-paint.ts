import { startTransition, useEffect, useState } from 'react';

/**
 * A value that follows another after the next paint: for what need not be there in the first frame. With `soon` right
 * after it, else as soon as nothing more urgent is to be done: for what takes hundreds of estimates.
 */
export function useAfterPaint<Value>(value: Value, soon = false): Value {
  const [painted, setPainted] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The frame is painted after its callbacks and before the next task.
    const frame = requestAnimationFrame(() => {
      const follow = () => setPainted(value);
      timer = setTimeout(soon ? follow : () => startTransition(follow));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value, soon]);
  return painted;
}
