import type { Score } from '../../schema/benchmark.ts';
import type { EstimatorMachine, EstimatorModel } from '../estimate/estimate.ts';
import type { FittedConstants } from '../estimate/constants.ts';
import type { FitVerdict } from '../estimate/fit.ts';

/** What a comparison needs of a cell; views carry sources besides. */
export interface CompareCell {
  text: string;
  facts?: { label: string; content: string }[];
  /** Under the text: the condition of a licence, the setting of a score. */
  note?: string;
  /** Good, with a reservation, or bad: a verdict that is drawn with icon and colour. */
  state?: FitVerdict;
}

/** All that a comparison shows of one model, and nothing else. */
export interface CompareModel<Cell extends CompareCell = CompareCell> {
  id: string;
  name: string;
  href: string;
  developer: string;
  /** Of the developer, as CSS has it. */
  color: string;
  /** Row → what stands there; several where a row has several figures of a model. Rows without any are left out. */
  cells: Record<string, Cell[]>;
  /** Row → the number it is ranked by, where it may be ranked. */
  numbers: Record<string, number>;
  scores: ScoreEntry<Cell>[];
  /** Null where nothing of the memory can be told. */
  estimator: EstimatorModel | null;
}

export interface ScoreEntry<Cell extends CompareCell = CompareCell> {
  score: Score;
  cell: Cell;
}

/** What estimates rest on besides the model. */
export interface EstimateBasis {
  machines: EstimatorMachine[];
  fitted: Pick<FittedConstants, 'nodes' | 'machines'>;
}

/** A row of the comparison: a cell or several for each model, in the order of the models. */
export interface CompareRow<Cell extends CompareCell = CompareCell> {
  key: string;
  label: string;
  /** Unit, setting, and who measured. */
  note?: string;
  /** Empty for a model of which nothing is published. */
  cells: Cell[][];
  /** Places of the models whose value is marked. */
  best: number[];
  /** The mark, and why it stands where it does: 「最高」, 「…」. */
  mark?: { word: string; why: string };
  /** Why the figures of the row must not be ranked. */
  apart?: string;
}

export interface CompareGroup<Cell extends CompareCell = CompareCell> {
  key: string;
  title: string;
  note?: string;
  rows: CompareRow<Cell>[];
}
