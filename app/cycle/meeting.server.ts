import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { AgendaItem, Attendee, Feed } from './meeting.ts';
import { isMeeting } from './moment.ts';
import { listMoments, type Moment } from './moment-list.server.ts';

export type Meeting = { items: AgendaItem[]; attendees: Attendee[]; feeds: Feed[] };

/** All of a meeting: its agenda with actions, who came, and what is put before it. At most five statements. */
export async function getMeeting(tx: Tx, actor: Actor, moment: Moment, today: string): Promise<Meeting> {
  const items = await readItems(tx, actor, moment.momentId);
  const actions = items.length > 0 ? await listMoments(tx, actor, { agreedAt: moment.momentId }, today) : [];
  const byItem = Map.groupBy(actions, (one) => one.itemId);
  return {
    items: items.map((one) => ({ ...one, actions: byItem.get(one.itemId) ?? [] })),
    attendees: await readAttendees(tx, actor, moment),
    feeds: await readFeeds(tx, actor, moment, today),
  };
}

async function readItems(tx: Tx, actor: Actor, momentId: string): Promise<Omit<AgendaItem, 'actions'>[]> {
  const { rows } = await sql<Omit<AgendaItem, 'actions'>>`
    select i.item_id, i.kind, coalesce(nullif(i.title, ''), t.name_nl) as title_nl,
           coalesce(nullif(i.title, ''), t.name_en) as title_en, i.text, i.outcome, i.revision,
           d.code as document, d.title, v.number, k.stage, u.code as unit, d.first_year,
           i.decision_id, x.kind as decision_kind, xd.title as decision_title,
           i.consultation_id, c.title as consultation, i.about_id, coalesce(s.name_nl, a.title) as about_nl,
           coalesce(s.name_en, a.title) as about_en, w.name_nl as about_unit_nl, w.name_en as about_unit_en
      from agenda_item i
      left join step_topic t on t.institution_id = i.institution_id and t.topic_id = i.topic_id
      left join version v on v.institution_id = i.institution_id and v.version_id = i.version_id
      left join document d on d.institution_id = i.institution_id and d.document_id = v.document_id
      left join document_kind k on k.institution_id = i.institution_id and k.kind_id = d.kind_id
      left join unit u on u.institution_id = i.institution_id and u.unit_id = d.unit_id
      left join decision x on x.institution_id = i.institution_id and x.decision_id = i.decision_id
      left join version xv on xv.institution_id = i.institution_id and xv.version_id = x.version_id
      left join document xd on xd.institution_id = i.institution_id and xd.document_id = xv.document_id
      left join consultation c on c.institution_id = i.institution_id and c.consultation_id = i.consultation_id
      left join moment a on a.institution_id = i.institution_id and a.moment_id = i.about_id
      left join cycle_step s on s.institution_id = i.institution_id and s.step_id = a.step_id
      left join unit w on w.institution_id = i.institution_id and w.unit_id = a.unit_id
     where i.institution_id = ${actor.institutionId} and i.moment_id = ${momentId}
     order by i.sort, i.item_id`.execute(tx);
  return rows;
}

/** The members in office on the day of the meeting, and whoever is written down as having come. */
async function readAttendees(tx: Tx, actor: Actor, moment: Moment): Promise<Attendee[]> {
  const day = moment.doneOn ?? moment.dueOn;
  const { rows } = await sql<Attendee>`
    select m.member_id, m.name, m.capacity, a.came
      from body_member m
      left join attendance a on a.institution_id = m.institution_id and a.member_id = m.member_id
           and a.moment_id = ${moment.momentId}::uuid
     where m.institution_id = ${actor.institutionId} and m.body_id = ${moment.bodyId}::uuid
       and (m.term @> ${day}::date or a.came is not null)
     order by m.capacity, m.name, m.term`.execute(tx);
  return rows;
}

async function readFeeds(tx: Tx, actor: Actor, moment: Moment, today: string): Promise<Feed[]> {
  const { rows } = await sql<{ code: string }>`
    select f.code from step_feed e
      join cycle_step f on f.institution_id = e.institution_id and f.step_id = e.step_id
      join moment m on m.institution_id = e.institution_id and m.step_id = e.into_id
     where e.institution_id = ${actor.institutionId} and m.moment_id = ${moment.momentId}
     order by f.sort, f.code`.execute(tx);
  if (rows.length === 0) return [];
  const { scheme, year } = moment;
  const all = await listMoments(tx, actor, { scheme, year }, today);
  return rows.flatMap(({ code }) => {
    const moments = all.filter((one) => one.step === code);
    const [first] = moments;
    return first ? [{ step: code, stepNl: first.stepNl, stepEn: first.stepEn, moments }] : [];
  });
}

/** What an item can be about: documents by their newest version, decisions, consultations. */
export type AboutChoice = { value: string; label: string; group: 'document' | 'decision' | 'consultation' };

/** The documents, decisions and consultations of a scheme, by title. One statement. */
export async function listAboutChoices(tx: Tx, actor: Actor, scheme: string): Promise<AboutChoice[]> {
  const { rows } = await sql<AboutChoice>`
    with s as (select scheme_id from scheme where institution_id = ${actor.institutionId} and code = ${scheme}),
    d as (select d.* from document d join s using (scheme_id) where d.institution_id = ${actor.institutionId})
    select 'document' as group, 'document:' || d.code as value, d.title as label from d
    union all
    select 'decision', 'decision:' || x.decision_id, d.title || ' · ' || b.name_nl
      from decision x
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
      join d on d.document_id = v.document_id
      join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
     where x.institution_id = ${actor.institutionId} and x.kind <> 'adoption'
    union all
    select 'consultation', 'consultation:' || c.consultation_id, c.title from consultation c join s using (scheme_id)
     where c.institution_id = ${actor.institutionId}
     order by 1 desc, 3, 2`.execute(tx);
  return rows;
}

/** A meeting that comes, to put something on its agenda. */
export type ComingMeeting = {
  momentId: string;
  dueOn: string;
  bodyNl: string;
  bodyEn: string;
  stepNl: string;
  stepEn: string;
};

/** The meetings of a scheme from today on, the first first. One statement. */
export async function listComingMeetings(
  tx: Tx,
  actor: Actor,
  { scheme, today }: { scheme: string; today: string },
): Promise<ComingMeeting[]> {
  const all = await listMoments(tx, actor, { scheme }, today);
  return all
    .filter(isMeeting)
    .filter((one) => ['open', 'moved'].includes(one.status) && one.dueOn >= today)
    .map(({ momentId, dueOn, bodyNl, bodyEn, stepNl, stepEn }) => ({
      ...{ momentId, dueOn, stepNl, stepEn },
      ...{ bodyNl: bodyNl!, bodyEn: bodyEn! },
    }));
}
