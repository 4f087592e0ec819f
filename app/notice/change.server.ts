import { sql } from 'kysely';
import { ownsCommitment } from '#app/council/commitment.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { memberOf } from '#app/participation/work.server.ts';
import { type Change, type Happening, latest } from './agenda.ts';

type Row = Happening & {
  subject: string;
  /** bodies it is about: whose decision, to whom promised, who asked and who answers; people who are mentioned */
  bodyIds: string[];
  unitId: string | null;
  role: string | null;
};

/** No more of the trail than this is looked through: who was away for long reads the newest. */
const most = 400;

/**
 * What happened since a moment to what concerns the actor or their bodies, the newest first, one line per thing;
 * never what they did themselves or what an import brought. Two statements. The trail is read by its subjects, not by its names.
 */
export async function listChanges(tx: Tx, actor: Actor, since: Date): Promise<Change[]> {
  if (actor.mandates.length === 0) return [];
  const own = actor.accountId === null ? [] : [actor.accountId];
  const ids = [...(await memberOf(tx, actor)), ...own];
  const rows = await readChanges(tx, actor, since);
  const found = rows.filter((row) => concerns(actor, row, ids));
  return latest(found.map(({ subject: _, bodyIds: __, unitId: ___, role: ____, ...change }) => change));
}

function concerns(actor: Actor, row: Row, bodyIds: readonly string[]): boolean {
  if (row.bodyIds.some((id) => bodyIds.includes(id))) return true;
  if (row.unitId === null) return false;
  if (row.role !== null) return ownsCommitment(actor, { ownerUnitId: row.unitId, ownerRole: row.role });
  return (
    may(actor, 'plan.write', row.unitId) ||
    may(actor, 'consent.ask', row.unitId) ||
    may(actor, 'plan.adopt', row.unitId)
  );
}

