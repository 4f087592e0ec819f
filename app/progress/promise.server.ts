import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, Missing, Rejection } from '#app/kernel/rejection.ts';
import { stepsOf } from '#app/plan/plan-content.server.ts';
import type { PromiseJudgementInput } from './progress.input.ts';
import { type Criterion, canJudgePromise, type PlanPromise } from './promise.ts';

export type PromiseFrame = Criterion & { schemeId: string; criteria: (Criterion & { nodeId: string })[] };

type Found = PlanPromise & { versionId: string; measureId: string };

/**
 * The measures of a scheme's plans (one of them, when named) with what was judged of them by the scheme's criteria.
 * Two statements.
 * @throws Missing for an unknown scheme, or a measure that no submitted plan holds
 */
export async function listPromises(
  tx: Tx,
  actor: Actor,
  { scheme, ...of }: { scheme: string; document?: string; measure?: string },
): Promise<{ frame: PromiseFrame; promises: PlanPromise[] }> {
  const { frame, found } = await readPromises(tx, actor, { scheme, ...of });
  return { frame, promises: found.map(({ versionId: _, measureId: __, ...promise }) => promise) };
}

async function readPromises(
  tx: Tx,
  actor: Actor,
  { scheme, document, measure }: { scheme: string; document?: string; measure?: string },
): Promise<{ frame: PromiseFrame; found: Found[] }> {
  const { institutionId } = actor;
  const { rows: frames } = await sql<PromiseFrame>`
    select s.scheme_id, s.code, s.name_nl, s.name_en,
           coalesce((select json_agg(json_build_object('nodeId', n.node_id, 'code', n.code, 'nameNl', n.name_nl,
               'nameEn', n.name_en) order by n.sort, n.code) from node n
             where n.institution_id = s.institution_id and n.framework_id = s.criteria_framework_id), '[]') as criteria
      from scheme s where s.institution_id = ${institutionId} and s.code = ${scheme}`.execute(tx);
  const [frame] = frames;
  if (!frame) throw new Missing('scheme');
  const one = document === undefined ? sql`` : sql`and d.code = ${document} and m.code = ${measure}`;
  const { rows: found } = await sql<Found>`
    with newest as (
      select distinct on (d.document_id) v.version_id, v.number, d.document_id
        from document d
        join version v on v.institution_id = d.institution_id and v.document_id = d.document_id
       where d.institution_id = ${institutionId} and d.scheme_id = ${frame.schemeId}
         and v.status in ('submitted', 'adopted')
       order by d.document_id, v.number desc)
    select json_build_object('unitId', u.unit_id, 'code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en) as unit,
           d.code as document, d.title as document_title, w.number as version, t.version_id, t.measure_id, m.code,
           t.name, t.description, t.owner, t.first_year, t.last_year, ${stepsOf} as steps,
           array(select distinct l.year from ledger_line l where l.institution_id = t.institution_id
                    and l.version_id = t.version_id and l.measure_id = t.measure_id and l.stage = 'budgeted'
                  order by l.year) as budget_years,
           (select count(distinct i.indicator_id)::int from indicator_definition_measure i2
              join indicator_definition i on i.institution_id = i2.institution_id and i.definition_id = i2.definition_id
             where i2.institution_id = t.institution_id and i2.measure_id = t.measure_id) as indicators,
           coalesce((select json_agg(json_build_object('criterion', n.code, 'number', j.number, 'met', j.met,
               'reason', j.reason, 'by', j.judged_by, 'at', j.judged_at) order by n.sort, n.code)
              from promise_judgement j
              join node n on n.institution_id = j.institution_id and n.node_id = j.node_id
             where j.institution_id = t.institution_id and j.version_id = t.version_id and j.measure_id = t.measure_id
               and not exists (select from promise_judgement later where later.institution_id = j.institution_id
                     and later.version_id = j.version_id and later.measure_id = j.measure_id
                     and later.node_id = j.node_id and later.number > j.number)), '[]') as judgements
      from newest w
      join document d on d.institution_id = ${institutionId} and d.document_id = w.document_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
      join measure_text t on t.institution_id = d.institution_id and t.version_id = w.version_id
      join measure m on m.institution_id = t.institution_id and m.measure_id = t.measure_id and m.ended_from is null
     where true ${one}
     order by u.sort, u.code, d.code, t.sort, m.code`.execute(tx);
  if (document !== undefined && found.length === 0) throw new Missing('measure');
  return { frame, found };
}

/**
 * Says whether a promise meets a criterion, and why. What was judged before stays; the newest counts.
 * @param input `seen`: the number of the judgement that was seen, 0 when there was none
 * @throws Missing; Rejection `forbidden`, `conflict` when another judged since
 */
export async function judgePromise(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; document: string; measure: string; now: Date },
  { criterion, met, reason, seen }: PromiseJudgementInput,
): Promise<{ number: number }> {
  const { frame, found } = await readPromises(tx, actor, at);
  const promise = found[0]!;
  if (!canJudgePromise(actor, promise.unit)) throw forbidden('plan.write');
  const node = frame.criteria.find((one) => one.code === criterion);
  if (!node) throw new Missing('criterion');
  const { institutionId } = actor;
  // the measure is locked, so that two who judge at once do not both follow the same number
  await sql`select from measure where institution_id = ${institutionId} and measure_id = ${promise.measureId} for update`.execute(
    tx,
  );
  const newest = await tx
    .selectFrom('promiseJudgement')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('institutionId', '=', institutionId)
    .where('versionId', '=', promise.versionId)
    .where('measureId', '=', promise.measureId)
    .where('nodeId', '=', node.nodeId)
    .executeTakeFirst();
  const before = Number(newest?.number ?? 0);
  if (before !== seen) throw new Rejection('conflict', { revision: before });
  const judgementId = newId();
  const { versionId, measureId, document, code, version } = promise;
  await tx
    .insertInto('promiseJudgement')
    .values({
      ...{ institutionId, judgementId, versionId, measureId, nodeId: node.nodeId, number: before + 1 },
      ...{ met, reason, judgedBy: actor.name, judgedAt: at.now },
    })
    .execute();
  const stood = promise.judgements.find((one) => one.criterion === criterion);
  await record(
    tx,
    actor,
    'promise.judge',
    { kind: 'measure', id: measureId },
    {
      before: stood ? { met: stood.met, reason: stood.reason } : null,
      after: { document, measure: code, version, criterion, met, reason },
    },
  );
  return { number: before + 1 };
}
