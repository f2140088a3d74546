import {
  axisTo,
  reachOf,
  type BarGroup,
  type BarLine,
  type BarsChart,
  type LegendEntry,
} from '../../core/chart.ts';
import type { ClaimMeaning } from '../../schema/claim.ts';
import type { CellView } from '../cells.ts';
import { claimViews, type ClaimView } from '../claims.ts';
import { GUIDE_MODELS } from '../compare.ts';
import { estimator } from '../estimator.ts';
import { ASKED, neededMemory, shownPrecisions } from '../estimates.ts';
import { load, need } from '../load.ts';
import { claimCell, verdictOf, type ChartTable, type ChartTableRow } from './chart-table.ts';

type Href = (path: string) => string;
type Needed = NonNullable<Awaited<ReturnType<typeof neededMemory>>>;

/** The guide prints GB (10⁹ bytes), as disks and cards do; the pages of models reckon in GiB (2³⁰). */
const BYTES = { GB: 1e9, GiB: 2 ** 30 };
type Unit = keyof typeof BYTES;
const CLAIM_KEYS = ['bf16', 'int8', 'int4'] as const;

const LEGEND: LegendEntry[] = [
  { swatch: 'w', label: '权重' },
  { swatch: 'kv', label: 'KV 缓存' },
  { swatch: 'oh', label: '激活与运行时' },
];
const CLAIM_LEGEND = { swatch: 'claim', label: '指南原值' } as const;

const columns = (unit: Unit): ChartTable['columns'] => [
  { key: 'total', label: '估算合计', note: unit, numeric: true },
  { key: 'w', label: '权重', note: `${unit}，估算`, numeric: true },
  { key: 'kv', label: 'KV 缓存', note: `${unit}，估算`, numeric: true },
  { key: 'oh', label: '激活与运行时', note: `${unit}，估算`, numeric: true },
];
const CLAIM_COLUMN: ChartTable['columns'][number] = { key: 'claim', label: '指南原值', numeric: true };

export interface MemoryChart {
  chart: BarsChart;
  table: ChartTable;
}

/** What the guide prints of the memory of its three models, and how much of it cannot be, beside what each precision takes. */
export async function guideMemory(href: Href): Promise<MemoryChart & { claims: number; impossible: number }> {
  const [{ models, precisions }, claims] = await Promise.all([estimator(), claimsOf(href)]);
  const groups: BarGroup[] = [];
  const rows: ChartTableRow[] = [];
  for (const id of GUIDE_MODELS) {
    const model = models.get(id);
    if (!model) throw new Error(`「${id}」没有内存估算，画不出指南的内存图`);
    const lines: BarLine[] = [];
    for (const precision of CLAIM_KEYS) {
      const needed = await neededMemory(model, precision, 'llama.cpp', ASKED.contextTokens);
      if (!needed) continue;
      const name = precisions.get(precision)?.name ?? precision;
      const drawn = bars(`${id}-${precision}`, name, needed, claims(id, precision), 'GB');
      lines.push(...drawn.lines);
      rows.push({ ...drawn.row, name: `${model.name}，${name}` });
    }
    groups.push({ key: id, title: model.name, lines });
  }
  const marks = rows.flatMap(({ cells }) => cells.claim?.claim?.mark ?? []);
  return {
    ...chart(groups, rows, { claimed: true, unit: 'GB' }),
    claims: marks.length,
    impossible: marks.filter((mark) => mark === 'impossible').length,
  };
}

