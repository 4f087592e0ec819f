/**
 * Ledger line: every euro and every FTE, in one table. A line is carried by one version of one document and
 * has a stage; which lines count at a moment follows from which versions are in force then.
 */

export const stages = ['expected', 'granted', 'allocated', 'budgeted', 'realised', 'forecast'] as const;
/** `expected` is the ex-ante figure of a budget framework, beside what was really granted. */
export type Stage = (typeof stages)[number];

/** A value that is not a plain number: pro memoria, masked (fewer than the threshold), provisional. */
export type Mark = 'pm' | 'masked' | 'provisional';

/** What a sum holds besides numbers, the weightiest first. */
export function marksOf(sum: { unknown: number; masked: number; provisional: number }): Mark[] {
  return [
    ...(sum.unknown > sum.masked ? (['pm'] as const) : []),
    ...(sum.masked > 0 ? (['masked'] as const) : []),
    ...(sum.provisional > 0 ? (['provisional'] as const) : []),
  ];
}

export const trees = ['asOf', 'year'] as const;
/**
 * By which unit tree figures are added up: that of the moment, or for each line that of the last day of its own
 * calendar year. See docs/decisions/0012-which-tree.md.
 */
export type Tree = (typeof trees)[number];
