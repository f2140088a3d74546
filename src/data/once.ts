/**
 * Remembers what a loader made for the length of a build: hundreds of pages ask for the same records. While editing
 * nothing is remembered, so that a changed file shows.
 */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (import.meta.env.DEV ? make() : (made ??= make()));
}

/** `once` for a loader with one argument, such as the function that adds the site's base. */
export function onceFor<Argument, Value>(
  make: (argument: Argument) => Promise<Value>,
): (argument: Argument) => Promise<Value> {
  const made = new Map<Argument, () => Promise<Value>>();
  return (argument) => {
    const loader = made.get(argument) ?? once(() => make(argument));
    made.set(argument, loader);
    return loader();
  };
}
