import { DAYS_PER_YEAR, LARGEST_VOLUME } from '../../core/cost.ts';
import type { CostComparison } from '../../core/cost.ts';
import { LinesChart } from '../../ui/Chart.tsx';
import { axisWords, callsWords } from './words.ts';

const TICKS = 5;
/** How far the picture goes when neither a volume nor break-even says so. */
const SOME_CALLS = 100;

interface Props {
  cost: CostComparison;
  callsPerDay: number;
}

/** Both yearly costs over the volume, with break-even and the current volume; loaded only when it comes into view. */
export default function CostChart({ cost, callsPerDay }: Props) {
  const { breakEvenCallsPerDay, selfHostedYearlyCny, apiYearlyCny, apiCallCny } = cost;
  const breakEven =
    breakEvenCallsPerDay !== null && breakEvenCallsPerDay <= LARGEST_VOLUME ? breakEvenCallsPerDay : null;
  const end = roundUp(1.25 * Math.max(callsPerDay, breakEven ?? 0) || SOME_CALLS);
  const ticks = Array.from({ length: TICKS + 1 }, (_, index) => (end * index) / TICKS);
  const rows = [...new Set([...ticks, callsPerDay, ...(breakEven === null ? [] : [breakEven])])]
    .sort((a, b) => a - b)
    .map((calls) => ({ calls, self: selfHostedYearlyCny, api: apiCallCny * calls * DAYS_PER_YEAR }));

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
      dots={[
        { x: callsPerDay, y: selfHostedYearlyCny },
        { x: callsPerDay, y: apiYearlyCny },
        ...(breakEven === null
          ? []
          : [{ x: breakEven, y: selfHostedYearlyCny, label: `平衡点：${callsWords(breakEven)}` }]),
      ]}
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
