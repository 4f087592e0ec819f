import type { Params } from '#app/kernel/rejection.ts';
import type { Norm, Requirement } from '#app/scheme/requirement.ts';
import type { Gap } from './completeness.ts';
import type { Additionality } from './measure.ts';
import type { Step } from './step.ts';

/** Requirements of the scheme, seen in one plan: what is met, what is not, and what a person has to judge. Pure. */

export type Judgement = {
  met: boolean;
  reason: string;
  by: string;
  /** ISO instant */
  at: string;
  revision: number;
};

export type PlanRequirement = Omit<Requirement, 'sort'> & { judgement: Judgement | null };

/** What requirements are held against. */
export type RequirementFacts = {
  firstYear: number;
  lastYear: number;
  measures: readonly {
    code: string;
    name: string;
    additionality: Additionality;
    ambitions: readonly string[];
    steps: readonly Pick<Step, 'targetMilli'>[];
  }[];
  lines: readonly {
    measure: string;
    year: number;
    fund: string;
    cents: number | null;
    fteMilli: number | null;
    mark: string | null;
    memo?: object | null;
  }[];
  /** the themes of the scheme that have no measure, by name as the reader knows it */
  themesLeftOut: readonly { code: string; name: string }[];
  /** codes of the funds that belong to the scheme */
  ownFunds: readonly string[];
  /** every place in which a question is asked */
  questions: readonly { code: string; required: boolean; answered: boolean }[];
};

export type RequirementState = 'met' | 'unmet' | 'open';

export type RequirementCheck = PlanRequirement & {
  state: RequirementState;
  /** what a norm found wrong: years, or names of measures; null without norm */
  found: string[] | null;
  /** how many places of its questions are still without answer */
  unanswered: number;
};

/** Each requirement with its state: a norm or question that fails decides; a judgement is asked for after that. */
export function checkRequirements(
  requirements: readonly PlanRequirement[],
  facts: RequirementFacts,
): RequirementCheck[] {
  return requirements.map((requirement) => {
    const found = requirement.norm === null ? null : against(requirement.norm, facts);
    const asked = facts.questions.filter((question) => requirement.questions.includes(question.code));
    const unanswered = asked.filter((question) => !question.answered).length;
    const judgement = requirement.judged ? requirement.judgement : null;
    const choice = requirement.norm === 'theme-choice';
    const wrong = !choice && found !== null && found.length > 0;
    const failed = wrong || unanswered > 0 || judgement?.met === false;
    const judged = !requirement.judged || judgement !== null;
    // who leaves no theme out has nothing to argue
    const state = choice && found?.length === 0 ? 'met' : failed ? 'unmet' : judged ? 'met' : 'open';
    return { ...requirement, judgement, state, found, unanswered };
  });
}

function against(norm: Norm, facts: RequirementFacts): string[] {
  const { measures, lines } = facts;
  switch (norm) {
    case 'multi-year-budget': {
      const booked = new Set(lines.map((line) => line.year));
      const years = Array.from(
        { length: facts.lastYear - facts.firstYear + 1 },
        (_, i) => facts.firstYear + i,
      );
      return years.filter((year) => !booked.has(year)).map(String);
    }
    case 'improvement-only': {
      const paid = new Set(
        lines.filter((line) => facts.ownFunds.includes(line.fund) && costs(line)).map((line) => line.measure),
      );
      return measures
        .filter((measure) => measure.additionality === 'existing' && paid.has(measure.code))
        .map((measure) => measure.name);
    }
    case 'measurable-step':
      return measures
        .filter((measure) => !measure.steps.some((step) => step.targetMilli !== null))
        .map((measure) => measure.name);
    case 'theme-choice':
      return facts.themesLeftOut.map((theme) => theme.name);
    case 'serves-goal':
      return measures.filter((measure) => measure.ambitions.length === 0).map((measure) => measure.name);
  }
}

// A pro memorie is money of an amount that is not known yet.
function costs(line: RequirementFacts['lines'][number]): boolean {
  if (line.memo) return false;
  return (line.cents ?? 0) !== 0 || (line.fteMilli ?? 0) !== 0 || line.mark === 'pm';
}

/**
 * What the requirements leave to do in a draft. A requirement that only waits for answers which the template
 * itself requires says nothing: those answers are asked for already.
 * @param name a requirement in the reader's language
 */
export function requirementGaps(
  checks: readonly RequirementCheck[],
  questions: RequirementFacts['questions'],
  name: (requirement: PlanRequirement) => string,
): Gap[] {
  return checks.flatMap((check): Gap[] => {
    const gap = (code: string, params: Params = {}): Gap => ({
      code,
      params: { requirement: name(check), ...params },
      where: { kind: 'requirement', requirement: check.code },
      blocker: check.blocks,
    });
    if (check.state === 'met') return [];
    if (
      check.norm !== null &&
      check.norm !== 'theme-choice' &&
      check.found !== null &&
      check.found.length > 0
    ) {
      const found = { what: check.found.join(', '), count: check.found.length };
      return [gap(`plan.requirement-norm-${check.norm}`, found)];
    }
    if (check.judgement?.met === false) return [gap('plan.requirement-denied')];
    const free = questions.filter(
      (question) => check.questions.includes(question.code) && !question.required && !question.answered,
    ).length;
    if (check.unanswered > 0) return free > 0 ? [gap('plan.requirement-unanswered', { count: free })] : [];
    return [gap('plan.requirement-open')];
  });
}

/**
 * Gaps of a plan that may choose its themes: what a left-out theme lacks is pointed out, it blocks nothing. The
 * requirement itself asks for the reason.
 */
export function allowChoice(
  gaps: readonly Gap[],
  checks: readonly Pick<PlanRequirement, 'norm'>[],
  themesLeftOut: RequirementFacts['themesLeftOut'],
): Gap[] {
  if (!checks.some((check) => check.norm === 'theme-choice')) return [...gaps];
  return gaps.map((gap) => {
    const { where } = gap;
    const node = where.kind === 'section' || where.kind === 'measures' ? where.node : null;
    return themesLeftOut.some((theme) => theme.code === node) ? { ...gap, blocker: false } : gap;
  });
}
