import { NuqsAdapter } from 'nuqs/adapters/react';
import { useMemo } from 'react';
import { estimate } from '../../core/estimate/estimate.ts';
import type { EstimatorView } from '../../core/estimate/estimator-view.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IgnoredNote } from '../../ui/IgnoredNote.tsx';
import type { Codec } from '../../url/codec.ts';
import { useAhead } from '../../url/use-ahead.ts';
import { useLinkState, type LinkState } from '../../url/use-link-state.ts';
import { Answers } from './Answers.tsx';
import { Inputs } from './Inputs.tsx';
import { Matrix } from './Matrix.tsx';
import { knownRecords, scenarioOf } from './scenario.ts';
import { memoryCodec, type MemoryState } from './url.ts';
import { useAfterPaint } from '../../url/use-after-paint.ts';

/** Pages that the answers lead to; `ID` stands for the id of a record. */
export interface Addresses {
  model: string;
  hardware: string;
  accuracy: string;
}

interface PackedProps {
  /** An `EstimatorView` as JSON: as one string it is a third of what the island's own encoding makes of it. */
  packed: string;
  addresses: Addresses;
}

/** 「能跑吗」: a model, a machine, and whether and how fast the one runs on the other. */
export default function MemoryIsland(props: PackedProps) {
  return (
    <NuqsAdapter>
      <Linked {...props} />
    </NuqsAdapter>
  );
}

function Linked({ packed, addresses }: PackedProps) {
  const view = useMemo(() => JSON.parse(packed) as EstimatorView, [packed]);
  const codec = useMemo(() => memoryCodec(knownRecords(view)), [view]);
  const linked = useLinkState(codec);
  return (
    <>
      <IgnoredNote ignored={linked.ignored} onClear={() => linked.update({})} />
      <Memory view={view} codec={codec} linked={linked} addresses={addresses} />
    </>
  );
}

interface Props {
  view: EstimatorView;
  codec: Codec<MemoryState>;
  linked: LinkState<MemoryState>;
  addresses: Addresses;
}

function Memory({ view, codec, linked, addresses }: Props) {
  const { state, update } = useAhead(codec, linked);
  const scenario = useMemo(() => scenarioOf(state, view), [state, view]);
  const answer = useMemo(() => {
    if ('problem' in scenario) return null;
    const { memory, ...speeds } = estimate(scenario.query, view.fitted);
    return memory && { ...speeds, memory };
  }, [scenario, view]);
  const asked = useMemo(() => ({ state, scenario }), [state, scenario]);
  const later = useAfterPaint(asked);
  // To dim the tables paints them anew: what was asked for comes first.
  const busy = useAfterPaint(asked, true) !== later;
  const link = useMemo(
    () => ({
      to: (next: MemoryState) => codec.search(next) || '?',
      go: (next: MemoryState) => update(next, true),
    }),
    [codec, update],
  );

  return (
    <>
      <div className="memory-body">
        <Inputs state={state} view={view} scenario={scenario} onChange={update} />
        <div className="memory-answers">
          {'query' in scenario && answer ? (
            <Answers
              state={state}
              scenario={scenario}
              answer={answer}
              view={view}
              link={link}
              addresses={addresses}
              onChange={update}
            />
          ) : (
            <p className="memory-verdict state-no" role="status">
              <Icon name="warn" />
              {'problem' in scenario ? scenario.problem : '这个模型的 KV 缓存算不出来'}
            </p>
          )}
        </div>
      </div>
      {'query' in later.scenario && (
        <Matrix
          now={state}
          busy={busy}
          state={later.state}
          scenario={later.scenario}
          view={view}
          link={link}
          onChange={update}
        />
      )}
    </>
  );
}
