import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { accountEvents } from '#app/participation/dossier-state.ts';
import { recordEvent } from '#app/participation/event.server.ts';
import type { FollowUpInput } from './council.input.ts';
import { canFollowUp, type FollowUp, owesAccount, type Voice } from './follow-up.ts';
import { resolveAbout } from './reference.server.ts';

export type VoiceQuery = {
  scheme?: string;
  /** code of the body that spoke */
  body?: string | null;
  documentId?: string;
  decisionId?: string;
  topicId?: string;
  /** the topics of one consultation only */
  consultationId?: string;
  /** asked as advice, decided, and no account given yet */
  owed?: boolean;
};

/**
 * "You said, we did": what bodies advised or made conditions of, and the topics of consultations, each with
 * what was done with it; the newest first. One statement.
 */
export async function listVoices(tx: Tx, actor: Actor, of: VoiceQuery): Promise<Voice[]> {
  const { institutionId } = actor;
  const { scheme = null, body = null, documentId = null, decisionId = null, topicId = null } = of;
  const { consultationId = null } = of;
  const owed = of.owed ?? false;
  // an account may also have been recorded as a step of the dossier, without more
  const given = sql`select institution_id, follow_up_id, decision_id, topic_id, point, outcome, account, on_date, version_id,
           measure_id, change_id from follow_up where institution_id = ${institutionId}
    union all select e.institution_id, e.event_id, e.decision_id, null, '', case e.event when 'account-followed' then 'followed'
           when 'account-partly' then 'partly' else 'not-followed' end, e.text, e.on_date, null, null, null
      from decision_event e where e.institution_id = ${institutionId} and e.event = any(${[...accountEvents]}::text[])
       and not exists (select from follow_up f where f.institution_id = e.institution_id
           and f.decision_id = e.decision_id and f.account = e.text)`;
  const { rows } = await sql<Voice>`
    with voice as (
      select 'decision' as kind, x.decision_id as id, d.scheme_id, x.decided_on as on_date, x.kind as right, x.outcome,
             d.title, concat_ws(E'\n', nullif(x.conditions, ''), nullif(x.reasons, '')) as said, x.body_id,
             '' as against, d.unit_id, null::uuid as consultation_id, d.document_id, v.number, 0 as sort
        from decision x
        join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
        join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
       where x.institution_id = ${institutionId} and x.outcome is not null and ${topicId}::uuid is null
         and ${consultationId}::uuid is null
         and (${decisionId}::uuid is null or x.decision_id = ${decisionId}::uuid)
         and (x.kind = 'advice' or x.conditions <> '' or x.outcome = 'withheld'
              or ${decisionId}::uuid is not null
              or exists (select from follow_up f where f.institution_id = x.institution_id and f.decision_id = x.decision_id))
         and (not ${owed} or (x.kind = 'advice' and v.status <> 'withdrawn' and not exists (select from follow_up f
              where f.institution_id = x.institution_id and f.decision_id = x.decision_id)
              and not exists (select from decision_event e where e.institution_id = x.institution_id
              and e.decision_id = x.decision_id and e.event = any(${[...accountEvents]}::text[]))))
      union all
      select 'topic', t.topic_id, c.scheme_id, c.sort_date, null, null, c.title, t.text, c.body_id,
             t.against, c.unit_id, c.consultation_id, c.document_id, null, t.sort
        from consultation_topic t
        join consultation c on c.institution_id = t.institution_id and c.consultation_id = t.consultation_id
       where t.institution_id = ${institutionId} and ${decisionId}::uuid is null and not ${owed}
         and (${topicId}::uuid is null or t.topic_id = ${topicId}::uuid)
         and (${consultationId}::uuid is null or t.consultation_id = ${consultationId}::uuid))
    select y.kind, y.id, s.code as scheme, y.on_date, y.right, y.outcome, y.title, y.said, y.against, y.body_id, b.code as body,
           b.name_nl as body_nl, b.name_en as body_en, y.unit_id, y.consultation_id, d.code as document, k.stage, y.number,
           coalesce((select jsonb_agg(jsonb_build_object('document', md.code, 'measure', me.code, 'name', ${measureName}, 'progress', ${latestProgress}) order by md.code, me.code)
              from consultation_topic_measure z
              join measure me on me.institution_id = z.institution_id and me.measure_id = z.measure_id
              join document md on md.institution_id = me.institution_id and md.document_id = me.document_id
             where z.institution_id = ${institutionId} and z.topic_id = y.id), '[]') as measures,
           coalesce((select jsonb_agg(jsonb_build_object('followUpId', f.follow_up_id, 'point', f.point,
                'outcome', f.outcome, 'account', f.account, 'onDate', f.on_date, 'document', fd.code, 'title', fd.title,
                'stage', fk.stage, 'number', fv.number, 'measureDocument', md.code,
                'measure', case when me.measure_id is null then null else ${measureName} end,
                'change', pc.code) order by f.on_date, f.point, f.account, f.follow_up_id)
              from (${given}) f
              left join plan_change pc on pc.institution_id = f.institution_id and pc.change_id = f.change_id
              left join version fv on fv.institution_id = f.institution_id and fv.version_id = coalesce(f.version_id, pc.version_id)
              left join document fd on fd.institution_id = fv.institution_id and fd.document_id = fv.document_id
              left join document_kind fk on fk.institution_id = fd.institution_id and fk.kind_id = fd.kind_id
              left join measure me on me.institution_id = f.institution_id and me.measure_id = f.measure_id
              left join document md on md.institution_id = me.institution_id and md.document_id = me.document_id
             where f.decision_id = y.id or f.topic_id = y.id), '[]') as follow_ups
      from voice y
      join scheme s on s.institution_id = ${institutionId} and s.scheme_id = y.scheme_id
      left join body b on b.institution_id = ${institutionId} and b.body_id = y.body_id
      left join document d on d.institution_id = ${institutionId} and d.document_id = y.document_id
      left join document_kind k on k.institution_id = ${institutionId} and k.kind_id = d.kind_id
     where (${scheme}::text is null or s.code = ${scheme}::text) and (${body}::text is null or b.code = ${body}::text)
       and (${documentId}::uuid is null or y.document_id = ${documentId}::uuid)
     order by y.on_date desc, s.code, y.kind, y.title, b.code, y.number desc, y.right, y.sort, y.said, y.id`.execute(
    tx,
  );
  return rows;
}

