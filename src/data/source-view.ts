import type { Source } from '../schema/source.ts';
import { load, need } from './load.ts';

/** A source as a page shows it. */
export interface SourceView {
  title: string;
  url?: string;
  date?: string;
}

export function sourceView(source: Source): SourceView {
  return {
    title: source.title,
    ...(source.url ? { url: source.url } : {}),
    ...(source.snapshotDate ? { date: source.snapshotDate } : {}),
  };
}

/** Looks sources up by id. */
export async function sourceViews(): Promise<(id: string) => SourceView> {
  const sources = await load('sources');
  return (id) => sourceView(need(sources, id, 'sources'));
}
