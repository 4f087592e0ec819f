import { sql } from 'kysely';
import type { VersionStatus } from '#app/document/version.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Stage } from '#app/ledger/ledger.ts';
import { blockerOfState } from './adoption.ts';
import { type DecisionRow, listDecisions } from './decision.server.ts';
import { canAdopt, type RightKind } from './decision.ts';
import { type DossierFacts, standingOf } from './dossier-state.ts';
import { eventsOf } from './right.server.ts';

/** One plan that waits for the actor, and for what. */
export type WorkPlan = {
  task: 'write' | 'revise' | 'ask' | 'adopt';
  scheme: string;
  document: string;
  title: string;
  stage: Stage | null;
  unitNl: string;
  unitEn: string;
  number: number;
  at: string;
};

/** A dispute that lies before a body, and until when. */
export type DisputeWork = Pick<
  DecisionRow,
  'decisionId' | 'kind' | 'scheme' | 'document' | 'title' | 'body' | 'bodyNl' | 'bodyEn' | 'unitNl' | 'unitEn'
> & {
  task: 'mediate' | 'rule';
  /** the body that it lies before */
  beforeNl: string;
  beforeEn: string;
  since: string;
  dueOn: string | null;
};

export type Work = {
  plans: WorkPlan[];
  /** asked of a body for which the actor records outcomes */
  record: DecisionRow[];
  /** asked of a body of which the actor is a member */
  consider: DecisionRow[];
  /** disputes that lie before a body of theirs: to mediate in, or to rule on */
  disputes: DisputeWork[];
};

type Row = Omit<WorkPlan, 'task' | 'at'> & {
  unitId: string;
  status: VersionStatus;
  at: Date;
  today: string;
  /** the rights that adoption waits for, each with what was asked on this very version */
  rights: { kind: RightKind; decisions: DossierFacts[] }[];
  bodyIds: string[];
};

/**
 * What is due from the actor or their bodies: drafts to write, returned plans to revise, submitted plans to
 * put before a body or to adopt, and decisions asked. At most four statements.
 */
export async function getWork(tx: Tx, actor: Actor): Promise<Work> {
  const plans = (await readNewest(tx, actor)).flatMap((row): WorkPlan[] => {
    const task = taskOf(actor, row);
    if (!task) return [];
    const { scheme, document, title, stage, unitNl, unitEn, number, at } = row;
    return [{ task, scheme, document, title, stage, unitNl, unitEn, number, at: at.toISOString() }];
  });
  const recorder = actor.mandates.flatMap(({ permissions, bodyId }) =>
    bodyId && permissions.includes('consent.record') ? [bodyId] : [],
  );
  const member = await memberOf(tx, actor);
  const bodyIds = [...new Set([...recorder, ...member])];
  const open = bodyIds.length > 0 ? await listDecisions(tx, actor, { bodyIds, open: true }) : [];
  return {
    plans,
    record: open.filter((one) => recorder.includes(one.bodyId)),
    consider: open.filter((one) => !recorder.includes(one.bodyId)),
    disputes: bodyIds.length > 0 ? await readDisputes(tx, actor, bodyIds) : [],
  };
}

/** How many things are due: what the frame shows beside the link to one's work. */
export function countWork({ plans, record: outcomes, consider, disputes }: Work): number {
  return plans.length + outcomes.length + consider.length + disputes.length;
}

function taskOf(actor: Actor, row: Row): WorkPlan['task'] | null {
  const { unitId } = row;
  if (row.status === 'draft') return may(actor, 'plan.write', unitId) ? 'write' : null;
  if (row.status === 'returned') {
    return may(actor, row.stage === 'allocated' ? 'allocation.write' : 'plan.write', unitId)
      ? 'revise'
      : null;
  }
  if (row.status !== 'submitted') return null;
  const unasked = row.rights.some((right) => right.decisions.length === 0);
  if (unasked && may(actor, 'consent.ask', unitId)) return 'ask';
  if (!row.rights.every((right) => isFree(right, row.today))) return null;
  return canAdopt(actor, { unitId, stage: row.stage, bodyIds: row.bodyIds }) ? 'adopt' : null;
}

