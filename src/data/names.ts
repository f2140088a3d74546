import { architectureOf } from '../core/measurements.ts';
import { resolveName } from '../core/resolve.ts';
import type { NameKind, Unresolved } from '../core/resolve.ts';
import type { Library } from './rules/fault.ts';
import { libraryNames } from './rules/measurements.ts';

/** How many measured rows name a record of one kind, and the names that lead to none, the most frequent first. */
export interface NameReport {
  kind: NameKind;
  rows: number;
  resolved: number;
  /** Rows of a model that is not on record itself, but one with the same architecture is. */
  alike: number;
  unresolved: { name: string; rows: number; reason: Unresolved }[];
}

const FIELDS = { model: 'modelName', machine: 'machineName', precision: 'precisionName' } as const;

export function nameReports(library: Library): NameReport[] {
  const indexes = libraryNames(library);
  const rows = [...library.speedMeasurements.entries, ...library.memoryMeasurements.entries];
  return (Object.keys(FIELDS) as NameKind[]).map((kind) => {
    const counts = new Map<string, number>();
    for (const { value } of rows) {
      const name = value[FIELDS[kind]];
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const report: NameReport = { kind, rows: 0, resolved: 0, alike: 0, unresolved: [] };
    for (const [name, count] of counts) {
      const found = resolveName(kind, name, indexes[kind]);
      report.rows += count;
      if ('id' in found) report.resolved += count;
      else if (kind === 'model' && architectureOf({ modelName: name }, indexes)) report.alike += count;
      else report.unresolved.push({ name, rows: count, reason: found.unresolved });
    }
    report.unresolved.sort((a, b) => b.rows - a.rows);
    return report;
  });
}

const KINDS = { model: '模型', machine: '机器', precision: '精度' } as const;
const REASONS = { unknown: '', unstated: '（来源没有写明）', cache: '（指 KV 缓存）' } as const;
/** Names in the short list. */
const SHOWN = 8;

/** What an editor reads of the names: the shares, and the names without a record (all of them, or the most frequent). */
export function namesText(reports: readonly NameReport[], { all }: { all: boolean }): string {
  return reports
    .map(({ kind, rows, resolved, alike, unresolved }) => {
      const share = rows === 0 ? 0 : (resolved / rows) * 100;
      const head = `实测行的${KINDS[kind]}：${rows} 行中 ${resolved} 行对上记录（${share.toFixed(1)}%），${alike > 0 ? `${alike} 行有同结构的记录，` : ''}${unresolved.length} 个名字没有`;
      const shown = all ? unresolved : unresolved.slice(0, SHOWN);
      const lines = shown.map(({ name, rows: count, reason }) => `  ${count}  ${name}${REASONS[reason]}`);
      const rest = unresolved.length - shown.length;
      return [head, ...lines, ...(rest > 0 ? [`  其余 ${rest} 个用 --unresolved 列出`] : [])].join('\n');
    })
    .join('\n');
}
