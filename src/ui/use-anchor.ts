import { useEffect, useState } from 'react';

/** What a reader does who has begun to look around. */
const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'];

/**
 * Brings the element that the page's address names to the top once it stands, and all above it: when the browser opened
 * the page it could not. A reader who has moved meanwhile is left where they are.
 */
export function useAnchor(anchor: string, stands: boolean) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    if (location.hash !== `#${anchor}`) return undefined;
    setDue(true);
    const moved = new AbortController();
    const leave = () => setDue(false);
    for (const move of MOVES) addEventListener(move, leave, { once: true, signal: moved.signal });
    return () => moved.abort();
  }, [anchor]);
  useEffect(() => {
    if (!due || !stands) return;
    document.getElementById(anchor)?.scrollIntoView();
    setDue(false);
  }, [due, stands, anchor]);
}
