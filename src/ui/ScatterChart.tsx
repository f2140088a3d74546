import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import {
  CartesianGrid,
  ResponsiveContainer,
  Scatter,
  ScatterChart as Picture,
  XAxis,
  YAxis,
  useXAxisScale,
  useYAxisScale,
} from 'recharts';
import { CHART_TEXT as TEXT } from './chart-text.ts';

export interface ScatterPoint {
  id: string;
  x: number;
  y: number;
  /** Beside the point. */
  label: string;
  /** What it says, for those who do not see where it stands. */
  name: string;
  /** A colour variable of the theme. */
  colour: string;
  /** Told apart by shape as well where colours repeat. */
  shape: Shape;
  /** Pixels. */
  radius: number;
  /** Its label is always shown. */
  front: boolean;
}

export type Shape = 'circle' | 'square' | 'diamond';

interface AxisProps {
  label: string;
  scale: 'linear' | 'log';
  domain: readonly [number, number];
  ticks: readonly number[];
}

interface Props {
  /** Names the chart for screen readers. */
  title: string;
  x: AxisProps;
  y: AxisProps;
  /** From left to right: arrow keys go this way. */
  points: readonly ScatterPoint[];
  /** Corners of the line of the front. */
  line: readonly { x: number; y: number }[];
  onOpen(id: string, button: HTMLButtonElement): void;
}

const format = (value: number) => value.toLocaleString('en-US');
const HEIGHT = 460;

/** Points on two axes of their own; every point is a button that opens its card. Nothing moves. */
export default function ScatterChart({ title, x, y, points, line, onOpen }: Props) {
  const [overlay, setOverlay] = useState<HTMLDivElement | null>(null);
  const axis = ({ scale, domain, ticks }: AxisProps) =>
    ({
      type: 'number',
      scale,
      domain: [...domain],
      ticks: [...ticks],
      tickFormatter: format,
      tick: TEXT,
      stroke: 'var(--line-2)',
      allowDataOverflow: true,
    }) as const;
  return (
    <div className="chart" role="group" aria-label={title}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <Picture margin={{ top: 40, right: 24, bottom: 24, left: 4 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--line)" />
          <XAxis
            {...axis(x)}
            dataKey="x"
            label={{ value: x.label, position: 'insideBottom', offset: -14, ...TEXT }}
          />
          <YAxis
            {...axis(y)}
            dataKey="y"
            width={56}
            label={{ value: y.label, position: 'top', offset: 24, textAnchor: 'start', dx: -24, ...TEXT }}
          />
          {/* Only gives the axes their data: what is seen of the points is drawn below. */}
          <Scatter data={[...points]} shape={() => <g />} isAnimationActive={false} />
          {overlay && <Points points={points} line={line} onOpen={onOpen} overlay={overlay} />}
        </Picture>
      </ResponsiveContainer>
      {/* A popover cannot be anchored to what stands in an SVG. */}
      <div className="chart-points" ref={setOverlay} />
    </div>
  );
}

function Points({
  points,
  line,
  onOpen,
  overlay,
}: Pick<Props, 'points' | 'line' | 'onOpen'> & { overlay: HTMLDivElement }) {
  const [visited, setVisited] = useState<string | null>(null);
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!xScale || !yScale) return null;
  const placed = points.map((point) => ({ ...point, left: xScale(point.x) ?? 0, top: yScale(point.y) ?? 0 }));
  const reachable = points.some(({ id }) => id === visited) ? visited : points[0]?.id;
  const labelled = withoutOverlap(placed, overlay.clientWidth);
  return (
    <>
      {/* First, so that marks and labels lie over it. */}
      <polyline
        points={line.map(({ x, y }) => `${xScale(x) ?? 0},${yScale(y) ?? 0}`).join(' ')}
        fill="none"
        stroke="var(--ink-2)"
        strokeDasharray="5 4"
      />
      {placed.map((point) => (
        <Mark key={point.id} {...point} />
      ))}
      {placed
        .filter(({ id }) => labelled.has(id))
        .map((point) => (
          <Label key={point.id} {...point} side={sideOf(point.left, overlay.clientWidth)} />
        ))}
      {createPortal(
        placed.map(({ id, left, top, name, label, radius }) => (
          <button
            key={id}
            type="button"
            className="scatter-point"
            data-labelled={labelled.has(id) || undefined}
            data-side={sideOf(left, overlay.clientWidth)}
            style={{ left, top, '--size': `${radius * 2}px` } as CSSProperties}
            aria-haspopup="dialog"
            aria-label={name}
            tabIndex={id === reachable ? 0 : -1}
            onFocus={() => setVisited(id)}
            onClick={(event) => onOpen(id, event.currentTarget)}
            onKeyDown={toNeighbour}
          >
            <span aria-hidden="true">{label}</span>
          </button>
        )),
        overlay,
      )}
    </>
  );
}

/** What is seen of a point; in the SVG, so that it is part of the picture that can be saved. */
function Mark({ left, top, colour, shape, radius }: Placed) {
  const at = {
    transform: `translate(${left} ${top})`,
    fill: colour,
    fillOpacity: 0.8,
    stroke: 'var(--surface)',
  };
  if (shape === 'circle') return <circle {...at} r={radius} />;
  const turned = shape === 'diamond' ? `${at.transform} rotate(45)` : at.transform;
  return (
    <rect {...at} transform={turned} x={-radius} y={-radius} width={radius * 2} height={radius * 2} rx={1} />
  );
}

/** Above the line, which leaves a point of the front to the right; with an edge in the colour of the paper. */
function Label({ left, top, label, radius, side }: Placed & { side: 'left' | 'right' }) {
  return (
    <text
      x={side === 'left' ? left - radius - 4 : left + radius + 4}
      y={top}
      dy="-0.45em"
      textAnchor={side === 'left' ? 'end' : 'start'}
      {...TEXT}
      fill="var(--ink)"
      stroke="var(--paper)"
      strokeWidth={3}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {label}
    </text>
  );
}

/** Labels stand on the side that has room. */
const sideOf = (left: number, width: number) => (left > width * 0.65 ? 'left' : 'right');

type Placed = ScatterPoint & { left: number; top: number };

/** Points of the front whose labels can be shown without covering one another. */
function withoutOverlap(points: readonly Placed[], width: number): Set<string> {
  const boxes: { from: number; to: number; top: number }[] = [];
  const shown = new Set<string>();
  for (const { id, left, top, label, radius, front } of points) {
    if (!front) continue;
    const length = label.length * 7 + radius + 4;
    const box =
      sideOf(left, width) === 'left'
        ? { from: left - length, to: left, top }
        : { from: left, to: left + length, top };
    if (boxes.some((other) => Math.abs(other.top - top) < 16 && other.from < box.to && box.from < other.to))
      continue;
    boxes.push(box);
    shown.add(id);
  }
  return shown;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function toNeighbour(event: KeyboardEvent<HTMLButtonElement>) {
  const points = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])];
  const step = STEPS[event.key];
  const next =
    event.key === 'Home'
      ? points[0]
      : event.key === 'End'
        ? points.at(-1)
        : step && points[points.indexOf(event.currentTarget) + step];
  if (next === undefined) return;
  event.preventDefault();
  if (next) next.focus();
}
