import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import { lockVersion } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { type SeatHolder, seatHolders } from '#app/organisation/body-part.server.ts';
import { type AskedRule, askedRule } from './asked-rule.ts';
import { canRecordOutcome, type DecisionKind, type Outcome } from './decision.ts';
import type { EventFact } from './dossier-state.ts';
import { outcomeErrors, presentOf } from './outcome-check.ts';
import type { OutcomeInput } from './participation.input.ts';
import { eventsOf } from './right.server.ts';

/** A request as it stands, locked: nobody else records on it meanwhile. */
export type LockedDecision = {
  decisionId: string;
  versionId: string;
  bodyId: string;
  unitId: string;
  kind: DecisionKind;
  askedOn: string;
  dueOn: string | null;
  outcome: Outcome | null;
  decidedOn: string | null;
  rule: AskedRule;
  events: EventFact[];
  /** members excluded from the item */
  excluded: number;
  /** who they are, where members are kept */
  excludedIds: string[];
  bodyThrough: string | null;
};

/** Locks a request and reads how it stands. Two statements. @throws Missing */
export async function lockDecision(tx: Tx, actor: Actor, decisionId: string): Promise<LockedDecision> {
  if (!/^[0-9a-f-]{36}$/.test(decisionId)) throw new Missing('decision');
  const { rows: found } = await sql`
    select from decision where institution_id = ${actor.institutionId} and decision_id = ${decisionId} for update`.execute(
    tx,
  );
  if (found.length === 0) throw new Missing('decision');
  // read after the lock, so that what another recorded meanwhile is seen
  const { rows } = await sql<Omit<LockedDecision, 'rule'> & { rule: AskedRule | null }>`
    select x.decision_id, x.version_id, x.body_id, d.unit_id, x.kind, x.asked_on, x.due_on, x.outcome, x.decided_on, x.rule,
           ${eventsOf} as events,
           coalesce((select sum(coalesce(e.people, 1))::int from decision_event e where e.institution_id = x.institution_id
              and e.decision_id = x.decision_id and e.event = 'excluded'), 0) as excluded,
           array(select e.member_id::text from decision_event e where e.institution_id = x.institution_id
              and e.decision_id = x.decision_id and e.event = 'excluded' and e.member_id is not null) as excluded_ids,
           upper(b.valid) - 1 as body_through
      from decision x
      join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
     where x.institution_id = ${actor.institutionId} and x.decision_id = ${decisionId}`.execute(tx);
  const { rule, ...row } = rows[0]!;
  return { ...row, rule: rule ?? askedRule(null, null) };
}

/**
 * Records what a body decided, by its secretary. Final once recorded: of two outcomes at once, one wins.
 * @throws Missing; InvalidInput with each wrong field (`outcomeErrors`); Rejection `forbidden`,
 *   `decision.recorded`, `decision.version-gone`
 */
export async function recordOutcome(
  tx: Tx,
  actor: Actor,
  { decision: decisionId, now, sections, ...input }: OutcomeInput & { decision: string; now: Date },
): Promise<void> {
  const asked = await lockDecision(tx, actor, decisionId);
  if (!canRecordOutcome(actor, asked)) throw forbidden('consent.record');
  if (asked.outcome !== null) throw new Rejection('decision.recorded');
  const version = await lockVersion(tx, actor, asked.versionId);
  if (version.status !== 'submitted' && version.status !== 'adopted') {
    throw new Rejection('decision.version-gone', { status: version.status });
  }
  const seats = await seatHolders(tx, actor.institutionId, asked.bodyId, input.decidedOn);
  const entitled = seats.filter((one) => !asked.excludedIds.includes(one.memberId));
  const perSection = sectionMembers(entitled, asked.rule.sections);
  const stated = { ...input, sections: sections ?? null };
  const errors = outcomeErrors(stated, {
    ...asked,
    today: isoDate(now),
    members: seats.length > 0 ? seats.length : null,
    sectionMembers: perSection,
    facts: { ...asked, silence: asked.rule.silence },
  });
  if (errors.length > 0) throw new InvalidInput(errors);
  // what each section could vote with is kept beside its votes, so that its tally can be followed later
  const tallies = sections?.map((one) => ({ ...one, members: perSection[one.name] ?? one.members ?? null }));
  const total = (key: 'for' | 'against' | 'abstained') =>
    sections?.reduce((sum, one) => sum + one[key], 0) ?? null;
  const kept = {
    ...input,
    members: seats.length > 0 ? seats.length : (input.members ?? null),
    present: presentOf(stated),
    votesFor: total('for') ?? input.votesFor ?? null,
    votesAgainst: total('against') ?? input.votesAgainst ?? null,
    abstained: total('abstained') ?? input.abstained ?? null,
  };
  await tx
    .updateTable('decision')
    .set((eb) => ({
      ...kept,
      sections: tallies?.length ? JSON.stringify(tallies) : null,
      decidedAt: now,
      revision: eb('revision', '+', 1),
    }))
    .where('institutionId', '=', actor.institutionId)
    .where('decisionId', '=', decisionId)
    .execute();
  const after = { ...kept, ...(tallies?.length ? { sections: tallies } : {}) };
  await record(tx, actor, 'decision.record', { kind: 'decision', id: decisionId }, { after });
}

/**
 * How many of each section of a request can vote on a day, those who are excluded left out; empty when the body does
 * not vote apart or its members are not kept. At most one statement.
 */
export async function countSections(
  tx: Tx,
  actor: Actor,
  of: { bodyId: string; rule: AskedRule | null; events: readonly { memberId?: string | null }[]; on: string },
): Promise<Record<string, number>> {
  const { bodyId, rule, events, on } = of;
  if (!rule || rule.sections.length === 0) return {};
  const excluded = events.map((one) => one.memberId);
  const seats = await seatHolders(tx, actor.institutionId, bodyId, on);
  return sectionMembers(
    seats.filter((one) => !excluded.includes(one.memberId)),
    rule.sections,
  );
}

/** How many members each section has, by their capacity or the part of a joint meeting that they belong to. */
function sectionMembers(seats: readonly SeatHolder[], sections: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    sections.flatMap((name) => {
      const count = seats.filter((one) => one.capacity === name || one.part === name).length;
      return count > 0 ? [[name, count]] : [];
    }),
  );
}
