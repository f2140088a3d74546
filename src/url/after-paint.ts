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
