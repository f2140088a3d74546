import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { parseCsv } from './csv.ts';
import type { CsvRow, CsvTable } from './csv.ts';
import { faultAt } from './rules/fault.ts';
import type { Entry, Fault, Located, Shelf } from './rules/fault.ts';
import { readText } from './read-text.ts';
import { nearest } from './rules/nearest.ts';
import { checkShape } from './rules/shape.ts';

type RowSchema<Value> = z.ZodType<Value> & { shape: object };

/** What is wrong with the names of the columns; each is told once, not for every row. */
function headFaults(file: string, head: string[], known: string[]): Fault[] {
  const fault = (field: string, message: string) => ({
    file,
    line: 1,
    field,
    value: field || '（空）',
    message,
  });
  const unknown = head.filter((column) => !known.includes(column));
  const missing = known.filter((column) => !head.includes(column));
  const twice = head.filter((column, index) => head.indexOf(column) !== index);
  return [
    ...unknown.map((column) => {
      const meant = nearest(column, missing);
      return fault(
        column,
        meant ? `没有这一列；是不是想写 ${meant}` : `没有这一列，删去它；可写的列有 ${known.join('、')}`,
      );
    }),
    ...missing.map((column) => ({ ...fault(column, `表头补上 ${column} 这一列`), value: '（没有这一列）' })),
    ...twice.map((column) => fault(column, '这一列写了两次，删去一列')),
  ];
}

/** A first line that is no head of a table: none at all, or another sign between the cells. */
function headSlip(file: string, line: string, known: string[]): Fault | undefined {
  const fault = (value: string, message: string): Fault => ({ file, line: 1, field: '', value, message });
  if (line.trim() === '') return fault('（空）', `第一行写表头：${known.join(',')}`);
  const [, sign] = /^\uFEFF?[\w"]+([;\t，；])/.exec(line) ?? [];
  if (sign === undefined) return undefined;
  const name = sign === '\t' ? '制表符' : `「${sign}」`;
  return fault(`用${name}分隔`, '各格用半角逗号分隔：另存为 CSV（逗号分隔，UTF-8）');
}

const rowPlace = (file: string, { line, cells }: CsvRow): Located => ({
  file,
  place: (path) => ({ line, text: cells[path[0] ?? ''] ?? '（空）' }),
});

function readRows<Value>(file: string, table: CsvTable, schema: z.ZodType<Value>) {
  const faults: Fault[] = [];
  const entries: Entry<Value>[] = [];
  const ids = new Set<string>();
  for (const row of table.rows) {
    const at = rowPlace(file, row);
    if (row.width !== table.head.length) {
      const message = `要有 ${table.head.length} 格；检查逗号，带逗号的文字要加双引号`;
      faults.push({ ...faultAt(at, [], message), value: `${row.width} 格` });
      continue;
    }
    const { value, faults: wrong } = checkShape(schema, row.cells, at);
    faults.push(...wrong);
    const id = row.cells['id'] ?? '';
    if (ids.has(id)) faults.push(faultAt(at, ['id'], '这个编号前面用过了，接着最后一行往下编'));
    ids.add(id);
    if (value !== null) entries.push({ ...at, id, value });
  }
  return { entries, ids, faults };
}

/** Reads a table of `content/data/` and checks each row by itself; a missing table is an empty one. */
export function readTable<Value>(
  root: string,
  file: string,
  schema: RowSchema<Value>,
): { shelf: Shelf<Value>; faults: Fault[] } {
  const shelf = (entries: Entry<Value>[], ids: ReadonlySet<string>): Shelf<Value> => ({
    entries,
    byId: new Map(entries.map((entry) => [entry.id, entry])),
    ids,
  });
  if (!existsSync(join(root, file))) return { shelf: shelf([], new Set()), faults: [] };

  const { text, faults: unreadable } = readText(root, file);
  if (unreadable.length > 0) return { shelf: shelf([], new Set()), faults: unreadable };
  const notTable = headSlip(file, text.split('\n')[0]!, Object.keys(schema.shape));
  if (notTable) return { shelf: shelf([], new Set()), faults: [notTable] };
  const table = parseCsv(text);
  if ('code' in table) {
    const message = '引号不成对：文字里的双引号写两次，整格再加双引号';
    const fault = { file, line: table.line, field: '', value: `第 ${table.line} 行`, message };
    return { shelf: shelf([], new Set()), faults: [fault] };
  }
  const wrongHead = headFaults(file, table.head, Object.keys(schema.shape));
  if (wrongHead.length > 0) return { shelf: shelf([], new Set()), faults: wrongHead };

  const { entries, ids, faults } = readRows(file, table, schema);
  return { shelf: shelf(entries, ids), faults };
}