async function readChanges(tx: Tx, actor: Actor, since: Date): Promise<Row[]> {
  const own = sql`institution_id = ${actor.institutionId}`;
  const href = (kind: string, id: string) => sql.raw(`'/schemes/' || s.code || '/${kind}/' || ${id}`);
  const { rows } = await sql<Omit<Row, 'at'> & { at: Date }>`
    with recent as (
      select at, action, subject_kind, subject_id from audit_entry
       where ${own} and at > ${since} and actor_id is distinct from ${actor.accountId} and actor_kind <> 'system'
         and subject_kind in ('decision', 'version', 'commitment', 'proposal', 'follow_up', 'reflection', 'moment', 'consultation', 'comment')
         and action not in ('reflection.write', 'budget.mark', 'budget.memo')
       order by seq desc limit ${most})
    select r.action, r.at, 'decision' as subject, d.title as title_nl, d.title as title_en, b.name_nl as of_nl, b.name_en as of_en,
           ${href('decisions', 'x.decision_id')} as href,
           array[x.body_id] || array(select e.body_id from decision_event e where e.${own}
             and e.decision_id = x.decision_id and e.body_id is not null) as body_ids, d.unit_id, null as role
      from recent r join decision x on x.${own} and x.decision_id = r.subject_id
      join body b using (institution_id, body_id) join version v using (institution_id, version_id)
      join document d using (institution_id, document_id) join scheme s using (institution_id, scheme_id)
     where r.subject_kind = 'decision'
    union all
    select r.action, r.at, 'version', d.title, d.title, u.name_nl, u.name_en,
           case k.stage when 'allocated' then ${href('allocation', 'd.code')} when 'realised' then '/schemes/' || s.code || '/realisation/' || u.code || '/' || d.first_year
             when 'granted' then '/schemes/' || s.code || '/funding' when 'expected' then '/schemes/' || s.code || '/funding'
             else ${href('plans', 'd.code')} end,
           array(select x.body_id from decision x where x.${own} and x.version_id = v.version_id), d.unit_id, null
      from recent r join version v on v.${own} and v.version_id = r.subject_id
      join document d using (institution_id, document_id) join scheme s using (institution_id, scheme_id)
      join document_kind k using (institution_id, kind_id) join unit u on u.${own} and u.unit_id = d.unit_id
     where r.subject_kind = 'version' and v.status <> 'draft'
    union all
    select r.action, r.at, 'commitment', c.text, c.text, b.name_nl, b.name_en, ${href('commitments', 'c.commitment_id')},
           array[c.body_id], c.owner_unit_id, c.owner_role
      from recent r join commitment c on c.${own} and c.commitment_id = r.subject_id
      join body b using (institution_id, body_id) join scheme s using (institution_id, scheme_id)
     where r.subject_kind = 'commitment'
    union all
    select r.action, r.at, 'proposal', p.title, p.title, b.name_nl, b.name_en, ${href('proposals', 'p.proposal_id')},
           array[p.body_id, p.to_body_id], null, null
      from recent r join proposal p on p.${own} and p.proposal_id = r.subject_id
      join body b using (institution_id, body_id) join scheme s using (institution_id, scheme_id)
     where r.subject_kind = 'proposal'
    union all
    select r.action, r.at, 'follow_up', left(f.account, 120), left(f.account, 120), b.name_nl, b.name_en,
           coalesce(${href('decisions', 'f.decision_id')}, ${href('consultations', 'c.consultation_id')}),
           array[b.body_id], null, null
      from recent r join follow_up f on f.${own} and f.follow_up_id = r.subject_id
      join scheme s using (institution_id, scheme_id)
      left join decision x on x.${own} and x.decision_id = f.decision_id
      left join consultation_topic t on t.${own} and t.topic_id = f.topic_id
      left join consultation c on c.${own} and c.consultation_id = t.consultation_id
      join body b on b.${own} and b.body_id = coalesce(x.body_id, c.body_id)
     where r.subject_kind = 'follow_up'
    union all
    select r.action, r.at, 'reflection', b.name_nl || ' ' || f.year, b.name_en || ' ' || f.year, b.name_nl, b.name_en,
           '/schemes/' || s.code || '/reflections#reflections-' || f.year, array[f.body_id], b.unit_id, null
      from recent r join reflection f on f.${own} and f.reflection_id = r.subject_id
      join body b using (institution_id, body_id) join scheme s using (institution_id, scheme_id)
     where r.subject_kind = 'reflection' and f.given_on is not null
    union all
    select r.action, r.at, 'moment', coalesce(p.name_nl, m.title), coalesce(p.name_en, m.title), u.name_nl, u.name_en, ${href('cycle', 'm.moment_id')},
           array_remove(array[m.body_id, o.account_id], null), m.unit_id, coalesce(m.role_code, p.role_code)
      from recent r join moment m on m.${own} and m.moment_id = r.subject_id
      left join cycle_step p on p.${own} and p.step_id = m.step_id
      left join body_member o on o.${own} and o.member_id = m.member_id
      join scheme s on s.${own} and s.scheme_id = m.scheme_id
      join unit u on u.${own} and u.unit_id = m.unit_id
     where r.subject_kind = 'moment'
    union all
    select r.action, r.at, 'consultation', c.title, c.title, u.name_nl, u.name_en, ${href('consultations', 'c.consultation_id')},
           array_remove(array[c.body_id], null), c.unit_id, null
      from recent r join consultation c on c.${own} and c.consultation_id = r.subject_id
      join scheme s using (institution_id, scheme_id) join unit u using (institution_id, unit_id)
     where r.subject_kind = 'consultation'
    union all
    select r.action, r.at, 'comment', left(c.text, 120), left(c.text, 120), d.title, d.title,
           '/schemes/' || s.code || '/plans/' || d.code || '/comments/' || c.comment_id,
           array_remove(array[c.body_id, c.account_id], null) || array(select coalesce(m.account_id, m.body_id)
             from comment_mention m where m.${own} and m.comment_id = c.comment_id and m.unit_id is null), u.unit_id, null
      from recent r join comment c on c.${own} and c.comment_id = r.subject_id
      join version v using (institution_id, version_id) join document d using (institution_id, document_id)
      join scheme s using (institution_id, scheme_id)
      join lateral (select d.unit_id union select m.unit_id from comment_mention m
        where m.${own} and m.comment_id = c.comment_id and m.unit_id is not null) u on true
     where r.subject_kind = 'comment' and v.status <> 'draft'`.execute(tx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** A new visit begins this long after the last look, in milliseconds: turning a page is none. */
const pause = 30 * 60 * 1000;

/** Who has never looked before is told of the last two weeks. */
const firstLook = 14 * 24 * 60 * 60 * 1000;

/**
 * Marks that somebody looks at their work now. Within half an hour it is the same visit, and what was new stays
 * shown. @returns since when things are new to them; null for who has no account to remember it by
 */
export async function markVisit(tx: Tx, actor: Actor, now: Date): Promise<Date | null> {
  if (actor.kind !== 'account' || actor.accountId === null) return null;
  const before = new Date(now.getTime() - firstLook);
  const { rows } = await sql<{ beforeAt: Date }>`
    insert into visit (institution_id, account_id, seen_at, before_at)
    select institution_id, account_id, ${now}, ${before} from account
     where institution_id = ${actor.institutionId} and account_id = ${actor.accountId}
    on conflict (institution_id, account_id) do update
       set before_at = case when visit.seen_at < ${new Date(now.getTime() - pause)} then visit.seen_at else visit.before_at end,
           seen_at = greatest(visit.seen_at, excluded.seen_at)
    returning before_at`.execute(tx);
  return rows[0]?.beforeAt ?? null;
}
