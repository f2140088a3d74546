import { memo } from 'react';
import { COMMON_PRECISIONS } from '../../core/estimate/matrix.ts';
import { roomForMore, waysToFit } from '../../core/estimate/suggest.ts';
import type { Change, Suggestion } from '../../core/estimate/suggest.ts';
import { formatNumber } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { AnswerProps } from './Answers.tsx';
import { stateAfter } from './scenario.ts';
import { StateLink } from './StateLink.tsx';
import type { MemoryState } from './url.ts';
import { cacheWords, gib, VERDICTS } from './words.ts';

/**
 * All have their place, taken or not: to put one in or take one out makes the browser look through the styles of the
 * whole page (`:has()` in the text styles), at every change of an input.
 */
const KINDS: readonly Change['kind'][] = ['precision', 'cache', 'context', 'users', 'devices', 'machine'];

/** The nearest changes, each a link, each tried: what would make it fit, or what more there is room for. */
export const Suggestions = memo(function Suggestions({
  state,
  scenario,
  answer,
  view,
  link,
}: Pick<AnswerProps, 'state' | 'scenario' | 'answer' | 'view' | 'link'>) {
  const { query } = scenario;
  const choices = {
    precisions: view.precisions.filter(({ id }) => COMMON_PRECISIONS.includes(id)),
    machines: view.machines,
    measured: new Set(view.fitted.machines.map(({ machine }) => machine)),
    asked: state.engine,
  };
  const fits = answer.memory.verdict !== 'no';
  const found = fits ? roomForMore(query, choices) : waysToFit(query, choices);
  if (found.length === 0) {
    return fits ? null : (
      <p className="memory-none">改一项还不够：同时换更低的精度、更短的上下文或更大的机器。</p>
    );
  }
  return (
    <section className="memory-ways" aria-label={fits ? '还能做什么' : '怎样放得下'}>
      <h2>{fits ? '还能做什么' : '怎样放得下'}</h2>
      <ul>
        {KINDS.map((kind) => {
          const one = found.find(({ change }) => change.kind === kind);
          return (
            <li key={kind} hidden={!one}>
              <StateLink link={link} state={one ? stateAfter(state, one) : state}>
                {one ? changeWords(one.change, fits, state) : '–'}
              </StateLink>
              <Outcome memory={one?.memory ?? answer.memory} />
            </li>
          );
        })}
      </ul>
    </section>
  );
});

function Outcome({ memory: { verdict, leftBytes } }: Pick<Suggestion, 'memory'>) {
  const { word, icon, state } = VERDICTS[verdict];
  return (
    <span className={`state state-${state}`}>
      <Icon name={icon} />
      {word}，余 {gib(leftBytes)}
    </span>
  );
}

function changeWords(change: Change, fits: boolean, state: MemoryState): string {
  switch (change.kind) {
    case 'precision':
      return `精度${fits ? '升' : '换'}到 ${change.precision.name}`;
    case 'cache':
      return `KV 缓存用 ${cacheWords(change.cache)}`;
    case 'context':
      return `上下文${fits ? '加长' : '降'}到 ${formatNumber(change.tokens)}`;
    case 'users':
      return fits ? `${formatNumber(change.users)} 人同时用` : `减到 ${formatNumber(change.users)} 人`;
    case 'devices':
      return `${change.devices} 张一起用${state.n < change.devices - 1 ? '' : '（加一张）'}`;
    case 'machine':
      return `换成 ${change.machine.name}${change.machine.memory.kind === 'unified' ? `（${change.machine.memory.labelGb} GB）` : ''}`;
  }
}
