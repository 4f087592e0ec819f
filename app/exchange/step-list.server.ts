import { parseInput } from '#app/identity/form.server.ts';
import type { PlanAddress } from '#app/plan/draft.server.ts';
import { stepInput } from '#app/plan/step.input.ts';
import { saveStep } from '#app/plan/step.server.ts';
import { comparators, stepKinds } from '#app/plan/step.ts';
import { unitsOf } from '#app/plan/unit-choice.ts';
import { getBudgetDraft } from './budget-sheet.server.ts';
import type { ListRound } from './list-sheet.server.ts';
import { choicesOf, textIn, wordChoices } from './list-value.server.ts';

/** The road map of a draft: the steps of all its measures. */
export function stepList(at: PlanAddress): ListRound {
  return {
    read: async (tx, actor) => {
      const plan = await getBudgetDraft(tx, actor, at);
      const { head, measures } = plan;
      const known = new Set(measures.map(({ code }) => code));
      return {
        ...{ name: `${head.code}-steps`, title: (words) => `${head.title}: ${words('steps.title')}` },
        ...{ lead: 'fill-in.steps.lead', stamp: `steps/${head.scheme.code}/${head.code}`, open: true },
        begin: ([measure = '']) =>
          known.has(measure) ? null : { code: 'fill-in.budget.no-measure', params: { what: measure } },
        keys: [
          { head: 'fill-in.budget.measure', width: 14 },
          { head: 'fill-in.steps.step', width: 10 },
        ],
        labels: [{ head: 'fill-in.name', width: 36 }],
        fields: [
          { key: 'text', head: 'field.step-text', width: 60, kind: 'text', most: 2000, needed: true },
          {
            ...{ key: 'kind', head: 'field.step-kind', width: 14, kind: 'choice', needed: true },
            choices: wordChoices('step.kind', stepKinds),
          },
          { key: 'firstYear', head: 'field.firstYear', width: 12, kind: 'year' },
          { key: 'lastYear', head: 'field.lastYear', width: 12, kind: 'year' },
          { key: 'due', head: 'field.due', width: 24, kind: 'text', most: 200 },
          {
            ...{ key: 'unit', head: 'field.step-unit', width: 26, kind: 'choice' },
            choices: choicesOf(unitsOf(plan)),
          },
          {
            ...{ key: 'comparator', head: 'field.comparator', width: 14, kind: 'choice' },
            choices: wordChoices('step.comparator', comparators),
          },
          { key: 'targetMilli', head: 'field.target', width: 14, kind: 'number', decimals: 3 },
          { key: 'targetUnit', head: 'field.targetUnit', width: 30, kind: 'text', most: 200 },
        ],
        rows: measures.flatMap((measure) =>
          measure.steps.map(({ code, revision, firstYear, lastYear, due, targetUnit, ...step }) => ({
            id: String(revision),
            key: [measure.code, code],
            name: `${measure.code} ${code} · ${step.text}`,
            labels: [measure.name],
            values: {
              ...step,
              firstYear: firstYear === null ? null : String(firstYear),
              lastYear: lastYear === null ? null : String(lastYear),
              due: due || null,
              targetUnit: targetUnit || null,
            },
          })),
        ),
      };
    },
    save: (tx, actor, { key: [measure = '', code = ''], stands, values }) => {
      const texts = { due: textIn(values.due), targetUnit: textIn(values.targetUnit) };
      // the cells were compared one by one: what stands is what was seen
      const input = parseInput(stepInput, { ...values, ...texts, revision: Number(stands?.id ?? 0) });
      const { scheme, document } = at;
      return saveStep(tx, actor, { ...input, scheme, document, measure, step: stands ? code : null });
    },
  };
}
