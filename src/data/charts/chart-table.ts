import type { Verdict } from '../../core/chart.ts';
import { GRAVITY } from '../../core/verdict.ts';
import type { CellView } from '../cells.ts';
import type { ClaimView } from '../claims.ts';

/** The figures of a chart as a table: what a picture shows stands here with its source. */
export interface ChartTable {
  rowHead: string;
  columns: { key: string; label: string; note?: string; numeric: boolean }[];
  rows: ChartTableRow[];
}

export interface ChartTableRow {
  id: string;
  name: string;
  href?: string;
  dot?: { color: string; title: string };
  cells: Record<string, CellView | null>;
  sortKeys: Record<string, number | string | null>;
}

const WORDS: Partial<Record<ClaimView['mark'], string>> = {
  impossible: '不可能',
  differs: '与公开数据不符',
  unverifiable: '无法核实',
  'agrees-with-condition': '有条件成立',
};

/** What a chart writes beside a claim; nothing beside one that agrees or that nobody checked. */
export function verdictOf({ mark, byEstimate }: Pick<ClaimView, 'mark' | 'byEstimate'>): Verdict | undefined {
  const word = byEstimate ? '与估算不符' : WORDS[mark];
  if (word === undefined || mark === 'unchecked') return undefined;
  return { word, grave: GRAVITY.indexOf(mark) <= GRAVITY.indexOf('differs') };
}

/** A claim as a cell of a chart's table. */
export const claimCell = (claim: ClaimView): CellView => ({ text: claim.text, claim });
