import { memo, useMemo } from 'react';
import type { Estimate } from '../../core/estimate/estimate.ts';
import type { EstimatorView } from '../../core/estimate/estimator-view.ts';
import { CopyLink } from '../../ui/Figure.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { MemoryBar } from '../../ui/MemoryBar.tsx';
import type { Addresses } from './Memory.tsx';
import { OffloadAnswer } from './OffloadAnswer.tsx';
import type { Scenario } from './scenario.ts';
import { Speeds, Why } from './Speeds.tsx';
import type { LinkTo } from './StateLink.tsx';
import { Suggestions } from './Suggestions.tsx';
import type { MemoryState } from './url.ts';
import { useAfterPaint } from '../../url/use-after-paint.ts';
import { gbNumber, gib, gibNumber, VERDICTS } from './words.ts';

export interface AnswerProps {
  state: MemoryState;
  scenario: Scenario;
  answer: Estimate & { memory: NonNullable<Estimate['memory']> };
  view: EstimatorView;
  link: LinkTo;
  onChange(change: Partial<MemoryState>): void;
  addresses: Addresses;
}

/** Always the same element: React passes it over. So it is with the head of the table. */
const COPY_LINK = <CopyLink />;

/** The verdict, what the memory goes to, what would change it, and how fast. */
export const Answers = memo(function Answers(props: AnswerProps) {
  const { state, scenario, answer, view, link, addresses, onChange } = props;
  const { memory } = answer;
  const { query, notes } = scenario;
  // Verdict, bar and speeds are what a reader waits for: the ways out and the formulas come a frame later.
  const asked = useMemo(() => ({ state, scenario, answer }), [state, scenario, answer]);
  const later = useAfterPaint(asked, true);
  return (
    <>
      <div className="memory-head">
        <p className={`memory-verdict state-${VERDICTS[memory.verdict].state}`} role="status">
          <Icon name={VERDICTS[memory.verdict].icon} />
          <span>{verdictWords(memory, query.devices)}</span>
        </p>
        <span>{COPY_LINK}</span>
      </div>
      <div className="memory-rest">
        {notes.length > 0 && (
          <ul className="notice memory-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <MemoryFigure memory={memory} />
        <dl className="memory-facts">
          <div>
            <dt>最长上下文{state.users > 1 ? `（${formatNumber(state.users)} 人同时）` : ''}</dt>
            <dd>{longestWords(memory.longestContext, query.model.contextLongest)}</dd>
          </div>
          <div>
            <dt>最多几人同时（各 {formatNumber(state.ctx)} token）</dt>
            <dd>{memory.mostUsers === null ? '一个人也放不下' : `${formatNumber(memory.mostUsers)} 人`}</dd>
          </div>
        </dl>
        <Suggestions {...later} view={view} link={link} />
        {memory.verdict === 'no' ? (
          <OffloadAnswer {...{ state, scenario, view, link, onChange }} />
        ) : (
          <Speeds scenario={scenario} answer={answer}>
            <Why scenario={later.scenario} answer={later.answer} view={view} />
          </Speeds>
        )}
        <Sources
          measuredRows={view.measuredRows}
          record={scenario.record}
          model={query.model}
          addresses={addresses}
        />
      </div>
    </>
  );
});

const Sources = memo(function Sources({
  measuredRows,
  record,
  model,
  addresses,
}: Pick<EstimatorView, 'measuredRows'> &
  Pick<Scenario, 'record'> &
  Pick<Scenario['query'], 'model'> &
  Pick<AnswerProps, 'addresses'>) {
  return (
    <p className="source-line">
      估算。速度的常数拟合自 {formatNumber(measuredRows)} 条他人实测，误差见
      <a href={addresses.accuracy}>估算准确度</a>；机器和模型的数字与出处见
      {record && (
        <>
          <a href={addresses.hardware.replace('ID', record.id)}>{record.name}</a>、
        </>
      )}
      <a href={addresses.model.replace('ID', model.id)}>{model.name}</a>。
    </p>
  );
});

function verdictWords({ verdict, leftBytes }: AnswerProps['answer']['memory'], devices: number): string {
  const together = devices > 1 ? `${devices} 张合计` : '';
  const { word } = VERDICTS[verdict];
  if (verdict === 'no') return `${word}，${together}还差 ${gib(-leftBytes)}`;
  return `${word}，${together}${verdict === 'tight' ? '只' : '还'}余 ${gib(leftBytes)}`;
}

function longestWords(longest: number | null, ofModel: number): string {
  if (longest === null) return '一个 token 也放不下';
  return `${formatNumber(longest)} token${longest === ofModel ? '（模型的上限）' : ''}`;
}

const PARTS_HEAD = (
  <thead>
    <tr>
      <th scope="col">项目</th>
      <th scope="col" className="n">
        GiB
      </th>
      <th scope="col" className="n">
        GB
      </th>
    </tr>
  </thead>
);

/** The bar, and under it every part with its formula. */
const MemoryFigure = memo(function MemoryFigure({ memory }: { memory: AnswerProps['answer']['memory'] }) {
  const { parts, neededBytes, usableBytes, usable, leftBytes } = memory;
  const [weights, cache, ...rest] = parts;
  if (!weights || !cache) return null;
  const overhead = rest.reduce((sum, { value }) => sum + value, 0);
  const rows = [
    { kind: 'w', ...weights, label: '权重' },
    { kind: 'kv', ...cache, label: 'KV 缓存' },
    {
      kind: 'oh',
      label: '激活与运行时',
      value: overhead,
      formula: rest.map(({ label, formula }) => `${label} ${formula ?? ''}`).join(' + '),
    },
  ] as const;
  return (
    <figure className="memory-figure">
      <MemoryBar parts={rows.map(({ kind, value }) => ({ kind, bytes: value }))} usableBytes={usableBytes} />
      <p className="memory-caption">
        <span>
          需要 <b>{gib(neededBytes)}</b>
        </span>
        <span>
          能用 <b>{gib(usableBytes)}</b>
        </span>
      </p>
      <table className="memory-parts">
        {PARTS_HEAD}
        <tbody>
          {rows.map(({ kind, label, value, formula }) => (
            <tr key={kind}>
              <th scope="row">
                <span className={`memory-key memory-bar-${kind}`} aria-hidden="true" />
                {label}
                <small>{formula}</small>
              </th>
              <td className="n">{gibNumber(value)}</td>
              <td className="n">{gbNumber(value)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <span className="memory-key" aria-hidden="true" />
              {leftBytes < 0 ? '还差' : '剩余'}
              <small>能用的 {usable.formula}，减去需要的</small>
            </th>
            <td className="n">{gibNumber(Math.abs(leftBytes))}</td>
            <td className="n">{gbNumber(Math.abs(leftBytes))}</td>
          </tr>
        </tbody>
      </table>
      <p className="source-line">
        GiB 是 2³⁰ 字节，显卡和内存条标的「GB」也是它；GB 是 10⁹ 字节，文件大小用它。
      </p>
    </figure>
  );
});
