import { columnNote, type Column } from '../../core/model-columns.ts';
import type { TableRow } from '../../ui/DataTable.tsx';

/** Rows of the table, each column followed by its sources. */
export function csvRows(rows: readonly TableRow[], columns: readonly Column[]): string[][] {
  const head = columns.flatMap((column) => {
    const name = `${column.label}（${columnNote(column)}）`;
    return [name, `${name}来源`];
  });
  const body = rows.map((row) => [
    row.name,
    ...columns.flatMap(({ key }) => {
      const cell = row.cells[key];
      const sources = cell?.claim
        ? [cell.claim.place]
        : (cell?.sources ?? []).map(({ title, url }) => url ?? title);
      const remarks = [...(cell?.recalled ? ['凭记忆，待核实'] : []), ...(cell?.stale ? [cell.stale] : [])];
      return [cell?.text ?? '', [...sources, ...remarks].join(' ')];
    }),
  ]);
  return [['模型', ...head], ...body];
}
