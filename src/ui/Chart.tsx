import { useState } from 'react';
import { createPortal } from 'react-dom';
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  useXAxisScale,
  useYAxisScale,
} from 'recharts';
import { CHART_TEXT as TEXT } from './chart-text.ts';

/** A word that crosses a line can be read. */
const HALO = { paintOrder: 'stroke', stroke: 'var(--paper)', strokeWidth: 3 };
import { ChartPoint } from './ChartPoint.tsx';

export interface ChartDot {
  x: number;
  y: number;
  /** What it says, for those who do not see where it stands. */
  name: string;
  /** Written beside it. */
  label?: string;
  /** Drawn large. */
  marked?: boolean;
}

export interface ChartLine {
  key: string;
  label: string;
  /** A colour variable of the theme. */
  colour: string;
  /** Told apart by stroke as well: colour never speaks alone. */
  dashed?: boolean;
}

interface Props {
  /** Names the chart for screen readers. */
  title: string;
  rows: Record<string, number>[];
  x: { key: string; label: string; ticks: number[]; format(value: number): string };
  formatY(value: number): string;
  lines: readonly ChartLine[];
  /** From left to right: arrow keys go this way. */
  dots: readonly ChartDot[];
  /** A dot was clicked, or opened with Enter: its place among `dots`, and what to anchor to. */
  onOpen(dot: number, button: HTMLButtonElement): void;
  /** An upright line at a value of x, with its name at the top. */
  upright?: { x: number; label: string };
}

/**
 * Straight lines over a number, labelled where they end; every dot opens where it comes from. Colours follow the theme;
 * nothing moves.
 */
export function LinesChart({ title, rows, x, formatY, lines, dots, onOpen, upright }: Props) {
  const [overlay, setOverlay] = useState<HTMLDivElement | null>(null);
  const last = rows.at(-1);
  const end = last?.[x.key] ?? 0;
  const highest = last ? Math.max(...lines.map(({ key }) => Number(last[key]))) : 0;
  /** Beside the point on the side that has room, off its own line, and never down on the ticks. */
  const beside = ({ x: at, y }: ChartDot) =>
    at < end / 2
      ? ({ position: 'right', dy: y < highest / 6 ? -12 : 16 } as const)
      : ({ position: 'left', dy: -16 } as const);
  return (
    <div className="chart" role="group" aria-label={title}>
      <ResponsiveContainer width="100%" height={300}>
        <LineChart
          data={rows}
          margin={{ top: 24, right: 44, bottom: 20, left: 4 }}
          // The dots are buttons of their own.
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            type="number"
            dataKey={x.key}
            domain={[0, end]}
            ticks={x.ticks}
            tickFormatter={x.format}
            tick={TEXT}
            stroke="var(--line-2)"
            label={{ value: x.label, position: 'insideBottom', offset: -12, ...TEXT }}
          />
          <YAxis tickFormatter={formatY} tick={TEXT} stroke="var(--line-2)" width={64} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-2)' }}
            contentStyle={{
              background: 'var(--surface)',
              borderColor: 'var(--line-2)',
              borderRadius: 6,
              fontSize: 13,
            }}
            labelStyle={{ color: 'var(--ink-2)' }}
            itemStyle={{ color: 'var(--ink)', padding: 0 }}
            labelFormatter={(value) => `${x.label}：${x.format(Number(value))}`}
            formatter={(value) => formatY(Number(value))}
          />
          {upright && (
            <ReferenceLine
              x={upright.x}
              stroke="var(--ink-2)"
              strokeDasharray="2 3"
              // Near the left edge it would stand on the axis' own figures.
              label={{ value: upright.label, position: 'top', dx: upright.x < end / 8 ? 40 : 0, ...TEXT }}
            />
          )}
          {lines.map((line) => (
            <Line
              key={line.key}
              dataKey={line.key}
              name={line.label}
              stroke={line.colour}
              strokeWidth={2.5}
              strokeDasharray={line.dashed ? '7 4' : undefined}
              dot={false}
              isAnimationActive={false}
            />
          ))}
          {last &&
            lines.map((line) => (
              <ReferenceDot
                key={line.key}
                x={end}
                y={last[line.key]}
                r={0}
                label={{ value: line.label, position: 'right', offset: 6, ...TEXT, fontWeight: 600 }}
              />
            ))}
          {dots
            .filter(({ label }) => label !== undefined)
            .map((dot) => (
              <ReferenceDot
                key={dot.label}
                x={dot.x}
                y={dot.y}
                r={0}
                label={{ value: dot.label, ...beside(dot), ...TEXT, ...HALO, fill: 'var(--ink)' }}
              />
            ))}
          {overlay && <Dots dots={dots} onOpen={onOpen} overlay={overlay} />}
        </LineChart>
      </ResponsiveContainer>
      {/* A popover cannot be anchored to what stands in an SVG. */}
      <div className="chart-points" ref={setOverlay} />
    </div>
  );
}

interface DotsProps extends Pick<Props, 'dots' | 'onOpen'> {
  overlay: HTMLDivElement;
}

/** The dots as buttons over the picture; part of the chart, so that its tooltip still follows the pointer. */
function Dots({ dots, onOpen, overlay }: DotsProps) {
  const [visited, setVisited] = useState<number | null>(null);
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!xScale || !yScale) return null;
  const first = Math.max(
    0,
    dots.findIndex(({ marked }) => marked),
  );
  const reachable = visited !== null && visited < dots.length ? visited : first;
  return createPortal(
    dots.map(({ x, y, name, marked = false }, index) => (
      <ChartPoint
        key={index}
        left={xScale(x) ?? 0}
        top={yScale(y) ?? 0}
        name={name}
        marked={marked}
        reachable={index === reachable}
        onFocus={() => setVisited(index)}
        onOpen={(button) => onOpen(index, button)}
      />
    )),
    overlay,
  );
}
