import { HARDWARE_COLUMNS, HARDWARE_KINDS, type HardwareKind } from '../../core/hardware-columns.ts';
import type { SortKey } from '../../core/sort.ts';
import { codec } from '../../url/codec.ts';
import { choicesParam, optionalNumberParam, sortParam, textParam } from '../../url/params.ts';

export interface HardwareState {
  q: string;
  kind: readonly HardwareKind[];
  /** At least this many GB. */
  mem: number | null;
  sort: readonly SortKey[];
}

/** The link of the hardware table. */
export const hardwareCodec = codec<HardwareState>(
  {
    q: textParam(100),
    kind: choicesParam(HARDWARE_KINDS),
    mem: optionalNumberParam({ min: 1, max: 100_000 }),
    sort: sortParam(['name', ...HARDWARE_COLUMNS.map(({ key }) => key)], '-bandwidth'),
  },
  {
    q: ['要找的字', 'q=4090'],
    kind: ['类型：gpu 显卡、npu NPU、apu 统一内存、cpu CPU、system 整机', 'kind=gpu,apu'],
    mem: ['内存至少多少 GB，照标称', 'mem=24'],
    sort: ['按哪些列排；点列头，地址里就有它的名字', 'sort=-bandwidth'],
  },
);
