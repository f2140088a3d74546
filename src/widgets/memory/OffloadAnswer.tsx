import { memo } from 'react';
import { enginesFor } from '../../core/estimate/engine-choice.ts';
import { offload } from '../../core/estimate/offload.ts';
import { formatNumber } from '../../ui/format.ts';
import type { AnswerProps } from './Answers.tsx';
import { HostInput } from './MachineInputs.tsx';
import { SpeedRow } from './Speeds.tsx';
import { StateLink } from './StateLink.tsx';
import { basisWords, gib } from './words.ts';

/** Where it does not fit no speed holds: what splitting it between card and processor would give instead. */
export const OffloadAnswer = memo(function OffloadAnswer({
  state,
  scenario,
  view,
  link,
  onChange,
}: Pick<AnswerProps, 'state' | 'scenario' | 'view' | 'link' | 'onChange'>) {
  const { query, host } = scenario;
  const { machine, precision } = query;
  if (machine.memory.kind !== 'gpu') {
    return (
      <p className="memory-none">
        放不下就跑不起来，速度无从谈起：{machine.memory.kind === 'ram' ? '内存' : '统一内存'}
        之外没有可以卸载到的地方。
      </p>
    );
  }
  const split = offload(query, host, view.fitted);
  if (!split) {
    const gguf = view.precisions.find(({ id }) => id === 'q4-k-m');
    return (
      <p className="memory-none">
        放不下，速度不成立。把一部分层卸载到 CPU 要用 GGUF 和 llama.cpp：
        {enginesFor(precision, machine).includes('llama.cpp') ? (
          <StateLink link={link} state={{ ...state, engine: 'llama.cpp' }}>
            用 llama.cpp 看看
          </StateLink>
        ) : (
          gguf && (
            <StateLink link={link} state={{ ...state, prec: gguf.id, engine: null }}>
              换成 {gguf.name} 看看
            </StateLink>
          )
        )}
        。
      </p>
    );
  }
  const { layers, layersOnGpu, gpuBytes, hostBytes, decode, seconds } = split;
  return (
    <section className="memory-speeds" aria-label="卸载到 CPU">
      <h2>
        卸载到 CPU
        <small>显卡放不下全部，上面没有速度；这里是一部分层放在主机内存里、由 CPU 算的估算</small>
      </h2>
      <HostInput host={state.host} view={view} onChange={onChange} />
      {decode === null ? (
        <p className="memory-none">连运行时都放不下，显卡帮不上忙。</p>
      ) : (
        <>
          <p className="memory-split">
            {layers} 层里 <b>{layersOnGpu} 层</b>在显卡上（{gib(gpuBytes)}），其余 {layers - layersOnGpu} 层要{' '}
            <b>{gib(hostBytes)}</b> 主机内存。llama.cpp 写 <code>-ngl {layersOnGpu}</code>。
          </p>
          <ul>
            <SpeedRow
              label="生成（单个请求）"
              range={decode}
              ceiling={decode.ceiling}
              why={basisWords(decode, host.class)}
            />
          </ul>
          <details className="memory-why">
            <summary>为什么：公式与代入的数</summary>
            <p>
              每个 token：显卡 {layersOnGpu} ÷ {layers} 层 {formatNumber(seconds.gpu * 1000, 1)} ms + CPU{' '}
              {layers - layersOnGpu} ÷ {layers} 层 {formatNumber(seconds.host * 1000, 1)} ms（{host.name}，
              {formatNumber(host.bandwidthGbPerSecond, 1)} GB/s）={' '}
              {formatNumber((seconds.gpu + seconds.host) * 1000, 1)} ms。权重和 KV
              缓存按层平分；混合专家（MoE）只把专家放到 CPU 的做法会更快，这里没有算。
            </p>
          </details>
        </>
      )}
    </section>
  );
});
