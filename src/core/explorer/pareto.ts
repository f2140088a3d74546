/** Which way a column is better. */
export type Better = 'more' | 'less';

export interface Point {
  x: number;
  y: number;
}

/**
 * The Pareto front: places, from the best x on, of the points that no other point beats, that is, none is at least as
 * good in both and better in one. Points that are equal in both stand on it together.
 */
export function paretoFront(points: readonly Point[], better: { x: Better; y: Better }): number[] {
  const sign = { x: better.x === 'more' ? -1 : 1, y: better.y === 'more' ? -1 : 1 };
  const scored = points.map(({ x, y }, place) => ({ place, x: x * sign.x, y: y * sign.y }));
  scored.sort((a, b) => a.x - b.x || a.y - b.y || a.place - b.place);
  const front: typeof scored = [];
  for (const point of scored) {
    const last = front.at(-1);
    if (!last || point.y < last.y || (point.x === last.x && point.y === last.y)) front.push(point);
  }
  return front.map(({ place }) => place);
}
