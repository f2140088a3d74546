import type { Hardware } from '../../schema/hardware.ts';
import { faultAt } from './fault.ts';
import type { Fault, Library, Path } from './fault.ts';
import { nearest } from './nearest.ts';

function eachMachine(
  { hardware }: Library,
  check: (machine: Hardware) => { path: Path; message: string }[],
): Fault[] {
  return hardware.entries.flatMap((entry) =>
    check(entry.value).map(({ path, message }) => faultAt(entry, path, message)),
  );
}

/** What was measured lies within what the machine can do, and a low figure below its high one. */
export function assertMeasuredWithinPeak(library: Library): Fault[] {
  return eachMachine(library, ({ bandwidth, bandwidthMeasured, powerMeasured }) => [
    ...(bandwidth && bandwidthMeasured && bandwidthMeasured.gbPerSecond > bandwidth.gbPerSecond
      ? [
          {
            path: ['bandwidthMeasured', 'gbPerSecond'],
            message: `实测不能高于理论峰值 bandwidth（${bandwidth.gbPerSecond} GB/s）；核对两个数和单位`,
          },
        ]
      : []),
    ...(powerMeasured && powerMeasured.highWatts < powerMeasured.lowWatts
      ? [
          {
            path: ['powerMeasured', 'highWatts'],
            message: `不能低于 lowWatts（${powerMeasured.lowWatts}）；写反了就对调`,
          },
        ]
      : []),
  ]);
}

/** Sizes a machine is sold in stand from small to large, each once. */
export function assertOptionsRise(library: Library): Fault[] {
  return eachMachine(library, ({ memory }) =>
    (memory?.optionsGb ?? []).flatMap((gb, index, all) =>
      index === 0 || gb > all[index - 1]!
        ? []
        : [
            {
              path: ['memory', 'optionsGb', index],
              message: `从小到大写，每种一次：要大于 ${all[index - 1]}`,
            },
          ],
    ),
  );
}

/** A machine left out of estimates says why. */
export function assertLeftOutExplained(library: Library): Fault[] {
  return eachMachine(library, ({ notForEstimates, note }) =>
    notForEstimates && note === undefined
      ? [{ path: ['note'], message: 'notForEstimates 是 true，补上 note：用一句话说明为什么不用来估算' }]
      : [],
  );
}

/** What runs on a machine is told once for each engine, under the engine's name. */
export function assertEnginesNamed(library: Library): Fault[] {
  const names = library.engines.entries.map(({ value }) => value.name);
  return eachMachine(library, ({ software = [] }) =>
    software.flatMap(({ engine }, index) => {
      const path = ['software', index, 'engine'];
      if (software.findIndex((other) => other.engine === engine) !== index)
        return [{ path, message: '这个引擎前面写过了，合成一条' }];
      const meant = names.includes(engine) ? undefined : nearest(engine, names);
      return meant ? [{ path, message: `引擎的名字写 ${meant}` }] : [];
    }),
  );
}

const year = (date: string | undefined) => Number(/(?:19|20)\d{2}/.exec(date ?? '')?.[0]);

/** A release date is told in words, with its year in full and numbers that read one way only. */
export function assertReleaseDatesRead(library: Library): Fault[] {
  return eachMachine(library, ({ releaseDate }) =>
    !releaseDate || (year(releaseDate.date) && !/\d[/.]\d/.test(releaseDate.date))
      ? []
      : [
          {
            path: ['releaseDate', 'date'],
            message: '写成 2022-10-12、2022-10、2022 或「2022 年第三季度」，加引号',
          },
        ],
  );
}

/** Nothing was sold in a year before the year of its release. */
export function assertPricesAfterRelease(library: Library): Fault[] {
  return eachMachine(library, ({ prices = [], releaseDate }) =>
    prices.flatMap(({ date }, index) =>
      year(date) < year(releaseDate?.date)
        ? [
            {
              path: ['prices', index, 'date'],
              message: `比发布（${releaseDate!.date}）早；核对这两个日期`,
            },
          ]
        : [],
    ),
  );
}
