import { useId, useState, type ReactNode } from 'react';

interface Props {
  /** On the button. */
  label: ReactNode;
  /** Names what opens. */
  title: string;
  /** Drawn only while it is open. */
  children(): ReactNode;
}

/** A button that opens a panel of controls: native popover, closed by Escape or a click beside it. */
export function MenuPopover({ label, title, children }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" popoverTarget={id} aria-haspopup="dialog">
        {label}
      </button>
      <div
        className="pop menu"
        id={id}
        popover="auto"
        role="dialog"
        aria-label={title}
        onBeforeToggle={(event) => event.newState === 'open' && setOpen(true)}
        onToggle={(event) => event.newState === 'closed' && setOpen(false)}
      >
        {open && children()}
      </div>
    </>
  );
}
