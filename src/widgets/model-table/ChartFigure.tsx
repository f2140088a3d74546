import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { axisOf, type Axis } from '../../core/explorer/axis.ts';
import { chartRows, pointsNear, type ChartRows } from '../../core/explorer/points.ts';
import {
  AXIS_COLUMNS,
  columnNote,
  columnsNamed,
  KIND_LABELS,
  type NotedColumn,
} from '../../core/model-columns.ts';
import { VENDOR_COLUMNS } from '../../core/score-columns.ts';
import { SelectField } from '../../ui/Field.tsx';
import { EmbedCode } from '../../ui/EmbedCode.tsx';
import { CopyLink, DownloadCsv, DownloadPng, Figure } from '../../ui/Figure.tsx';
import type { Shape } from '../../ui/ScatterChart.tsx';
import { SourcesInShort, sourcesOf } from '../../ui/SourceLinks.tsx';
import { useAnchor } from '../../ui/use-anchor.ts';
import { csvRows } from './csv.ts';
import type { ModelRow } from './rows.ts';
import { PointCard, type OpenPoint } from './PointCard.tsx';
import type { TableState } from './url.ts';

const ScatterChart = lazy(() => import('../../ui/ScatterChart.tsx'));

/** As in the chart, which is not loaded yet: colours repeat after eight developers, shapes tell the rounds apart. */
const ROUNDS: readonly Shape[] = ['circle', 'square', 'diamond'];
const COLOURS = 8;

const ANCHOR = 'fig-scatter';

interface Props {
  state: TableState;
  found: readonly ModelRow[];
  /** In the order that gives each its colour. */
  developers: readonly { id: string; name: string }[];
  memory: string;
  update(change: Partial<TableState>, step: boolean): void;
  onSelect(id: string): void;
}

/** Two columns against each other: the same rows as the table. */
export function ChartFigure({ state, found, developers, memory, update, onSelect }: Props) {
  useAnchor(ANCHOR, true);
  const [x, y] = useMemo(() => columnsNamed([state.x, state.y]), [state.x, state.y]) as [
    NotedColumn,
    NotedColumn,
  ];
  const chart = useMemo(() => chartRows(found, x, y), [found, x, y]);
  const [open, setOpen] = useState<OpenPoint | null>(null);
  const shapeOf = (developer: string) =>
    ROUNDS[Math.floor(developers.findIndex(({ id }) => id === developer) / COLOURS)] ?? 'circle';
  const largest = found.reduce((most, { paramsB }) => Math.max(most, paramsB), 1);
  const { points } = chart;
  const axes = useMemo(
    () => ({ x: axisOf(points.map((point) => point.x)), y: axisOf(points.map((point) => point.y)) }),
    [points],
  );
  const title = questionOf(x, y);
  const show = useCallback(
    (id: string, button: HTMLButtonElement) => {
      const point = points.find(({ row }) => row.id === id);
      if (point) setOpen({ point, near: pointsNear(point, points, axes), button });
    },
    [points, axes],
  );

  return (
    <Figure
      id={ANCHOR}
      title={title}
      unit={
        <>
          一点一个模型，越大参数量越多，同色同形是同一家
          <span className="on-page">；点开看出处，方向键在点之间走</span>
        </>
      }
      source={found.length > 0 && <Words chart={chart} axes={axes} x={x} y={y} total={found.length} />}
      actions={
        points.length > 0 && (
          <>
            <CopyLink anchor={ANCHOR} />
            <EmbedCode />
            <DownloadCsv
              fileName={`models-${x.key}-${y.key}.csv`}
              rows={() =>
                csvRows(
                  points.map(({ row }) => row),
                  [x, y],
                )
              }
            />
            <DownloadPng anchor={ANCHOR} fileName={`models-${x.key}-${y.key}.png`} />
          </>
        )
      }
    >
      <div className="filters-row chart-axes">
        <AxisField label="横轴" value={state.x} onChange={(key) => update({ x: key }, true)} />
        <AxisField label="纵轴" value={state.y} onChange={(key) => update({ y: key }, true)} />
      </div>
      {points.length === 0 ? (
        <p className="table-empty">这些模型里没有一个两项都有公布的数。换一个轴，或放宽筛选。</p>
      ) : (
        <Suspense fallback={<p className="chart-waiting">正在画图…</p>}>
          <ScatterChart
            title={title}
            x={{ ...axes.x, label: axisLabel(x) }}
            y={{ ...axes.y, label: axisLabel(y) }}
            points={points.map(({ row, front, ...at }) => ({
              ...at,
              front,
              id: row.id,
              label: row.name,
              name: `${row.name}：${x.label} ${row.cells[x.key]?.text}，${y.label} ${row.cells[y.key]?.text}${front ? '，在前沿上' : ''}`,
              colour: row.dot?.color ?? 'var(--ink-2)',
              shape: shapeOf(row.developer),
              radius: 4 + 12 * Math.sqrt(row.paramsB / largest),
            }))}
            line={stairs(points.filter(({ front }) => front))}
            onOpen={show}
          />
        </Suspense>
      )}
      <Legend chart={chart} developers={developers} shapeOf={shapeOf} />
      <PointCard
        open={open}
        columns={[x, y]}
        memory={memory}
        selected={state.sel}
        onSelect={onSelect}
        onOpen={show}
        onClose={() => setOpen(null)}
      />
    </Figure>
  );
}

