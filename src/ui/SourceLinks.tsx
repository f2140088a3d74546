import type { ReactNode } from 'react';

/** A source as the view needs it; `url` is missing for arithmetic and for figures from memory. */
export interface SourceView {
  title: string;
  url?: string;
  /** Day of the copy that was read. */
  date?: string;
}

/** The sources of all cells, each once. */
export const sourcesOf = (
  cells: readonly ({ sources?: SourceView[] } | null | undefined)[],
): SourceView[] => [
  ...new Map(cells.flatMap((cell) => cell?.sources ?? []).map((source) => [source.title, source])).values(),
];

export function SourceLinks({ sources }: { sources: SourceView[] }): ReactNode {
  return sources.map((source, index) => (
    <span key={source.title}>
      {index > 0 && '、'}
      {source.url ? <a href={source.url}>{source.title}</a> : source.title}
      {source.date && <span className="muted">（{source.date}）</span>}
    </span>
  ));
}

/** More sources than this are counted, and where each stands is said instead. */
const MOST_NAMED = 3;

/** The sources of a figure that may have many. */
export function SourcesInShort({ sources, where }: { sources: SourceView[]; where: string }): ReactNode {
  return sources.length > MOST_NAMED ? `${sources.length} 处，${where}` : <SourceLinks sources={sources} />;
}
