import type { PointSeries, PointShape } from '../../ui/AgreementChart.tsx';
import { formatNumber } from '../../ui/format.ts';

/** The shapes of the chart, some 10 wide, for the list below it. */
const PATHS: Record<PointShape, string> = {
  circle: 'M10 5a5 5 0 1 1-10 0a5 5 0 1 1 10 0Z',
  cross: 'M3.3 0h3.4v3.3h3.3v3.4h-3.3v3.3h-3.4v-3.3h-3.3v-3.4h3.3Z',
  diamond: 'M5 0L9 5L5 10L1 5Z',
  square: 'M.5 .5h9v9h-9Z',
  star: 'M5 0L6.2 3.6L10 3.7L7 6L8.1 9.7L5 7.5L1.9 9.7L3 6L0 3.7L3.8 3.6Z',
  triangle: 'M5 .5L10 9.5L0 9.5Z',
  wye: 'M3.5 10V6L0 4L1.5 1.4L5 3.4L8.5 1.4L10 4L6.5 6V10Z',
};

/** What colour and shape of a point stand for, with how many there are. */
export function Legend<Point>({ series }: { series: readonly PointSeries<Point>[] }) {
  return (
    <ul className="chart-legend" data-drawn="legend">
      {series.map(({ key, label, colour, shape, points }) => (
        <li key={key}>
          <svg className="icon" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
            <path d={PATHS[shape]} fill={colour} />
          </svg>
          {label} <span className="muted num">{formatNumber(points.length)}</span>
        </li>
      ))}
    </ul>
  );
}
