import { staleness, type FigureKind } from '../core/freshness.ts';
import type { Model } from '../schema/model.ts';
import type { ClaimView } from './claims.ts';
import { today } from './freshness.ts';
import type { SourceView } from './source-view.ts';

/** A figure as a page shows it, with where it comes from. */
export interface CellView {
  text: string;
  facts?: { label: string; content: string }[];
  sources?: SourceView[];
  recalled?: boolean;
  /** 「可能已过期，核对于 …」 */
  stale?: string;
  claim?: ClaimView;
  /** Where a figure leads that is worked out on another page. */
  href?: string;
  /** A verdict on fit; the word is the text. */
  state?: 'fits' | 'tight' | 'no';
}

/** A cell with what it sorts by; null is unknown. */
export type Value = { cell: CellView; sortKey: number | string } | null;

export type Lookup = (id: string) => SourceView;
type Provenance = { source: string; confidence: string };

/**
 * A cell of one figure: its text, its source, and what else the popover says. A fact was checked when its source was
 * read; `checked` says so of a price.
 */
export function cellOf(
  text: string,
  from: Provenance,
  source: Lookup,
  facts: NonNullable<CellView['facts']> = [],
  checked?: Checked,
): CellView {
  const origin = source(from.source);
  return {
    text,
    sources: [origin],
    ...(facts.length > 0 ? { facts } : {}),
    ...(from.confidence === 'recalled' ? { recalled: true } : {}),
    ...staleOf(checked ?? { kind: 'fact', date: origin.date }),
  };
}

/** What kind of figure it is, and when it was checked. */
export interface Checked {
  kind: FigureKind;
  date: string | undefined;
}

/** The label of a figure that may be out of date; nothing for a fresh or an undated one. */
export function staleOf({ kind, date }: Checked): Pick<CellView, 'stale'> {
  const label = date === undefined ? null : staleness({ kind, date, today: today() }).label;
  return label === null ? {} : { stale: label };
}

/** Who made a model: its repository shows it, and no day of a copy matters. */
export function developerCell({ developer, repository }: Pick<Model, 'developer' | 'repository'>): CellView {
  return {
    text: developer.name,
    ...(repository ? { sources: [{ title: '模型仓库', url: repository }] } : {}),
  };
}

/** `cellOf` with a sort key. */
export function valueOf(
  text: string,
  sortKey: number | string,
  from: Provenance,
  source: Lookup,
  facts: CellView['facts'] = [],
  checked?: Checked,
): NonNullable<Value> {
  return { sortKey, cell: cellOf(text, from, source, facts, checked) };
}

/** A line of a popover, or none where there is nothing to say. */
export const fact = (label: string, content: string | undefined) =>
  content === undefined ? [] : [{ label, content }];

/** A computed sort key to the digits its cell shows: the table travels whole, and digits do not compress. */
export const shortKey = (value: number) => Number(value.toPrecision(3));

/** Splits values by column into what is shown and what is sorted by. */
export function splitValues(values: Record<string, Value>) {
  const column = <T>(pick: (value: NonNullable<Value>) => T) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value && pick(value)]));
  return { cells: column(({ cell }) => cell), sortKeys: column(({ sortKey }) => sortKey) };
}
