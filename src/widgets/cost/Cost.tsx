import { NuqsAdapter } from 'nuqs/adapters/react';
import { useMemo } from 'react';
import { IgnoredNote } from '../../ui/IgnoredNote.tsx';
import { useLinkState } from '../../url/use-link-state.ts';
import { CostAnswers } from './CostAnswers.tsx';
import { CostInputs } from './CostInputs.tsx';
import { CostPresets } from './CostPresets.tsx';
import { costOf } from './scenario.ts';
import type { PriceView, RateView } from './scenario.ts';
import { costCodec } from './url.ts';
import type { RecordDefaults } from './url.ts';

interface Props {
  prices: PriceView[];
  rate: RateView;
  defaults: RecordDefaults;
  /** Address of 能跑吗. */
  memory: string;
}

/** 「自建还是 API」: inputs left, answers right, the whole scenario in the link. */
export default function CostIsland(props: Props) {
  return (
    <NuqsAdapter>
      <Cost {...props} />
    </NuqsAdapter>
  );
}

function Cost({ prices, rate, defaults, memory }: Props) {
  const codec = useMemo(
    () =>
      costCodec(
        prices.map(({ id }) => id),
        defaults,
      ),
    [prices, defaults],
  );
  const { state, ignored, update, reset } = useLinkState(codec);
  const cost = useMemo(() => costOf(state, prices), [state, prices]);
  return (
    <>
      <IgnoredNote ignored={ignored} onClear={() => update({})} />
      <CostPresets state={state} codec={codec} prices={prices} onPick={(next) => update(next, true)} />
      <div className="cost-body">
        <CostInputs
          state={state}
          prices={prices}
          rate={rate}
          defaults={codec.fallback}
          onChange={update}
          onReset={reset}
        />
        <CostAnswers
          state={state}
          cost={cost}
          price={prices.find(({ id }) => id === state.api)}
          rate={rate}
          memory={memory}
        />
      </div>
    </>
  );
}
