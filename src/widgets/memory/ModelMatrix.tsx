import { memo, useMemo, useState } from 'react';
import { SPEED_ENGINES } from '../../core/estimate/engines.ts';
import { COMMON_PRECISIONS, modelsThatFit } from '../../core/estimate/matrix.ts';
import type { ModelRow } from '../../core/estimate/matrix.ts';
import { EmbedCode } from '../../ui/EmbedCode.tsx';
import { CopyLink, DownloadCsv, Figure } from '../../ui/Figure.tsx';
import { formatNumber, formatSignificant } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useAnchor } from '../../ui/use-anchor.ts';
import type { TableProps } from './Matrix.tsx';
import { StateLink } from './StateLink.tsx';
import { SORTS } from './url.ts';
import type { MemoryState } from './url.ts';
import { contextWords, gib, gibNumber, rangeWords, VERDICTS } from './words.ts';

/** Part of links that people keep. */
const ANCHOR = 'fig-models';

const FIRST = 20;
const SORT_WORDS: Record<MemoryState['sort'], string> = {
  size: '参数量',
  speed: '生成速度',
  left: '余下的内存',
  score: 'LiveBench',
};

type Row = ModelRow & { liveBench: number | null };

interface Props extends TableProps {
  /** What the control shows; the rows follow with `state`. */
  sort: MemoryState['sort'];
}

/** One machine: every model that fits, at the most precise that does; sorted by what the reader cares about. */
export const ModelMatrix = memo(function ModelMatrix({
  sort: chosen,
  state,
  scenario,
  view,
  link,
  onChange,
}: Props) {
  useAnchor(ANCHOR, true);
  const [all, setAll] = useState(false);
  const { query } = scenario;
  const rows = useMemo(() => {
    const precisions = view.precisions.filter(({ id }) => COMMON_PRECISIONS.includes(id));
    const scores = new Map(view.models.map(({ id, liveBench }) => [id, liveBench]));
    return modelsThatFit(query, { models: view.models, precisions, fitted: view.fitted }).map((row): Row => ({
      ...row,
      liveBench: scores.get(row.model.id) ?? null,
    }));
  }, [query, view]);
  const sorted = useMemo(() => rows.toSorted(ORDERS[state.sort]), [rows, state.sort]);
  const shown = all ? sorted : sorted.slice(0, FIRST);
  const devices = query.devices > 1 ? ` × ${query.devices}` : '';

  return (
    <Figure
      id={ANCHOR}
      title={`${query.machine.name}${devices} 放得下 ${rows.length} 个模型（收录 ${view.models.length} 个）`}
      unit={`每个模型取放得下的最高的常用精度；上下文 ${contextWords(state.ctx)}，${formatNumber(state.users)} 人，${SPEED_ENGINES[query.engine]}`}
      source="估算，公式与上面相同；LiveBench 是独立评测的总平均，来源在模型的页面上"
      actions={
        <>
          <CopyLink anchor={ANCHOR} />
          <EmbedCode />
          <DownloadCsv fileName="放得下的模型.csv" rows={() => csv(sorted)} />
        </>
      }
    >
      <div className="memory-sort">
        <Segmented
          legend="按什么排"
          value={chosen}
          options={SORTS.map((value) => ({ value, label: SORT_WORDS[value] }))}
          onChange={(sort) => onChange({ sort })}
        />
      </div>
      {rows.length === 0 ? (
        <p className="memory-none">没有模型放得下：换更大的机器，或把上下文、人数降下来。</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="放得下的模型">
          <table className="data-table memory-models">
            <thead>
              <tr>
                <th scope="col">模型</th>
                <th scope="col" className="n">
                  参数量
                </th>
                <th scope="col">精度</th>
                <th scope="col">内存</th>
                <th scope="col" className="n">
                  余下，GiB
                </th>
                <th scope="col" className="n">
                  生成，tok/s
                </th>
                <th scope="col" className="n">
                  LiveBench
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ model, precision, memory, decode, liveBench }) => {
                const { word, icon, state: colour } = VERDICTS[memory.verdict];
                return (
                  <tr key={model.id}>
                    <th scope="row">
                      <StateLink link={link} state={{ ...state, m: model.id, prec: precision.id }}>
                        {model.name}
                      </StateLink>
                    </th>
                    <td className="n">{formatSignificant(model.shape.totalParameters / 1e9)}B</td>
                    <td>{precision.name}</td>
                    <td>
                      <span className={`state state-${colour}`}>
                        <Icon name={icon} />
                        {word}
                      </span>
                    </td>
                    <td className="n">{gibNumber(memory.leftBytes)}</td>
                    <td className="n">{rangeWords(decode).replace(' tok/s', '')}</td>
                    <td className="n">{liveBench ?? '–'}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {sorted.length > FIRST && (
        <button type="button" className="action" aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? `只看前 ${FIRST} 个` : `显示全部 ${sorted.length} 个`}
        </button>
      )}
    </Figure>
  );
});

/** From large to small; unknown last. */
const ORDERS: Record<MemoryState['sort'], (a: Row, b: Row) => number> = {
  size: (a, b) => b.model.shape.totalParameters - a.model.shape.totalParameters,
  speed: (a, b) => b.decode.typical - a.decode.typical,
  left: (a, b) => b.memory.leftBytes - a.memory.leftBytes,
  score: (a, b) => (b.liveBench ?? -1) - (a.liveBench ?? -1),
};

function csv(rows: readonly Row[]): string[][] {
  return [
    ['模型', '参数量', '精度', '结论', '需要', '余下', '生成低（tok/s）', '生成典型', '生成高', 'LiveBench'],
    ...rows.map(({ model, precision, memory, decode, liveBench }) => [
      model.name,
      String(model.shape.totalParameters),
      precision.name,
      VERDICTS[memory.verdict].word,
      gib(memory.neededBytes),
      gib(memory.leftBytes),
      decode.low.toFixed(2),
      decode.typical.toFixed(2),
      decode.high.toFixed(2),
      liveBench === null ? '' : String(liveBench),
    ]),
  ];
}
