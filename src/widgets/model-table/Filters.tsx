import { memo, useState, type ReactNode } from 'react';
import type { Facets } from '../../core/explorer/facets.ts';
import type { FilterableRow } from '../../core/model-table.ts';
import { Chip, Chips } from '../../ui/Chips.tsx';
import { SearchField } from '../../ui/Field.tsx';
import { ABILITY_LABELS, ACTIVE_SIZES, LICENCE_LABELS, SIZES } from './choices.ts';
import { Context, Family, Memory, Since, type PartProps } from './FilterFields.tsx';
import type { FilterState } from './url.ts';

interface Props {
  state: FilterState;
  /** How many rows a choice would leave; may lag behind the state by a moment. */
  facets: Facets<FilterableRow>;
  /** They lag just now. */
  counting: boolean;
  developers: readonly { id: string; name: string }[];
  families: readonly string[];
  /** Days to offer for 发布. */
  dates: readonly string[];
  /** `step` adds a history entry. */
  update(change: Partial<FilterState>, step: boolean): void;
}

export const Filters = memo(function Filters({
  state,
  facets,
  counting,
  developers,
  families,
  dates,
  update,
}: Props) {
  const [open, setOpen] = useState(false);
  const choose = (change: Partial<FilterState>) => update(change, true);
  const active =
    state.dev.length +
    state.cap.length +
    state.lic.length +
    [state.size, state.active].filter(({ min, max }) => min !== null || max !== null).length +
    [state.fam, state.ctx, state.since].filter((value) => value !== null).length;

  return (
    <div
      className="table-filters explorer-filters"
      role="search"
      aria-label="筛选模型"
      aria-busy={counting || undefined}
    >
      <SearchField
        label="名称或开发者"
        value={state.q}
        placeholder="例如 coder 32b；按 / 跳到这里"
        // Going back undoes a search as a whole, not letter by letter.
        onChange={(q) => update({ q }, state.q === '')}
      />
      <button
        type="button"
        className="button more-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        更多筛选{active > 0 && `（已选 ${active}）`}
      </button>
      <div className="filters-basic" data-open={open}>
        <div className="filters-row">
          <Memory state={state} facets={facets} update={update} />
          <Since state={state} facets={facets} dates={dates} choose={choose} />
          <Context state={state} facets={facets} choose={choose} />
        </div>
        <div className="filters-row">
          <Sizes legend="参数量" field="size" choices={SIZES} state={state} facets={facets} choose={choose} />
          <Chips legend="能力">
            {keysOf(ABILITY_LABELS).map((ability) => {
              const on = state.cap.includes(ability);
              return (
                <Chip
                  key={ability}
                  on={on}
                  count={facets.count('abilities', {
                    abilities: on ? state.cap : [...state.cap, ability],
                  })}
                  onClick={() => choose({ cap: toggled(state.cap, ability) })}
                >
                  {ABILITY_LABELS[ability]}
                </Chip>
              );
            })}
          </Chips>
          <Values
            legend="商用"
            values={keysOf(LICENCE_LABELS).map((id) => ({ id, name: LICENCE_LABELS[id] }))}
            chosen={state.lic}
            counts={facets.tally('licences', ({ commercialUse }) => commercialUse)}
            onChange={(lic) => choose({ lic })}
          />
        </div>
      </div>
      <div className="filters-rest" data-open={open}>
        {open && (
          <>
            <div className="filters-row">
              <Sizes
                legend="激活参数"
                field="active"
                choices={ACTIVE_SIZES}
                state={state}
                facets={facets}
                choose={choose}
              />
              <Family state={state} facets={facets} families={families} choose={choose} />
            </div>
            <Values
              legend="开发者"
              values={developers}
              chosen={state.dev}
              counts={facets.tally('developers', ({ developer }) => developer)}
              onChange={(dev) => choose({ dev })}
            />
          </>
        )}
      </div>
    </div>
  );
});

const keysOf = <Key extends string>(record: Record<Key, unknown>) => Object.keys(record) as Key[];

const toggled = <Value,>(list: readonly Value[], value: Value) =>
  list.includes(value) ? list.filter((item) => item !== value) : [...list, value];

/** Values any of which a row may have. */
function Values<Id extends string>({
  legend,
  values,
  chosen,
  counts,
  onChange,
}: {
  legend: string;
  values: readonly { id: Id; name: ReactNode }[];
  chosen: readonly Id[];
  counts: ReadonlyMap<string, number>;
  onChange(chosen: Id[]): void;
}) {
  return (
    <Chips legend={legend}>
      {values.map(({ id, name }) => (
        <Chip
          key={id}
          on={chosen.includes(id)}
          count={counts.get(id) ?? 0}
          onClick={() => onChange(toggled(chosen, id))}
        >
          {name}
        </Chip>
      ))}
    </Chips>
  );
}

function Sizes({
  legend,
  field,
  choices,
  state,
  facets,
  choose,
}: PartProps & { legend: string; field: 'size' | 'active'; choices: typeof SIZES }) {
  const now = state[field];
  return (
    <Chips legend={legend}>
      {choices.map(({ label, min, max }) => {
        const on = now.min === min && now.max === max;
        return (
          <Chip
            key={label}
            on={on}
            count={facets.count(field, { [field]: { min, max } })}
            onClick={() => choose({ [field]: on ? { min: null, max: null } : { min, max } })}
          >
            {label}
          </Chip>
        );
      })}
    </Chips>
  );
}
