import { useEffect, useMemo, useState } from 'react';
import type { CompareModel, EstimateBasis } from '../../core/compare/compare-model.ts';
import type { EstimatorPrecision } from '../../core/estimate/estimate.ts';
import type { CellData } from '../../ui/cell-data.ts';
import type { ComboboxOption } from '../../ui/Combobox.tsx';
import type { CompareState } from './url.ts';

/** Cells as they travel with the page: with sources. */
export type ShownCell = CellData & { note?: string; state?: 'fits' | 'tight' | 'no' };
export type ShownModel = CompareModel<ShownCell>;

/** What travels with the page: every choice by name, and the figures of the comparison it opens with. */
export interface CompareData {
  choices: Record<'models' | 'machines' | 'precisions', ComboboxOption[]>;
  precisions: EstimatorPrecision[];
  basis: EstimateBasis;
  models: ShownModel[];
}

/** Where the figures of other models (`ID` stands for the id) and of all machines are. */
export interface Addresses {
  model: string;
  machines: string;
}

/** Figures of the models and the machine that a state asks for, fetched once each; null where one is not here yet. */
export function useCompareData(data: CompareData, state: CompareState, addresses: Addresses) {
  const [models, setModels] = useState<ReadonlyMap<string, ShownModel>>(
    () => new Map(data.models.map((model) => [model.id, model])),
  );
  const [basis, setBasis] = useState(data.basis);
  const [failed, setFailed] = useState(false);
  const wanted = useMemo(() => {
    const machine = basis.machines.some(({ id }) => id === state.hw) ? [] : [addresses.machines];
    const missing = state.m.filter((id) => !models.has(id));
    return [...machine, ...missing.map((id) => addresses.model.replace('ID', id))].join(' ');
  }, [models, basis, state, addresses]);

  useEffect(() => {
    if (wanted === '') return;
    let gone = false;
    // All at once: a table that fills model by model would jump each time.
    void Promise.allSettled(wanted.split(' ').map(fetchJson)).then((answers) => {
      if (gone) return;
      const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
      setFailed(found.length < answers.length);
      for (const one of found) {
        if ('machines' in one) setBasis(one);
        else setModels((known) => new Map(known).set(one.id, one));
      }
    });
    return () => {
      gone = true;
    };
  }, [wanted, addresses]);

  return {
    models: state.m.map((id) => models.get(id) ?? null),
    machine: basis.machines.find(({ id }) => id === state.hw) ?? null,
    fitted: basis.fitted,
    failed,
  };
}

async function fetchJson(address: string): Promise<ShownModel | EstimateBasis> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}：${address}`);
  return response.json();
}
