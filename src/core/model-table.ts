import type { Sortable } from './sort.ts';

/** What filtering and sorting need of a row; views carry more. */
export interface FilterableRow extends Sortable {
  id: string;
  /** Everything a text search looks through, in lower case. */
  searchText: string;
  developer: string;
  paramsB: number;
  abilities: readonly Ability[];
  commercialUse: 'yes' | 'conditions' | 'no' | null;
  /** Weights alone by precision, GB = 10⁹ bytes; null where neither a file size nor a parameter count is known. */
  weightsGb: Record<TablePrecision, number | null>;
}

export const ABILITIES = ['code', 'tools', 'reasoning', 'vision'] as const;
export type Ability = (typeof ABILITIES)[number];

export const TABLE_PRECISIONS = ['bf16', 'q8-0', 'q4-k-m'] as const;
export type TablePrecision = (typeof TABLE_PRECISIONS)[number];

export interface Filters {
  text: string;
  developers: readonly string[];
  /** Billions of parameters, both ends inclusive; null is open. */
  size: { min: number | null; max: number | null };
  abilities: readonly Ability[];
  commercialOnly: boolean;
  /** 「能放进 N GB」: weights at `precision` must not exceed it; null switches the filter off. */
  memoryGb: number | null;
  precision: TablePrecision;
}

/**
 * Rows that pass every filter, in their order. A row whose weights are unknown does not pass the memory filter: it
 * cannot be said to fit. Words of the text must all occur.
 */
export function filterRows<Row extends FilterableRow>(rows: readonly Row[], filters: Filters): Row[] {
  const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const weightsGb = row.weightsGb[filters.precision];
    return (
      words.every((word) => row.searchText.includes(word)) &&
      (filters.developers.length === 0 || filters.developers.includes(row.developer)) &&
      (filters.size.min === null || row.paramsB >= filters.size.min) &&
      (filters.size.max === null || row.paramsB <= filters.size.max) &&
      filters.abilities.every((ability) => row.abilities.includes(ability)) &&
      (!filters.commercialOnly || row.commercialUse === 'yes') &&
      (filters.memoryGb === null || (weightsGb !== null && weightsGb <= filters.memoryGb))
    );
  });
}
