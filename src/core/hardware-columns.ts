/** Columns of the hardware table; the key is part of the link (`sort=-bandwidth`), so it never changes. */
export const HARDWARE_COLUMNS = [
  { key: 'kind', label: '类型', numeric: false },
  { key: 'memory', label: '内存', note: 'GB，厂商标注', numeric: true, bar: true },
  { key: 'bandwidth', label: '内存带宽', note: 'GB/s，理论峰值', numeric: true, bar: true },
  { key: 'fp16', label: 'FP16 / BF16 算力', note: 'TFLOPS，矩阵，稠密', numeric: true, bar: true },
  { key: 'power', label: '功耗', note: 'W，标称', numeric: true },
  { key: 'released', label: '发布', numeric: false },
  { key: 'price-cny', label: '人民币价格', note: '¥', numeric: true },
  { key: 'price-usd', label: '美元价格', note: '$', numeric: true },
  { key: 'measurements', label: '实测', note: '条', numeric: true },
] as const;

export const HARDWARE_KINDS = ['gpu', 'npu', 'apu', 'cpu', 'system'] as const;
export type HardwareKind = (typeof HARDWARE_KINDS)[number];

export const HARDWARE_KIND_LABELS: Record<HardwareKind, string> = {
  gpu: '显卡',
  npu: 'NPU',
  apu: '统一内存',
  cpu: 'CPU',
  system: '整机',
};

export interface FilterableHardware {
  kind: HardwareKind;
  /** Everything a text search looks through, in lower case. */
  searchText: string;
  /** Largest size it is sold in, GB = 10⁹ bytes; null where it is not published. */
  memoryGb: number | null;
}

export interface HardwareFilters {
  text: string;
  kinds: readonly HardwareKind[];
  /** At least this much memory; machines whose memory is unknown do not pass. */
  minMemoryGb: number | null;
}

/** Machines that pass every filter, in their order; words of the text must all occur. */
export function filterHardware<Row extends FilterableHardware>(
  rows: readonly Row[],
  { text, kinds, minMemoryGb }: HardwareFilters,
): Row[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      words.every((word) => row.searchText.includes(word)) &&
      (kinds.length === 0 || kinds.includes(row.kind)) &&
      (minMemoryGb === null || (row.memoryGb !== null && row.memoryGb >= minMemoryGb)),
  );
}
