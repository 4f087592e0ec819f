import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Stage } from '#app/ledger/ledger.ts';
import { type MomentStatus, type Product, type Standing, standingOf } from './moment.ts';

/** A moment with what is due, from whom, and how it stands on the day asked for. */
export type Moment = {
  momentId: string;
  scheme: string;
  /** null: agreed by people, not made by a step; its names are then its own title */
  step: string | null;
  stepNl: string;
  stepEn: string;
  noteNl: string;
  noteEn: string;
  source: string;
  year: number;
  /** which of the days of its step in the year */
  nth: number;
  unitId: string;
  unit: string;
  unitKind: string;
  unitNl: string;
  unitEn: string;
  /** the last day of a unit that is no more on the day it is due, and what it became */
  unitThrough: string | null;
  heirNl: string | null;
  heirEn: string | null;
  dueOn: string;
  firstDueOn: string;
  /** from when work on it runs, and the day of the meeting; null when not known */
  startsOn: string | null;
  meetsOn: string | null;
  precision: 'month' | null;
  /** it is due on its own day: a meeting whose day the step names, or that people agreed */
  held: boolean;
  milestone: number | null;
  status: MomentStatus;
  reason: string;
  doneOn: string | null;
  notes: string;
  revision: number;
  kind: string | null;
  kindNl: string | null;
  kindEn: string | null;
  stage: Stage | null;
  /** what is handed in that is no document */
  product: Product | null;
  covered: number;
  right: string | null;
  role: string | null;
  roleNl: string | null;
  roleEn: string | null;
  bodyId: string | null;
  body: string | null;
  bodyNl: string | null;
  bodyEn: string | null;
  /** the member of the body who sees to it */
  member: string | null;
  memberAccountId: string | null;
  /** the item of an agenda at which it was agreed: it is an action */
  itemId: string | null;
  /** the meeting at which it was agreed, and its day */
  agreedAtId: string | null;
  agreedOn: string | null;
  place: string;
  present: number | null;
  guests: string;
  document: string | null;
  title: string | null;
  number: number | null;
  submittedOn: string | null;
  decidedOn: string | null;
  outcome: string | null;
  /** what was handed in is being corrected */
  reopened: boolean;
  papers: number;
  standing: Standing;
  /** when it was done; null when it is not, or when the day is not known */
  endedOn: string | null;
};

type MomentQuery = {
  scheme?: string;
  year?: number;
  momentId?: string;
  /** moments for which this document counts, or could */
  document?: { documentId: string };
  /** not ended by hand, and due on this day or before */
  dueThrough?: string;
  /** due from one of these roles or bodies, or from the actor as a member */
  from?: { roles: readonly string[]; bodyIds: readonly string[] };
  /** meetings of this body, and actions that it agreed */
  bodyId?: string;
  /** actions agreed at this meeting */
  agreedAt?: string;
};

// What a unit handed in over the year that a step asks for: since when, which number stands, and whether it is being
// corrected. It was there from the first time on; a correction does not make it late.
const handedIn = sql`
  select true as found, max(r.number) filter (where r.submitted_at is not null) as number,
         to_char(min(r.submitted_at) at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as submitted_on,
         bool_or(r.submitted_at is null) and max(r.number) > 1 as reopened
    from progress_report r
   where s.product = 'progress' and r.institution_id = m.institution_id and r.scheme_id = m.scheme_id
     and r.unit_id = m.unit_id and r.year = m.year + s.covers
  having count(*) > 0
  union all
  select true, max(h.number), to_char(min(h.on_date), 'YYYY-MM-DD'),
         exists (select from indicator i join lateral (
             select o.after_submission from indicator_observation o
              where o.institution_id = i.institution_id and o.indicator_id = i.indicator_id
                and o.unit_id = m.unit_id and o.year = m.year + s.covers
             union all
             select f.after_submission from indicator_reflection f
              where f.institution_id = i.institution_id and f.indicator_id = i.indicator_id
                and f.unit_id = m.unit_id and f.year = m.year + s.covers) n on n.after_submission >= max(h.number)
           where i.institution_id = m.institution_id and i.scheme_id = m.scheme_id)
    from indicator_submission h
   where s.product = 'indicators' and h.institution_id = m.institution_id and h.scheme_id = m.scheme_id
     and h.unit_id = m.unit_id and h.year = m.year + s.covers
  having count(*) > 0`;

