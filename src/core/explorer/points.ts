import type { Column } from '../model-columns.ts';
import type { Sortable } from '../sort.ts';
import { along, type Axis } from './axis.ts';
import { paretoFront } from './pareto.ts';

/** A row on a chart. */
export interface RowPoint<Row> {
  row: Row;
  x: number;
  y: number;
  /** On the Pareto front. */
  front: boolean;
}

export interface ChartRows<Row> {
  /** From the smallest x to the largest: arrow keys go this way. */
  points: RowPoint<Row>[];
  /** Rows left out because nobody published x, and those that have x but no y. */
  without: { x: number; y: number };
  /** Why no front is drawn: the axes on which no way is better. */
  undirected: Column[];
}

/** What a chart of two columns shows of the rows: those with both values, and which of them no other beats. */
export function chartRows<Row extends Sortable>(rows: readonly Row[], x: Column, y: Column): ChartRows<Row> {
  const points: RowPoint<Row>[] = [];
  const without = { x: 0, y: 0 };
  for (const row of rows) {
    const [atX, atY] = [row.sortKeys[x.key], row.sortKeys[y.key]];
    if (typeof atX !== 'number') without.x += 1;
    else if (typeof atY !== 'number') without.y += 1;
    else points.push({ row, x: atX, y: atY, front: false });
  }
  points.sort((a, b) => a.x - b.x || a.y - b.y);
  if (x.better && y.better) {
    for (const place of paretoFront(points, { x: x.better, y: y.better })) points[place]!.front = true;
  }
  const undirected = [x, y].filter(({ better }) => !better);
  return { points, without, undirected };
}

/** Of an axis: closer than this, one mark lies upon the other. */
const CLOSE = { x: 0.012, y: 0.03 };

/** The other points whose marks lie upon that of a point, or it upon theirs. */
export function pointsNear<Row>(
  point: RowPoint<Row>,
  points: readonly RowPoint<Row>[],
  axes: Record<'x' | 'y', Axis>,
): RowPoint<Row>[] {
  const close = (other: RowPoint<Row>, way: 'x' | 'y') =>
    Math.abs(along(axes[way], other[way]) - along(axes[way], point[way])) < CLOSE[way];
  return points.filter((other) => other.row !== point.row && close(other, 'x') && close(other, 'y'));
}
