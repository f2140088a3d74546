import { CONFLICT_UNITS } from '../../schema/hardware.ts';
import type { ConflictField, Hardware } from '../../schema/hardware.ts';
import { faultAt } from './fault.ts';
import type { Fault, Library, Path } from './fault.ts';

/** Faults of every machine, told by what is wrong at a path inside its record. */
function eachMachine(
  library: Library,
  check: (machine: Hardware) => { path: Path; message: string }[],
): Fault[] {
  return library.hardware.entries.flatMap((entry) =>
    check(entry.value).map(({ path, message }) => faultAt(entry, path, message)),
  );
}

/** More than any machine of this list holds: a larger figure is in MB. */
const MOST_GB = 4096;

/** Memory is written in GB, and the driver reports no more than the label says. */
export function assertMemoryInGb(library: Library): Fault[] {
  return eachMachine(library, ({ memory }) => {
    if (!memory) return [];
    const sizes = memory.optionsGb ?? [memory.gb!];
    const places = sizes.map((gb, index) => ({ gb, path: memory.optionsGb ? ['optionsGb', index] : ['gb'] }));
    const wrong = places.filter(({ gb }) => gb < 1 || gb > MOST_GB);
    const most = Math.max(...sizes);
    return [
      ...wrong.map(({ path }) => ({
        path: ['memory', ...path],
        message: '单位是 GB：写 24，不写 24576（MB）',
      })),
      ...(memory.reportedGib !== undefined && memory.reportedGib > most
        ? [{ path: ['memory', 'reportedGib'], message: `驱动报告的 GiB 数不大于标称的 ${most}；核对单位` }]
        : []),
    ];
  });
}

/** Theoretical bandwidth is width × transfers a second, up to the rounding of the source; a channel is 8 bytes wide. */
export function assertBandwidthMatchesChannels(library: Library): Fault[] {
  return eachMachine(library, ({ bandwidth, memoryLayout }) => {
    const type = memoryLayout?.type ?? '';
    const transfers = /-(\d{3,5})\b/.exec(type)?.[1];
    const bits = /(\d+)\s*位/.exec(type)?.[1];
    if (!bandwidth || !transfers || (!memoryLayout?.channels && !bits)) return [];
    const bytes = bits ? Number(bits) / 8 : memoryLayout!.channels! * 8;
    const peak = (bytes * Number(transfers)) / 1000;
    if (Math.abs(bandwidth.gbPerSecond - peak) <= peak * 0.005) return [];
    const width = bits
      ? `${bits} 位 × ${transfers} MT/s ÷ 8`
      : `${memoryLayout!.channels} 通道 × ${transfers} MT/s × 8 字节`;
    const sum = `${width} = ${peak.toFixed(1)}`;
    return [
      {
        path: ['bandwidth', 'gbPerSecond'],
        message: `写理论峰值：${sum} GB/s；实测值写在 bandwidthMeasured`,
      },
    ];
  });
}

/** Each kind of compute is told once. */
export function assertComputeKindsDiffer(library: Library): Fault[] {
  return eachMachine(library, ({ compute = [] }) =>
    compute.flatMap(({ kind }, index) =>
      compute.findIndex((other) => other.kind === kind) === index
        ? []
        : [
            {
              path: ['compute', index, 'kind'],
              message: '这一类算力前面写过了；来源不一致就都写进 conflicts',
            },
          ],
    ),
  );
}

/** A conflict tells at least two values from two sources, in the unit of its field. */
export function assertConflictsHaveTwoSources(library: Library): Fault[] {
  return eachMachine(library, ({ conflicts = [] }) =>
    conflicts.flatMap(({ field, unit, values }, index) => {
      const sources = new Set(values.map(({ source }) => source));
      const right = CONFLICT_UNITS[field];
      return [
        ...(sources.size < 2
          ? [
              {
                path: ['conflicts', index, 'values'],
                message: '至少写两个来源的值；只有一个来源就写进字段本身',
              },
            ]
          : []),
        ...(unit === right
          ? []
          : [{ path: ['conflicts', index, 'unit'], message: `${field} 的单位写 ${right}` }]),
      ];
    }),
  );
}

/** Where the single value of a field stands, and its source, if one is written. */
function singleValue(machine: Hardware, field: ConflictField): { path: Path; source: string } | null {
  if (field === 'memory' || field === 'bandwidth' || field === 'power') {
    const group = machine[field];
    return group ? { path: [field], source: group.source } : null;
  }
  const index = machine.compute?.findIndex(({ kind }) => kind === field) ?? -1;
  return index < 0 ? null : { path: ['compute', index], source: machine.compute![index]!.source };
}

/** Where sources disagree no value is chosen, unless it is from those who make the machine or drive it. */
export function assertConflictingFieldsLeftOpen(library: Library): Fault[] {
  return eachMachine(library, (machine) =>
    (machine.conflicts ?? []).flatMap(({ field }) => {
      const single = singleValue(machine, field);
      if (!single) return [];
      const kind = library.sources.byId.get(single.source)?.value.kind;
      if (kind === undefined || kind === 'vendor' || kind === 'engine') return [];
      return [
        {
          path: single.path,
          message: `来源不一致（见 conflicts 的 ${field}），删去单一的值；只有厂商的值可以留下`,
        },
      ];
    }),
  );
}
