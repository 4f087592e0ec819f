import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { stepsOf } from '#app/plan/plan-content.server.ts';
import type { Step } from '#app/plan/step.ts';
import { type Amount, amountOf } from './progress.server.ts';
import { canWriteProgress, type Entry } from './progress.ts';
import { type Named, type ProgressFrame, readFrame, readMoney } from './progress-read.server.ts';

/** A measure as one adopted version of its plan has it, and what that version says it changed of it. */
export type HistoryVersion = {
  number: number;
  adoptedAt: string;
  name: string;
  description: string;
  owner: string;
  targetGroup: string;
  firstYear: number;
  lastYear: number;
  inForce: boolean;
  steps: Step[];
  changes: { code: string; kind: string; reason: string }[];
};

export type HistoryYear = {
  year: number;
  entry: (Entry & { number: number; submittedAt: string; hash: string }) | null;
  budget: Amount;
  spent: Amount;
};

export type MeasureHistory = {
  scheme: ProgressFrame;
  unit: Named & { unitId: string };
  document: string;
  documentTitle: string;
  code: string;
  /** those that its steps are about */
  units: Named[];
  /** the newest last */
  versions: HistoryVersion[];
  years: HistoryYear[];
  mayWrite: boolean;
};

type Head = {
  measureId: string;
  document: string;
  documentTitle: string;
  unit: Named & { unitId: string };
  /** those that its steps are about */
  units: Named[];
  versions: HistoryVersion[];
};

/**
 * One measure over the years: promised, changed, told, spent. Amounts in whole cents. Four statements.
 * @throws Missing for a measure that no adopted plan holds
 */
export async function getMeasureHistory(
  tx: Tx,
  actor: Actor,
  { now, ...at }: { scheme: string; document: string; measure: string; now: Date },
): Promise<MeasureHistory> {
  const scheme = await readFrame(tx, actor, at.scheme);
  const head = await readHead(tx, actor, { ...at, schemeId: scheme.schemeId });
  const told = await readTold(tx, actor, head.measureId);
  const lines = await readMoney(tx, actor, {
    ...{ schemeId: scheme.schemeId, year: null, now },
    measureId: head.measureId,
  });
  const first = Math.min(...head.versions.map((one) => one.firstYear));
  const last = Math.max(...head.versions.map((one) => one.lastYear));
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i).map((year): HistoryYear => {
    const own = lines.filter((line) => line.year === year);
    return {
      year,
      entry: told.find((one) => one.year === year)?.entry ?? null,
      budget: amountOf(own, 'budgeted', scheme),
      spent: amountOf(own, 'realised', scheme),
    };
  });
  const { measureId: _, ...rest } = head;
  return { scheme, ...rest, code: at.measure, years, mayWrite: canWriteProgress(actor, head.unit) };
}

async function readHead(
  tx: Tx,
  actor: Actor,
  at: { schemeId: string; document: string; measure: string },
): Promise<Head> {
  const { rows } = await sql<Head>`
    select m.measure_id, d.code as document, d.title as document_title,
           json_build_object('unitId', u.unit_id, 'code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en) as unit,
           (select coalesce(json_agg(json_build_object('code', o.code, 'nameNl', o.name_nl, 'nameEn', o.name_en)
                                   order by o.sort, o.code), '[]')
              from unit o where o.institution_id = m.institution_id and o.unit_id in (
                select st.unit_id from measure_step st
                 where st.institution_id = m.institution_id and st.measure_id = m.measure_id)) as units,
           json_agg(json_build_object('number', v.number, 'adoptedAt', v.adopted_at, 'name', t.name,
             'description', t.description, 'owner', t.owner, 'targetGroup', t.target_group, 'firstYear', t.first_year,
             'lastYear', t.last_year, 'inForce', exists (select from in_force i where i.institution_id = v.institution_id
                and i.version_id = v.version_id and i.valid @> now() and upper_inf(i.recorded)), 'steps', ${stepsOf},
             'changes', coalesce((select json_agg(json_build_object('code', c.code, 'kind', c.kind, 'reason', c.reason)
                order by c.sort, c.code) from plan_change c
               where c.institution_id = v.institution_id and c.version_id = v.version_id and exists (
                 select from plan_change_measure cm where cm.institution_id = c.institution_id
                    and cm.change_id = c.change_id and cm.measure_id = m.measure_id)), '[]'))
             order by v.number) as versions
      from measure m
      join document d on d.institution_id = m.institution_id and d.document_id = m.document_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
      join measure_text t on t.institution_id = m.institution_id and t.measure_id = m.measure_id
      join version v on v.institution_id = t.institution_id and v.version_id = t.version_id and v.status = 'adopted'
     where m.institution_id = ${actor.institutionId} and d.scheme_id = ${at.schemeId} and d.code = ${at.document}
       and m.code = ${at.measure}
     group by m.institution_id, m.measure_id, d.institution_id, d.document_id, u.institution_id, u.unit_id`.execute(
    tx,
  );
  const [head] = rows;
  if (!head) throw new Missing('measure');
  return head;
}

type Told = { year: number; entry: NonNullable<HistoryYear['entry']> };

/** Per year what the newest submitted report says. */
async function readTold(tx: Tx, actor: Actor, measureId: string): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select distinct on (r.year) r.year,
           json_build_object('status', p.code, 'done', e.done, 'result', e.result, 'effect', e.effect,
             'deviation', e.deviation, 'waitsFor', e.waits_for, 'nextStep', e.next_step, 'number', r.number,
             'submittedAt', r.submitted_at, 'hash', r.content_hash, 'steps', coalesce((
               select json_agg(json_build_object('code', s.code, 'reachedMilli', s.reached_milli, 'note', s.note)
                        order by s.code) from progress_step s where s.institution_id = e.institution_id
                  and s.report_id = e.report_id and s.measure_id = e.measure_id), '[]')) as entry
      from progress_entry e
      join progress_report r on r.institution_id = e.institution_id and r.report_id = e.report_id
      left join progress_status p on p.institution_id = e.institution_id and p.status_id = e.status_id
     where e.institution_id = ${actor.institutionId} and e.measure_id = ${measureId} and r.submitted_at is not null
     order by r.year, r.number desc`.execute(tx);
  return rows;
}