/** Moments by what is asked of them, the first due first. One statement. */
export async function listMoments(
  tx: Tx,
  actor: Actor,
  query: MomentQuery,
  today: string,
): Promise<Moment[]> {
  const { scheme = null, year = null, momentId = null, dueThrough = null } = query;
  const documentId = query.document?.documentId ?? null;
  const from = query.from
    ? sql`and (coalesce(m.role_code, s.role_code) = any(${query.from.roles}::text[])
               or o.account_id = ${actor.accountId}::uuid
               or coalesce(m.role_code, s.role_code) is null and m.member_id is null
                  and b.body_id = any(${query.from.bodyIds}::uuid[]))`
    : sql``;
  const ofBody = query.bodyId === undefined ? sql`` : sql`and b.body_id = ${query.bodyId}::uuid`;
  const agreed = query.agreedAt === undefined ? sql`` : sql`and i.moment_id = ${query.agreedAt}::uuid`;
  const { rows } = await sql<Omit<Moment, 'standing' | 'endedOn'> & { handed: boolean | null }>`
    select m.moment_id, sc.code as scheme, s.code as step, coalesce(s.name_nl, m.title) as step_nl,
           coalesce(s.name_en, m.title) as step_en, coalesce(s.note_nl, '') as note_nl,
           coalesce(s.note_en, '') as note_en, coalesce(s.source, '') as source, m.year, m.nth, m.unit_id,
           u.code as unit, u.kind as unit_kind, u.name_nl as unit_nl, u.name_en as unit_en,
           h.unit_through, h.heir_nl, h.heir_en, m.due_on, m.first_due_on, m.starts_on, m.meets_on,
           s.precision, b.body_id is not null and m.item_id is null and s.kind_id is null and s.product is null
             and coalesce(s.rule ->> 'kind', 'agreed') in ('week', 'months', 'weekly', 'agreed') as held, s.milestone, m.status, m.reason, m.done_on, m.notes, m.revision, k.code as kind,
           k.name_nl as kind_nl, k.name_en as kind_en, k.stage, s.product, m.year + coalesce(s.covers, 0) as covered,
           s.right_kind as right, r.code as role, r.name_nl as role_nl, r.name_en as role_en,
           b.body_id, b.code as body, b.name_nl as body_nl, b.name_en as body_en,
           o.name as member, o.account_id as member_account_id, m.item_id, i.moment_id as agreed_at_id,
           g.due_on as agreed_on, m.place, m.present, m.guests,
           a.document, a.title, coalesce(a.number, p.number) as number, coalesce(a.submitted_on, p.submitted_on) as submitted_on,
           a.decided_on, a.outcome, coalesce(p.reopened, false) as reopened, p.found as handed,
           (select count(*)::int from moment_paper p where p.institution_id = m.institution_id
               and p.moment_id = m.moment_id) as papers
      from moment m
      join scheme sc on sc.institution_id = m.institution_id and sc.scheme_id = m.scheme_id
      join unit u on u.institution_id = m.institution_id and u.unit_id = m.unit_id
      left join cycle_step s on s.institution_id = m.institution_id and s.step_id = m.step_id
      left join document_kind k on k.institution_id = s.institution_id and k.kind_id = s.kind_id
      left join role r on r.institution_id = m.institution_id and r.code = coalesce(m.role_code, s.role_code)
      left join body_member o on o.institution_id = m.institution_id and o.member_id = m.member_id
      left join agenda_item i on i.institution_id = m.institution_id and i.item_id = m.item_id
      left join moment g on g.institution_id = m.institution_id and g.moment_id = i.moment_id
      left join lateral (select b.* from body b where b.institution_id = m.institution_id
           and case when m.body_id is not null then b.body_id = m.body_id
               else b.kind = s.body_kind and case s.body_at when 'unit' then b.unit_id = m.unit_id
               else not exists (select from unit_placement p where p.institution_id = b.institution_id
                      and p.unit_id = b.unit_id) end end
         order by b.code limit 1) b on coalesce(m.body_id::text, s.body_kind) is not null
      left join lateral (
        select upper(u.valid) - 1 as unit_through, string_agg(w.name_nl, ', ' order by w.sort, w.code) as heir_nl,
               string_agg(w.name_en, ', ' order by w.sort, w.code) as heir_en
          from unit_succession z
          join unit w on w.institution_id = z.institution_id and w.unit_id = z.successor_id
         where z.institution_id = u.institution_id and z.predecessor_id = u.unit_id) h on upper(u.valid) <= m.due_on
      left join lateral (
        select d.code as document, d.title, v.number, x.decided_on, x.outcome, d.document_id,
               to_char(v.submitted_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as submitted_on,
               v.submitted_at is not null and (s.right_kind is null
                 or coalesce(x.outcome, 'withheld') <> 'withheld') as answers
          from document d
          join version v on v.institution_id = d.institution_id and v.document_id = d.document_id
          left join lateral (select x.decided_on, x.outcome from decision x
                where x.institution_id = v.institution_id and x.version_id = v.version_id
                  and x.kind = s.right_kind and x.body_id = b.body_id
                order by x.decided_on desc nulls last limit 1) x on true
         where d.institution_id = m.institution_id and d.scheme_id = m.scheme_id and d.kind_id = s.kind_id
           and d.unit_id = m.unit_id and v.status in ('draft', 'submitted', 'adopted')
           and case s.counts when 'period' then m.year + s.covers between d.first_year and d.last_year
               else v.status = 'draft' or v.submitted_at between m.first_due_on - interval '6 months'
                      and m.first_due_on + interval '6 months' end
         order by answers desc,
               -- the first that answered: a later version corrects it, and makes nothing late
               case when v.submitted_at is not null and (s.right_kind is null or coalesce(x.outcome, 'withheld') <> 'withheld')
                 then greatest(v.submitted_at::date, x.decided_on) end,
               case when v.submitted_at is null then 0 else v.number end desc
         limit 1) a on s.kind_id is not null
      left join lateral (${handedIn}) p on p.found
     where m.institution_id = ${actor.institutionId}
       and (${scheme}::text is null or sc.code = ${scheme}::text)
       and (${year}::int is null or m.year = ${year}::int)
       and (${momentId}::uuid is null or m.moment_id = ${momentId}::uuid)
       and (${dueThrough}::date is null or (m.status in ('open', 'moved') and m.due_on <= ${dueThrough}::date))
       and (${documentId}::uuid is null or a.document_id = ${documentId}::uuid)
       ${from} ${ofBody} ${agreed}
     order by m.due_on, s.sort nulls last, s.code, u.sort, u.code, m.nth, m.title, m.moment_id`.execute(tx);
  return rows.map(({ handed, ...row }) => {
    const answer = row.document === null && !handed ? null : row;
    const gone = row.unitThrough !== null;
    const { standing, on } = standingOf({ ...row, gone, asksRight: row.right !== null, answer }, today);
    return { ...row, standing, endedOn: on };
  });
}
