import type { EstimatorMachine } from '../core/estimate/estimate.ts';
import type { SpeedRange } from '../core/estimate/speed.ts';
import type { CellView } from './cells.ts';
import type { ChartTableRow } from './charts/chart-table.ts';
import { measuredCell } from './charts/measured-here.ts';
import { ASKED, bestFit, speedsOf, tableMachine } from './estimates.ts';
import { estimator } from './estimator.ts';
import { limitText, rangeText, twoDigits } from '../core/range-text.ts';
import { basisText, gibText, memoryPath, verdictCell } from './fit-words.ts';

/** Machines many readers have or may rent, from a card at home to a rack, and the one the guide speaks of. */
export const COMMON_MACHINES = [
  'rtx-3060-12gb',
  'rtx-3090-24gb',
  'rtx-4090-24gb',
  'rtx-5090-32gb',
  'a100-sxm-80gb',
  'h100-sxm-80gb',
  'h20-96gb',
  'apple-m4-pro',
  'apple-m4-max',
  'ryzen-ai-max-395-128gb',
  'desktop-ddr5-6000',
  '2x-xeon-e5-2680-v4',
] as const;

type Href = (path: string) => string;

/** What does not fit has no speed; that is not the same as one nobody published. */
const NOTHING = { text: '' };

/** A machine that a model fits on, and how fast it is there. */
export interface MachineSpeed {
  id: string;
  name: string;
  precision: string;
  precisionName: string;
  decode: Awaited<ReturnType<typeof speedsOf>>['decode'];
}

/**
 * How fast a model is on each of the common machines, at the best precision that fits: rows of a table, and the ranges
 * of those it fits on; empty where it has no estimate.
 */
export async function speedRows(id: string, href: Href) {
  const { models, precisions } = await estimator();
  const model = models.get(id);
  const rows: ChartTableRow[] = [];
  const speeds: MachineSpeed[] = [];
  if (!model) return { rows, speeds };
  for (const machineId of COMMON_MACHINES) {
    const found = await tableMachine(machineId);
    if (!found) throw new Error(`常见机器「${machineId}」没有估算要的内存或带宽`);
    const { machine, assumedGb: mem } = found;
    const fit = await bestFit(id, machine);
    if (!fit) return { rows: [], speeds: [] };
    const { precision, engine, neededBytes, usableBytes, verdict } = fit;
    const left = usableBytes - neededBytes;
    const name = machineName(machine);
    const precisionName = precisions.get(precision)?.name ?? precision;
    const speed = verdict === 'no' ? null : await speedsOf(model, precision, machine, engine);
    if (speed) speeds.push({ id: machineId, name, precision, precisionName, decode: speed.decode });
    const link = { m: id, prec: precision, ctx: ASKED.contextTokens, hw: machineId, mem, engine };
    rows.push({
      id: machineId,
      name,
      href: href(`/hardware/${machineId}/`),
      cells: {
        precision: { text: precisionName },
        verdict: verdictCell(verdict),
        needed: { text: gibText(neededBytes), href: href(memoryPath(link)) },
        left: { text: left < 0 ? `差 ${gibText(-left)}` : gibText(left) },
        ...(speed ? speedCells(speed) : { decode: NOTHING, first: NOTHING, basis: NOTHING }),
        measured: speed ? await measuredCell({ model: id, machine: machineId, precision }) : NOTHING,
      },
      sortKeys: {},
    });
  }
  return { rows, speeds };
}

/** Of a machine whose memory the owner chooses, the size that is reckoned with is part of the name. */
export function machineName({ name, memory }: Pick<EstimatorMachine, 'name' | 'memory'>): string {
  return /\d\s?GB/i.test(name) ? name : `${name}，${memory.labelGb} GB`;
}

const speedCells = ({ input, decode, firstToken }: Speeds) => ({
  decode: decodeCell(input, decode),
  first: { text: rangeText(firstToken) },
  basis: { text: basisText(decode) },
});

type Speeds = Awaited<ReturnType<typeof speedsOf>>;

/** The range of generation speed with what it follows from. */
export function decodeCell({ work, cacheBytes }: Speeds['input'], decode: Speeds['decode']): CellView {
  const { step, ceiling } = decode;
  const gb = (bytes: number) => (bytes / 1e9).toFixed(2);
  const ms = (seconds: number) => `${twoDigits(seconds * 1000)} ms`;
  return {
    text: rangeText(decode),
    facts: [
      {
        label: '典型',
        content: `${twoDigits(decode.typical)} tok/s；每个 token 读权重 ${gb(work.readBytes)} GB、KV 缓存 ${gb(cacheBytes)} GB`,
      },
      {
        label: '一步',
        content: `读权重 ${ms(step.weights)}（${gb(work.readBytes)} GB ÷ (${work.bandwidthGbPerSecond} GB/s × ${twoDigits(decode.efficiency)})）+ 读缓存 ${ms(step.cache)} + 各层固定 ${ms(step.layers)}`,
      },
      { label: '上限', content: `带宽 ÷ 字节 = ${limitText(ceiling)} tok/s` },
      { label: '范围', content: rangeReason(decode) },
    ],
  };
}

const rangeReason = (range: SpeedRange) =>
  `${basisText(range)}，大多数落在典型值的 ${twoDigits(range.low / range.typical)}–${twoDigits(range.high / range.typical)} 倍`;
