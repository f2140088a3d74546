import type { ReactNode } from 'react';
import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { CHART_TEXT as TEXT } from './chart-text.ts';

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
