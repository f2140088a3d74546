import { compareCsv, type CompareGroups } from '../../core/compare/compare-groups.ts';
import { provenanceText } from '../../ui/cell-provenance.ts';
import { CopyLink, DownloadCsv, DownloadPng, Figure } from '../../ui/Figure.tsx';
import { SourceLinks, sourcesOf } from '../../ui/SourceLinks.tsx';
import { useAnchor } from '../../ui/use-anchor.ts';
import type { ShownCell, ShownModel } from './use-compare-data.ts';

/** Part of links that people keep. */
const ANCHOR = 'fig-scores';

interface Props {
  models: readonly ShownModel[];
  rows: CompareGroups<ShownCell>['scores']['shared'];
  /** Models are still to come. */
  waiting: boolean;
}

/** The shared benchmarks as bars from zero, one small picture each. The table above says the same in words. */
export function ScoreBars({ models, rows, waiting }: Props) {
  useAnchor(ANCHOR, !waiting);
  if (rows.length === 0) {
    return models.length > 1 ? (
      <p className="table-empty">这些模型没有共有的评测：同一设置、同一测量方的成绩一项也没有。</p>
    ) : null;
  }
  const sources = sourcesOf(rows.flatMap(({ cells }) => cells.flat()));
  return (
    <Figure
      id={ANCHOR}
      title="共有的评测，谁高谁低？"
      unit="条从 0 起；百分数画到 100，分数画到最高的一个"
      source={
        <>
          公开数据：
          <SourceLinks sources={sources} />
          。只画设置和测量方都相同的评测，高不等于适合。
          <span className="on-page">与上表同样的数。</span>
        </>
      }
      actions={
        <>
          <CopyLink anchor={ANCHOR} />
          <DownloadCsv
            fileName="compare-scores.csv"
            rows={() =>
              compareCsv(
                [{ key: 'shared', title: '共有的评测', rows: [...rows] }],
                models.map(({ name }) => name),
                provenanceText,
              )
            }
          />
          <DownloadPng anchor={ANCHOR} fileName="compare-scores.png" />
        </>
      }
    >
      <ul className="compare-bars" data-drawn>
        {rows.map((row) => (
          <Bars key={row.key} row={row} models={models} />
        ))}
      </ul>
    </Figure>
  );
}

function Bars({ row, models }: { row: Props['rows'][number]; models: Props['models'] }) {
  const { label, note, scale, cells, best, mark } = row;
  const without = models.filter((_, place) => scale.values[place] === null);
  return (
    <li>
      <p className="compare-bars-title">
        {label}
        <small>{note}</small>
      </p>
      <dl>
        {models.map(({ id, name, color }, place) => {
          const value = scale.values[place] ?? null;
          if (value === null) return null;
          const share = `${((value / scale.most) * 100).toFixed(2)}%`;
          return (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                <span className="compare-bar" aria-hidden="true">
                  <i style={{ inlineSize: share, background: color }} />
                </span>
                <span className="compare-bar-value">
                  {cells[place]?.[0]?.text}
                  {mark && best.includes(place) && <em className="compare-best">{mark.word}</em>}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
      {without.length > 0 && (
        <p className="source-line">没有这项成绩：{without.map(({ name }) => name).join('、')}</p>
      )}
    </li>
  );
}
