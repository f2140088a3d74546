import { DAYS_PER_YEAR, LARGEST_VOLUME } from '../../core/cost.ts';
import type { OpenCell } from '../../ui/CellPopover.tsx';
import type { CellData } from '../../ui/cell-data.ts';
import { LinesChart, type ChartDot } from '../../ui/Chart.tsx';
import { apiCell, breakEvenCell, selfCell, type Basis } from './provenance.ts';
import { axisWords, callsWords } from './words.ts';

const TICKS = 5;
/** How far the picture goes when neither a volume nor break-even says so. */
const SOME_CALLS = 100;

interface Props {
  basis: Basis;
  callsPerDay: number;
  /** Shows where a point comes from. */
  show(open: OpenCell): void;
}

interface Point extends ChartDot {
  /** Names the figure in its popover. */
  title: string;
  cell: CellData;
}

/** Both yearly costs over the volume, with break-even and the current volume; loaded only when it comes into view. */
export default function CostChart({ basis, callsPerDay, show }: Props) {
  const { breakEvenCallsPerDay, selfHostedYearlyCny, apiCallCny } = basis.cost;
  const breakEven =
    breakEvenCallsPerDay !== null && breakEvenCallsPerDay <= LARGEST_VOLUME ? breakEvenCallsPerDay : null;
  const end = roundUp(1.25 * Math.max(callsPerDay, breakEven ?? 0) || SOME_CALLS);
  const ticks = Array.from({ length: TICKS + 1 }, (_, index) => (end * index) / TICKS);
  const rows = [...new Set([...ticks, callsPerDay, ...(breakEven === null ? [] : [breakEven])])]
    .sort((a, b) => a - b)
    .map((calls) => ({ calls, self: selfHostedYearlyCny, api: apiCallCny * calls * DAYS_PER_YEAR }));

  const point = (title: string, x: number, y: number, cell: CellData, rest: Partial<Point> = {}): Point => ({
    title,
    x,
    y,
    cell,
    name: `${title}：${cell.text}`,
    ...rest,
  });
  const points = rows.flatMap(({ calls, self, api }): Point[] => {
    const volume = `每天 ${callsWords(calls)}`;
    if (calls === breakEven) {
      const label = `平衡点：${callsWords(calls)}`;
      return [point('盈亏平衡点', calls, self, breakEvenCell(basis, calls), { label, marked: true })];
    }
    const marked = calls === callsPerDay;
    return [
      point(`自建，每年，${volume}`, calls, self, selfCell(basis), { marked }),
      point(`API，每年，${volume}`, calls, api, apiCell(basis, calls), { marked }),
    ];
  });

  return (
    <LinesChart
      title="自建与 API 的年成本随每天调用次数的变化"
      rows={rows}
      x={{ key: 'calls', label: '每天调用次数', ticks, format: axisWords }}
      formatY={(value) => `¥${axisWords(value)}`}
      lines={[
        { key: 'self', label: '自建', colour: 'var(--c1)' },
        { key: 'api', label: 'API', colour: 'var(--c2)', dashed: true },
      ]}
      dots={points}
      onOpen={(index, button) => {
        const opened = points[index];
        if (opened) show({ cell: opened.cell, label: opened.title, button });
      }}
      upright={{
        x: callsPerDay,
        label: `现在：${callsWords(callsPerDay)}`,
      }}
    />
  );
}

/** The next 1, 2, 2.5 or 5 with zeros, so that the ticks are round: 17,123 → 20,000. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}
