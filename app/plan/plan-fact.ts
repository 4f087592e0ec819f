import { isEmptyRichText } from '#app/document/rich-text.ts';
import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { answerIn, placesOf } from './place.ts';
import type { PlanHead } from './plan.server.ts';
import type {
  PlanMeasure,
  PlanNode,
  PlanQuestion,
  PlanSetting,
  PlanUnit,
  readLines,
} from './plan-part.server.ts';
import type { RequirementFacts } from './requirement.ts';

type Parts = {
  head: Pick<PlanHead, 'firstYear' | 'lastYear'>;
  themes: Parameters<typeof placesOf>[1]['themes'];
  units: PlanUnit[];
  questions: PlanQuestion[];
  measures: PlanMeasure[];
  lines: Awaited<ReturnType<typeof readLines>>;
  funds: PlanSetting['funds'];
  nodes: PlanNode[];
};

/** What of a plan its requirements are held against, in the reader's language. */
export function factsOf(plan: Parts, locale: Locale): RequirementFacts {
  const { firstYear, lastYear } = plan.head;
  const roots = new Set(
    plan.measures.map(
      (measure) => plan.nodes.find((node) => node.theme && node.code === measure.node)?.root ?? measure.node,
    ),
  );
  return {
    firstYear,
    lastYear,
    measures: plan.measures,
    lines: plan.lines,
    themesLeftOut: plan.themes
      .filter((theme) => theme.excludedReason === null && !roots.has(theme.code))
      .map((theme) => ({ code: theme.code, name: nameOf(theme, locale) })),
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
