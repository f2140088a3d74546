import { useCallback, useState, type ReactNode } from 'react';
import { CellPopover, type OpenCell } from './CellPopover.tsx';
import { opens, type CellData } from './cell-data.ts';
import { CellFace, Unknown } from './CellView.tsx';
import { claimClass } from './claim-words.ts';

/**
 * Cells that share one popover: `cell` draws a button, `popover` stands once beside the table, and `show` opens it for
 * a button of another kind.
 */
export function useSharedPopover() {
  const [open, setOpen] = useState<OpenCell | null>(null);
  const cell = useCallback((data: CellData | null, label: string): ReactNode => {
    if (data === null) return <Unknown />;
    if (!opens(data)) return data.text;
    return (
      <button
        type="button"
        className={`pop-open ${data.claim ? claimClass(data.claim) : ''}`}
        aria-haspopup="dialog"
        onClick={(event) => setOpen({ cell: data, label, button: event.currentTarget })}
      >
        <CellFace cell={data} />
      </button>
    );
  }, []);
  const close = useCallback(() => setOpen(null), []);
  return { cell, show: setOpen, popover: <CellPopover open={open} onClose={close} /> };
}
