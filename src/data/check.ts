import type { CollectionName } from '../schema/collections.ts';
import { readGuidePages, readLibrary } from './read.ts';
import { readPages } from './read-pages.ts';
import { nameReports } from './names.ts';
import type { NameReport } from './names.ts';
import { RULES } from './rules/all.ts';
import type { Fault } from './rules/fault.ts';
import { pageFaults } from './rules/pages.ts';

export interface Report {
  /** Record files by collection, the faulty ones included. */
  counts: Record<CollectionName, number>;
  /** By file and line. */
  faults: Fault[];
  /** How far the names of the measured rows lead to records; a name that leads nowhere is no fault. */
  names: NameReport[];
}

/**
 * Checks every record of the repository at `root`, each by itself and all of them together, and what its pages name. A record whose shape is
 * wrong is left out of the rules, so that one mistake is told once.
 */
export function checkData({ root, today }: { root: string; today: string }): Report {
  const { library, faults } = readLibrary(root);
  const context = { today, guidePages: readGuidePages(root) };
  const { pages, faults: unreadable } = readPages(root);
  const all = [
    ...faults,
    ...unreadable,
    ...RULES.flatMap((rule) => rule(library, context)),
    ...pageFaults(library, root, pages),
  ];
  all.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  const counts = Object.entries(library).map(([name, { ids }]) => [name, ids.size]);
  return { counts: Object.fromEntries(counts), faults: all, names: nameReports(library) };
}

/** A fault as a block of three lines: where, what stands there, what should. */
export function faultText({ file, line, field, value, message }: Fault): string {
  return `${file}:${line}  ${field || '（整个文件）'}\n  现在是：${value}\n  应当：${message}`;
}

/** The last line: records by collection, and how many faults. */
export function summaryText({ counts, faults }: Pick<Report, 'counts' | 'faults'>): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const byCollection = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return `${total} 条记录（${byCollection.join('、')}），${faults.length} 处错误`;
}
