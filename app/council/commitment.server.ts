import { type RawBuilder, sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import {
  type CommitmentKind,
  type CommitmentStatus,
  canMakeCommitment,
  isOpen,
  ownsCommitment,
} from './commitment.ts';
import type { CommitmentInput } from './council.input.ts';
import { resolveAbout } from './reference.server.ts';

/** A condition or commitment with the names of what it is about. */
export type Commitment = {
  commitmentId: string;
  scheme: string;
  kind: CommitmentKind;
  text: string;
  status: CommitmentStatus;
  madeOn: string;
  dueOn: string;
  /** its first day, when it was moved since */
  closedOn: string | null;
  spendYear: number | null;
  source: string;
  revision: number;
  bodyId: string;
  body: string;
  bodyNl: string;
  bodyEn: string;
  ownerUnitId: string;
  ownerUnit: string;
  unitNl: string;
  unitEn: string;
  ownerRole: string | null;
  roleNl: string | null;
  roleEn: string | null;
  decisionId: string | null;
  decisionKind: string | null;
  document: string | null;
  documentId: string | null;
  title: string | null;
  stage: string | null;
  measureId: string | null;
  measure: string | null;
};

export type CommitmentQuery = {
  scheme?: string;
  commitmentId?: string;
  bodyIds?: readonly string[];
  decisionId?: string;
  documentId?: string;
  open?: boolean;
};

/**
 * Conditions and commitments, what is open first by the day it is due, then the newest closed. One statement.
 */
export async function listCommitments(tx: Tx, actor: Actor, of: CommitmentQuery): Promise<Commitment[]> {
  const { rows } = await sql<Commitment>`${columns}
     where c.institution_id = ${actor.institutionId}
       ${of.scheme === undefined ? sql`` : sql`and s.code = ${of.scheme}`}
       ${of.commitmentId === undefined ? sql`` : sql`and c.commitment_id = ${of.commitmentId}`}
       ${of.bodyIds === undefined ? sql`` : sql`and c.body_id = any(${of.bodyIds}::uuid[])`}
       ${of.decisionId === undefined ? sql`` : sql`and c.decision_id = ${of.decisionId}`}
       ${of.documentId === undefined ? sql`` : sql`and coalesce(d.document_id, m.document_id) = ${of.documentId}`}
       ${of.open ? sql`and c.status in ('open', 'answered')` : sql``}
     order by c.status not in ('open', 'answered'), case when c.status in ('open', 'answered') then c.due_on end,
              c.closed_on desc nulls last, c.commitment_id`.execute(tx);
  return rows;
}

// What it is about: its own document, that of its measure, or that of the version the decision was taken on.
const columns: RawBuilder<unknown> = sql`
  select c.commitment_id, s.code as scheme, c.kind, c.text, c.status, c.made_on, c.due_on, c.closed_on, c.spend_year,
         c.source, c.revision, c.body_id, b.code as body, b.name_nl as body_nl, b.name_en as body_en,
         c.owner_unit_id, u.code as owner_unit, u.name_nl as unit_nl, u.name_en as unit_en,
         c.owner_role, r.name_nl as role_nl, r.name_en as role_en, c.decision_id, x.kind as decision_kind,
         d.code as document, d.document_id, d.title, k.stage, c.measure_id,
         (select t.name from measure_text t join version w on w.institution_id = t.institution_id
             and w.version_id = t.version_id where t.institution_id = c.institution_id
             and t.measure_id = c.measure_id order by w.number desc limit 1) as measure
    from commitment c
    join scheme s on s.institution_id = c.institution_id and s.scheme_id = c.scheme_id
    join body b on b.institution_id = c.institution_id and b.body_id = c.body_id
    join unit u on u.institution_id = c.institution_id and u.unit_id = c.owner_unit_id
    left join role r on r.institution_id = c.institution_id and r.code = c.owner_role
    left join measure m on m.institution_id = c.institution_id and m.measure_id = c.measure_id
    left join decision x on x.institution_id = c.institution_id and x.decision_id = c.decision_id
    left join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
    left join document d on d.institution_id = c.institution_id
         and d.document_id = coalesce(c.document_id, m.document_id, v.document_id)
    left join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id`;

/** One step of its history: evidence, a refusal, another day. */
export type CommitmentStep = {
  act: string;
  onDate: string;
  text: string;
  dueOn: string | null;
  document: string | null;
  title: string | null;
  number: number | null;
  stage: string | null;
};

/** One commitment with its history, the oldest first. Two statements. @throws Missing */
export async function getCommitment(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; commitment: string },
): Promise<{ commitment: Commitment; steps: CommitmentStep[] }> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(at.commitment)) throw new Missing('commitment');
  const [commitment] = await listCommitments(tx, actor, {
    scheme: at.scheme,
    commitmentId: at.commitment,
  });
  if (!commitment) throw new Missing('commitment');
  const { rows: steps } = await sql<CommitmentStep>`
    select p.act, p.on_date, p.text, p.due_on, d.code as document, d.title, v.number, k.stage
      from commitment_step p
      left join version v on v.institution_id = p.institution_id and v.version_id = p.version_id
      left join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      left join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
     where p.institution_id = ${actor.institutionId} and p.commitment_id = ${at.commitment}
     order by p.sort`.execute(tx);
  return { commitment, steps };
}

/** What of these waits for the actor: to be seen to, or to be judged by the body they are secretary of. */
export function ownCommitments(actor: Actor, all: readonly Commitment[], bodyIds: readonly string[]) {
  return all.filter((one) => isOpen(one) && (ownsCommitment(actor, one) || bodyIds.includes(one.bodyId)));
}

/**
 * Records a condition or a commitment.
 * @throws InvalidInput for unknown codes, or a day before it was made; Rejection `forbidden`; Missing
 */
export async function makeCommitment(
  tx: Tx,
  actor: Actor,
  scheme: string,
  input: CommitmentInput,
): Promise<{ commitmentId: string }> {
  const found = await resolveAbout(tx, actor, scheme, input);
  const { bodyId, unitId, schemeId, decisionId, documentId, measureId } = found;
  if (!canMakeCommitment(actor, { bodyId, ownerUnitId: unitId })) throw forbidden('consent.record');
  if (input.dueOn < input.madeOn) {
    throw new InvalidInput([{ path: 'dueOn', code: 'commitment.due-early', params: { date: input.madeOn } }]);
  }
  const commitmentId = newId();
  const { kind, text, role = null, madeOn, dueOn, spendYear = null, source } = input;
  await tx
    .insertInto('commitment')
    .values({
      institutionId: actor.institutionId,
      commitmentId,
      ...{ schemeId, kind, bodyId, decisionId, documentId, measureId, spendYear, text },
      ...{ ownerUnitId: unitId, ownerRole: role, madeOn, dueOn, source },
    })
    .execute();
  const after = { scheme, ...input };
  await record(tx, actor, 'commitment.make', { kind: 'commitment', id: commitmentId }, { after });
  return { commitmentId };
}
