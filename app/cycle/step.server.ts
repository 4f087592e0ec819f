import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import type { StepInput } from './cycle.input.ts';
import { listSteps } from './cycle.server.ts';
import { dueDate } from './due-rule.ts';
import { canManageCycle } from './moment.ts';

/**
 * Makes a step of a scheme's cycle, or changes it. Moments that were made of it stay as they are.
 * @throws InvalidInput for an unknown kind of document, years that end before they begin, a right without a
 *   body, or a due date that comes back to itself; Rejection `forbidden`; Missing
 */
export async function putStep(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; step: string },
  input: StepInput,
): Promise<{ code: string }> {
  if (!canManageCycle(actor)) throw forbidden('cycle.manage');
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(at.step)) throw new Missing('step');
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, at.scheme);
  const steps = await listSteps(tx, actor, schemeId);
  const kindId = input.kind === null ? null : await kindIdOf(tx, actor, schemeId, input.kind);
  const rules = new Map(steps.map((step) => [step.code, step.rule])).set(at.step, input.rule);
  const errors: FieldError[] = [];
  if (input.lastYear < input.firstYear) errors.push({ path: 'lastYear', code: 'cycle.years', params: {} });
  if (input.right !== null && (input.body === null || input.kind === null)) {
    errors.push({ path: 'right', code: 'cycle.right', params: {} });
  }
  if (dueDate(input.rule, input.firstYear, rules) === null) {
    errors.push({ path: 'rule.step', code: 'cycle.rule', params: {} });
  }
  if (input.kind !== null && kindId === null) {
    errors.push({ path: 'kind', code: 'cycle.kind', params: { value: input.kind } });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  const { kind: _, body, right, role, rule, ...rest } = input;
  const values = {
    ...rest,
    ...{ kindId, bodyKind: body?.kind ?? null, bodyAt: body?.at ?? null, rightKind: right, roleCode: role },
    rule: JSON.stringify(rule),
  };
  const before = steps.find((step) => step.code === at.step);
  const stepId = before?.stepId ?? newId();
  if (before) {
    await tx
      .updateTable('cycleStep')
      .set({ ...values, revision: before.revision + 1 })
      .where('institutionId', '=', institutionId)
      .where('stepId', '=', stepId)
      .execute();
  } else {
    const own = { institutionId, stepId, schemeId, code: at.step, sort: steps.length };
    await tx
      .insertInto('cycleStep')
      .values({ ...own, ...values })
      .execute();
  }
  const after = { ...at, ...input };
  await record(
    tx,
    actor,
    'cycle.step',
    { kind: 'cycle_step', id: stepId },
    { before: before ?? null, after },
  );
  return { code: at.step };
}

async function kindIdOf(tx: Tx, actor: Actor, schemeId: string, code: string): Promise<string | null> {
  const row = await tx
    .selectFrom('documentKind')
    .select('kindId')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', schemeId)
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.kindId ?? null;
}
