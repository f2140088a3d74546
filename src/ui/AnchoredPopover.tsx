import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  /** What opened it: it stands there, and the focus goes back to it. Null is closed. */
  button: HTMLElement | null;
  label: string;
  onClose(): void;
  children: ReactNode;
}

/** One popover for many buttons: only the open one is drawn. */
export function AnchoredPopover({ button, label, onClose, children }: Props) {
  const popover = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = popover.current as
      (HTMLElement & { showPopover(options?: { source?: HTMLElement }): void }) | null;
    if (button && element && !element.matches(':popover-open')) element.showPopover({ source: button });
  }, [button]);
  return (
    <span
      ref={popover}
      className="pop"
      popover="auto"
      role="dialog"
      aria-label={label}
      onToggle={(event) => event.newState === 'closed' && onClose()}
    >
      {button && children}
    </span>
  );
}
