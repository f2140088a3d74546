import type { AccuracyRow } from '../../core/accuracy-rows.ts';
import type { PointSeries, PointShape } from '../../ui/AgreementChart.tsx';

/** Colour and shape of each class of machines: a shape for each kind of maker, colours of the palette within it. */
const LOOKS: Readonly<Record<string, readonly [colour: number, shape: PointShape]>> = {
  'nvidia-gddr': [1, 'circle'],
  'nvidia-hbm': [2, 'circle'],
  'nvidia-old': [4, 'circle'],
  'nvidia-unified': [3, 'circle'],
  'amd-rdna': [2, 'triangle'],
  'amd-unified': [5, 'triangle'],
  'amd-hbm': [1, 'triangle'],
  'amd-old': [8, 'triangle'],
  'apple-early': [6, 'square'],
  'apple-late': [7, 'square'],
  'cpu-desktop': [8, 'diamond'],
  'cpu-server': [4, 'diamond'],
  'cpu-board': [6, 'diamond'],
  'intel-arc': [3, 'star'],
  integrated: [5, 'star'],
  npu: [2, 'star'],
};
const KINDS: Readonly<
  Record<AccuracyRow['kind'], readonly [colour: number, shape: PointShape, label: string]>
> = {
  dense: [1, 'circle', '稠密'],
  moe: [2, 'triangle', '混合专家（MoE）'],
};

/** Rows as series of points: by class of machines, or for sizes, which no machine changes, by structure. */
export function seriesOf(
  rows: readonly AccuracyRow[],
  classNames: ReadonlyMap<string, string>,
): PointSeries<AccuracyRow>[] {
  const groups = Map.groupBy(rows, (row) => row.class ?? row.kind);
  return [...groups]
    .map(([key, points]) => {
      const [colour, shape, label = classNames.get(key) ?? key] =
        key === 'dense' || key === 'moe' ? KINDS[key] : (LOOKS[key] ?? [8, 'wye']);
      return { key, label, colour: `var(--c${colour})`, shape, points };
    })
    .toSorted((a, b) => b.points.length - a.points.length);
}
