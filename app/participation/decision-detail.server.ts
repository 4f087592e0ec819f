import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { AskedRule, SectionVote } from './asked-rule.ts';
import type { DecisionKind, Outcome } from './decision.ts';
import type { DossierEvent } from './dossier-state.ts';

/** One event with what a reader wants to know of it. */
export type EventDetail = {
  eventId: string;
  event: DossierEvent;
  onDate: string;
  text: string;
  untilDate: string | null;
  /** before whom a dispute came */
  bodyId: string | null;
  body: { nl: string; en: string } | null;
  /** the version that was sent as a paper */
  paper: { document: string; title: string; number: number } | null;
  memberId: string | null;
  member: string | null;
  people: number | null;
};

/** One decision with everything that was asked and answered, and what happened since. */
export type DecisionDetail = {
  decisionId: string;
  kind: DecisionKind;
  question: string;
  basis: string;
  prior: boolean | null;
  certainty: 'text' | 'known' | 'uncertain' | null;
  matterNl: string;
  matterEn: string;
  /** how it is exercised, as the matrix said when it was asked; null for what was asked without a line */
  rule: AskedRule | null;
  silence: 'proceed' | 'refused' | 'open';
  askedOn: string;
  papersSentOn: string | null;
  dueOn: string | null;
  outcome: Outcome | null;
  decidedOn: string | null;
  /** in office when it decided, where that is known */
  seats: number | null;
  present: number | null;
  votesFor: number | null;
  votesAgainst: number | null;
  abstained: number | null;
  sections: SectionVote[] | null;
  reasons: string;
  conditions: string;
  minorityView: string;
  /** who mediates in a dispute and which committee rules, as the right says: the kind of body by its name */
  mediator: { nl: string; en: string } | null;
  committee: { nl: string; en: string } | null;
  events: EventDetail[];
  bodyId: string;
  bodyNl: string;
  bodyEn: string;
  /** the last day of its existence; null when it still is */
  bodyThrough: string | null;
  /** members in office today, its parts' included */
  members: number;
  scheme: string;
  document: string;
  versionNumber: number;
  versionHash: string;
  versionStatus: string;
  /**
   * what this is compared with: the version that this body decided on last, of this document or of the one that it
   * amends; without one, what held before
   */
  earlier: EarlierVersion | null;
};

export type EarlierVersion = {
  versionId: string;
  kindId: string;
  document: string;
  title: string;
  number: number;
  hash: string;
  /** what this body decided about it and when; null when it was not asked */
  outcome: Outcome | null;
  decidedOn: string | null;
};

/** One decision; undefined when there is none. One statement. */
export async function readDecision(
  tx: Tx,
  actor: Actor,
  decisionId: string,
): Promise<DecisionDetail | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(decisionId)) return undefined;
  const { rows } = await sql<DecisionDetail>`
    select x.decision_id, x.kind, x.question, x.basis, (x.rule->>'prior')::boolean as prior,
           x.rule->>'certainty' as certainty, x.asked_on, x.papers_sent_on, x.due_on,
           coalesce(x.rule->>'matterNl', '') as matter_nl, coalesce(x.rule->>'matterEn', '') as matter_en,
           coalesce(x.rule->>'silence', 'open') as silence, x.rule,
           x.outcome, x.decided_on, x.members as seats, x.present, x.votes_for, x.votes_against, x.abstained, x.sections,
           x.reasons, x.conditions, x.minority_view, ${eventDetails} as events,
           x.body_id, b.name_nl as body_nl, b.name_en as body_en, upper(b.valid) - 1 as body_through, s.code as scheme,
           d.code as document, v.number as version_number, x.version_hash, v.status as version_status,
           (select count(*)::int from body_member m where m.institution_id = x.institution_id
               and (m.body_id = x.body_id or exists (select from body_part p where p.institution_id = m.institution_id
                    and p.body_id = x.body_id and p.part_id = m.body_id))
               and m.term @> current_date) as members,
           (${kindNamed('mediatorKind')}) as mediator, (${kindNamed('committeeKind')}) as committee,
           e.earlier
      from decision x
      join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      left join lateral (
        select jsonb_build_object('versionId', w.version_id, 'kindId', wd.kind_id, 'document', wd.code, 'title', wd.title,
                 'number', w.number, 'hash', w.content_hash, 'outcome', y.outcome, 'decidedOn', y.decided_on) as earlier
          from version w
          join document wd on wd.institution_id = w.institution_id and wd.document_id = w.document_id
          left join decision y on y.institution_id = w.institution_id and y.version_id = w.version_id
               and y.body_id = x.body_id and y.outcome is not null and y.asked_on <= x.asked_on
         where w.institution_id = v.institution_id and w.content_hash is not null
           and (w.document_id = d.amends_id or (w.document_id = d.document_id and w.number < v.number))
           and (y.decision_id is not null or w.status = 'adopted')
         order by y.decision_id is null, w.document_id <> d.document_id, w.number desc, y.decided_on desc limit 1) e on true
     where x.institution_id = ${actor.institutionId} and x.decision_id = ${decisionId}`.execute(tx);
  return rows[0];
}

// The name of a kind of body that the rule names.
function kindNamed(key: 'mediatorKind' | 'committeeKind') {
  return sql`select jsonb_build_object('nl', t.name_nl, 'en', t.name_en) from body_kind t
    where t.institution_id = x.institution_id and t.code = x.rule->>${sql.lit(key)}`;
}

// In the order in which they were recorded.
const eventDetails = sql`coalesce((select jsonb_agg(jsonb_build_object('eventId', e.event_id, 'event', e.event,
    'onDate', e.on_date, 'text', e.text, 'untilDate', e.until_date, 'member', m.name, 'people', e.people,
    'bodyId', e.body_id, 'memberId', e.member_id,
    'body', case when f.body_id is not null then jsonb_build_object('nl', f.name_nl, 'en', f.name_en) end,
    'paper', case when w.version_id is not null then
       jsonb_build_object('document', o.code, 'title', o.title, 'number', w.number) end) order by e.seq)
  from decision_event e
  left join body_member m on m.institution_id = e.institution_id and m.member_id = e.member_id
  left join body f on f.institution_id = e.institution_id and f.body_id = e.body_id
  left join version w on w.institution_id = e.institution_id and w.version_id = e.version_id
  left join document o on o.institution_id = w.institution_id and o.document_id = w.document_id
 where e.institution_id = x.institution_id and e.decision_id = x.decision_id), '[]')`;
