/**
 * Remembers what a loader made for the length of a build: hundreds of pages ask for the same records. While editing
 * nothing is remembered, so that a changed file shows.
 */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (import.meta.env.DEV ? make() : (made ??= make()));
}