const measureName = sql`coalesce((select t.name from measure_text t join version w on w.institution_id = t.institution_id
  and w.version_id = t.version_id where t.institution_id = me.institution_id and t.measure_id = me.measure_id
  order by w.number desc limit 1), me.code)`;

// How a measure stood by the last account that was submitted of it; null when there is none.
const latestProgress = sql`(select jsonb_build_object('year', r.year, 'statusNl', ps.name_nl, 'statusEn', ps.name_en,
    'done', e.done)
  from progress_entry e
  join progress_report r on r.institution_id = e.institution_id and r.report_id = e.report_id
  join progress_status ps on ps.institution_id = e.institution_id and ps.status_id = e.status_id
 where e.institution_id = me.institution_id and e.measure_id = me.measure_id and r.submitted_at is not null
 order by r.year desc, r.number desc limit 1)`;

/** One voice, by whether it is a decision or a topic. @throws Missing */
export async function getVoice(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; decision?: string | undefined; topic?: string | undefined },
): Promise<Voice> {
  const id = at.decision ?? at.topic ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Missing('voice');
  const of = at.decision ? { decisionId: id } : { topicId: id };
  const [voice] = await listVoices(tx, actor, { scheme: at.scheme, ...of });
  if (!voice) throw new Missing('voice');
  return voice;
}

/** The advice of which the actor is to say what was done with it. One statement, none for who never does. */
export async function listOwedAccounts(tx: Tx, actor: Actor): Promise<Voice[]> {
  if (!actor.mandates.some(({ permissions }) => permissions.includes('consent.ask'))) return [];
  const owed = await listVoices(tx, actor, { owed: true });
  return owed.filter((one) => owesAccount(one) && canFollowUp(actor, one)).toReversed();
}

/**
 * Says what was done with one point of an advice, or with a topic. It stands: a later account says more.
 * @throws InvalidInput `follow-up.of`, `follow-up.link`, unknown codes; Rejection `forbidden`; Missing
 */
export async function giveAccount(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; now: Date },
  input: FollowUpInput,
): Promise<{ followUpId: string }> {
  const errors: FieldError[] = [];
  if ((input.decision === undefined) === (input.topic === undefined)) {
    errors.push({ path: 'decision', code: 'follow-up.of', params: {} });
  }
  if (input.outcome !== 'not-followed' && !input.version && !input.measure && !input.change) {
    errors.push({ path: 'measure', code: 'follow-up.link', params: {} });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  const voice = await getVoice(tx, actor, { scheme: at.scheme, ...input });
  if (!canFollowUp(actor, voice)) throw forbidden('consent.ask');
  const found = await resolveAbout(tx, actor, at.scheme, input);
  const { schemeId, decisionId, topicId, versionId, measureId, changeId } = found;
  const followUpId = newId();
  const { point, outcome, account, source } = input;
  const row: Pick<FollowUp, 'point' | 'outcome' | 'account' | 'onDate'> = {
    ...{ point, outcome, account, onDate: isoDate(at.now) },
  };
  await tx
    .insertInto('followUp')
    .values({
      ...{ institutionId: actor.institutionId, followUpId, schemeId, decisionId, topicId },
      ...{ ...row, versionId, measureId, changeId, source },
    })
    .execute();
  if (voice.right === 'advice' && point === '' && voice.followUps.length === 0) {
    await stepInDossier(tx, actor, { decision: voice.id, now: at.now }, row);
  }
  const after = { scheme: at.scheme, ...input };
  await record(tx, actor, 'follow-up.give', { kind: 'follow_up', id: followUpId }, { after });
  return { followUpId };
}

const steps = {
  followed: 'account-followed',
  partly: 'account-partly',
  'not-followed': 'account-not',
} as const;

// The account of a whole advice is also a step of its dossier, on which adopting waits; where the dossier has gone
// another way by now (a dispute, a version taken back), it is an account and no step.
async function stepInDossier(
  tx: Tx,
  actor: Actor,
  at: { decision: string; now: Date },
  { outcome, account, onDate }: Pick<FollowUp, 'outcome' | 'account' | 'onDate'>,
): Promise<void> {
  try {
    await recordEvent(tx, actor, { ...at, event: steps[outcome], onDate, text: account });
  } catch (error) {
    if (!(error instanceof Rejection && ['event.order', 'decision.version-gone'].includes(error.code)))
      throw error;
  }
}
