import type { ReactNode } from 'react';
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';

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
  dots: readonly { x: number; y: number; label?: string }[];
  /** An upright line at a value of x, with its name at the top. */
  upright?: { x: number; label: string };
}

const TEXT = { fontSize: 12, fill: 'var(--ink-2)' };

/** Straight lines over a number, labelled where they end. Colours follow the theme; nothing moves. */
export function LinesChart({ title, rows, x, formatY, lines, dots, upright }: Props) {
  const last = rows.at(-1);
  const end = last?.[x.key] ?? 0;
  /** Beside the point on the side that has room, and off its own line. */
  const beside = (at: number) =>
    at < end / 2 ? ({ position: 'right', dy: 16 } as const) : ({ position: 'left', dy: -16 } as const);
  return (
    <ResponsiveContainer width="100%" height={300}>
      <LineChart
        data={rows}
        title={title}
        margin={{ top: 24, right: 44, bottom: 20, left: 4 }}
        accessibilityLayer
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
            label={{ value: upright.label, position: 'top', ...TEXT }}
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
        {dots.map((dot) => (
          <ReferenceDot
            key={`${dot.x} ${dot.y}`}
            x={dot.x}
            y={dot.y}
            r={5}
            fill="var(--ink)"
            stroke="var(--paper)"
            strokeWidth={2}
            label={
              dot.label ? { value: dot.label, ...beside(dot.x), ...TEXT, fill: 'var(--ink)' } : undefined
            }
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

/** Shapes tell points apart as well as colours. */
export type PointShape = 'circle' | 'cross' | 'diamond' | 'square' | 'star' | 'triangle' | 'wye';

export interface PointSeries<Point> {
  key: string;
  label: string;
  /** A colour variable of the theme. */
  colour: string;
  shape: PointShape;
  points: Point[];
}

interface PointsProps<Point> {
  title: string;
  x: { of(point: Point): number; label: string };
  y: { of(point: Point): number; label: string };
  /** Ends and ticks of both axes, which are alike and logarithmic. */
  ticks: readonly number[];
  format(value: number): string;
  series: readonly PointSeries<Point>[];
  /** Factor above and below the diagonal that is drawn as a band. */
  band: number | null;
  tooltip(point: Point): ReactNode;
}

/** Points against the diagonal on logarithmic axes: what lies on the line agrees. */
export function AgreementChart<Point extends object>({
  title,
  x,
  y,
  ticks,
  format,
  series,
  band,
  tooltip,
}: PointsProps<Point>) {
  const [low = 1, high = 10] = [ticks[0], ticks.at(-1)];
  const axis = {
    type: 'number',
    scale: 'log',
    domain: [low, high],
    ticks: [...ticks],
    tickFormatter: format,
    tick: TEXT,
    stroke: 'var(--line-2)',
    allowDataOverflow: true,
  } as const;
  /** The line y = factor × x, as far as it lies on the chart. */
  const line = (factor: number) =>
    [
      { x: Math.max(low, low / factor), y: Math.max(low, low * factor) },
      { x: Math.min(high, high / factor), y: Math.min(high, high * factor) },
    ] as const;
  return (
    <ResponsiveContainer width="100%" height={420}>
      <ScatterChart title={title} margin={{ top: 12, right: 16, bottom: 20, left: 4 }} accessibilityLayer>
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          {...axis}
          dataKey={x.of}
          label={{ value: x.label, position: 'insideBottom', offset: -12, ...TEXT }}
        />
        <YAxis
          {...axis}
          dataKey={y.of}
          width={64}
          label={{ value: y.label, position: 'insideTopLeft', dx: 72, dy: 4, ...TEXT }}
        />
        {/* No animation and no cross: a point is small enough to be its own cursor. */}
        <Tooltip
          isAnimationActive={false}
          cursor={false}
          content={({ active, payload }) =>
            active && payload[0] ? <div className="chart-tip">{tooltip(payload[0].payload)}</div> : null
          }
        />
        <ReferenceLine segment={line(1)} stroke="var(--ink-2)" ifOverflow="hidden" />
        {band !== null &&
          [band, 1 / band].map((factor) => (
            <ReferenceLine
              key={factor}
              segment={line(factor)}
              stroke="var(--ink-2)"
              strokeDasharray="5 4"
              ifOverflow="hidden"
            />
          ))}
        {series.map(({ key, label, colour, shape, points }) => (
          <Scatter
            key={key}
            name={label}
            data={points}
            fill={colour}
            fillOpacity={0.75}
            shape={shape}
            isAnimationActive={false}
          />
        ))}
      </ScatterChart>
    </ResponsiveContainer>
  );
}
