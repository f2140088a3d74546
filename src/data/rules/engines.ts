import { faultAt } from './fault.ts';
import type { Fault, Library } from './fault.ts';
import { nearest } from './nearest.ts';

/** A row of the table of supported hardware has a cell for each column. */
export function assertSupportCellsMatchColumns(library: Library): Fault[] {
  return library.engines.entries.flatMap((entry) => {
    const { columns = [], rows = [] } = entry.value.precisionSupport ?? {};
    return rows.flatMap(({ cells }, index) => {
      if (cells.length === columns.length) return [];
      const path = ['precisionSupport', 'rows', index, 'cells'];
      return [faultAt(entry, path, `要有 ${columns.length} 格，与 columns 一一对应`)];
    });
  });
}

/** A file of options is named after the engine that takes them. */
export function assertFlagsBelongToEngine(library: Library): Fault[] {
  const { ids } = library.engines;
  return library['engine-flags'].entries.flatMap((entry) => {
    if (ids.has(entry.id)) return [];
    const meant = nearest(entry.id, ids);
    const remedy = meant ? `是不是想写 ${meant}` : `先建 content/data/engines/${entry.id}.yaml`;
    const fault = faultAt(entry, [], `文件名要是引擎的编号：engines 里没有「${entry.id}」；${remedy}`);
    return [{ ...fault, value: `${entry.id}.yaml` }];
  });
}

/** An engine's option stands once. */
export function assertFlagsDiffer(library: Library): Fault[] {
  return library['engine-flags'].entries.flatMap((entry) => {
    const seen = new Set<string>();
    return entry.value.flags.flatMap(({ flag }, index) => {
      if (!seen.has(flag)) {
        seen.add(flag);
        return [];
      }
      return [faultAt(entry, ['flags', index, 'flag'], '这个参数写了两次，删去一个')];
    });
  });
}

/** A port is one that a machine has. */
export function assertPortsExist(library: Library): Fault[] {
  return library.engines.entries
    .filter(({ value }) => value.defaultPort.value > 65_535)
    .map((entry) => faultAt(entry, ['defaultPort', 'value'], '端口是 1 到 65535 的整数'));
}
