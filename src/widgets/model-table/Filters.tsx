import { useState } from 'react';
import type { Ability, TablePrecision } from '../../core/model-table.ts';
import { Chip, Chips } from '../../ui/Chips.tsx';
import { NumberField, SearchField, SelectField } from '../../ui/Field.tsx';
import type { TableState } from './url.ts';

const SIZES = [
  { label: '< 10B', min: null, max: 10 },
  { label: '10–20B', min: 10, max: 20 },
  { label: '20–40B', min: 20, max: 40 },
  { label: '> 40B', min: 40, max: null },
] as const;

const ABILITY_LABELS: Record<Ability, string> = {
  code: '代码',
  tools: '工具调用',
  reasoning: '推理模式',
  vision: '图文',
};

const PRECISION_LABELS: Record<TablePrecision, string> = {
  bf16: 'BF16',
  'q8-0': '8 位（Q8_0）',
  'q4-k-m': '4 位（Q4_K_M）',
};

interface Props {
  state: TableState;
  developers: { id: string; name: string }[];
  update(change: Partial<TableState>): void;
}

export function Filters({ state, developers, update }: Props) {
  const [open, setOpen] = useState(false);
  const active =
    state.dev.length +
    state.cap.length +
    Number(state.lic !== 'any') +
    Number(state.size.min !== null || state.size.max !== null);
  const toggled = <Value,>(list: readonly Value[], value: Value) =>
    list.includes(value) ? list.filter((item) => item !== value) : [...list, value];

  return (
    <div className="table-filters" role="search" aria-label="筛选模型">
      <SearchField
        label="名称或开发者"
        value={state.q}
        placeholder="例如 coder 32b、零一万物"
        onChange={(q) => update({ q })}
      />
      <div className="filter-memory">
        <NumberField
          label="能放进"
          unit="GB"
          value={state.mem}
          min={1}
          max={100_000}
          optional
          placeholder="不限"
          onChange={(mem) => update({ mem })}
        />
      </div>
      <SelectField
        label="按精度"
        value={state.prec}
        options={Object.entries(PRECISION_LABELS).map(([value, label]) => ({
          value: value as TablePrecision,
          label,
        }))}
        onChange={(prec) => update({ prec })}
      />
      <button
        type="button"
        className="button more-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        更多筛选{active > 0 && `（已选 ${active}）`}
      </button>
      <div className="more-filters" data-open={open}>
        <Chips legend="参数量">
          {SIZES.map(({ label, min, max }) => {
            const on = state.size.min === min && state.size.max === max;
            return (
              <Chip
                key={label}
                on={on}
                onClick={() => update({ size: on ? { min: null, max: null } : { min, max } })}
              >
                {label}
              </Chip>
            );
          })}
        </Chips>
        <Chips legend="能力与许可">
          {Object.entries(ABILITY_LABELS).map(([key, label]) => (
            <Chip
              key={key}
              on={state.cap.includes(key as Ability)}
              onClick={() => update({ cap: toggled(state.cap, key as Ability) })}
            >
              {label}
            </Chip>
          ))}
          <Chip
            on={state.lic === 'commercial'}
            onClick={() => update({ lic: state.lic === 'commercial' ? 'any' : 'commercial' })}
          >
            可商用
          </Chip>
        </Chips>
        <Chips legend="开发者">
          {developers.map(({ id, name }) => (
            <Chip
              key={id}
              on={state.dev.includes(id)}
              onClick={() => update({ dev: toggled(state.dev, id) })}
            >
              {name}
            </Chip>
          ))}
        </Chips>
      </div>
    </div>
  );
}
