import type { ReactNode } from 'react';
import { opens, type CellData, type FitState } from './cell-data.ts';
import { ClaimFace, ClaimMark } from './ClaimMark.tsx';
import { Icon } from './Icon.tsx';
import { Popover, type PopoverRow } from './Popover.tsx';
import { StaleMark } from './Stale.tsx';
import { SourceLinks } from './SourceLinks.tsx';

const STATES = {
  fits: { icon: 'check', className: 'state state-fit' },
  tight: { icon: 'alert', className: 'state state-tight' },
  no: { icon: 'cross', className: 'state state-no' },
} as const;

/** A number or word that opens its source; a dash where nothing is published. */
export function Cell({ cell, label }: { cell: CellData | null; label: string }): ReactNode {
  if (cell === null) return <Unknown />;
  if (cell.claim) return <ClaimMark claim={cell.claim} />;
  if (cell.state) return <State state={cell.state} word={cell.text} />;
  if (cell.href) return <a href={cell.href}>{cell.text}</a>;
  if (!opens(cell)) return cell.text;
  return (
    <Popover label={`${label}：${cell.text} 的来源`} rows={cellRows(cell, label)}>
      <CellFace cell={cell} />
    </Popover>
  );
}

function State({ state, word }: { state: FitState; word: string }) {
  const { icon, className } = STATES[state];
  return (
    <span className={className}>
      <Icon name={icon} />
      {word}
    </span>
  );
}

/** What a cell shows before it is opened. */
export function CellFace({ cell }: { cell: CellData }) {
  if (cell.claim) return <ClaimFace claim={cell.claim} />;
  return (
    <>
      {cell.text}
      {cell.recalled && <small className="recalled">待核实</small>}
      {cell.stale && <StaleMark label={cell.stale} />}
    </>
  );
}

/** What a cell opens: the value, who measured it and how, the sources. */
export function cellRows(cell: CellData, label: string): PopoverRow[] {
  return [
    { label, content: cell.text },
    ...(cell.facts ?? []),
    ...(cell.href ? [{ label: '代入的数', content: <a href={cell.href}>能跑吗：同样的条件</a> }] : []),
    ...(cell.stale ? [{ label: '时效', content: cell.stale }] : []),
    ...(cell.sources ? [{ label: '来源', content: <SourceLinks sources={cell.sources} /> }] : []),
    ...(cell.recalled ? [{ label: '可信度', content: '凭记忆，待核实' }] : []),
  ];
}

export function Unknown() {
  return (
    <span className="none">
      –<span className="visually-hidden">未公布</span>
    </span>
  );
}
