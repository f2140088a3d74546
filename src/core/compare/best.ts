/**
 * Places of the best of several values; null is unknown and takes no part. Empty where fewer than two are known or all
 * are equal: then there is nothing to mark.
 */
export function bestOf(values: readonly (number | null)[], better: 'higher' | 'lower'): number[] {
  const known = values.filter((value) => value !== null);
  const best = better === 'higher' ? Math.max(...known) : Math.min(...known);
  if (known.length < 2 || known.every((value) => value === best)) return [];
  return values.flatMap((value, place) => (value === best ? [place] : []));
}

/**
 * The place of the range that lies above all others, as a list; empty where ranges overlap, since then nobody knows which
 * is faster, or where fewer than two are known.
 */
export function clearlyHighest(ranges: readonly ({ low: number; high: number } | null)[]): number[] {
  if (ranges.filter((range) => range !== null).length < 2) return [];
  return ranges.flatMap((range, place) =>
    range && ranges.every((other, at) => at === place || other === null || range.low > other.high)
      ? [place]
      : [],
  );
}

/** Whether what stands in a row is not the same for all models; a model without a figure differs from one with. */
export function differs(cells: readonly (readonly { text: string }[])[]): boolean {
  return new Set(cells.map((cell) => cell.map(({ text }) => text).join('\n'))).size > 1;
}
