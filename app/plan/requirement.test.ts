import { describe, expect, test } from 'vitest';
import type { Gap } from './completeness.ts';
import { goalsOf } from './goal.ts';
import {
  allowChoice,
  checkRequirements,
  type PlanRequirement,
  type RequirementFacts,
  requirementGaps,
} from './requirement.ts';

const requirement = (over: Partial<PlanRequirement> = {}): PlanRequirement => ({
  code: 'r',
  textNl: 'Eis',
  textEn: 'Requirement',
  source: '',
  norm: null,
  judged: false,
  blocks: true,
  questions: [],
  judgement: null,
  ...over,
});
const line = (over: object = {}) => ({
  measure: 'M1',
  year: 2022,
  fund: 'own',
  cents: 100 as number | null,
  fteMilli: null as number | null,
  mark: null as string | null,
  ...over,
});
const facts: RequirementFacts = {
  firstYear: 2022,
  lastYear: 2023,
  measures: [
    { code: 'M1', name: 'Eerste', additionality: 'existing', ambitions: [], steps: [{ targetMilli: null }] },
    { code: 'M2', name: 'Tweede', additionality: 'new', ambitions: ['v/a'], steps: [{ targetMilli: 2000 }] },
  ],
  lines: [line()],
  themesLeftOut: [{ code: 'T2', name: 'Thema 2' }],
  ownFunds: ['own'],
  questions: [
    { code: 'why', required: false, answered: false },
    { code: 'goal', required: true, answered: true },
    { code: 'goal', required: true, answered: false },
  ],
};
const check = (over: Partial<PlanRequirement>, given: Partial<RequirementFacts> = {}) =>
  checkRequirements([requirement(over)], { ...facts, ...given })[0]!;
const yes = { met: true, reason: 'omdat', by: 'Schrijver', at: '2026-01-01T00:00:00.000Z', revision: 1 };

describe('norms', () => {
  test('improvement only: money of the scheme for what would exist anyway fails, other money does not', () => {
    expect(check({ norm: 'improvement-only' })).toMatchObject({ state: 'unmet', found: ['Eerste'] });
    expect(check({ norm: 'improvement-only' }, { lines: [line({ fund: 'other' })] }).state).toBe('met');
    expect(check({ norm: 'improvement-only' }, { lines: [line({ cents: 0 })] }).state).toBe('met');
    const pm = line({ cents: null, mark: 'pm' });
    expect(check({ norm: 'improvement-only' }, { lines: [pm] }).state).toBe('unmet');
  });

  test('a multi-year budget names the years without any amount', () => {
    expect(check({ norm: 'multi-year-budget' }).found).toEqual(['2023']);
    expect(check({ norm: 'multi-year-budget' }, { lines: [line(), line({ year: 2023 })] }).state).toBe('met');
  });

  test('measurable steps and goals name the measures without', () => {
    expect(check({ norm: 'measurable-step' }).found).toEqual(['Eerste']);
    expect(check({ norm: 'serves-goal' }).found).toEqual(['Eerste']);
  });
});

describe('states', () => {
  test('a judgement is asked for, and cannot overrule what is computed', () => {
    expect(check({ judged: true }).state).toBe('open');
    expect(check({ judged: true, judgement: yes }).state).toBe('met');
    expect(check({ judged: true, judgement: { ...yes, met: false } }).state).toBe('unmet');
    expect(check({ judged: true, judgement: yes, norm: 'improvement-only' }).state).toBe('unmet');
  });

  test('a choice of themes needs its reason, and no reason when all are chosen', () => {
    const choice = { norm: 'theme-choice', questions: ['why'] } as const;
    expect(check({ ...choice, questions: ['why'] })).toMatchObject({ state: 'unmet', found: ['Thema 2'] });
    const questions = [{ code: 'why', required: false, answered: true }];
    expect(check({ ...choice, questions: ['why'] }, { questions }).state).toBe('met');
    expect(check({ ...choice, questions: ['why'] }, { themesLeftOut: [] }).state).toBe('met');
  });
});

describe('gaps', () => {
  const gaps = (over: Partial<PlanRequirement>) =>
    requirementGaps([check(over)], facts.questions, (one) => one.textNl).map(
      ({ code, blocker }) => `${code} ${blocker}`,
    );

  test('each unmet requirement says why, and blocks as the scheme says', () => {
    expect(gaps({ norm: 'improvement-only' })).toEqual(['plan.requirement-norm-improvement-only true']);
    expect(gaps({ judged: true, blocks: false })).toEqual(['plan.requirement-open false']);
    expect(gaps({ judged: true, judgement: { ...yes, met: false } })).toEqual([
      'plan.requirement-denied true',
    ]);
    expect(gaps({ questions: ['why'] })).toEqual(['plan.requirement-unanswered true']);
    expect(gaps({ questions: ['goal'] }), 'the template asks for that answer itself').toEqual([]);
  });

  test('a left-out theme blocks nothing where the scheme allows a choice', () => {
    const gap: Gap = {
      code: 'plan.theme-without-measure',
      params: {},
      where: { kind: 'measures', node: 'T2' },
      blocker: true,
    };
    const blocks = (norm: PlanRequirement['norm']) =>
      allowChoice([gap], [requirement({ norm })], facts.themesLeftOut)[0]!.blocker;
    expect([blocks('theme-choice'), blocks('serves-goal')]).toEqual([false, true]);
  });
});

test('goals list the measures that serve them, directly or by their theme, and those without', () => {
  const node = (framework: string, code: string, links: string[] = []) => ({
    code,
    nameNl: code,
    nameEn: code,
    framework,
    frameworkNl: framework,
    frameworkEn: framework,
    theme: framework === 'themes',
    links,
  });
  const nodes = [node('themes', 'T1', ['s/O1']), node('s', 'O1'), node('s', 'O2'), node('s', 'O3')];
  const measures = [
    { code: 'a', name: 'A', node: 'T1', ambitions: [] },
    { code: 'b', name: 'B', node: 'T9', ambitions: ['s/O2'] },
  ];
  const [framework] = goalsOf(nodes, measures);
  expect(framework!.goals.map((goal) => goal.measures.map((one) => [one.code, one.byTheme]))).toEqual([
    [['a', true]],
    [['b', false]],
    [],
  ]);
});
