import {
  axisTo,
  reachOf,
  type BarGroup,
  type BarLine,
  type BarsChart,
  type LegendEntry,
} from '../../core/chart.ts';
import type { SpeedRange } from '../../core/estimate/speed.ts';
import { claimViews } from '../claims.ts';
import { GUIDE_MODELS } from '../compare.ts';
import { estimator } from '../estimator.ts';
import { speedsOf, tableMachine } from '../estimates.ts';
import { limitText, rangeText, twoDigits } from '../../core/range-text.ts';
import { load, need } from '../load.ts';
import { decodeCell, type MachineSpeed } from '../model-speeds.ts';
import { measuredCell, measuredHere } from './measured-here.ts';
import { claimCell, verdictOf, type ChartTable, type ChartTableRow } from './chart-table.ts';

type Href = (path: string) => string;

const UNIT = 'tok/s';
/** The machine whose speeds the guide prints. */
const GUIDE_MACHINE = '2x-xeon-e5-2680-v4';
/** At 16 bits, which the guide's figures mean, and at the precision most would run there. */
const GUIDE_PRECISIONS = ['bf16', 'q4-k-m'] as const;

const LEGEND: LegendEntry[] = [
  { swatch: 'estimate', label: '估算的范围' },
  { swatch: 'typical', label: '典型' },
  { swatch: 'ceiling', label: '带宽上限' },
];

export interface SpeedChart {
  chart: BarsChart;
  table: ChartTable;
}

type Decode = SpeedRange & { ceiling: number };

/** The bar of an estimate; the text is that of its cell. */
function estimateLine(label: string, decode: Decode, row: string): BarLine {
  return {
    kind: 'estimate',
    label,
    value: `估算 ${rangeText(decode)} ${UNIT}`,
    shape: { type: 'range', low: decode.low, typical: decode.typical, high: decode.high },
    ceiling: decode.ceiling,
    ref: { row, column: 'decode' },
  };
}

const speedCells = (decode: Decode) => ({
  typical: { text: twoDigits(decode.typical) },
  ceiling: { text: limitText(decode.ceiling) },
});

const COLUMNS: ChartTable['columns'] = [
  { key: 'decode', label: '估算的范围', note: UNIT, numeric: true },
  { key: 'typical', label: '典型', note: `${UNIT}，估算`, numeric: true },
  { key: 'ceiling', label: '带宽上限', note: UNIT, numeric: true },
];

/** The guide's three models on the guide's machine: what it prints, what memory bandwidth allows, what is estimated. */
export async function guideSpeed(href: Href): Promise<SpeedChart> {
  const [{ models, precisions }, found, claims, tables] = await Promise.all([
    estimator(),
    tableMachine(GUIDE_MACHINE),
    claimViews(href),
    load('claims'),
  ]);
  if (!found) throw new Error(`机器「${GUIDE_MACHINE}」没有估算要的内存或带宽`);
  const printed = need(tables, 'speed', 'claims').rows;
  const groups: BarGroup[] = [];
  const rows: ChartTableRow[] = [];
  for (const id of GUIDE_MODELS) {
    const model = models.get(id);
    if (!model) throw new Error(`「${id}」没有速度估算，画不出指南的速度图`);
    const lines: BarLine[] = [];
    const claim = claims.ofModel('speed', 'decode', id);
    const means = printed.find((row) => row.model === id)?.cells.decode?.means;
    for (const precision of GUIDE_PRECISIONS) {
      const { input, decode } = await speedsOf(model, precision, found.machine, 'llama.cpp');
      const key = `${id}-${precision}`;
      const name = precisions.get(precision)?.name ?? precision;
      const at = { model: id, machine: GUIDE_MACHINE, precision };
      const measured = await measuredDots(at, key);
      lines.push({ ...estimateLine(name, decode, key), measured });
      const claimed = claim && means?.precision === precision ? { claim, means } : null;
      if (claimed) {
        const { low, high = low } = claimed.means;
        lines.push({
          kind: 'claim',
          label: '指南原值',
          value: claimed.claim.text,
          verdict: verdictOf(claimed.claim),
          shape: { type: 'range', low, high },
          ref: { row: key, column: 'claim' },
        });
      }
      rows.push({
        id: key,
        name: `${model.name}，${name}`,
        cells: {
          decode: decodeCell(input, decode),
          ...speedCells(decode),
          measured: await measuredCell(at),
          claim: claimed ? claimCell(claimed.claim) : { text: '' },
        },
        sortKeys: {},
      });
    }
    groups.push({ key: id, title: model.name, lines });
  }
  return {
    chart: {
      // Each model on a scale of its own: what is compared are its own claim and ceiling.
      pictures: groups.map((group) => ({ ...group, axis: axisOf(group) })),
      legend: [...legendOf(groups.flatMap(({ lines }) => lines)), { swatch: 'claim', label: '指南原值' }],
    },
    table: {
      rowHead: '模型和精度',
      columns: [
        ...COLUMNS,
        { key: 'measured', label: '实测', note: UNIT, numeric: true },
        { key: 'claim', label: '指南原值', numeric: true },
      ],
      rows,
    },
  };
}

const axisOf = ({ lines }: BarGroup) => axisTo(Math.max(...lines.map(reachOf)), UNIT);

/**
 * Ranges of one model on machines it fits on, with what others measured there at the same precision; no picture where it
 * fits on none. The figures stand in the table of speeds.
 */
export async function modelSpeed(id: string, speeds: readonly MachineSpeed[]): Promise<BarsChart> {
  const lines = await Promise.all(
    speeds.map(async ({ id: machine, name, precision, precisionName, decode }) => {
      const label = `${name}，${precisionName}`;
      const measured = await measuredDots({ model: id, machine, precision }, machine);
      return { ...estimateLine(label, decode, machine), measured };
    }),
  );
  const group = { key: id, title: '', lines };
  return {
    pictures: lines.length > 0 ? [{ ...group, axis: axisOf(group) }] : [],
    legend: legendOf(lines),
  };
}

const legendOf = (lines: readonly BarLine[]): LegendEntry[] =>
  lines.some(({ measured }) => measured?.length)
    ? [...LEGEND, { swatch: 'measured', label: '实测' }]
    : LEGEND;

/** Dots for what others measured; all of a row open the same cell, which lists them. */
async function measuredDots(
  at: Parameters<typeof measuredHere>[0],
  row: string,
): Promise<NonNullable<BarLine['measured']>> {
  const rows = await measuredHere(at);
  return rows.map(({ decodeTokensPerSecond }) => ({
    at: decodeTokensPerSecond,
    value: `${decodeTokensPerSecond} ${UNIT}`,
    ref: { row, column: 'measured' },
  }));
}
