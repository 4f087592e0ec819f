import { stepInput } from '#app/cycle/cycle.input.ts';
import { listSteps, type Step } from '#app/cycle/cycle.server.ts';
import { canManageCycle } from '#app/cycle/moment.ts';
import { putStep } from '#app/cycle/step.server.ts';
import { parseInput } from '#app/identity/form.server.ts';
import { forbidden, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import type { FilledValue } from './fill-in-read.ts';
import type { ListRound } from './list-sheet.server.ts';
import type { ListField } from './list-sheet.ts';
import { bothOf, numberIn, textIn } from './list-value.server.ts';

const texts = [
  ...(['partsNl', 'partsEn', 'alsoNl', 'alsoEn', 'frequencyNl', 'frequencyEn'] as const),
  ...(['noteNl', 'noteEn', 'source'] as const),
];
const wholes = ['everyYears', 'milestone', 'day', 'month'] as const;

const fields: ListField[] = [
  { key: 'nameNl', head: 'field.nameNl', width: 40, kind: 'text', most: 500, needed: true },
  { key: 'nameEn', head: 'field.nameEn', width: 40, kind: 'text', most: 500, needed: true },
  { key: 'firstYear', head: 'field.firstYear', width: 12, kind: 'year', needed: true },
  { key: 'lastYear', head: 'field.lastYear', width: 12, kind: 'year', needed: true },
  ...wholes.map(
    (key): ListField => ({ key, head: `fill-in.cycle.${key}`, width: 12, kind: 'number', decimals: 0 }),
  ),
  ...texts.map((key): ListField => ({ key, head: `fill-in.cycle.${key}`, width: 40, kind: 'text' })),
];

/** The steps of a scheme's cycle: their names, years, fixed days and texts. A new one is made on the page. */
export function cycleList({ scheme }: { scheme: string }): ListRound {
  return {
    read: async (tx, actor) => {
      if (!canManageCycle(actor)) throw forbidden('cycle.manage');
      const steps = await listSteps(tx, actor, await schemeIdOf(tx, actor.institutionId, scheme));
      return {
        ...{ name: 'cycle-steps', title: (words) => words('cycle.steps'), lead: 'fill-in.cycle.lead' },
        stamp: `cycle-steps/${scheme}`,
        keys: [{ head: 'fill-in.steps.step', width: 28 }],
        ...{ labels: [], fields },
        rows: steps.map((step) => ({
          ...{ id: step.code, key: [step.code], name: bothOf(step), labels: [], values: valuesOf(step) },
        })),
      };
    },
    save: async (tx, actor, { key: [code = ''], values, changed }) => {
      const steps = await listSteps(tx, actor, await schemeIdOf(tx, actor.institutionId, scheme));
      const step = steps.find((one) => one.code === code);
      if (!step) throw new Missing('step');
      const years = { firstYear: numberIn(values.firstYear), lastYear: numberIn(values.lastYear) };
      const told = Object.fromEntries(texts.map((key) => [key, textIn(values[key])]));
      const body = step.bodyKind === null ? null : { kind: step.bodyKind, at: step.bodyAt };
      const input = parseInput(stepInput, {
        ...{ ...step, ...told, ...years, body, nameNl: values.nameNl, nameEn: values.nameEn },
        ...{
          milestone: values.milestone,
          everyYears: values.everyYears ?? 1,
          rule: ruleOf(step, values, changed),
        },
      });
      return putStep(tx, actor, { scheme, step: code, revision: step.revision }, input);
    },
  };
}

function valuesOf(step: Step): Record<string, FilledValue> {
  const { rule, nameNl, nameEn, everyYears, milestone } = step;
  const fixed = rule.kind === 'day' ? { day: rule.day, month: rule.month } : { day: null, month: null };
  return {
    ...{ nameNl, nameEn, everyYears, milestone, ...fixed },
    ...{ firstYear: String(step.firstYear), lastYear: String(step.lastYear) },
    ...Object.fromEntries(texts.map((key) => [key, step[key] || null])),
  };
}

/** Its rule with another day. @throws InvalidInput when its rule names no day of its own, or it would name none */
function ruleOf({ rule }: Step, { day, month }: Record<string, FilledValue>, changed: ReadonlySet<string>) {
  const touched = (['day', 'month'] as const).filter((key) => changed.has(key));
  if (touched.length === 0) return rule;
  const errors = touched.map((path) => ({ path, code: 'fill-in.cycle.rule', params: {} }));
  if (rule.kind !== 'day') throw new InvalidInput(errors);
  const fits = (value: FilledValue | undefined, most: number) =>
    typeof value === 'number' && value >= 1 && value <= most;
  if (fits(day, 31) && fits(month, 12)) return { ...rule, day, month };
  throw new InvalidInput(errors.map((one) => ({ ...one, code: 'fill-in.cycle.no-day' })));
}
