import type { ReactNode } from 'react';
import { ClaimMark, type ClaimView } from './ClaimMark.tsx';
import { Popover } from './Popover.tsx';
import { SourceLinks, type SourceView } from './SourceLinks.tsx';

/** A table cell: what is shown, and where it comes from. */
export interface CellData {
  text: string;
  /** Rows of the popover above the sources: who measured, variant, formula. */
  facts?: { label: string; content: string }[];
  sources?: SourceView[];
  /** From memory only: shown as 待核实. */
  recalled?: boolean;
  claim?: ClaimView;
}

/** A number or word that opens its source; a dash where nothing is published. */
export function Cell({ cell, label }: { cell: CellData | null; label: string }): ReactNode {
  if (cell === null) {
    return (
      <span className="none">
        –<span className="visually-hidden">未公布</span>
      </span>
    );
  }
  if (cell.claim) return <ClaimMark claim={cell.claim} />;
  return (
    <Popover
      label={`${label}：${cell.text} 的来源`}
      rows={[
        { label, content: cell.text },
        ...(cell.facts ?? []),
        ...(cell.sources ? [{ label: '来源', content: <SourceLinks sources={cell.sources} /> }] : []),
        ...(cell.recalled ? [{ label: '可信度', content: '凭记忆，待核实' }] : []),
      ]}
    >
      {cell.text}
      {cell.recalled && <small className="recalled">待核实</small>}
    </Popover>
  );
}