/** The memory of one model by precision under llama.cpp, with what the guide prints of it; null where it cannot be told. */
export async function modelMemory(id: string, href: Href): Promise<MemoryChart | null> {
  const [{ models, precisions }, claims] = await Promise.all([estimator(), claimsOf(href)]);
  const model = models.get(id);
  if (!model) return null;
  const claimed = CLAIM_KEYS.filter((precision) => claims(id, precision));
  const shown = await shownPrecisions(id, 'llama.cpp');
  const further = claimed.filter((precision) => !shown.some((one) => one.id === precision));
  const lines: BarLine[] = [];
  const rows: ChartTableRow[] = [];
  const named = further.map((precision) => ({
    id: precision,
    name: precisions.get(precision)?.name ?? precision,
  }));
  for (const { id: precision, name } of [...shown, ...named]) {
    const needed = await neededMemory(model, precision, 'llama.cpp', ASKED.contextTokens);
    if (!needed) continue;
    const drawn = bars(precision, name, needed, claims(id, precision), 'GiB');
    lines.push(...drawn.lines);
    rows.push(drawn.row);
  }
  if (rows.length === 0) return null;
  return chart([{ key: id, title: '', lines }], rows, { claimed: claimed.length > 0, unit: 'GiB' });
}

function chart(
  groups: BarGroup[],
  rows: ChartTableRow[],
  { claimed, unit }: { claimed: boolean; unit: Unit },
): MemoryChart {
  const most = Math.max(...groups.flatMap(({ lines }) => lines.map(reachOf)));
  return {
    chart: {
      pictures: groups.map((group) => ({ ...group, axis: axisTo(most, unit) })),
      legend: claimed ? [...LEGEND, CLAIM_LEGEND] : LEGEND,
    },
    table: { rowHead: '精度', columns: claimed ? [...columns(unit), CLAIM_COLUMN] : columns(unit), rows },
  };
}

interface Claimed {
  view: ClaimView;
  means: ClaimMeaning;
}

/** Model and precision → what the guide's table of resources prints, with what it means. */
async function claimsOf(href: Href) {
  const [claims, tables] = await Promise.all([claimViews(href), load('claims')]);
  const { rows } = need(tables, 'resources', 'claims');
  return (model: string, precision: string): Claimed | null => {
    const means = rows.find((row) => row.model === model)?.cells[precision]?.means;
    const view = claims.ofModel('resources', precision, model);
    return means && view ? { view, means } : null;
  };
}

/** The stacked bar of an estimate, the claim under it, and both as a row of the table. */
function bars(
  key: string,
  name: string,
  needed: Needed,
  claim: Claimed | null,
  unit: Unit,
): { lines: BarLine[]; row: ChartTableRow } {
  const size = BYTES[unit];
  const text = (bytes: number) => {
    const value = bytes / size;
    return value.toFixed(value >= 100 ? 0 : value >= 1 ? 1 : 2);
  };
  const of = (wanted: string) => needed.parts.find(({ label }) => label === wanted)?.value ?? 0;
  const w = of('权重');
  const kv = of('KV 缓存');
  const oh = needed.value - w - kv;
  const total: CellView = {
    text: text(needed.value),
    facts: needed.parts.map(({ label, value, formula }) => ({
      label,
      content: `${formula} = ${text(value)} ${unit}`,
    })),
  };
  const row: ChartTableRow = {
    id: key,
    name,
    cells: {
      total,
      w: { text: text(w) },
      kv: { text: text(kv) },
      oh: { text: text(oh) },
      ...(claim ? { claim: claimCell(claim.view) } : {}),
    },
    sortKeys: {},
  };
  const parts = [
    { part: 'w', value: w / size },
    { part: 'kv', value: kv / size },
    { part: 'oh', value: oh / size },
  ] as const;
  const lines: BarLine[] = [
    {
      kind: 'estimate',
      label: name,
      value: `估算 ${text(needed.value)} ${unit}`,
      shape: { type: 'stack', parts: [...parts] },
      ref: { row: key, column: 'total' },
    },
  ];
  if (claim) {
    lines.push({
      kind: 'claim',
      label: '指南原值',
      value: claim.view.text,
      verdict: verdictOf(claim.view),
      shape: { type: 'bar', value: ((claim.means.high ?? claim.means.low) * BYTES.GB) / size },
      ref: { row: key, column: 'claim' },
    });
  }
  return { lines, row };
}
