import { HARDWARE_KIND_LABELS } from '../core/hardware-columns.ts';
import type { Hardware, HardwareConflict } from '../schema/hardware.ts';
import { cellOf, fact, type CellView, type Lookup } from './cells.ts';
import { hardwareValues, PRICE_KINDS, priceChecked, priceText } from './hardware-rows.ts';
import { sourceViews } from './source-view.ts';

const COMPUTE_LABELS: Record<string, string> = {
  'fp16-tensor': 'FP16 矩阵（稠密）',
  'bf16-tensor': 'BF16 矩阵（稠密）',
  'fp16-shader': 'FP16 着色器',
  fp32: 'FP32',
  int8: 'INT8',
  fp8: 'FP8',
  fp4: 'FP4',
};

const CONFLICT_LABELS: Record<string, string> = {
  memory: '内存',
  bandwidth: '内存带宽',
  power: '功耗',
  ...COMPUTE_LABELS,
};

const SOFTWARE_STATUS = { yes: '支持', limited: '有条件', no: '不支持', unlisted: '清单里没有' } as const;

interface Labelled {
  label: string;
  cell: CellView | null;
}

/** What the page of a machine shows, section by section; every figure with its source. */
export async function hardwarePage(machine: Hardware) {
  const source = await sourceViews();
  return {
    facts: [...mainFacts(machine, source), ...furtherFacts(machine, source)],
    compute: (machine.compute ?? []).map((entry) => ({
      label: COMPUTE_LABELS[entry.kind] ?? entry.kind,
      cell: cellOf(
        `${entry.teraOps.toLocaleString('en-US')} ${entry.kind === 'int8' ? 'TOPS' : 'TFLOPS'}`,
        entry,
        source,
        fact('说明', entry.note),
      ),
    })),
    prices: (machine.prices ?? []).map((price) => ({
      label: `${PRICE_KINDS[price.kind]}${price.date ? `，${price.date}` : ''}`,
      cell: cellOf(
        `${priceText(price)}${(price.devices ?? 1) > 1 ? `（${price.devices} 张）` : ''}`,
        price,
        source,
        fact('说明', price.note),
        priceChecked(price, source),
      ),
    })),
    software: (machine.software ?? []).map((entry) => ({
      label: entry.engine,
      cell: cellOf(softwareText(entry), entry, source),
    })),
    /** Why the estimator says nothing of the machine, where it does not. */
    noEstimate: noEstimate(machine),
    conflicts: (machine.conflicts ?? []).map((conflict) => conflictView(conflict, source)),
  };
}

/** 「有条件：实验性」; the text alone where it says the status itself. */
function softwareText({ status, text }: NonNullable<Hardware['software']>[number]): string {
  const word = SOFTWARE_STATUS[status];
  return text.startsWith(word) ? text : `${word}：${text}`;
}

function noEstimate({ memory, bandwidth, notForEstimates }: Hardware): string {
  if (notForEstimates) return '这台机器的数字不够可靠，不用来估算';
  const missing = [!memory && '内存大小', !bandwidth && '内存带宽'].filter(Boolean).join('和');
  return `没有读到这台机器的${missing}，算不出放得下哪些模型、多快`;
}

function mainFacts(machine: Hardware, source: Lookup): Labelled[] {
  const values = hardwareValues(machine, source);
  const unit = (key: string, suffix: string): CellView | null => {
    const cell = values[key]?.cell;
    return cell ? { ...cell, text: `${cell.text} ${suffix}` } : null;
  };
  return [
    { label: '类型', cell: { text: HARDWARE_KIND_LABELS[machine.kind] } },
    { label: '内存', cell: unit('memory', 'GB') },
    { label: '内存带宽', cell: unit('bandwidth', 'GB/s（理论峰值）') },
    { label: '功耗', cell: unit('power', 'W（标称）') },
    { label: '发布', cell: values.released?.cell ?? null },
  ];
}

/** Facts that only some machines have: left out where they are absent, so that dashes mean something. */
function furtherFacts(machine: Hardware, source: Lookup): Labelled[] {
  const {
    memory,
    bandwidthMeasured,
    usableGpuMemory,
    powerMeasured,
    cpu,
    memoryLayout,
    interconnect,
    availability,
  } = machine;
  const facts: (Labelled | false | undefined)[] = [
    memory?.reportedGib !== undefined && {
      label: '驱动报告的内存',
      cell: cellOf(`${memory.reportedGib} GiB`, memory, source),
    },
    bandwidthMeasured && {
      label: '实测内存带宽',
      cell: cellOf(
        `${bandwidthMeasured.gbPerSecond} GB/s`,
        bandwidthMeasured,
        source,
        fact('说明', bandwidthMeasured.basis),
      ),
    },
    usableGpuMemory && {
      label: 'GPU 可用的统一内存',
      cell: cellOf(`${Math.round(usableGpuMemory.fraction * 1000) / 10}%`, usableGpuMemory, source),
    },
    powerMeasured && {
      label: '整机实测功耗',
      cell: cellOf(
        `${powerMeasured.lowWatts}–${powerMeasured.highWatts} W`,
        powerMeasured,
        source,
        fact('说明', powerMeasured.note),
      ),
    },
    cpu && { label: '处理器', cell: cellOf(cpuText(cpu), cpu, source) },
    memoryLayout && {
      label: '内存通道',
      cell: cellOf(
        [memoryLayout.channels && `${memoryLayout.channels} 通道`, memoryLayout.type]
          .filter(Boolean)
          .join('，'),
        memoryLayout,
        source,
      ),
    },
    interconnect && { label: '互联', cell: cellOf(interconnect.text, interconnect, source) },
    availability && { label: '大陆供应', cell: cellOf(availability.text, availability, source) },
  ];
  return facts.filter((entry) => entry !== undefined && entry !== false);
}

function cpuText(cpu: NonNullable<Hardware['cpu']>): string {
  return [
    `${cpu.sockets} 路`,
    cpu.cores === undefined ? cpu.coresTypical : `${cpu.cores} 核`,
    cpu.threads !== undefined && `${cpu.threads} 线程`,
    cpu.baseGhz !== undefined && `${cpu.baseGhz} GHz`,
  ]
    .filter(Boolean)
    .join('，');
}

function conflictView({ field, unit, values }: HardwareConflict, source: Lookup) {
  return {
    label: CONFLICT_LABELS[field] ?? field,
    cells: values.map((value) =>
      cellOf(
        `${value.value.toLocaleString('en-US')}${value.valueHigh ? `–${value.valueHigh.toLocaleString('en-US')}` : ''} ${unit}`,
        value,
        source,
        fact('说明', value.note),
      ),
    ),
  };
}
