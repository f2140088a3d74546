import { faultAt } from './fault.ts';
import type { Entry, Fault, Library, Path, Shelf } from './fault.ts';
import { oneSlipApart } from './nearest.ts';

/** Each value of a field belongs to the first record that has it; the others are faults. */
function repeated<Value>(
  entries: readonly Entry<Value>[],
  path: Path,
  fieldOf: (value: Value) => string,
  remedy: string,
): Fault[] {
  const owners = new Map<string, string>();
  return entries.flatMap((entry) => {
    const value = fieldOf(entry.value);
    const owner = owners.get(value);
    if (owner !== undefined) return [faultAt(entry, path, `${owner} 也叫「${value}」；${remedy}`)];
    owners.set(value, entry.id);
    return [];
  });
}

/** No two models are called the same in a table, and no two files hold the prices of one vendor. */
export function assertLabelsDiffer({ models, apis }: Library): Fault[] {
  return [
    ...repeated(models.entries, ['shortName'], ({ shortName }) => shortName, '换一个，表格里才分得清'),
    ...repeated(apis.entries, ['vendor'], ({ vendor }) => vendor, '同一家的价格写在一个文件里'),
  ];
}

/** A maker has one id and one name in all its models. */
export function assertDevelopersAgree({ models }: Library): Fault[] {
  const counts = new Map<string, number>();
  const key = (id: string, name: string) => `${id}\n${name}`;
  for (const { value } of models.entries) {
    const pair = key(value.developer.id, value.developer.name);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const pairs = [...counts.keys()].map((pair) => pair.split('\n') as [id: string, name: string]);
  return models.entries.flatMap((entry) => {
    const { id, name } = entry.value.developer;
    const own = counts.get(key(id, name))!;
    // The rarer pair is the slip; of two equally rare ones, both are told.
    const rivals = pairs.filter(
      ([otherId, otherName]) =>
        (otherId === id) !== (otherName === name) && counts.get(key(otherId, otherName))! >= own,
    );
    return rivals
      .slice(0, 1)
      .map(([otherId, otherName]) =>
        otherId === id
          ? faultAt(entry, ['developer', 'name'], `${id} 在别的记录里叫「${otherName}」；写法要相同`)
          : faultAt(entry, ['developer', 'id'], `「${name}」在别的记录里的编号是 ${otherId}；写法要相同`),
      );
  });
}

/** A list of names is a list: none stands twice, and none holds several. */
export function assertAliasesDiffer(library: Library): Fault[] {
  const { models, architectures, hardware, quantizations } = library;
  const shelves: Shelf<{ aliases?: string[] | undefined }>[] = [
    models,
    architectures,
    hardware,
    quantizations,
  ];
  return shelves.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      (entry.value.aliases ?? []).flatMap((alias, index, all) => {
        const path = ['aliases', index];
        if (all.indexOf(alias) !== index) return [faultAt(entry, path, '这个名字写了两次，删去一个')];
        if (/[，、；]/.test(alias))
          return [faultAt(entry, path, '一项只写一个名字：用半角逗号隔开，或每项一行')];
        return [];
      }),
    ),
  );
}

/** A model's file stands once. */
export function assertFilesDiffer({ models }: Library): Fault[] {
  return models.entries.flatMap((entry) =>
    entry.value.files.flatMap(({ tag }, index, files) =>
      files.findIndex((file) => file.tag === tag) === index
        ? []
        : [faultAt(entry, ['files', index, 'tag'], '这个标签前面写过了，删去一条')],
    ),
  );
}

/** A machine named by its memory has that much of it. */
export function assertNamedMemoryAgrees({ hardware }: Library): Fault[] {
  return hardware.entries.flatMap((entry) => {
    const named = /-(\d+)gb$/.exec(entry.id)?.[1];
    const { memory } = entry.value;
    if (named === undefined || memory?.gb === undefined || memory.note !== undefined) return [];
    // Some labels are rounded up: 144 for 141 that are left for use.
    if (Math.abs(memory.gb / Number(named) - 1) <= 0.05) return [];
    return [faultAt(entry, ['memory', 'gb'], `文件名写着 ${named} GB；改正容量或文件名`)];
  });
}

/**
 * A family of one model, one letter away from one that more models of the same maker name, is mistyped: the model would
 * stand apart from its kin. Families that differ by a digit are others.
 */
export function assertFamiliesSpelt({ models }: Library): Fault[] {
  const families = Map.groupBy(models.entries, ({ value }) => value.family);
  return [...families.values()].flatMap(([entry, ...others]) => {
    if (!entry || others.length > 0) return [];
    const { family, developer } = entry.value;
    const meant = [...families].find(
      ([name, kin]) =>
        name !== family &&
        kin.length > 1 &&
        kin.some(({ value }) => value.developer.id === developer.id) &&
        oneSlipApart(name, family),
    )?.[0];
    return meant ? [faultAt(entry, ['family'], `只有这里这样写；是不是想写 ${meant}`)] : [];
  });
}
