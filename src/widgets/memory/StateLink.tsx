import type { ReactNode } from 'react';
import type { MemoryState } from './url.ts';

/** How a state becomes a link, and how it is gone to without loading the page again. */
export interface LinkTo {
  to(state: MemoryState): string;
  go(state: MemoryState): void;
}

interface Props {
  link: LinkTo;
  state: MemoryState;
  className?: string;
  current?: boolean;
  children: ReactNode;
}

/** A link to another state of the page: opens in a new tab like any link, and takes a plain click at once. */
export function StateLink({ link, state, className, current = false, children }: Props) {
  return (
    <a
      href={link.to(state)}
      className={className}
      aria-current={current || undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        link.go(state);
      }}
    >
      {children}
    </a>
  );
}
