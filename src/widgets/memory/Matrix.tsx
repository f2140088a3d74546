import { memo } from 'react';
import { Segmented } from '../../ui/Segmented.tsx';
import type { EstimatorView } from '../../core/estimate/estimator-view.ts';
import { ModelMatrix } from './ModelMatrix.tsx';
import { PrecisionMatrix } from './PrecisionMatrix.tsx';
import type { Scenario } from './scenario.ts';
import type { LinkTo } from './StateLink.tsx';
import type { MemoryState } from './url.ts';

export interface TableProps {
  state: MemoryState;
  scenario: Scenario;
  view: EstimatorView;
  link: LinkTo;
  onChange(change: Partial<MemoryState>, step?: boolean): void;
}

interface Props extends TableProps {
  /** What the controls show; the tables follow with `state`. */
  now: Pick<MemoryState, 'view' | 'sort'>;
  busy: boolean;
}

/** The same question over: every precision and context of the model, or every model on the machine. */
export function Matrix({ now, busy, ...table }: Props) {
  return (
    <section className="memory-matrix" aria-label="一览" aria-busy={busy}>
      <Views view={now.view} onChange={table.onChange} />
      {table.state.view === 'prec' ? (
        <PrecisionMatrix {...table} />
      ) : (
        <ModelMatrix {...table} sort={now.sort} />
      )}
    </section>
  );
}

const Views = memo(function Views({
  view,
  onChange,
}: Pick<MemoryState, 'view'> & Pick<TableProps, 'onChange'>) {
  return (
    <Segmented
      legend="一览"
      quiet
      value={view}
      options={[
        { value: 'prec', label: '精度 × 上下文' },
        { value: 'models', label: '放得下的模型' },
      ]}
      onChange={(view) => onChange({ view }, true)}
    />
  );
});
