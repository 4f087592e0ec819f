import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import { lockVersion } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { addWorkingDays } from '#app/kernel/period.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { lockNumbered, type PlanAddress } from '#app/plan/draft.server.ts';
import {
  canAskDecision,
  canRecordOutcome,
  type DecisionKind,
  type Outcome,
  possibleOutcomes,
} from './decision.ts';
import type { AskInput, OutcomeInput } from './participation.input.ts';
import { readRights } from './right.server.ts';

/**
 * Puts a submitted version before the body that the rights matrix names: the question, and the day by which
 * it answers. The term counts working days from today; it can be made longer, never shorter.
 * @throws Missing; InvalidInput `decision.rule`, `decision.due-early`, `decision.papers-late`;
 *   Rejection `forbidden`, `decision.not-submitted`, `decision.no-body`, `decision.asked`
 */
export async function askDecision(
  tx: Tx,
  actor: Actor,
  { scheme, document, now, ...input }: PlanAddress & AskInput & { now: Date },
): Promise<{ decisionId: string; dueOn: string }> {
  const version = await lockNumbered(tx, actor, {
    scheme,
    document,
    version: input.version,
    anyKind: true,
  });
  if (!canAskDecision(actor, version)) throw forbidden('consent.ask');
  if (version.status !== 'submitted')
    throw new Rejection('decision.not-submitted', { status: version.status });
  const rule = (await readRights(tx, actor, version)).find((one) => one.ruleId === input.rule);
  if (!rule) throw new InvalidInput([{ path: 'rule', code: 'decision.rule', params: {} }]);
  if (!rule.bodyId) throw new Rejection('decision.no-body', { body: rule.bodyKind });
  const askedOn = isoDate(now);
  const term = addWorkingDays(askedOn, rule.termDays);
  const dueOn = input.dueOn ?? term;
  const errors: InvalidInput['errors'] = [];
  if (dueOn < term) errors.push({ path: 'dueOn', code: 'decision.due-early', params: { date: term } });
  if (input.papersSentOn && input.papersSentOn > dueOn) {
    errors.push({ path: 'papersSentOn', code: 'decision.papers-late', params: { date: dueOn } });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  const decisionId = newId();
  const values = {
    kind: rule.kind,
    question: input.question,
    basis: rule.basis,
    askedOn,
    papersSentOn: input.papersSentOn ?? null,
    dueOn,
  };
  const made = await tx
    .insertInto('decision')
    .values({
      institutionId: actor.institutionId,
      decisionId,
      versionId: version.versionId,
      versionHash: version.contentHash!,
      bodyId: rule.bodyId,
      ruleId: rule.ruleId,
      ...values,
    })
    .onConflict((on) => on.doNothing())
    .returning('decisionId')
    .executeTakeFirst();
  if (!made) throw new Rejection('decision.asked', { body: rule.bodyName });
  await record(
    tx,
    actor,
    'decision.ask',
    { kind: 'decision', id: decisionId },
    { after: { ...values, body: rule.bodyCode, version: version.number, hash: version.contentHash } },
  );
  return { decisionId, dueOn };
}

/**
 * Records what a body decided, by its secretary. Final once recorded.
 * @throws Missing; InvalidInput with each wrong field; Rejection `forbidden`, `decision.recorded`,
 *   `decision.version-gone`
 */
export async function recordOutcome(
  tx: Tx,
  actor: Actor,
  { decision: decisionId, now, ...input }: OutcomeInput & { decision: string; now: Date },
): Promise<void> {
  const asked = await tx
    .selectFrom('decision')
    .select(['versionId', 'bodyId', 'kind', 'askedOn', 'outcome'])
    .where('institutionId', '=', actor.institutionId)
    .where('decisionId', '=', decisionId)
    .forUpdate()
    .executeTakeFirst();
  if (!asked) throw new Missing('decision');
  if (!canRecordOutcome(actor, asked)) throw forbidden('consent.record');
  if (asked.outcome !== null) throw new Rejection('decision.recorded');
  const version = await lockVersion(tx, actor, asked.versionId);
  if (version.status !== 'submitted' && version.status !== 'adopted') {
    throw new Rejection('decision.version-gone', { status: version.status });
  }
  const members = await membersOn(tx, actor, asked.bodyId, input.decidedOn);
  checkOutcome(input, { kind: asked.kind, askedOn: asked.askedOn, today: isoDate(now), members });
  await tx
    .updateTable('decision')
    .set((eb) => ({ ...input, revision: eb('revision', '+', 1) }))
    .where('institutionId', '=', actor.institutionId)
    .where('decisionId', '=', decisionId)
    .execute();
  await record(tx, actor, 'decision.record', { kind: 'decision', id: decisionId }, { after: { ...input } });
}

/** Members in office on a day; 0 when the institution does not keep them. */
async function membersOn(tx: Tx, actor: Actor, bodyId: string, date: string): Promise<number> {
  const row = await tx
    .selectFrom('bodyMember')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('institutionId', '=', actor.institutionId)
    .where('bodyId', '=', bodyId)
    .where(sql<boolean>`term @> ${date}::date`)
    .executeTakeFirstOrThrow();
  return row.count;
}

type Asked = { kind: DecisionKind; askedOn: string; today: string; members: number };

function checkOutcome(input: OutcomeInput, asked: Asked): void {
  const errors: InvalidInput['errors'] = [];
  const wrong = (path: string, code: string, params = {}) => errors.push({ path, code, params });
  if (!possibleOutcomes(asked.kind).includes(input.outcome)) {
    wrong('outcome', 'decision.outcome', { right: asked.kind });
  }
  if (input.decidedOn < asked.askedOn) wrong('decidedOn', 'decision.date-early', { date: asked.askedOn });
  if (input.decidedOn > asked.today) wrong('decidedOn', 'decision.date-future');
  if (asked.members > 0 && (input.present ?? 0) > asked.members) {
    wrong('present', 'decision.too-many', { members: asked.members });
  }
  const votes = (input.votesFor ?? 0) + (input.votesAgainst ?? 0) + (input.abstained ?? 0);
  if (input.present !== undefined && votes > input.present) {
    wrong('votesFor', 'decision.votes', { votes, present: input.present });
  }
  if (input.outcome === 'given-on-conditions' && input.conditions === '') {
    wrong('conditions', 'decision.conditions-missing');
  }
  if ((input.outcome === 'withheld' || input.outcome === 'negative') && input.reasons === '') {
    wrong('reasons', 'decision.reasons-missing');
  }
  if (errors.length > 0) throw new InvalidInput(errors);
}

export type DecisionRow = {
  decisionId: string;
  kind: DecisionKind;
  question: string;
  askedOn: string;
  dueOn: string | null;
  outcome: Outcome | null;
  decidedOn: string | null;
  conditions: string;
  bodyId: string;
  bodyNl: string;
  bodyEn: string;
  scheme: string;
  document: string;
  title: string;
  unitId: string;
  unitNl: string;
  unitEn: string;
  versionNumber: number;
  versionHash: string;
  versionStatus: string;
};

/**
 * Decisions of the institution: of one scheme, of one document or of one body; the open ones first, by the
 * day they are due. One statement.
 */
export async function listDecisions(
  tx: Tx,
  actor: Actor,
  of: { scheme?: string; document?: string; bodyIds?: readonly string[]; open?: boolean },
): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select x.decision_id, x.kind, x.question, x.asked_on, x.due_on, x.outcome, x.decided_on, x.conditions,
           x.body_id, b.name_nl as body_nl, b.name_en as body_en, s.code as scheme, d.code as document, d.title,
           d.unit_id, u.name_nl as unit_nl, u.name_en as unit_en, v.number as version_number, x.version_hash,
           v.status as version_status
      from decision x
      join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
     where x.institution_id = ${actor.institutionId}
       ${of.scheme === undefined ? sql`` : sql`and s.code = ${of.scheme}`}
       ${of.document === undefined ? sql`` : sql`and d.code = ${of.document}`}
       ${of.bodyIds === undefined ? sql`` : sql`and x.body_id = any(${of.bodyIds}::uuid[])`}
       ${of.open ? sql`and x.outcome is null and v.status in ('submitted', 'adopted')` : sql``}
     order by x.outcome is not null, case when x.outcome is null then x.due_on end, x.decided_on desc,
              x.decision_id`.execute(tx);
  return rows;
}
