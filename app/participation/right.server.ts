import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { askedRights } from '#app/scheme/scheme.ts';
import type { DecisionFact, RightRule } from './adoption.ts';
import type { AdoptingBody } from './decision.ts';
import type { EventFact } from './dossier-state.ts';

type Plan = { kindId: string; unitId: string; documentId: string };

// The unit and those above it today, nearest first.
function unitsAbove(actor: Actor, unitId: string): RawBuilder<unknown> {
  return sql`above(unit_id, depth) as (
    select ${unitId}::uuid, 0
    union select p.parent_id, a.depth + 1 from unit_placement p join above a on p.unit_id = a.unit_id
     where p.institution_id = ${actor.institutionId} and p.valid @> current_date)`;
}

/**
 * The rights on plans of this kind, with the body that holds each for this unit: a rule at the unit means
 * the body at the unit itself or, when it has none of that kind, at the nearest unit above it; a rule at the
 * institution means the one at the top.
 */
export async function readRights(tx: Tx, actor: Actor, plan: Plan): Promise<RightRule[]> {
  const name = actor.locale === 'en' ? sql`b.name_en` : sql`b.name_nl`;
  const kindName = actor.locale === 'en' ? sql`t.name_en` : sql`t.name_nl`;
  const matter =
    actor.locale === 'en' ? sql`coalesce(nullif(r.matter_en, ''), r.matter_nl)` : sql`r.matter_nl`;
  const { rows } = await sql<RightRule>`
    with recursive ${unitsAbove(actor, plan.unitId)}
    select r.rule_id, r.kind, r.prior, r.term_days, r.basis, r.certainty, r.matter_nl, r.matter_en, ${matter} as matter,
           r.quorum_basis,
           r.quorum_members, r.majority, r.sections, r.silence, r.conditions_allowed, r.suspension_days,
           r.appeal_months, r.section_rules, r.mediator_kind, r.mediation_days, r.committee_kind, r.ruling_days,
           r.interim_parts, r.interim_of, r.interim_stage, r.interim_basis, r.interim_certainty, r.body_kind, ${kindName} as body_kind_name, b.body_id, b.code as body_code, ${name} as body_name
      from right_rule r
      join body_kind t on t.institution_id = r.institution_id and t.code = r.body_kind
      left join lateral (
        select b.* from body b join above a on a.unit_id = b.unit_id
         where b.institution_id = r.institution_id and b.kind = r.body_kind and b.valid @> current_date
           and (r.body_at = 'unit' or not exists (select from unit_placement p
                 where p.institution_id = b.institution_id and p.unit_id = b.unit_id and p.valid @> current_date))
         order by a.depth, b.code limit 1) b on true
     where r.institution_id = ${actor.institutionId} and r.kind_id = ${plan.kindId}
       and r.kind = any(${askedRights}::text[])
     order by r.sort, t.sort, r.kind, r.matter_nl, r.rule_id`.execute(tx);
  return rows;
}

/** What happened in a dossier `x`, in the order in which it was recorded, as JSON: an array of `EventFact`. */
export const eventsOf = eventsThat(sql`true`);

function eventsThat(condition: RawBuilder<unknown>): RawBuilder<EventFact[]> {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('event', e.event, 'onDate', e.on_date,
    'untilDate', e.until_date, 'bodyId', e.body_id) order by e.seq) from decision_event e
  where e.institution_id = x.institution_id and e.decision_id = x.decision_id and ${condition}), '[]')`;
}

/** The moment of which a dossier is told: by its end, and as far as recorded by then. */
export type DossierMoment = { at: Date; knownOn?: Date | null };

/**
 * How a dossier `x` stood at a moment, as SQL for lists over many versions. What happened counts from its day, and as
 * known from when it was recorded; where that was not kept (a file), from its day too.
 */
export function dossierAt({ at, knownOn = null }: DossierMoment): {
  asked: RawBuilder<boolean>;
  /** its outcome had been taken */
  decided: RawBuilder<boolean>;
  /** the right was exercised, or silence, a settlement or a ruling took its place: `blockerOfState` is the rule itself */
  exercised: RawBuilder<boolean>;
  /** what had happened in it, as `eventsOf` */
  events: RawBuilder<EventFact[]>;
} {
  const day = (moment: Date) => sql`(${moment}::timestamptz at time zone 'Europe/Amsterdam')::date`;
  const by = knownOn === null || at < knownOn ? at : knownOn;
  const since = (on: string, recorded: string) =>
    knownOn === null
      ? sql<boolean>`coalesce(${sql.ref(on)} <= ${day(at)}, false)`
      : sql<boolean>`coalesce(${sql.ref(on)} <= ${day(at)} and case when ${sql.ref(recorded)} is null
          then ${sql.ref(on)} <= ${day(knownOn)} else ${sql.ref(recorded)} <= ${knownOn}::timestamptz end, false)`;
  const decided = since('x.decided_on', 'x.decided_at');
  const happened = since('e.on_date', 'e.at');
  return {
    events: eventsThat(happened),
    asked: since('x.asked_on', 'x.asked_at'),
    decided,
    exercised: sql<boolean>`case when ${decided} then x.outcome <> 'withheld'
        else x.rule->>'silence' = 'proceed' and x.due_on < least(current_date, ${day(by)}) end
      or exists (select from decision_event e where e.institution_id = x.institution_id
           and e.decision_id = x.decision_id and e.event in ('settlement-reached', 'ruling-for-board')
           and ${happened})`,
  };
}

/** The decisions on any version of a document, oldest first. */
export async function readDecisionFacts(tx: Tx, actor: Actor, documentId: string): Promise<DecisionFact[]> {
  const { rows } = await sql<DecisionFact>`
    select x.rule_id, x.body_id, x.version_hash, x.outcome, x.decided_on, x.due_on, v.number as version_number,
           coalesce(x.rule->>'silence', 'open') as silence, ${eventsOf} as events
      from decision x
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
     where x.institution_id = ${actor.institutionId} and v.document_id = ${documentId} and x.kind <> 'adoption'
     order by v.number, x.asked_on, x.decision_id`.execute(tx);
  return rows;
}

/** The bodies that a dispute can come before: those at the unit and above it, nearest first, but for the one in it. */
export async function listDisputeBodies(
  tx: Tx,
  actor: Actor,
  { unitId, bodyId }: { unitId: string; bodyId: string },
): Promise<AdoptingBody[]> {
  return (await readBodies(tx, actor, unitId)).filter((one) => one.bodyId !== bodyId);
}

/** The bodies at a unit and above it, nearest first: among them is the one that adopts. */
export async function readBodies(tx: Tx, actor: Actor, unitId: string): Promise<AdoptingBody[]> {
  const { rows } = await sql<AdoptingBody>`
    with recursive ${unitsAbove(actor, unitId)}
    select b.body_id, b.code, b.kind, b.name_nl, b.name_en from body b join above a on a.unit_id = b.unit_id
     where b.institution_id = ${actor.institutionId} and b.valid @> current_date
     order by a.depth, b.code`.execute(tx);
  return rows;
}
