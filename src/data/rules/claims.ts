import { faultAt } from './fault.ts';
import type { Fault, Library } from './fault.ts';
import { nearest } from './nearest.ts';

/** Every cell of a claim table stands in one of the table's columns. */
export function assertClaimCellsHaveColumns(library: Library): Fault[] {
  return library.claims.entries.flatMap((entry) => {
    const columns = entry.value.columns.map(({ key }) => key);
    return entry.value.rows.flatMap(({ cells }, row) =>
      Object.keys(cells)
        .filter((key) => !columns.includes(key))
        .map((key) => {
          const meant = nearest(key, columns);
          const remedy = meant ? `是不是想写 ${meant}` : `columns 里有 ${columns.join('、')}`;
          return faultAt(entry, ['rows', row, 'cells', key], `表里没有「${key}」这一列；${remedy}`);
        }),
    );
  });
}

/** No two columns and no two rows of a claim table share a key. */
export function assertClaimKeysDiffer(library: Library): Fault[] {
  return library.claims.entries.flatMap((entry) =>
    (['columns', 'rows'] as const).flatMap((list) => {
      const keys = entry.value[list].map(({ key }) => key);
      return keys.flatMap((key, index) =>
        keys.indexOf(key) === index
          ? []
          : [faultAt(entry, [list, index, 'key'], '这个 key 前面用过了，换一个')],
      );
    }),
  );
}

/** Every erratum that corrects a figure of the original is cited by a cell that shows this figure. */
export function assertErrataCited(library: Library): Fault[] {
  const cited = new Set(
    library.claims.entries.flatMap(({ value }) =>
      value.rows.flatMap(({ cells }) => Object.values(cells).flatMap(({ errata }) => errata ?? [])),
    ),
  );
  return library.errata.entries
    .filter(({ id, value }) => value.original !== null && !cited.has(id))
    .map((entry) =>
      faultAt(entry, ['original'], `在 content/data/claims/ 里写着这个原值的格子加上 errata: [${entry.id}]`),
    );
}

/** The upper end of a printed range lies above its lower end. */
export function assertClaimRangesRise(library: Library): Fault[] {
  return library.claims.entries.flatMap((entry) =>
    entry.value.rows.flatMap(({ cells }, row) =>
      Object.entries(cells).flatMap(([key, { means }]) => {
        if (means?.high === undefined || means.high > means.low) return [];
        const path = ['rows', row, 'cells', key, 'means', 'high'];
        return [faultAt(entry, path, `要大于 low（${means.low}）；只有一个数就删去 high`)];
      }),
    ),
  );
}