/** Does a right no longer hold adoption up: was it exercised, lapsed, or replaced? */
function isFree({ kind, decisions }: Row['rights'][number], today: string): boolean {
  return decisions.some((one) => blockerOfState(kind, standingOf(one, today), today) === null);
}

// The newest version of every plan, and of any document that was submitted and waits or was returned.
async function readNewest(tx: Tx, actor: Actor): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.code as scheme, d.code as document, d.title, d.unit_id, k.stage, u.name_nl as unit_nl, u.name_en as unit_en,
           v.number, v.status, coalesce(v.submitted_at, v.created_at) as at,
           current_date::text as today,
           case when v.status = 'submitted' then coalesce((select jsonb_agg(jsonb_build_object('kind', r.kind, 'decisions',
               coalesce((select jsonb_agg(jsonb_build_object('dueOn', x.due_on, 'outcome', x.outcome,
                   'decidedOn', x.decided_on, 'silence', coalesce(x.rule->>'silence', 'open'), 'events', ${eventsOf}))
                  from decision x where x.institution_id = r.institution_id
                   and x.version_id = v.version_id and x.rule_id = r.rule_id), '[]')))
               from right_rule r where r.institution_id = d.institution_id and r.kind_id = d.kind_id and r.prior), '[]')
             else '[]' end as rights,
           array(with recursive above(unit_id) as (
               select d.unit_id union select p.parent_id from unit_placement p join above a on p.unit_id = a.unit_id
                where p.institution_id = d.institution_id and p.valid @> current_date)
             select b.body_id::text from body b join above a on a.unit_id = b.unit_id
              where b.institution_id = d.institution_id) as body_ids
      from document d
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
      join lateral (select * from version v where v.institution_id = d.institution_id
           and v.document_id = d.document_id order by v.number desc limit 1) v on true
     where d.institution_id = ${actor.institutionId} and v.status in ('draft', 'submitted', 'returned')
       and (k.has_measures or k.stage is null or v.status <> 'draft')
     order by at`.execute(tx);
  return rows;
}

// The last event of a dossier is what tells where it lies: nothing but its end follows it.
async function readDisputes(tx: Tx, actor: Actor, bodyIds: readonly string[]): Promise<DisputeWork[]> {
  const { rows } = await sql<DisputeWork>`
    select x.decision_id, x.kind, s.code as scheme, d.code as document, d.title, b.code as body, b.name_nl as body_nl,
           b.name_en as body_en, u.name_nl as unit_nl, u.name_en as unit_en, m.name_nl as before_nl, m.name_en as before_en,
           case e.event when 'committee-asked' then 'rule' else 'mediate' end as task, e.on_date as since, e.until_date as due_on
      from decision_event e
      join decision x on x.institution_id = e.institution_id and x.decision_id = e.decision_id
      join body m on m.institution_id = e.institution_id and m.body_id = e.body_id
      join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
     where e.institution_id = ${actor.institutionId} and e.body_id = any(${bodyIds}::uuid[])
       and v.status in ('submitted', 'adopted')
       and not exists (select from decision_event n where n.institution_id = e.institution_id
             and n.decision_id = e.decision_id and n.seq > e.seq)
     order by e.until_date nulls last, e.on_date, x.decision_id`.execute(tx);
  return rows;
}

/** The ids of the bodies that the actor sits on today or has a mandate for. At most one statement. */
export async function memberOf(tx: Tx, actor: Actor): Promise<string[]> {
  const mandated = actor.mandates.flatMap((mandate) => mandate.bodyId ?? []);
  if (actor.accountId === null) return mandated;
  const rows = await tx
    .selectFrom('bodyMember')
    .select('bodyId')
    .where('institutionId', '=', actor.institutionId)
    .where('accountId', '=', actor.accountId)
    .where(sql<boolean>`term @> current_date`)
    .execute();
  return [...mandated, ...rows.map((row) => row.bodyId)];
}
