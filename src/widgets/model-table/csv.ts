import { columnNote, KIND_LABELS, type Column } from '../../core/model-columns.ts';
import { provenanceText } from '../../ui/cell-provenance.ts';
import type { TableRow } from '../../ui/DataTable.tsx';

/** Rows of the table, each column followed by its sources; what has none was worked out here. */
export function csvRows(rows: readonly TableRow[], columns: readonly Column[]): string[][] {
  const head = columns.flatMap((column) => {
    const name = `${column.label}（${columnNote(column)}）`;
    return [name, `${name}来源`];
  });
  const body = rows.map((row) => [
    row.name,
    ...columns.flatMap(({ key, kind }) => {
      const cell = row.cells[key];
      return cell ? [cell.text, provenanceText(cell) || KIND_LABELS[kind]] : ['', ''];
    }),
  ]);
  return [['模型', ...head], ...body];
}
