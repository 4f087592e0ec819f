import { years } from '#app/kernel/period.ts';
import type { Params } from '#app/kernel/rejection.ts';
import type { Remainder } from './budget.ts';

/** Where something is missing, so that a page can link to it. */
export type Where =
  | { kind: 'section'; question: string; node: string | null; unit: string | null }
  | { kind: 'measures'; node: string | null }
  | { kind: 'measure'; measure: string }
  | { kind: 'budget'; fund: string | null; measure: string | null }
  | { kind: 'requirement'; requirement: string };

/** One thing that is not complete; a blocker stops submission, a note does not. */
export type Gap = { code: string; params: Params; where: Where; blocker: boolean };

/** What completeness looks at: codes and names, as the reader knows them. */
export type PlanToCheck = {
  hasMeasures: boolean;
  questions: readonly {
    code: string;
    text: string;
    required: boolean;
    /** one entry per theme or unit that it is asked for; both null when asked once */
    node: string | null;
    unit: string | null;
    placeName: string | null;
    answered: boolean;
  }[];
  themes: readonly { code: string; name: string }[];
  measures: readonly {
    code: string;
    name: string;
    node: string;
    owner: string;
    firstYear: number;
    lastYear: number;
    ambitions: readonly string[];
  }[];
  /** the scheme has frameworks that measures refer to */
  asksAmbitions: boolean;
  budget: readonly { measure: string; year: number }[];
  remainders: readonly Remainder[];
  /** a fund's name as the reader knows it */
  fundName: (code: string) => string;
};

/** Everything that is missing from a plan, in the order in which one reads it. Pure. */
export function completeness(plan: PlanToCheck): Gap[] {
  const order = [null, ...plan.themes.map((theme) => theme.code)];
  const gaps = plan.questions
    .filter((question) => question.required && !question.answered)
    .toSorted((a, b) => order.indexOf(a.node) - order.indexOf(b.node))
    .map(unanswered);
  if (!plan.hasMeasures) return gaps;
  const booked = new Map(plan.measures.map((measure) => [measure.code, new Set<number>()]));
  for (const line of plan.budget) booked.get(line.measure)?.add(line.year);
  return [
    ...gaps,
    ...themeGaps(plan),
    ...plan.measures.flatMap((measure) => measureGaps(plan, measure, booked.get(measure.code)!)),
    ...plan.remainders.flatMap((remainder) => overRemainder(remainder, plan.fundName(remainder.fund))),
  ];
}

function unanswered(question: PlanToCheck['questions'][number]): Gap {
  return {
    code: question.placeName === null ? 'plan.unanswered' : 'plan.unanswered-place',
    params: { question: question.text, ...(question.placeName !== null && { place: question.placeName }) },
    where: { kind: 'section', question: question.code, node: question.node, unit: question.unit },
    blocker: true,
  };
}

// The template asks for a measure where it requires an answer for the theme; elsewhere an answer without a
// measure is only pointed out.
function themeGaps(plan: PlanToCheck): Gap[] {
  if (plan.measures.length === 0) {
    return [{ code: 'plan.no-measure', params: {}, where: { kind: 'measures', node: null }, blocker: true }];
  }
  return plan.themes.flatMap((theme): Gap[] => {
    if (plan.measures.some((measure) => measure.node === theme.code)) return [];
    const asked = plan.questions.filter((question) => question.node === theme.code);
    const blocker = asked.some((question) => question.required);
    if (!blocker && !asked.some((question) => question.answered)) return [];
    const where: Where = { kind: 'measures', node: theme.code };
    return [{ code: 'plan.theme-without-measure', params: { theme: theme.name }, where, blocker }];
  });
}

function measureGaps(
  plan: PlanToCheck,
  measure: PlanToCheck['measures'][number],
  booked: ReadonlySet<number>,
): Gap[] {
  const gaps: Gap[] = [];
  const add = (code: string, where: Where['kind'], rest: { params?: Params; blocker?: boolean } = {}) =>
    gaps.push({
      code,
      params: { measure: measure.name, ...rest.params },
      where:
        where === 'budget'
          ? { kind: 'budget', fund: null, measure: measure.code }
          : { kind: 'measure', measure: measure.code },
      blocker: rest.blocker ?? true,
    });
  if (measure.owner.trim() === '') add('plan.measure-without-owner', 'measure');
  if (plan.asksAmbitions && measure.ambitions.length === 0) {
    add('plan.measure-without-ambition', 'measure', { blocker: false });
  }
  const period = years(measure.firstYear, measure.lastYear);
  const missing = period.filter((year) => !booked.has(year));
  if (missing.length > 0) {
    add('plan.measure-without-budget', 'budget', {
      params: { years: missing.join(', '), count: missing.length },
    });
  }
  const outside = [...booked].filter((year) => !period.includes(year)).toSorted();
  if (outside.length > 0) {
    add('plan.budget-outside-period', 'budget', {
      params: { years: outside.join(', '), first: String(measure.firstYear), last: String(measure.lastYear) },
    });
  }
  return gaps;
}

function overRemainder(remainder: Remainder, fund: string): Gap[] {
  if (remainder.left === null || remainder.left >= 0) return [];
  return [
    {
      code: 'plan.over-remainder',
      params: { fund, year: String(remainder.year), cents: -remainder.left },
      where: { kind: 'budget', fund: remainder.fund, measure: null },
      blocker: true,
    },
  ];
}
