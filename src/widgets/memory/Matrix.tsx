import { Segmented } from '../../ui/Segmented.tsx';
import type { EstimatorView } from '../../core/estimate/estimator-view.ts';
import { ModelMatrix } from './ModelMatrix.tsx';
import { PrecisionMatrix } from './PrecisionMatrix.tsx';
import type { Scenario } from './scenario.ts';
import type { LinkTo } from './StateLink.tsx';
import type { MemoryState } from './url.ts';

export interface MatrixProps {
  /** What the controls show; the tables follow with `state`. */
  now: MemoryState;
  state: MemoryState;
  scenario: Scenario;
  view: EstimatorView;
  link: LinkTo;
  onChange(change: Partial<MemoryState>, step?: boolean): void;
}

/** The same question over: every precision and context of the model, or every model on the machine. */
export function Matrix(props: MatrixProps) {
  const { now, state, onChange } = props;
  return (
    <section className="memory-matrix" aria-label="一览" aria-busy={now !== state}>
      <Segmented
        legend="一览"
        quiet
        value={now.view}
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
