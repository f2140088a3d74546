import { memo, useCallback, useRef, useState } from 'react';
import type { Facets } from '../../core/explorer/facets.ts';
import type { FilterableRow, Range } from '../../core/model-table.ts';
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
  /** `step` adds a history entry. Returns the filters as they are then. */
  update(change: Partial<FilterState>, step: boolean): FilterState;
}

export const Filters = memo(function Filters({
  state: asked,
  facets,
  counting,
  developers,
  families,
  dates,
  update: ask,
}: Props) {
  const [state, update] = useChosen(asked, ask);
  const [open, setOpen] = useState(false);
  const choose = useCallback((change: Partial<FilterState>) => update(change, true), [update]);
  const active =
    state.dev.length +
    state.cap.length +
    state.lic.length +
    [state.size, state.active].filter(({ min, max }) => min !== null || max !== null).length +
    [state.fam, state.ctx, state.since, state.mem].filter((value) => value !== null).length;

  return (
    <div
      className="table-filters explorer-filters"
      role="search"
      aria-label="筛选模型"
      aria-busy={counting || state !== asked || undefined}
    >
      <Search q={state.q} update={update} />
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
          <Memory mem={state.mem} prec={state.prec} facets={facets} update={update} />
          <Since since={state.since} facets={facets} dates={dates} choose={choose} />
          <Context ctx={state.ctx} facets={facets} choose={choose} />
        </div>
        <div className="filters-row">
          <Sizes
            legend="参数量"
            field="size"
            choices={SIZES}
            now={state.size}
            facets={facets}
            choose={choose}
          />
          <Abilities chosen={state.cap} facets={facets} choose={choose} />
          <Values
            legend="商用"
            field="lic"
            values={LICENCES}
            chosen={state.lic}
            facets={facets}
            choose={choose}
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
                now={state.active}
                facets={facets}
                choose={choose}
              />
              <Family fam={state.fam} facets={facets} families={families} choose={choose} />
            </div>
            <Values
              legend="开发者"
              field="dev"
              values={developers}
              chosen={state.dev}
              facets={facets}
              choose={choose}
            />
          </>
        )}
      </div>
    </div>
  );
});

/** The filters as they were just chosen: controls answer at once, `asked` follows when the rows have been painted. */
function useChosen(asked: FilterState, ask: Props['update']) {
  const [chosen, setChosen] = useState({ of: asked, now: asked });
  const latest = useRef(asked);
  latest.current = asked;
  const choose = useCallback(
    (change: Partial<FilterState>, step: boolean) =>
      setChosen({ of: latest.current, now: ask(change, step) }),
    [ask],
  );
  // What is chosen and undone before it is painted is asked for already: nothing is to follow.
  const waits = chosen.of === asked && JSON.stringify(chosen.now) !== JSON.stringify(asked);
  return [waits ? chosen.now : asked, choose] as const;
}

const keysOf = <Key extends string>(record: Record<Key, unknown>) => Object.keys(record) as Key[];

const toggled = <Value,>(list: readonly Value[], value: Value) =>
  list.includes(value) ? list.filter((item) => item !== value) : [...list, value];

const LICENCES = keysOf(LICENCE_LABELS).map((id) => ({ id, name: LICENCE_LABELS[id] }));

// Each part is drawn anew only when what it shows changes: a key typed must not cost the work of all of them.

const Search = memo(function Search({
  q,
  update,
}: Pick<FilterState, 'q'> & { update(change: Partial<FilterState>, step: boolean): void }) {
  return (
    <SearchField
      label="名称或开发者"
      value={q}
      placeholder="如 coder 32b；按 / 到这里"
      // Going back undoes a search as a whole, not letter by letter.
      onChange={(next) => update({ q: next }, q === '')}
    />
  );
});

const Abilities = memo(function Abilities({
  chosen,
  facets,
  choose,
}: PartProps & { chosen: FilterState['cap'] }) {
  return (
    <Chips legend="能力">
      {keysOf(ABILITY_LABELS).map((ability) => {
        const on = chosen.includes(ability);
        return (
          <Chip
            key={ability}
            on={on}
            count={facets.count('abilities', { abilities: on ? chosen : [...chosen, ability] })}
            onClick={() => choose({ cap: toggled(chosen, ability) })}
          >
            {ABILITY_LABELS[ability]}
          </Chip>
        );
      })}
    </Chips>
  );
});

const VALUES = {
  lic: { group: 'licences', of: (row: FilterableRow) => row.commercialUse },
  dev: { group: 'developers', of: (row: FilterableRow) => row.developer },
} as const;

/** Values any of which a row may have. */
const Values = memo(function Values({
  legend,
  field,
  values,
  chosen,
  facets,
  choose,
}: PartProps & {
  legend: string;
  field: keyof typeof VALUES;
  values: readonly { id: string; name: string }[];
  chosen: readonly string[];
}) {
  const counts = facets.tally(VALUES[field].group, VALUES[field].of);
  return (
    <Chips legend={legend}>
      {values.map(({ id, name }) => (
        <Chip
          key={id}
          on={chosen.includes(id)}
          count={counts.get(id) ?? 0}
          more={chosen.length > 0 && !chosen.includes(id)}
          onClick={() => choose({ [field]: toggled(chosen, id) })}
        >
          {name}
        </Chip>
      ))}
    </Chips>
  );
});

const Sizes = memo(function Sizes({
  legend,
  field,
  choices,
  now,
  facets,
  choose,
}: PartProps & { legend: string; field: 'size' | 'active'; choices: typeof SIZES; now: Range }) {
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
});