/** What a reader looks for in it; two figures of which one is no better when higher or lower only stand side by side. */
const questionOf = (x: NotedColumn, y: NotedColumn) =>
  x.better && y.better ? `哪些模型 ${wayOf(x)}、${wayOf(y)}？` : `${x.label} 与 ${y.label}`;

const wayOf = ({ label, better }: NotedColumn) => `${label} ${better === 'more' ? '更高' : '更低'}`;

const axisLabel = (column: NotedColumn) => `${column.label}（${columnNote(column)}）`;

/** Between two points of the front nothing is promised but the worse of both: a line with steps. */
function stairs(front: readonly { x: number; y: number }[]) {
  return front.flatMap(({ x, y }, index) => {
    const before = front[index - 1];
    return before
      ? [
          { x, y: before.y },
          { x, y },
        ]
      : [{ x, y }];
  });
}

function AxisField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange(key: string): void;
}) {
  return (
    <SelectField
      label={label}
      value={value}
      options={AXIS_COLUMNS.map((column) => ({
        value: column.key,
        label: column.unit ? `${column.label}（${column.unit}）` : column.label,
      }))}
      onChange={onChange}
    />
  );
}

function Words({
  chart: { points, without, undirected },
  axes,
  x,
  y,
  total,
}: {
  chart: ChartRows<ModelRow>;
  axes: Record<'x' | 'y', Axis>;
  x: NotedColumn;
  y: NotedColumn;
  total: number;
}) {
  const left = [
    ...(without.x > 0 ? [`${without.x} 个${unknown(x)}「${x.label}」`] : []),
    ...(without.y > 0 ? [`${without.y} 个${unknown(y)}「${y.label}」`] : []),
  ];
  const logarithmic = [
    ...(axes.x.scale === 'log' ? ['横轴'] : []),
    ...(axes.y.scale === 'log' ? ['纵轴'] : []),
  ].join('和');
  return (
    <>
      <span role="status">
        画了 {points.length} / {total} 个模型{left.length > 0 && `；没画的：${left.join('，')}`}。
      </span>
      {undirected.length === 0
        ? `虚线是前沿：线上的模型，没有别的模型 ${wayOf(x)}（或一样）而且 ${wayOf(y)}（或一样）。`
        : undirected.map(({ key, label }) =>
            VENDOR_COLUMNS.includes(key)
              ? `「${label}」各家设置不同，不能直接比，不画前沿。`
              : `「${label}」多少说不上更好，不画前沿。`,
          )}
      {logarithmic && `${logarithmic}是对数刻度。`}
      {[x, y].some(({ key }) => key.startsWith('estimate-')) && '估算是区间，画在典型值上。'}
      {[x, y].map((column) => (
        <Provenance key={column.key} column={column} points={points} />
      ))}
      <span className="on-page">同样的数字和出处在表里，切换到「表」就是。</span>
    </>
  );
}

const unknown = ({ kind }: NotedColumn) => (kind === 'computed' ? '算不出' : '没有公布');

/** What kind of figure an axis has, and where those drawn come from. */
function Provenance({
  column: { key, label, kind },
  points,
}: {
  column: NotedColumn;
  points: ChartRows<ModelRow>['points'];
}) {
  const sources = sourcesOf(points.map(({ row }) => row.cells[key]));
  return (
    <>
      「{label}」{KIND_LABELS[kind]}
      {sources.length > 0 && (
        <>
          ，出处：
          <SourcesInShort sources={sources} where="逐点写在 CSV 里" />
        </>
      )}
      。
    </>
  );
}

function Legend({
  chart,
  developers,
  shapeOf,
}: Pick<Props, 'developers'> & { chart: ChartRows<ModelRow>; shapeOf(developer: string): Shape }) {
  const colours = new Map(chart.points.map(({ row }) => [row.developer, row.dot?.color]));
  return (
    <ul className="scatter-legend" aria-label="图例：开发者" data-drawn="legend">
      {developers
        .filter(({ id }) => colours.has(id))
        .map(({ id, name }) => (
          <li key={id}>
            <span className="scatter-mark" data-shape={shapeOf(id)} style={{ background: colours.get(id) }} />
            {name}
          </li>
        ))}
    </ul>
  );
}
