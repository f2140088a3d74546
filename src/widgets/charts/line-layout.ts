import type { LinePicture } from '../../core/chart.ts';
import type { Hit } from './layout.ts';

const TOP = 40;
const PLOT = 150;
/** Left of the plot stand the ticks of its height, right of it the names of the lines; percent. */
const LEFT = 9;
const RIGHT = 80;
const NAME_LINE = 15;

const percent = (value: number) => `${Number(value.toFixed(2))}%`;

/** Where things stand in a picture of lines: upright in px, across in percent; within the stretched plot both are percent. */
export function layoutLine({ title, x: xAxis, axis, estimate, claims }: LinePicture) {
  const across = (x: number) => LEFT + (x / xAxis.end) * (RIGHT - LEFT);
  const y = (value: number) => Number((TOP + (1 - value / axis.end) * PLOT).toFixed(2));
  const inPlot = (x: number, value: number) =>
    `${Number(((x / xAxis.end) * 100).toFixed(2))},${Number(((1 - value / axis.end) * 100).toFixed(2))}`;

  const dots = estimate.flatMap(({ x, typical, value, ref }) => {
    return ref
      ? [{ x: percent(across(x)), y: y(typical), left: across(x), name: `估算：${value}`, of: x, ref }]
      : [];
  });
  const printed = claims.map((claim) => ({ ...claim, left: across(claim.x), top: y(claim.low) }));
  const hit = (left: number, top: number, name: string, ref: Hit['ref']): Hit => {
    return { left, width: 0, top: top - 12, dot: true, name, ref };
  };
  const [estimateEnd, claimEnd] = [estimate.at(-1), claims.at(-1)];
  return {
    height: TOP + PLOT + 40,
    top: TOP,
    bottom: TOP + PLOT,
    plot: { left: percent(LEFT), width: percent(RIGHT - LEFT) },
    x: (value: number) => percent(across(value)),
    y,
    band: [
      ...estimate.map((point) => inPlot(point.x, point.high)),
      ...estimate.map((point) => inPlot(point.x, point.low)).reverse(),
    ].join(' '),
    typical: estimate.map((point) => inPlot(point.x, point.typical)).join(' '),
    claimed: claims.map((point) => inPlot(point.x, point.low)).join(' '),
    dots,
    claims: printed.map(({ left, top, value, verdict, low, x }) => {
      // On the side away from the estimate.
      const near = estimate.find((point) => point.x === x);
      const above = near === undefined || low >= near.typical || top > TOP + PLOT - 24;
      return { x: percent(left), y: top, labelY: above ? top - 11 : top + 20, words: value, verdict };
    }),
    nameX: percent(RIGHT + 3),
    names: apart(
      [
        { text: '估算', y: y(estimateEnd?.typical ?? 0) + 4 },
        { text: '指南原值', y: y(claimEnd?.low ?? 0) + 4 },
      ].filter((_, index) => index === 0 || claims.length > 0),
    ),
    hits: [
      ...dots.map(({ left, y: top, of, name, ref }) =>
        hit(left, top, `${title}，${of} 个用户，${name}`, ref),
      ),
      ...printed.map(({ left, top, x, value, verdict, ref }) =>
        hit(left, top, `${title}，${x} 个用户，指南原值：${value}${verdict ? `，${verdict.word}` : ''}`, ref),
      ),
    ],
  };
}

/** Two names never lie on each other. */
function apart(names: { text: string; y: number }[]): { text: string; y: number }[] {
  const [first, second] = [...names].sort((a, b) => a.y - b.y);
  if (!first || !second || second.y - first.y >= NAME_LINE) return names;
  return [first, { ...second, y: first.y + NAME_LINE }];
}
