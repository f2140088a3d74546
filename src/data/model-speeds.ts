import type { EstimatorMachine } from '../core/estimate/estimate.ts';
import type { SpeedRange } from '../core/estimate/speed.ts';
import type { CellView } from './cells.ts';
import { ASKED, bestFit, speedsOf, tableMachine } from './estimates.ts';
import { estimator } from './estimator.ts';
import { basisText, gibText, memoryPath, rangeText, twoDigits, verdictCell } from './fit-words.ts';

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

/** How fast a model is on each of the common machines, at the best precision that fits; empty where it has no estimate. */
export async function speedRows(id: string, href: Href) {
  const { models, precisions } = await estimator();
  const model = models.get(id);
  if (!model) return [];
  const rows = [];
  for (const machineId of COMMON_MACHINES) {
    const found = await tableMachine(machineId);
    if (!found) throw new Error(`常见机器「${machineId}」没有估算要的内存或带宽`);
    const { machine, assumedGb: mem } = found;
    const fit = await bestFit(id, machine);
    if (!fit) return [];
    const { precision, engine, neededBytes, usableBytes, verdict } = fit;
    const left = usableBytes - neededBytes;
    const link = { m: id, prec: precision, ctx: ASKED.contextTokens, hw: machineId, mem, engine };
    rows.push({
      id: machineId,
      name: machineName(machine),
      href: href(`/hardware/${machineId}/`),
      cells: {
        precision: { text: precisions.get(precision)?.name ?? precision },
        verdict: verdictCell(verdict),
        needed: { text: gibText(neededBytes), href: href(memoryPath(link)) },
        left: { text: left < 0 ? `差 ${gibText(-left)}` : gibText(left) },
        ...(verdict === 'no'
          ? { decode: NOTHING, first: NOTHING, basis: NOTHING }
          : await speedCells(model, precision, machine, engine)),
      } satisfies Record<string, CellView | null>,
      sortKeys: {},
    });
  }
  return rows;
}

/** Of a machine whose memory the owner chooses, the size that is reckoned with is part of the name. */
export function machineName({ name, memory }: Pick<EstimatorMachine, 'name' | 'memory'>): string {
  return /\d\s?GB/i.test(name) ? name : `${name}，${memory.labelGb} GB`;
}

async function speedCells(...args: Parameters<typeof speedsOf>) {
  const { input, decode, firstToken } = await speedsOf(...args);
  const { work, cacheBytes } = input;
  const { step, ceiling } = decode;
  const gb = (bytes: number) => (bytes / 1e9).toFixed(2);
  const ms = (seconds: number) => `${twoDigits(seconds * 1000)} ms`;
  return {
    decode: {
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
        { label: '上限', content: `带宽 ÷ 字节 = ${twoDigits(ceiling)} tok/s` },
        { label: '范围', content: rangeReason(decode) },
      ],
    },
    first: { text: rangeText(firstToken) },
    basis: { text: basisText(decode) },
  };
}

const rangeReason = (range: SpeedRange) =>
  `${basisText(range)}，大多数落在典型值的 ${twoDigits(range.low / range.typical)}–${twoDigits(range.high / range.typical)} 倍`;
