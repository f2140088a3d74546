import type { ReactNode } from 'react';

/** A named group of toggles. */
export function Chips({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="filter-group">
      <legend>{legend}</legend>
      <span className="chips">{children}</span>
    </fieldset>
  );
}

interface ChipProps {
  on: boolean;
  onClick(): void;
  children: ReactNode;
  /** How many rows the choice would leave; where there are none it is dimmed, and stays. */
  count?: number;
  /** The count comes on top of what is left by other choices of the group. */
  more?: boolean;
}

export function Chip({ on, onClick, children, count, more = false }: ChipProps) {
  return (
    <button
      type="button"
      className={count === 0 ? 'chip chip-none' : 'chip'}
      aria-pressed={on}
      onClick={onClick}
    >
      {children}
      {count !== undefined && <small className="num">{more ? `+${count}` : count}</small>}
    </button>
  );
}
