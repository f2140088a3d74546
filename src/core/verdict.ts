import type { Verdict } from '../schema/claim.ts';

/** Gravest first: what a figure with several checks is marked with. */
export const GRAVITY: readonly Verdict[] = [
  'impossible',
  'differs',
  'unverifiable',
  'agrees-with-condition',
  'agrees',
];

/** A verdict, or `unchecked` where nothing was found to hold the figure against. */
export type Mark = Verdict | 'unchecked';

/** The gravest of several verdicts; `unchecked` for none. */
export function gravest(verdicts: readonly Verdict[]): Mark {
  return GRAVITY.find((verdict) => verdicts.includes(verdict)) ?? 'unchecked';
}
