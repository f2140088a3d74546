import type { ClaimView } from './claim-words.ts';
import type { SourceView } from './SourceLinks.tsx';

/** A table cell: what is shown, and where it comes from. */
export interface CellData {
  text: string;
  /** Rows of the popover above the sources: who measured, variant, formula. */
  facts?: { label: string; content: string }[];
  sources?: SourceView[];
  /** From memory only: shown as 待核实. */
  recalled?: boolean;
  /** 「可能已过期，核对于 …」 */
  stale?: string;
  claim?: ClaimView;
  /** Where a figure leads that is worked out on another page. */
  href?: string;
  /** A verdict on fit: its icon stands before the word. */
  state?: FitState;
}

export type FitState = 'fits' | 'tight' | 'no';
/** A word of ours, such as the kind of a machine, has nothing to open. */
export const opens = ({ claim, facts, sources }: CellData) => Boolean(claim ?? facts ?? sources);
