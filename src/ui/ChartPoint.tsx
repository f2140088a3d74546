import type { KeyboardEvent } from 'react';

interface Props {
  /** Middle of the point in the picture, px. */
  left: number;
  top: number;
  /** What the point says: 「自建，每天 100 次：¥5,000」. */
  name: string;
  /** Drawn large. */
  marked: boolean;
  /** The picture is one stop of the tab key; arrows lead from point to point. */
  reachable: boolean;
  onFocus(): void;
  onOpen(button: HTMLButtonElement): void;
}

/** A point of a chart as a button: a click or Enter opens where it comes from. */
export function ChartPoint({ left, top, name, marked, reachable, onFocus, onOpen }: Props) {
  return (
    <button
      type="button"
      className={`chart-point${marked ? ' marked' : ''}`}
      style={{ left, top }}
      aria-haspopup="dialog"
      aria-label={name}
      tabIndex={reachable ? 0 : -1}
      onFocus={onFocus}
      onClick={(event) => onOpen(event.currentTarget)}
      onKeyDown={toNeighbour}
    />
  );
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function toNeighbour(event: KeyboardEvent<HTMLButtonElement>) {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const points = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])];
  event.preventDefault();
  points[points.indexOf(event.currentTarget) + step]?.focus();
}
