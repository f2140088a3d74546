import { logTicks, errorOf, type AccuracyRow } from '../../core/accuracy-rows.ts';
import { QUANTITY_UNITS, QUANTITY_WORDS } from '../../core/estimate/accuracy-words.ts';
import { AgreementChart, type PointSeries } from '../../ui/AgreementChart.tsx';
import { formatSignificant } from '../../ui/format.ts';
import { errorWords, figure, machineWords, rangeOf } from './columns.ts';

interface Props {
  what: AccuracyRow['quantity'];
  series: readonly PointSeries<AccuracyRow>[];
  /** Median factor between estimate and the ends of its range. */
  band: number | null;
}

/** Estimates over measurements; loaded only when it comes into view. */
export default function AccuracyChart({ what, series, band }: Props) {
  const unit = QUANTITY_UNITS[what];
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ measured, estimated }) => [measured, estimated]),
  );
  return (
    <AgreementChart
      title={`${QUANTITY_WORDS[what]}：估算与实测`}
      x={{ of: (row) => row.measured, label: `实测，${unit}` }}
      y={{ of: (row) => row.estimated, label: `估算，${unit}` }}
      ticks={logTicks(values)}
      format={(value) => formatSignificant(value, 1)}
      series={series}
      band={band}
      tooltip={(row) => {
        const { low, high } = rangeOf(row);
        return (
          <>
            <b>{row.modelName}</b> {row.precisionName}
            <br />
            {[machineWords(row), row.engineName].filter(Boolean).join('，')}
            <br />
            实测 {figure(row.measured)} {unit}，估算 {figure(row.estimated)}（{figure(low)}–{figure(high)}），
            {errorWords(errorOf(row))}
          </>
        );
      }}
    />
  );
}
