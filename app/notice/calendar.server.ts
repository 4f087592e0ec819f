import { sql } from 'kysely';
import { listCommitments } from '#app/council/commitment.server.ts';
import { ownsCommitment } from '#app/council/commitment.ts';
import { listMoments } from '#app/cycle/moment-list.server.ts';
import { isOwnMoment } from '#app/cycle/own-moment.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { dayAfter } from '#app/kernel/period.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { memberOf } from '#app/participation/work.server.ts';
import type { CalendarDay } from './calendar.ts';

/** How long what is past stays in the calendar, in days. */
const past = 120;

type Term = {
  decisionId: string;
  scheme: string;
  title: string;
  bodyNl: string;
  bodyEn: string;
  dueOn: string;
  revision: number;
  gone: boolean;
};

/**
 * The terms, moments and commitments of somebody and their bodies, the near past and all that comes; what fell away
 * is marked as cancelled. Five statements.
 */
export async function listCalendarDays(
  tx: Tx,
  actor: Actor,
  { now, base }: { now: Date; base: string },
): Promise<CalendarDay[]> {
  const today = isoDate(now);
  const from = dayAfter(today, -past);
  const bodyIds = await memberOf(tx, actor);
  const bodies = new Set(bodyIds);
  const words = wordsOf(actor.locale);
  const en = actor.locale === 'en';
  const terms = bodyIds.length > 0 ? await listTerms(tx, actor, bodyIds, from) : [];
  const disputes = bodyIds.length > 0 ? await listDisputeDays(tx, actor, bodyIds, from) : [];
  const roles = actor.mandates.map((mandate) => mandate.role);
  const moments = await listMoments(tx, actor, { from: { roles, bodyIds } }, today);
  const commitments = await listCommitments(tx, actor, {});
  return [
    ...terms.map((one): CalendarDay => {
      const dossier = `${base}/schemes/${one.scheme}/decisions/${one.decisionId}`;
      const pack = `${dossier}/pack`;
      return {
        uid: `decision-${one.decisionId}`,
        on: one.dueOn,
        summary: one.title,
        description: [
          words('entry.decide', { of: en ? one.bodyEn : one.bodyNl }),
          `${words('pack.link')}: ${pack}`,
          `${words('mail.dossier')}: ${dossier}`,
        ].join('\n'),
        url: pack,
        sequence: one.revision - 1,
        cancelled: one.gone,
      };
    }),
    ...disputes.map(
      (one): CalendarDay => ({
        uid: `dispute-${one.eventId}`,
        on: one.untilDate,
        summary: one.title,
        description: words(`entry.${one.event === 'committee-asked' ? 'rule' : 'mediate'}`, {
          of: en ? one.bodyEn : one.bodyNl,
        }),
        url: `${base}/schemes/${one.scheme}/decisions/${one.decisionId}`,
        sequence: one.ended ? 1 : 0,
        // what ended before its last day need not be kept free
        cancelled: one.ended && one.untilDate > today,
      }),
    ),
    ...moments
      .filter((one) => one.dueOn >= from && isOwnMoment(actor, one, bodies))
      .map(
        (one): CalendarDay => ({
          uid: `moment-${one.momentId}`,
          on: one.dueOn,
          summary: `${en ? one.stepEn : one.stepNl} · ${en ? one.unitEn : one.unitNl}`,
          description: words('entry.moment', { of: en ? one.unitEn : one.unitNl }),
          url: `${base}/schemes/${one.scheme}/cycle/${one.momentId}`,
          sequence: one.revision - 1,
          cancelled: one.status === 'cancelled',
        }),
      ),
    ...commitments
      .filter((one) => one.dueOn >= from && (bodies.has(one.bodyId) || ownsCommitment(actor, one)))
      .map(
        (one): CalendarDay => ({
          uid: `commitment-${one.commitmentId}`,
          on: one.dueOn,
          summary: one.text,
          description: words('entry.commitment', { of: en ? one.bodyEn : one.bodyNl }),
          url: `${base}/schemes/${one.scheme}/commitments/${one.commitmentId}`,
          sequence: one.revision - 1,
          cancelled: one.status === 'withdrawn',
        }),
      ),
  ].toSorted((a, b) => a.on.localeCompare(b.on) || a.uid.localeCompare(b.uid));
}

type DisputeDay = Pick<Term, 'decisionId' | 'scheme' | 'title' | 'bodyNl' | 'bodyEn'> & {
  eventId: string;
  event: string;
  untilDate: string;
  /** something followed it */
  ended: boolean;
};

// The last days of settlements and rulings that lie, or lay, before one of these bodies.
async function listDisputeDays(
  tx: Tx,
  actor: Actor,
  bodyIds: readonly string[],
  from: string,
): Promise<DisputeDay[]> {
  const { rows } = await sql<DisputeDay>`
    select e.event_id, e.event, e.until_date, e.decision_id, s.code as scheme, d.title, b.name_nl as body_nl,
           b.name_en as body_en, exists (select from decision_event n where n.institution_id = e.institution_id
             and n.decision_id = e.decision_id and n.seq > e.seq) as ended
      from decision_event e
      join decision x on x.institution_id = e.institution_id and x.decision_id = e.decision_id
      join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
     where e.institution_id = ${actor.institutionId} and e.body_id = any(${[...bodyIds]}::uuid[])
       and e.until_date >= ${from}::date`.execute(tx);
  return rows;
}

async function listTerms(tx: Tx, actor: Actor, bodyIds: readonly string[], from: string): Promise<Term[]> {
  const { rows } = await sql<Term>`
    select x.decision_id, s.code as scheme, d.title, b.name_nl as body_nl, b.name_en as body_en, x.due_on, x.revision,
           x.outcome is null and v.status in ('returned', 'withdrawn') as gone
      from decision x
      join body b using (institution_id, body_id)
      join version v using (institution_id, version_id)
      join document d using (institution_id, document_id)
      join scheme s using (institution_id, scheme_id)
     where x.institution_id = ${actor.institutionId} and x.body_id = any(${[...bodyIds]}::uuid[])
       and x.kind <> 'adoption' and x.due_on >= ${from}::date`.execute(tx);
  return rows;
}
