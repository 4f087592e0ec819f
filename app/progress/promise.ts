import { type Actor, may } from '#app/kernel/actor.ts';
import { factsOf, type Held, type PromiseFact, promiseFacts } from './promise-facts.ts';

/** Whether promises of plans meet the scheme's criteria: what people judged, and hints computed beside it. Pure. */

export type Criterion = { code: string; nameNl: string; nameEn: string };

/** What somebody judged of a promise by one criterion; the newest counts. */
export type PromiseJudgement = {
  criterion: string;
  number: number;
  met: boolean;
  reason: string;
  by: string;
  /** ISO moment */
  at: string;
};

export type Hint = PromiseFact | 'indicator';

/** A measure as the newest version of its plan that was submitted promises it. */
export type PlanPromise = Held & {
  unit: { unitId: string; code: string; nameNl: string; nameEn: string };
  document: string;
  documentTitle: string;
  version: number;
  code: string;
  name: string;
  /** years with an amount in this version */
  budgetYears: number[];
  /** indicators that are said to measure it */
  indicators: number;
  /** the newest of each criterion */
  judgements: PromiseJudgement[];
};

/** What the promise lacks by which one could see later whether it was kept: hints to who judges, never a verdict. */
export function hintsOf(promise: PlanPromise): Hint[] {
  const facts = factsOf(promise, promise.budgetYears);
  const open: Hint[] = promiseFacts.filter((fact) => !facts[fact]);
  return promise.indicators === 0 ? [...open, 'indicator'] : open;
}

/** The promises that fail a criterion, with each such judgement. */
export function failing<P extends Pick<PlanPromise, 'judgements'>>(
  promises: readonly P[],
): { promise: P; judgement: PromiseJudgement }[] {
  return promises.flatMap((promise) =>
    promise.judgements.filter((one) => !one.met).map((judgement) => ({ promise, judgement })),
  );
}

/** How many promises were judged by every criterion, and how many of those meet them all. */
export function tally(
  promises: readonly Pick<PlanPromise, 'judgements'>[],
  criteria: readonly Criterion[],
): { all: number; judged: number; met: number } {
  const full = promises.filter(({ judgements }) =>
    criteria.every(({ code }) => judgements.some((one) => one.criterion === code)),
  );
  return {
    all: promises.length,
    judged: full.length,
    met: full.filter(({ judgements }) => judgements.every((one) => one.met)).length,
  };
}

/** May the actor judge promises of this unit? Who writes plans there. */
export function canJudgePromise(actor: Actor, { unitId }: { unitId: string }): boolean {
  return may(actor, 'plan.write', unitId);
}
