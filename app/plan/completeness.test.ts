import { describe, expect, test } from 'vitest';
import { completeness, type PlanToCheck } from './completeness.ts';

const question = (code: string, node: string | null, answered: boolean, required = true) => ({
  code,
  text: `${code}?`,
  required,
  node,
  unit: null,
  placeName: node?.toUpperCase() ?? null,
  answered,
});
const measure = {
  code: 'M1',
  name: 'Tutoren',
  node: 'a',
  owner: 'decaan',
  firstYear: 2022,
  lastYear: 2023,
  ambitions: ['v/x'],
};
const whole: PlanToCheck = {
  hasMeasures: true,
  questions: [question('why', null, true), question('aim', 'a', true), question('more', null, false, false)],
  themes: [
    { code: 'a', name: 'A' },
    { code: 'b', name: 'B' },
  ],
  measures: [measure],
  asksAmbitions: true,
  budget: [
    { measure: 'M1', year: 2022 },
    { measure: 'M1', year: 2023 },
  ],
  remainders: [],
  fundName: (code) => code.toUpperCase(),
};
const codes = (plan: Partial<PlanToCheck>) =>
  completeness({ ...whole, ...plan }).map((gap) => `${gap.code}${gap.blocker ? '' : ' (note)'}`);

describe('completeness', () => {
  test('a whole plan has no gap', () => {
    expect(codes({})).toEqual([]);
  });

  test('required questions, once and per theme; not the others', () => {
    const questions = [
      question('why', null, false),
      question('aim', 'a', false),
      question('more', null, false, false),
    ];
    expect(codes({ questions })).toEqual(['plan.unanswered', 'plan.unanswered-place']);
  });

  test('a theme needs a measure where the template requires an answer; an answer of free will is a note', () => {
    expect(codes({ questions: [question('aim', 'b', true)] })).toEqual(['plan.theme-without-measure']);
    expect(codes({ questions: [question('aim', 'b', true, false)] })).toEqual([
      'plan.theme-without-measure (note)',
    ]);
    expect(codes({ questions: [question('aim', 'b', false, false)] })).toEqual([]);
    expect(codes({ measures: [], budget: [] })).toEqual(['plan.no-measure']);
  });

  test('a measure needs an owner, a budget for each year of its period and none outside it', () => {
    const budget = [
      { measure: 'M1', year: 2022 },
      { measure: 'M1', year: 2024 },
    ];
    const gaps = completeness({ ...whole, measures: [{ ...measure, owner: ' ', ambitions: [] }], budget });
    expect(gaps.map((gap) => [gap.code, gap.params.years ?? null, gap.blocker])).toEqual([
      ['plan.measure-without-owner', null, true],
      ['plan.measure-without-ambition', null, false],
      ['plan.measure-without-budget', '2023', true],
      ['plan.budget-outside-period', '2024', true],
    ]);
  });

  test('over the remainder names fund, year and amount; an unknown remainder cannot be over', () => {
    const left = (cents: number | null) => ({
      fund: 'sv',
      year: 2022,
      allocated: null,
      budgeted: 0,
      convertedCents: 0,
      withoutRateMilli: 0,
      ...{ unknown: 0, provisional: 0, allocatedProvisional: false },
      left: cents,
    });
    expect(completeness({ ...whole, remainders: [left(-150), left(0), left(null)] })).toMatchObject([
      { code: 'plan.over-remainder', params: { fund: 'SV', year: '2022', cents: 150 }, blocker: true },
    ]);
  });
});
