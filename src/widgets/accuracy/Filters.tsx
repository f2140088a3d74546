import { countsBy, type AccuracyRow } from '../../core/accuracy-rows.ts';
import { QUANTITIES, QUANTITY_WORDS } from '../../core/estimate/accuracy-words.ts';
import { SelectField } from '../../ui/Field.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import type { AccuracyState } from './url.ts';

export interface Choice {
  id: string;
  name: string;
}
export type Choices = Record<'engine' | 'class' | 'source', Choice[]>;

const KINDS: Choice[] = [
  { id: 'dense', name: '稠密' },
  { id: 'moe', name: '混合专家（MoE）' },
];

interface Props {
  state: AccuracyState;
  /** Empty while they load: then nothing is counted and every choice is offered. */
  rows: readonly AccuracyRow[];
  choices: Choices;
  change(next: Partial<AccuracyState>): void;
}

/** What is looked at, and which rows of it; a choice says how many rows it has. */
export function Filters({ state, rows, choices, change }: Props) {
  const select = (
    label: string,
    key: 'engine' | 'class' | 'kind' | 'src',
    column: 'engine' | 'class' | 'kind' | 'source',
    all: readonly Choice[],
  ) => {
    const counts = countsBy(rows, state.what, column);
    const offered = all.filter(({ id }) => rows.length === 0 || counts.has(id) || id === state[key]);
    const named = ({ id, name }: Choice) => (rows.length === 0 ? name : `${name}（${counts.get(id) ?? 0}）`);
    return (
      <SelectField
        label={label}
        value={state[key] ?? ''}
        options={[
          { value: '', label: '全部' },
          ...offered.map((choice) => ({ value: choice.id, label: named(choice) })),
        ]}
        onChange={(value) => change({ [key]: value === '' ? null : value })}
      />
    );
  };
  return (
    <>
      <Segmented
        legend="估算的是什么"
        quiet
        value={state.what}
        options={QUANTITIES.map((id) => ({ value: id, label: QUANTITY_WORDS[id] }))}
        onChange={(what) => change({ what })}
      />
      <div className="table-filters select-filters" role="search" aria-label="筛选各行">
        {select('引擎', 'engine', 'engine', choices.engine)}
        {select('机器类别', 'class', 'class', choices.class)}
        {select('结构', 'kind', 'kind', KINDS)}
        {select('来源', 'src', 'source', choices.source)}
      </div>
    </>
  );
}
