import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { getCommitment } from './commitment.server.ts';
import { afterAct, canActOnCommitment } from './commitment.ts';
import type { CommitmentActInput } from './council.input.ts';
import { resolveAbout } from './reference.server.ts';

/**
 * Hands in evidence, takes or refuses it, moves the day, opens again or withdraws. Evidence is a frozen version
 * of a document, or words with a date.
 * @throws Missing; InvalidInput `commitment.evidence`, `commitment.future`, `commitment.same-day`,
 *   `commitment.due-early`; Rejection `forbidden`, `commitment.act`, `conflict`
 */
export async function actOnCommitment(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; commitment: string; now: Date },
  input: CommitmentActInput,
): Promise<{ revision: number }> {
  const { commitment: before, steps } = await lockCommitment(tx, actor, at);
  if (!canActOnCommitment(actor, input.act, before)) throw forbidden('consent.record');
  const status = afterAct(before.status, input.act);
  if (status === null) {
    throw new Rejection('commitment.act', { act: input.act, status: before.status });
  }
  if (input.revision !== before.revision) throw new Rejection('conflict', { revision: before.revision });
  const today = isoDate(at.now);
  checkAct(input, before, today);
  const version = input.act === 'answer' ? input.version : undefined;
  const { versionId } = await resolveAbout(tx, actor, at.scheme, { version });
  const onDate = input.act === 'answer' ? input.onDate : today;
  const dueOn = input.act === 'move' ? input.dueOn : null;
  const { institutionId } = actor;
  const { commitmentId } = before;
  await tx
    .insertInto('commitmentStep')
    .values({
      ...{ institutionId, stepId: newId(), commitmentId, act: input.act, onDate, text: input.text },
      ...{ versionId, dueOn, sort: steps.length + 1 },
    })
    .execute();
  const revision = before.revision + 1;
  const after = {
    status,
    dueOn: dueOn ?? before.dueOn,
    closedOn: status === 'closed' ? today : null,
  };
  await tx
    .updateTable('commitment')
    .set({ ...after, revision })
    .where('institutionId', '=', institutionId)
    .where('commitmentId', '=', commitmentId)
    .execute();
  await record(
    tx,
    actor,
    `commitment.${input.act}`,
    { kind: 'commitment', id: commitmentId },
    {
      before: { status: before.status, dueOn: before.dueOn },
      after: { status, dueOn: after.dueOn, text: input.text, ...(version && { version }) },
    },
  );
  return { revision };
}

async function lockCommitment(tx: Tx, actor: Actor, at: { scheme: string; commitment: string }) {
  await getCommitment(tx, actor, at);
  const row = await tx
    .selectFrom('commitment')
    .select('commitmentId')
    .where('institutionId', '=', actor.institutionId)
    .where('commitmentId', '=', at.commitment)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing('commitment');
  // read again under the lock: somebody may have acted while we waited for it
  return getCommitment(tx, actor, at);
}

function checkAct(input: CommitmentActInput, before: { dueOn: string; madeOn: string }, today: string): void {
  const errors: InvalidInput['errors'] = [];
  const wrong = (path: string, code: string, params = {}) => errors.push({ path, code, params });
  if (input.act === 'answer') {
    if (input.text === '' && input.version === undefined) wrong('text', 'commitment.evidence');
    if (input.onDate > today) wrong('onDate', 'commitment.future');
  }
  if (input.act === 'move') {
    if (input.dueOn === before.dueOn) wrong('dueOn', 'commitment.same-day', { date: before.dueOn });
    if (input.dueOn < before.madeOn) wrong('dueOn', 'commitment.due-early', { date: before.madeOn });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
}
