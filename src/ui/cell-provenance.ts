import type { CellData } from './cell-data.ts';
import { markWord } from './claim-words.ts';

/** In one line of a file: where a figure comes from, and what it is marked with on the page. */
export function provenanceText({ claim, sources = [], recalled, stale }: CellData): string {
  const from = claim
    ? [claim.place, markWord(claim)]
    : sources.map(({ title, url, date }) => [url ?? title, date].filter(Boolean).join(' '));
  return [...from, ...(recalled ? ['凭记忆，待核实'] : []), ...(stale ? [stale] : [])].join(' ');
}
