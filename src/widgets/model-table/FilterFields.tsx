import { memo, useMemo } from 'react';
import type { Facets } from '../../core/explorer/facets.ts';
import { TABLE_PRECISIONS, type FilterableRow, type TablePrecision } from '../../core/model-table.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { NumberField, SelectField } from '../../ui/Field.tsx';
import { contextLabel, CONTEXTS, PRECISION_LABELS } from './choices.ts';
import type { FilterState } from './url.ts';

export interface PartProps {
  facets: Facets<FilterableRow>;
  /** Takes a choice as a step that one can go back from. */
  choose(change: Partial<FilterState>): void;
}

export const Memory = memo(function Memory({
  mem,
  prec,
  facets,
  update,
}: Pick<FilterState, 'mem' | 'prec'> &
  Pick<PartProps, 'facets'> & { update(change: Partial<FilterState>, step: boolean): void }) {
  const count = (precision: TablePrecision) =>
    mem === null ? '' : `，${facets.count('memory', { precision })}`;
  return (
    <>
      <NumberField
        label="能放进"
        unit="GB"
        value={mem}
        min={1}
        max={100_000}
        optional
        placeholder="不限"
        onChange={(next) => update({ mem: next }, mem === null)}
      />
      <SelectField
        label="按精度"
        value={prec}
        options={TABLE_PRECISIONS.map((value) => ({ value, label: PRECISION_LABELS[value] + count(value) }))}
        onChange={(prec) => update({ prec }, true)}
      />
    </>
  );
});

/** Of the choices and of what the link asks for, which need not be one of them. */
const withChosen = <Value,>(choices: readonly Value[], chosen: Value | null) =>
  chosen === null || choices.includes(chosen) ? choices : [chosen, ...choices];

export const Context = memo(function Context({ ctx, facets, choose }: PartProps & Pick<FilterState, 'ctx'>) {
  return (
    <SelectField
      label="上下文长度（原生）"
      value={String(ctx ?? '')}
      options={[
        { value: '', label: '不限' },
        ...withChosen(CONTEXTS, ctx).map((tokens) => ({
          value: String(tokens),
          label: `至少 ${contextLabel(tokens)}，${facets.count('context', { contextTokens: tokens })}`,
        })),
      ]}
      onChange={(value) => choose({ ctx: value === '' ? null : Number(value) })}
    />
  );
});

export const Since = memo(function Since({
  since,
  facets,
  dates,
  choose,
}: PartProps & Pick<FilterState, 'since'> & { dates: readonly string[] }) {
  return (
    <SelectField
      label="发布日期"
      value={since ?? ''}
      options={[
        { value: '', label: '不限' },
        ...withChosen(dates, since).map((date) => ({
          value: date,
          label: `${date} 起，${facets.count('since', { since: date })}`,
        })),
      ]}
      onChange={(value) => choose({ since: value === '' ? null : value })}
    />
  );
});

export const Family = memo(function Family({
  fam,
  facets,
  families,
  choose,
}: PartProps & Pick<FilterState, 'fam'> & { families: readonly string[] }) {
  const options = useMemo(() => {
    const counts = facets.tally('family', ({ family }) => family);
    return [
      { value: '', label: '全部' },
      ...families.map((family) => ({
        value: family,
        label: family,
        detail: String(counts.get(family) ?? 0),
      })),
    ];
  }, [facets, families]);
  return (
    <Combobox
      label="家族"
      value={fam ?? ''}
      options={options}
      onChange={(fam) => choose({ fam: fam === '' ? null : fam })}
    />
  );
});
