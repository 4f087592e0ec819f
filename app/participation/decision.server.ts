import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { listFreePeriods } from '#app/organisation/free-period.server.ts';
import { termEnd } from '#app/organisation/free-period.ts';
import { lockNumbered, type PlanAddress } from '#app/plan/draft.server.ts';
import { askedRule } from './asked-rule.ts';
import { canAskDecision, type DecisionKind, type Outcome } from './decision.ts';
import type { EventFact } from './dossier-state.ts';
import type { AskInput } from './participation.input.ts';
import { type DossierMoment, dossierAt, eventsOf, readRights } from './right.server.ts';

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
  if (!rule.bodyId) throw new Rejection('decision.no-body', { body: rule.bodyKindName });
  const askedOn = isoDate(now);
  const periods = await listFreePeriods(tx, actor.institutionId, askedOn);
  const { dueOn: term } = termEnd(askedOn, rule.termDays, periods);
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
      rule: JSON.stringify(askedRule(rule, { askedOn, dueOn, periods })),
      askedAt: now,
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

export type DecisionRow = {
  decisionId: string;
  /** the line of the rights matrix; null for an adopting decision */
  ruleId: string | null;
  kind: DecisionKind;
  matterNl: string;
  matterEn: string;
  question: string;
  askedOn: string;
  dueOn: string | null;
  outcome: Outcome | null;
  decidedOn: string | null;
  conditions: string;
  bodyId: string;
  body: string;
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
  silence: 'proceed' | 'refused' | 'open';
  events: EventFact[];
};

/**
 * Decisions of the institution: of one scheme, of one document or of one body; the open ones first, by the
 * day they are due. One statement.
 */
export async function listDecisions(
  tx: Tx,
  actor: Actor,
  of: {
    scheme?: string;
    document?: string;
    body?: string;
    bodyIds?: readonly string[];
    open?: boolean;
    /** as they stood then; now when left out */
    moment?: DossierMoment | null;
  },
): Promise<DecisionRow[]> {
  const then = of.moment ? dossierAt(of.moment) : null;
  const taken = (column: string) =>
    then ? sql`case when ${then.decided} then ${sql.ref(column)} end` : sql.ref(column);
  const { rows } = await sql<DecisionRow>`
    select x.decision_id, x.rule_id, x.kind, coalesce(x.rule->>'matterNl', '') as matter_nl,
           coalesce(x.rule->>'matterEn', '') as matter_en, x.question, x.asked_on, x.due_on, ${taken('x.outcome')} as outcome,
           ${taken('x.decided_on')} as decided_on, coalesce(${taken('x.conditions')}, '') as conditions,
           x.body_id, b.code as body, b.name_nl as body_nl, b.name_en as body_en, s.code as scheme, d.code as document, d.title,
           d.unit_id, u.name_nl as unit_nl, u.name_en as unit_en, v.number as version_number, x.version_hash,
           v.status as version_status, coalesce(x.rule->>'silence', 'open') as silence, ${then ? then.events : eventsOf} as events
      from decision x
      join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
     where x.institution_id = ${actor.institutionId}
       ${of.scheme === undefined ? sql`` : sql`and s.code = ${of.scheme}`}
       ${of.document === undefined ? sql`` : sql`and d.code = ${of.document}`}
       ${of.body === undefined ? sql`` : sql`and b.code = ${of.body}`}
       ${of.bodyIds === undefined ? sql`` : sql`and x.body_id = any(${of.bodyIds}::uuid[])`}
       ${then ? sql`and ${then.asked}` : sql``}
       ${of.open ? sql`and x.outcome is null and v.status in ('submitted', 'adopted')` : sql``}
     order by x.outcome is not null, case when x.outcome is null then x.due_on end, x.decided_on desc,
              x.decision_id`.execute(tx);
  return rows;
}
