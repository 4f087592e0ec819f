import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { memberOf } from '#app/participation/work.server.ts';
import type { ProposalInput, ReplyInput } from './council.input.ts';
import { canReply, type ProposalKind, possibleReplies, type Reply, speaksFor } from './proposal.ts';
import { resolveAbout } from './reference.server.ts';
import { replyDue } from './reply-due.ts';

export type Proposal = {
  proposalId: string;
  scheme: string;
  kind: ProposalKind;
  title: string;
  text: string;
  putOn: string;
  dueOn: string | null;
  basis: string;
  outcome: Reply | null;
  reply: string;
  repliedOn: string | null;
  source: string;
  revision: number;
  bodyId: string;
  body: string;
  bodyNl: string;
  bodyEn: string;
  toId: string;
  to: string;
  toNl: string;
  toEn: string;
  toUnitId: string;
};

/** Proposals and questions: what waits first, by the day it is due; then the newest answered. One statement. */
export async function listProposals(
  tx: Tx,
  actor: Actor,
  of: { scheme?: string; body?: string | null; proposalId?: string; open?: boolean },
): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select p.proposal_id, s.code as scheme, p.kind, p.title, p.text, p.put_on, p.due_on, p.basis, p.outcome, p.reply,
           p.replied_on, p.source, p.revision, p.body_id, b.code as body, b.name_nl as body_nl, b.name_en as body_en,
           p.to_body_id as to_id, o.code as to, o.name_nl as to_nl, o.name_en as to_en, o.unit_id as to_unit_id
      from proposal p
      join scheme s on s.institution_id = p.institution_id and s.scheme_id = p.scheme_id
      join body b on b.institution_id = p.institution_id and b.body_id = p.body_id
      join body o on o.institution_id = p.institution_id and o.body_id = p.to_body_id
     where p.institution_id = ${actor.institutionId}
       ${of.scheme === undefined ? sql`` : sql`and s.code = ${of.scheme}`}
       ${of.body ? sql`and b.code = ${of.body}` : sql``}
       ${of.proposalId === undefined ? sql`` : sql`and p.proposal_id = ${of.proposalId}`}
       ${of.open ? sql`and p.outcome is null` : sql``}
     order by p.outcome is not null, case when p.outcome is null then p.due_on end, p.replied_on desc nulls last,
              p.proposal_id`.execute(tx);
  return rows;
}

/** @throws Missing */
export async function getProposal(tx: Tx, actor: Actor, at: ProposalAddress): Promise<Proposal> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(at.proposal)) throw new Missing('proposal');
  const [one] = await listProposals(tx, actor, { scheme: at.scheme, proposalId: at.proposal });
  if (!one) throw new Missing('proposal');
  return one;
}

export type ProposalAddress = { scheme: string; proposal: string };

/**
 * Puts a proposal or question before a board, in the name of a body. The term follows from the kind of body, as the
 * institution's data lays it down; without one there is no day.
 * @throws InvalidInput `proposal.future`, `proposal.self`, unknown codes; Rejection `proposal.not-yours`; Missing
 */
export async function putProposal(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; now: Date },
  input: ProposalInput,
): Promise<{ proposalId: string; dueOn: string | null }> {
  const found = await resolveAbout(tx, actor, at.scheme, { body: input.body, to: input.to });
  if (!speaksFor(actor, found.bodyId, await memberOf(tx, actor))) {
    throw new Rejection('council.not-yours', {}, [], 403);
  }
  const errors: InvalidInput['errors'] = [];
  if (input.putOn > isoDate(at.now)) errors.push({ path: 'putOn', code: 'proposal.future', params: {} });
  if (found.toId === found.bodyId) errors.push({ path: 'to', code: 'proposal.self', params: {} });
  if (errors.length > 0) throw new InvalidInput(errors);
  const term = await readTerm(tx, actor, found.bodyId, input.kind);
  const dueOn = term ? replyDue(input.putOn, term.months) : null;
  const proposalId = newId();
  const { kind, title, text, putOn, source } = input;
  await tx
    .insertInto('proposal')
    .values({
      ...{ institutionId: actor.institutionId, proposalId, schemeId: found.schemeId, bodyId: found.bodyId },
      ...{ toBodyId: found.toId, kind, title, text, putOn, dueOn, basis: term?.basis ?? '', source },
    })
    .execute();
  const after = { scheme: at.scheme, ...input, dueOn };
  await record(tx, actor, 'proposal.put', { kind: 'proposal', id: proposalId }, { after });
  return { proposalId, dueOn };
}

async function readTerm(tx: Tx, actor: Actor, bodyId: string, kind: ProposalKind) {
  return tx
    .selectFrom('replyTerm as t')
    .innerJoin('body as b', (on) =>
      on.onRef('b.institutionId', '=', 't.institutionId').onRef('b.kind', '=', 't.bodyKind'),
    )
    .select(['t.months', 't.basis'])
    .where('t.institutionId', '=', actor.institutionId)
    .where('b.bodyId', '=', bodyId)
    .where('t.kind', '=', kind)
    .executeTakeFirst();
}

/**
 * Records the board's written answer, or that the council takes its proposal back. Either stands.
 * @throws InvalidInput `proposal.outcome`, `proposal.future`, `proposal.reply-early`; Rejection `forbidden`,
 *   `proposal.replied`, `conflict`; Missing
 */
export async function replyToProposal(
  tx: Tx,
  actor: Actor,
  at: ProposalAddress & { now: Date },
  input: ReplyInput,
): Promise<{ revision: number }> {
  await getProposal(tx, actor, at);
  await tx
    .selectFrom('proposal')
    .select('proposalId')
    .where('institutionId', '=', actor.institutionId)
    .where('proposalId', '=', at.proposal)
    .forUpdate()
    .execute();
  const before = await getProposal(tx, actor, at);
  if (input.outcome === 'withdrawn') {
    if (!speaksFor(actor, before.bodyId, await memberOf(tx, actor))) {
      throw new Rejection('council.not-yours', {}, [], 403);
    }
  } else if (!canReply(actor, before)) throw forbidden('consent.record');
  if (before.outcome !== null) throw new Rejection('proposal.replied', {});
  if (input.revision !== before.revision) throw new Rejection('conflict', { revision: before.revision });
  checkReply(input, before, isoDate(at.now));
  const revision = before.revision + 1;
  const { outcome, reply, repliedOn } = input;
  await tx
    .updateTable('proposal')
    .set({ outcome, reply, repliedOn, revision })
    .where('institutionId', '=', actor.institutionId)
    .where('proposalId', '=', at.proposal)
    .execute();
  const act = outcome === 'withdrawn' ? 'proposal.withdraw' : 'proposal.reply';
  await record(
    tx,
    actor,
    act,
    { kind: 'proposal', id: at.proposal },
    { after: { outcome, reply, repliedOn } },
  );
  return { revision };
}

function checkReply(input: ReplyInput, before: Proposal, today: string): void {
  const errors: InvalidInput['errors'] = [];
  if (input.outcome !== 'withdrawn' && !possibleReplies(before.kind).includes(input.outcome)) {
    errors.push({ path: 'outcome', code: 'proposal.outcome', params: {} });
  }
  if (input.repliedOn > today) errors.push({ path: 'repliedOn', code: 'proposal.future', params: {} });
  if (input.repliedOn < before.putOn) {
    errors.push({ path: 'repliedOn', code: 'proposal.reply-early', params: { date: before.putOn } });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
}
