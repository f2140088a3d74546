import { useId, type ReactNode } from 'react';

export interface PopoverRow {
  label: string;
  content: ReactNode;
}

interface Props {
  /** What opens the popover; read out with `label`. */
  children: ReactNode;
  /** Names the popover for screen readers. */
  label: string;
  className?: string;
  rows: PopoverRow[];
}

/**
 * A button that opens a small list of facts. Native popover: it works without JavaScript, closes with Escape, and only
 * phrasing content is used so that it may stand inside a paragraph.
 */
export function Popover({ children, label, className = '', rows }: Props) {
  const id = useId();
  return (
    <span className="pop-wrap">
      <button type="button" className={`pop-open ${className}`} popoverTarget={id}>
        {children}
      </button>
      <span className="pop" id={id} popover="auto" role="dialog" aria-label={label}>
        <PopoverRows rows={rows} />
      </span>
    </span>
  );
}

export function PopoverRows({ rows }: { rows: PopoverRow[] }) {
  return rows.map((row, index) => (
    <span className="pop-row" key={index}>
      <span className="pop-key">{row.label}</span>
      <span className="pop-value">{row.content}</span>
    </span>
  ));
}
