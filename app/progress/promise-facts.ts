import type { Step } from '#app/plan/step.ts';

/** What a promise holds that lets one see later whether it was kept: hints, never a verdict. Pure. */

export const promiseFacts = ['description', 'owner', 'amount', 'time', 'target', 'end-state'] as const;
export type PromiseFact = (typeof promiseFacts)[number];

export type Held = {
  description: string;
  owner: string;
  firstYear: number;
  lastYear: number;
  steps: readonly Pick<Step, 'kind' | 'targetMilli' | 'firstYear'>[];
};

/**
 * Which of these a measure holds: words for what is done, who sees to it, an amount in each of its years, a dated step,
 * something that can be counted, and how things stand at the end.
 * @param budgetYears the years in which a budget is in force
 */
export function factsOf(measure: Held, budgetYears: readonly number[]): Record<PromiseFact, boolean> {
  const { steps, firstYear, lastYear } = measure;
  const span = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  return {
    description: measure.description.trim() !== '',
    owner: measure.owner.trim() !== '',
    amount: span.every((year) => budgetYears.includes(year)),
    time: steps.some((step) => step.firstYear !== null),
    target: steps.some((step) => step.targetMilli !== null),
    'end-state': steps.some((step) => step.kind === 'end-state'),
  };
}
