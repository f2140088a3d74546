type Group = Record<string, unknown>;

const isNamed = (value: unknown) => typeof value === 'string' && value !== '';

/**
 * Does a group say where its numbers are from? By a `source`, by several with one `confidence` (a list of further
 * reading is no source), or, where it is computed, by its `formula`.
 */
export function isSourced({ source, sources, confidence, formula }: Group): boolean {
  const several =
    isNamed(confidence) && Array.isArray(sources) && sources.length > 0 && sources.every(isNamed);
  return isNamed(source) || several || isNamed(formula);
}

/** A place in the original guide is the source of what the guide says. */
export const isSourcedOrPrinted = (group: Group) => isSourced(group) || typeof group.line === 'number';

/** Paths of the numbers that neither their group nor one around it gives a source for. */
export function unsourcedNumbers(value: unknown, sourced = isSourced, path = ''): string[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => unsourcedNumbers(item, sourced, `${path}[]`));
  const covered = sourced(value as Group);
  return Object.entries(value).flatMap(([key, item]) => {
    // What is computed has to show its own sum, whatever the record around it is drawn from.
    if (covered && key !== 'derived') return [];
    return unsourcedNumbers(item, sourced, path === '' ? key : `${path}.${key}`);
  });
}
