/** Requirement: what a scheme asks of a kind of document beside its questions, and how one sees that it is met. */

/**
 * What can be computed from a plan: every year has a budget; the scheme's own money pays for nothing that would
 * exist anyway; every measure has a measurable step; every measure serves a goal beside its theme; a plan may
 * leave themes out, if its questions or judgement say why.
 */
export const norms = [
  'multi-year-budget',
  'improvement-only',
  'measurable-step',
  'serves-goal',
  'theme-choice',
] as const;
export type Norm = (typeof norms)[number];

export type Requirement = {
  code: string;
  textNl: string;
  textEn: string;
  source: string;
  norm: Norm | null;
  judged: boolean;
  blocks: boolean;
  sort: number;
  /** codes of the questions whose answers show it */
  questions: string[];
};
