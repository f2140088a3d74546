import { AnchoredPopover } from './AnchoredPopover.tsx';
import { claimLabel } from './claim-words.ts';
import { claimRows } from './ClaimMark.tsx';
import type { CellData } from './cell-data.ts';
import { cellRows } from './CellView.tsx';
import { PopoverRows } from './Popover.tsx';

export interface OpenCell {
  cell: CellData;
  label: string;
  /** What opened it: the popover stands at it, and focus goes back to it. */
  button: HTMLElement;
}

interface Props {
  open: OpenCell | null;
  onClose(): void;
}

/** One popover for a whole table: hundreds of cells share it, and only the open one is drawn. */
export function CellPopover({ open, onClose }: Props) {
  return (
    <AnchoredPopover button={open && open.button} label={open ? labelOf(open) : '来源'} onClose={onClose}>
      {open && (
        <PopoverRows rows={open.cell.claim ? claimRows(open.cell.claim) : cellRows(open.cell, open.label)} />
      )}
    </AnchoredPopover>
  );
}

function labelOf({ cell, label }: OpenCell): string {
  return cell.claim ? claimLabel(cell.claim) : `${label}：${cell.text} 的来源`;
}
