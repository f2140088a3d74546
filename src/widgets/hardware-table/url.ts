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
export const hardwareCodec = codec<HardwareState>({
  q: textParam(100),
  kind: choicesParam(HARDWARE_KINDS),
  mem: optionalNumberParam({ min: 1, max: 100_000 }),
  sort: sortParam(['name', ...HARDWARE_COLUMNS.map(({ key }) => key)], '-bandwidth'),
});
