import type { KeyboardEvent } from 'react';

/** Room for a finger; the circle in it is smaller. */
const SIZE = 24;

interface Props {
  /** Middle of the point in the picture; absent until the picture is laid out. */
  cx?: number | undefined;
  cy?: number | undefined;
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
export function ChartPoint({ cx, cy, name, marked, reachable, onFocus, onOpen }: Props) {
  if (cx === undefined || cy === undefined) return null;
  return (
    <foreignObject x={cx - SIZE / 2} y={cy - SIZE / 2} width={SIZE} height={SIZE}>
      <button
        type="button"
        className={`chart-point${marked ? ' marked' : ''}`}
        aria-haspopup="dialog"
        aria-label={name}
        tabIndex={reachable ? 0 : -1}
        onFocus={onFocus}
        onClick={(event) => onOpen(event.currentTarget)}
        onKeyDown={toNeighbour}
      />
    </foreignObject>
  );
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function toNeighbour(event: KeyboardEvent<HTMLButtonElement>) {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const points = [...(event.currentTarget.closest('svg')?.querySelectorAll('button') ?? [])];
  const next = points[points.indexOf(event.currentTarget) + step];
  event.preventDefault();
  next?.focus();
}
