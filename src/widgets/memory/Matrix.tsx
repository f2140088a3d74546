import { Segmented } from '../../ui/Segmented.tsx';
import type { EstimatorView } from '../../core/estimate/estimator-view.ts';
import { ModelMatrix } from './ModelMatrix.tsx';
import { PrecisionMatrix } from './PrecisionMatrix.tsx';
import type { Scenario } from './scenario.ts';
import type { LinkTo } from './StateLink.tsx';
import type { MemoryState } from './url.ts';

export interface MatrixProps {
  state: MemoryState;
  scenario: Scenario;
  view: EstimatorView;
  link: LinkTo;
  onChange(change: Partial<MemoryState>, step?: boolean): void;
}

/** The same question over: every precision and context of the model, or every model on the machine. */
export function Matrix({ stale, ...props }: MatrixProps & { stale: boolean }) {
  const { state, onChange } = props;
  return (
    <section className="memory-matrix" aria-label="一览" aria-busy={stale}>
      <Segmented
        legend="一览"
        quiet
        value={state.view}
        options={[
          { value: 'prec', label: '精度 × 上下文' },
          { value: 'models', label: '放得下的模型' },
        ]}
        onChange={(view) => onChange({ view }, true)}
      />
      {state.view === 'prec' ? <PrecisionMatrix {...props} /> : <ModelMatrix {...props} />}
    </section>
  );
}
