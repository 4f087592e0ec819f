import { isEmptyRichText } from '#app/document/rich-text.ts';
import { answerIn, placesOf } from './place.ts';
import type { PlanHead } from './plan.server.ts';
import type { PlanMeasure, PlanQuestion, PlanSetting, PlanUnit, readLines } from './plan-part.server.ts';
import type { RequirementFacts } from './requirement.ts';

type Parts = {
  head: Pick<PlanHead, 'firstYear' | 'lastYear'>;
  themes: Parameters<typeof placesOf>[1]['themes'];
  units: PlanUnit[];
  questions: PlanQuestion[];
  measures: PlanMeasure[];
  lines: Awaited<ReturnType<typeof readLines>>;
  funds: PlanSetting['funds'];
};

/** What of a plan its requirements are held against. */
export function factsOf(plan: Parts): RequirementFacts {
  const { firstYear, lastYear } = plan.head;
  return {
    firstYear,
    lastYear,
    measures: plan.measures,
    lines: plan.lines,
    ownFunds: plan.funds.filter((fund) => fund.own).map((fund) => fund.code),
    questions: plan.questions.flatMap((question) =>
      placesOf(question, plan).map((place) => {
        const answer = answerIn(question.answers, place);
        return {
          code: question.code,
          required: question.required,
          answered: answer !== undefined && !isEmptyRichText(answer.body),
        };
      }),
    ),
  };
}
