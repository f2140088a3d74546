/** Fewest insertions, deletions and replacements that turn one word into the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of from.split('').entries()) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = row[column - 1]! + (to[column - 1] === letter ? 0 : 1);
      next.push(Math.min(replaced, row[column]! + 1, next[column - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}

/** The known word that was probably meant: the closest one, or else one that begins with what was written. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const candidates = [...known].map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }));
  candidates.sort((a, b) => a.distance - b.distance);
  const [best] = candidates;
  if (best && best.distance <= word.length / 3) return best.name;
  return candidates.find(({ name }) => wanted.length >= 3 && name.toLowerCase().startsWith(wanted))?.name;
}

/** One letter missing, added, replaced or swapped with the next; capitals and spaces do not count. */
export function oneSlipApart(a: string, b: string): boolean {
  const [one, other] = [a, b].map((word) => word.toLowerCase().replace(/[\s_-]/g, '')) as [string, string];
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length <= 1 && right.length <= 1) return /^[a-z]?$/.test(left) && /^[a-z]?$/.test(right);
  return left.length === 2 && left === [...right].reverse().join('');
}
