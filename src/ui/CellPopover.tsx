import { useEffect, useRef, type RefObject } from 'react';
import { claimLabel, claimRows } from './ClaimMark.tsx';
import { cellRows, type CellData } from './CellView.tsx';
import { PopoverRows } from './Popover.tsx';

export interface OpenCell {
  cell: CellData;
  label: string;
  /** The button that opened it: the popover stands at it, and focus goes back to it. */
  button: HTMLButtonElement;
}

interface Props {
  open: OpenCell | null;
  onClose(): void;
}

/** One popover for a whole table: hundreds of cells share it, and only the open one is drawn. */
export function CellPopover({ open, onClose }: Props) {
  const popover = useRef<HTMLSpanElement>(null);
  useOpen(popover, open);
  return (
    <span
      ref={popover}
      className="pop"
      popover="auto"
      role="dialog"
      aria-label={open ? labelOf(open) : '来源'}
      onToggle={(event) => event.newState === 'closed' && onClose()}
    >
      {open && (
        <PopoverRows rows={open.cell.claim ? claimRows(open.cell.claim) : cellRows(open.cell, open.label)} />
      )}
    </span>
  );
}

function labelOf({ cell, label }: OpenCell): string {
  return cell.claim ? claimLabel(cell.claim) : `${label}：${cell.text} 的来源`;
}

function useOpen(popover: RefObject<HTMLSpanElement | null>, open: OpenCell | null) {
  useEffect(() => {
    if (!open) return;
    const element = popover.current as
      (HTMLElement & { showPopover(options?: { source?: HTMLElement }): void }) | null;
    if (element && !element.matches(':popover-open')) element.showPopover({ source: open.button });
  }, [popover, open]);
}
