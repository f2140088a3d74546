import type { TableColumn, TableRow } from '../../ui/DataTable.tsx';

export interface FigureProps {
  /** The anchor of the figure: part of links that people keep. */
  id: string;
  /** The finding or the question. */
  title: string;
  unit: string;
  /** Every figure of the pictures, with its source. */
  table: { rowHead: string; columns: TableColumn[]; rows: TableRow[] };
  /** The table is worth reading beside the picture. */
  open?: boolean;
}
