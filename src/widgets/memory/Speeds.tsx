import { memo, type ReactNode } from 'react';
import { speedInput } from '../../core/estimate/estimate.ts';
import { prefillTerms, stepTerms } from '../../core/estimate/explain.ts';
import type { SpeedRange } from '../../core/estimate/speed.ts';
import type { Quantity } from '../../core/bounds.ts';
import { formatNumber } from '../../ui/format.ts';
import type { AnswerProps } from './Answers.tsx';
import type { Scenario } from './scenario.ts';
import { amount, basisWords, rangeWords } from './words.ts';

/** Decode, prefill, first token, and what several users get: each a range and its reason; below, their formulas. */
export function Speeds({
  scenario,
  answer,
  children,
}: Pick<AnswerProps, 'scenario' | 'answer'> & { children: ReactNode }) {
  const { query } = scenario;
  const { promptTokens, generatedTokens } = query;
  return (
    <section className="memory-speeds" aria-label="速度">
      <h2>
        有多快
        <small>
          上下文用满时：提示 {formatNumber(promptTokens)}，回答 {formatNumber(generatedTokens)} token
        </small>
      </h2>
      <Rows query={query} answer={answer} />
      {children}
    </section>
  );
}

/** Apart from the formulas, which come a frame later and must not have them done again. */
const Rows = memo(function Rows({
  query: { users, machine },
  answer: { decode, prefill, firstToken, throughput, response },
}: Pick<Scenario, 'query'> & Pick<AnswerProps, 'answer'>) {
  const why = (range: SpeedRange) => basisWords(range, machine.class);
  return (
    <ul>
      <SpeedRow
        label={users > 1 ? '生成（单个请求）' : '生成'}
        range={decode}
        why={why(decode)}
        ceiling={decode.ceiling}
      />
      <SpeedRow label="预填充" range={prefill} why={why(prefill)} />
      <SpeedRow label="首字延迟（TTFT）" range={firstToken} why={why(firstToken)} />
      {users > 1 && (
        <SpeedRow
          label={`${formatNumber(users)} 人的吞吐`}
          range={throughput}
          why={`全机合计；${why(throughput)}`}
        />
      )}
      <SpeedRow
        label={users > 1 ? `${formatNumber(users)} 人时的响应` : '响应'}
        range={response}
        why={`从发出到答完；${why(response)}`}
      />
    </ul>
  );
});

/** Low to high as a band, the typical value as a tick, the ceiling as a red one. */
export function SpeedRow({
  label,
  range,
  why,
  ceiling,
}: {
  label: string;
  range: SpeedRange;
  why: string;
  ceiling?: number;
}) {
  const scale = Math.max(range.high, ceiling ?? 0) * 1.06;
  const at = (value: number) => `${((value / scale) * 100).toFixed(2)}%`;
  return (
    <li>
      <span className="memory-speed-label">{label}</span>
      <span className="memory-range" aria-hidden="true">
        <i style={{ insetInlineStart: at(range.low), inlineSize: at(range.high - range.low) }} />
        <b style={{ insetInlineStart: at(range.typical) }} />
        {ceiling !== undefined && <b className="memory-ceiling" style={{ insetInlineStart: at(ceiling) }} />}
      </span>
      <span className="memory-speed-value">
        <b>{rangeWords(range)}</b>
      </span>
      <small>
        典型 {amount(range.typical, range.unit)}
        {ceiling !== undefined && (
          <>
            ，<span className="memory-ceiling-word">带宽上限 {amount(ceiling, 'tok/s')}</span>
          </>
        )}
        。{why}
      </small>
    </li>
  );
}

/** The formulas of the speeds with the numbers filled in. */
export const Why = memo(function Why({
  scenario,
  answer,
  view,
}: Pick<AnswerProps, 'scenario' | 'answer' | 'view'>) {
  const { query } = scenario;
  const { promptTokens, generatedTokens, users } = query;
  const input = speedInput(query, view.fitted);
  const { work, cacheBytes } = input;
  const together = work.bandwidthGbPerSecond * (work.split === 'tensor' ? work.devices : 1);
  const bytes = work.readBytes + cacheBytes;
  const step = stepTerms({ ...input, requests: 1 });
  const shared = stepTerms({ ...input, requests: users });
  return (
    <details className="memory-why">
      <summary>为什么：公式与代入的数</summary>
      <dl>
        <div>
          <dt>带宽上限</dt>
          <dd>
            {formatNumber(together, 1)} GB/s ÷（权重 {(work.readBytes / 1e9).toFixed(2)} GB + KV 缓存{' '}
            {(cacheBytes / 1e9).toFixed(2)} GB = {(bytes / 1e9).toFixed(2)} GB）={' '}
            <b>{amount(answer.decode.ceiling, 'tok/s')}</b>
          </dd>
        </div>
        <Terms label="生成一个 token" terms={step}>
          1 ÷ {milliseconds(step.value)} = {amount(1 / step.value, 'tok/s')}
          {1 / step.value > answer.decode.ceiling && '，不超过带宽上限'}
        </Terms>
        <Terms
          label={`预填充 ${formatNumber(promptTokens)} token`}
          terms={prefillTerms({ ...input, promptTokens })}
        >
          首字延迟另加生成一个 token 的时间
        </Terms>
        {users > 1 && (
          <Terms label={`${formatNumber(users)} 个请求各得一个 token`} terms={shared}>
            响应 = 各人的预填充合计 + {formatNumber(generatedTokens)} × 这一步；吞吐 = {formatNumber(users)} ×{' '}
            {formatNumber(generatedTokens)} ÷ 响应
          </Terms>
        )}
      </dl>
      <p className="source-line">
        效率和固定时间是拟合出来的常数；范围的两端是典型值乘、除同一个倍数，大多数实测落在里面。
      </p>
    </details>
  );
});

function Terms({ label, terms, children }: { label: string; terms: Quantity; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <ul>
          {terms.parts.map((part) => (
            <li key={part.label}>
              {part.label}：{part.formula} = {milliseconds(part.value)}
            </li>
          ))}
        </ul>
        合计 <b>{milliseconds(terms.value)}</b>。{children}
      </dd>
    </div>
  );
}

const milliseconds = (seconds: number) =>
  Math.abs(seconds) < 1
    ? `${formatNumber(seconds * 1000, Math.abs(seconds) < 0.01 ? 3 : 1)} ms`
    : `${formatNumber(seconds, 2)} 秒`;
