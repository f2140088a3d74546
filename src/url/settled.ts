import type { RawState } from './codec.ts';

/** Parameters of the tools on the page, as each would write its own. */
const written = new Set<() => RawState<string>>();

/** Says how a tool writes what it shows; the function that comes back takes that away again. */
export function writes(own: () => RawState<string>): () => void {
  written.add(own);
  return () => written.delete(own);
}

/** The query to pass on: what a link of the page had in it besides, and what its tools show, without junk and defaults. */
export function settledSearch(search: string): string {
  return [...written].reduce((query, own) => withValues(query, own()), search);
}

/** Query with other values of some parameters, null for none; what stays as it was is not written anew. */
export function withValues(search: string, values: RawState<string>): string {
  const parts = search.replace(/^\?/, '').split('&').filter(Boolean);
  const keyOf = (part: string) => [...new URLSearchParams(part).keys()][0] ?? '';
  const valueOf = (part: string) => [...new URLSearchParams(part).values()][0];
  const left = new Map(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null),
  );
  const kept = parts.flatMap((part) => {
    const key = keyOf(part);
    if (!(key in values)) return [part];
    const value = left.get(key);
    left.delete(key);
    if (value === undefined) return [];
    return [valueOf(part) === value ? part : pair(key, value)];
  });
  const query = [...kept, ...[...left].map(([key, value]) => pair(key, value))].join('&');
  return query === '' ? '' : `?${query}`;
}

/** Commas are read more easily as they are. */
const pair = (key: string, value: string) =>
  `${encodeURIComponent(key)}=${encodeURIComponent(value).replaceAll('%2C', ',')}`;
