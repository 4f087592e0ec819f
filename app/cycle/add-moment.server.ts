import { record } from '#app/audit/audit.server.ts';
import { type Actor, mayForBody } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type FieldError, forbidden, InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { holdsOn } from '#app/organisation/organisation.ts';
import { listUnitsEver } from '#app/organisation/unit.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { listSteps, type Step } from './cycle.server.ts';
import { type DueRule, dueDates } from './due-rule.ts';
import type { AddMomentInput } from './meeting.input.ts';
import { canManageCycle } from './moment.ts';
import { insertMoments, type NewMoment } from './start.server.ts';

/**
 * Adds a moment that no rule foresees: of a step without a day of its own (a review of one programme), with the
 * moments that count from it; or a meeting of a body by itself.
 * @returns how many moments were made
 * @throws InvalidInput for what is not known or does not fit; Rejection `forbidden`, `moment.there`; Missing
 */
export async function addMoment(
  tx: Tx,
  actor: Actor,
  scheme: string,
  input: AddMomentInput,
): Promise<{ momentId: string; made: number }> {
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  const steps = await listSteps(tx, actor, schemeId);
  const step = steps.find((one) => one.code === input.step) ?? null;
  const body = input.body === null ? null : await bodyOf(tx, actor, input.body);
  const { units } = await listUnitsEver(tx, institutionId);
  const unit = units.find((one) =>
    input.unit === null ? one.unitId === body?.unitId : one.code === input.unit,
  );
  const errors: FieldError[] = [];
  const wrong = (path: string, code: string, params = {}) => errors.push({ path, code, params });
  if (input.step !== null && !step) wrong('step', 'meeting.unknown', { value: input.step });
  if (input.body !== null && !body) wrong('body', 'meeting.unknown', { value: input.body });
  if (step && step.rule.kind !== 'agreed') wrong('step', 'cycle.has-day');
  if (!step && input.title === '') wrong('title', 'field.required');
  if (!step && !body) wrong('body', 'field.required');
  if (!unit) wrong('unit', input.unit === null ? 'field.required' : 'meeting.unknown', { value: input.unit });
  else if (step && !step.unitKinds.includes(unit.kind)) wrong('unit', 'cycle.unit-kind', { unit: unit.code });
  else if (!holdsOn(unit, input.dueOn)) wrong('unit', 'cycle.unit-gone', { unit: unit.code });
  if (errors.length > 0) throw new InvalidInput(errors);
  const { unitId, kind } = unit!;
  const own = body !== null && mayForBody(actor, 'consultation.write', body.bodyId);
  if (!canManageCycle(actor, unitId) && !(step === null && own)) throw forbidden('cycle.manage');
  const { year, dueOn } = input;
  const first: NewMoment = {
    ...{ stepId: step?.stepId ?? null, unitId, year, nth: 1, dueOn, topics: step?.topics ?? [] },
    ...(step === null && { title: input.title, bodyId: body!.bodyId }),
  };
  const later = step ? following(step, steps, { kind, dueOn }) : [];
  const made = await insertMoments(tx, actor, schemeId, [
    first,
    ...later.map(({ one, on }) => ({ ...first, stepId: one.stepId, dueOn: on, topics: one.topics })),
  ]);
  const [momentId] = made;
  if (momentId === undefined) throw new Rejection('moment.there', { year: String(year) });
  const after = { scheme, ...input, made: made.length };
  await record(tx, actor, 'moment.add', { kind: 'moment', id: momentId }, { after });
  return { momentId, made: made.length };
}

/** The steps that count from this one, near or far, for a unit of this kind, with their day. */
function following(step: Step, steps: readonly Step[], { kind, dueOn }: { kind: string; dueOn: string }) {
  const [year = '', month = '', day = ''] = dueOn.split('-');
  const stands: DueRule = {
    ...{ kind: 'day', year: 'calendar', offset: 0, before: false },
    ...{ month: Number(month), day: Number(day) },
  };
  const rules = new Map<string, DueRule>(steps.map((one) => [one.code, one.rule])).set(step.code, stands);
  const without = new Map<string, DueRule>(steps.map((one) => [one.code, one.rule]));
  return steps
    .filter((one) => one.code !== step.code && one.rule.kind === 'from' && one.unitKinds.includes(kind))
    .flatMap((one) => {
      const on = dueDates(one.rule, Number(year), rules)[0];
      // what has a day without this one does not count from it
      const other = dueDates(one.rule, Number(year), without).length > 0;
      return on === undefined || other ? [] : [{ one, on }];
    });
}

async function bodyOf(tx: Tx, actor: Actor, code: string) {
  const row = await tx
    .selectFrom('body')
    .select(['bodyId', 'unitId'])
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
  return row ?? null;
}
