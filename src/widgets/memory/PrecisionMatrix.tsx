import { memo, useMemo, useState } from 'react';
import { SPEED_ENGINES } from '../../core/estimate/engines.ts';
import { COMMON_PRECISIONS, precisionMatrix } from '../../core/estimate/matrix.ts';
import type { PrecisionRow } from '../../core/estimate/matrix.ts';
import { EmbedCode } from '../../ui/EmbedCode.tsx';
import { CopyLink, DownloadCsv, Figure } from '../../ui/Figure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useAnchor } from '../../ui/use-anchor.ts';
import type { TableProps } from './Matrix.tsx';
import { StateLink } from './StateLink.tsx';
import { contextWords, gib, gibNumber, VERDICTS } from './words.ts';

/** Part of links that people keep. */
const ANCHOR = 'fig-precisions';

const CONTEXTS = [4096, 8192, 16_384, 32_768, 65_536, 131_072, 262_144];

/** One model on one machine: what fits at each precision and context; a cell leads to it. */
export const PrecisionMatrix = memo(function PrecisionMatrix({ state, scenario, view, link }: TableProps) {
  useAnchor(ANCHOR, true);
  const [all, setAll] = useState(false);
  const { query } = scenario;
  const { model, machine, precision } = query;
  const rows = useMemo(() => {
    const longest = query.model.contextLongest;
    const contexts = [...new Set([...CONTEXTS.filter((one) => one < longest), longest])];
    const precisions = view.precisions.filter(
      ({ id }) => all || id === query.precision.id || COMMON_PRECISIONS.includes(id),
    );
    return precisionMatrix(query, { precisions, contexts, asked: state.engine });
  }, [query, view, all, state.engine]);
  const contexts = rows[0]?.cells.map(({ contextTokens }) => contextTokens) ?? [];
  const users = query.users > 1 ? `，${query.users} 人同时` : '';
  const devices = query.devices > 1 ? ` × ${query.devices}` : '';

  return (
    <Figure
      id={ANCHOR}
      title={`${model.name} 在 ${machine.name}${devices} 上，哪些精度和上下文放得下${users}？`}
      unit="格里是余下（+）或还差（−）的内存，GiB（2³⁰ 字节）；点一格，上面就换成它"
      source="估算，公式与上面相同；每种精度用这台机器上默认的引擎，或所选的引擎"
      actions={
        <>
          <CopyLink anchor={ANCHOR} />
          <EmbedCode />
          <DownloadCsv fileName={`${model.id}-精度-上下文.csv`} rows={() => csv(rows)} />
        </>
      }
    >
      <div className="table-scroll" tabIndex={0} role="region" aria-label="精度 × 上下文">
        <table className="data-table memory-grid">
          <thead>
            <tr>
              <th scope="col">精度</th>
              {contexts.map((tokens) => (
                <th key={tokens} scope="col" className="n">
                  {contextWords(tokens)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={row.precision.id}
                className={row.precision.id === precision.id ? 'memory-chosen' : undefined}
              >
                <th scope="row">
                  {row.precision.name}
                  <small>{SPEED_ENGINES[row.engine].split('、')[0]}</small>
                </th>
                {row.cells.map(({ contextTokens, memory }) => {
                  const verdict = VERDICTS[memory.verdict];
                  const here = row.precision.id === precision.id && contextTokens === state.ctx;
                  return (
                    <td key={contextTokens}>
                      <StateLink
                        link={link}
                        state={{ ...state, prec: row.precision.id, ctx: contextTokens }}
                        className={`memory-cell state-${verdict.state}`}
                        current={here}
                      >
                        <span>
                          <Icon name={verdict.icon} />
                          {verdict.word}
                        </span>
                        <small>{signed(memory.leftBytes)}</small>
                      </StateLink>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" className="action" aria-pressed={all} onClick={() => setAll(!all)}>
        {all ? '只看常用的精度' : '显示全部精度'}
      </button>
    </Figure>
  );
});

const signed = (bytes: number) => `${bytes < 0 ? '−' : '+'}${gibNumber(Math.abs(bytes))}`;

function csv(rows: readonly PrecisionRow[]): string[][] {
  return [
    ['精度', '引擎', '上下文（token）', '结论', '需要', '能用', '余下'],
    ...rows.flatMap(({ precision, engine, cells }) =>
      cells.map(({ contextTokens, memory }) => [
        precision.name,
        SPEED_ENGINES[engine],
        String(contextTokens),
        VERDICTS[memory.verdict].word,
        gib(memory.neededBytes),
        gib(memory.usableBytes),
        gib(memory.leftBytes),
      ]),
    ),
  ];
}
