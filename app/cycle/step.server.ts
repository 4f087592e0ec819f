import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { requireBodyKind } from '#app/organisation/body-kind.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import type { StepInput } from './cycle.input.ts';
import { listSteps } from './cycle.server.ts';
import { hasDay } from './due-rule.ts';
import { canManageCycle } from './moment.ts';
import { putFeeds, putTopics } from './step-part.server.ts';

/**
 * Makes a step of a scheme's cycle, or changes it. Moments that were made of it stay as they are.
 * @param at which step; `revision` is the one that was seen (0: it should not be there yet), when that matters
 * @throws Rejection `conflict` when another was saved since; InvalidInput for an unknown kind of document, years that end before they begin, a right without a
 *   body, or a due date that comes back to itself; Rejection `forbidden`; Missing
 */
export async function putStep(
  tx: Tx,
  actor: Actor,
  { revision, ...at }: { scheme: string; step: string; revision?: number },
  input: StepInput,
): Promise<{ code: string }> {
  if (!canManageCycle(actor)) throw forbidden('cycle.manage');
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(at.step)) throw new Missing('step');
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, at.scheme);
  const steps = await listSteps(tx, actor, schemeId);
  const before = steps.find((step) => step.code === at.step);
  if (revision !== undefined && revision !== (before?.revision ?? 0)) throw new Rejection('conflict');
  const kindId = input.kind === null ? null : await kindIdOf(tx, actor, schemeId, input.kind);
  const rules = new Map(steps.map((step) => [step.code, step.rule])).set(at.step, input.rule);
  const errors: FieldError[] = [];
  if (input.lastYear < input.firstYear) errors.push({ path: 'lastYear', code: 'cycle.years', params: {} });
  if (input.right !== null && (input.body === null || input.kind === null)) {
    errors.push({ path: 'right', code: 'cycle.right', params: {} });
  }
  if (input.kind !== null && input.product !== null) {
    errors.push({ path: 'product', code: 'cycle.product', params: {} });
  }
  if (input.rule.kind !== 'agreed' && !hasDay(input.rule, input.firstYear, rules)) {
    errors.push({ path: 'rule.step', code: 'cycle.rule', params: {} });
  }
  for (const path of ['starts', 'meets'] as const) {
    const other = input[path];
    if (other && !hasDay(other, input.firstYear, rules)) {
      errors.push({ path: `${path}.step`, code: 'cycle.rule', params: {} });
    }
  }
  for (const code of input.feeds) {
    if (code === at.step || !steps.some((one) => one.code === code)) {
      errors.push({ path: 'feeds', code: 'cycle.feeds', params: { value: code } });
    }
  }
  for (const { about } of input.topics) {
    if (about !== null && about !== at.step && !steps.some((one) => one.code === about)) {
      errors.push({ path: 'topics', code: 'cycle.feeds', params: { value: about } });
    }
  }
  if (input.topics.length > 0 && input.body === null) {
    errors.push({ path: 'topics', code: 'cycle.meets', params: {} });
  }
  if (input.meets !== null && input.body === null) {
    errors.push({ path: 'meets.kind', code: 'cycle.meets', params: {} });
  }
  if (input.kind !== null && kindId === null) {
    errors.push({ path: 'kind', code: 'cycle.kind', params: { value: input.kind } });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  if (input.body) await requireBodyKind(tx, actor, { path: 'body.kind', code: input.body.kind });
  const { kind: _, body, right, role, rule, starts, meets, feeds, topics, ...rest } = input;
  const values = {
    ...rest,
    ...{ kindId, bodyKind: body?.kind ?? null, bodyAt: body?.at ?? null, rightKind: right, roleCode: role },
    rule: JSON.stringify(rule),
    startRule: starts && JSON.stringify(starts),
    meetingRule: meets && JSON.stringify(meets),
  };
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
  const ids = new Map(steps.map((one) => [one.code, one.stepId])).set(at.step, stepId);
  await putFeeds(
    tx,
    actor,
    stepId,
    feeds.map((code) => ids.get(code)!),
  );
  await putTopics(tx, actor, { stepId, before: before?.topics ?? [], topics, ids });
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

/** Puts a step one place earlier (`by` -1) or later among the steps. @throws Rejection `forbidden`; Missing */
export async function moveCycleStep(
  tx: Tx,
  actor: Actor,
  { scheme, step, by }: { scheme: string; step: string; by: -1 | 1 },
): Promise<void> {
  if (!canManageCycle(actor)) throw forbidden('cycle.manage');
  const steps = await listSteps(tx, actor, await schemeIdOf(tx, actor.institutionId, scheme));
  const from = steps.findIndex((one) => one.code === step);
  const moved = steps[from];
  if (!moved) throw new Missing('step');
  const to = from + by;
  if (to < 0 || to >= steps.length) return;
  const order = steps.toSpliced(from, 1).toSpliced(to, 0, moved);
  for (const [sort, one] of order.entries()) {
    await tx
      .updateTable('cycleStep')
      .set({ sort })
      .where('institutionId', '=', actor.institutionId)
      .where('stepId', '=', one.stepId)
      .execute();
  }
  const places = { before: { number: from + 1 }, after: { number: to + 1 } };
  await record(tx, actor, 'cycle.move', { kind: 'cycle_step', id: moved.stepId }, places);
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
