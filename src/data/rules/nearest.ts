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
