import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { contentHash } from '#app/kernel/hash.ts';
import { contentOf, type ReportContent } from './progress.ts';

type Finding = { code: string; subject: string; detail: string };

/** Every submitted year still says what its hash covers, and every file of evidence is what was taken in. */
export async function verifyProgress(tx: Tx, { institutionId }: Actor): Promise<Finding[]> {
  const { rows: reports } = await sql<ReportContent & { contentHash: string }>`
    select s.code as scheme, u.code as unit, r.year, r.number, r.reason, r.summary, r.content_hash,
           coalesce((select json_agg(json_build_object('document', d.code, 'measure', m.code, 'version', v.number,
               'status', p.code, 'done', e.done, 'result', e.result, 'effect', e.effect, 'deviation', e.deviation,
               'waitsFor', e.waits_for, 'nextStep', e.next_step, 'steps', coalesce((
                 select json_agg(json_build_object('code', st.code, 'reachedMilli', st.reached_milli, 'note', st.note))
                   from progress_step st where st.institution_id = e.institution_id and st.report_id = e.report_id
                    and st.measure_id = e.measure_id), '[]')))
              from progress_entry e
              join measure m on m.institution_id = e.institution_id and m.measure_id = e.measure_id
              join version v on v.institution_id = e.institution_id and v.version_id = e.version_id
              join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
              left join progress_status p on p.institution_id = e.institution_id and p.status_id = e.status_id
             where e.institution_id = r.institution_id and e.report_id = r.report_id), '[]') as entries
      from progress_report r
      join scheme s on s.institution_id = r.institution_id and s.scheme_id = r.scheme_id
      join unit u on u.institution_id = r.institution_id and u.unit_id = r.unit_id
     where r.institution_id = ${institutionId} and r.submitted_at is not null`.execute(tx);
  const { rows: files } = await sql<{ scheme: string; code: string }>`
    select s.code as scheme, e.code from evidence e
      join scheme s on s.institution_id = e.institution_id and s.scheme_id = e.scheme_id
      join file f on f.institution_id = e.institution_id and f.sha256 = e.sha256
     where e.institution_id = ${institutionId} and encode(sha256(f.bytes), 'hex') <> f.sha256`.execute(tx);
  return [
    ...reports.flatMap(({ contentHash: stated, ...content }): Finding[] => {
      const found = contentHash(contentOf(content));
      const subject = `${content.scheme} ${content.unit} ${content.year} (${content.number})`;
      return found === stated
        ? []
        : [{ code: 'progress.hash', subject, detail: `${stated} is now ${found}` }];
    }),
    ...files.map(({ scheme, code }) => ({
      ...{
        code: 'evidence.hash',
        subject: `${scheme} ${code}`,
        detail: 'the bytes of its file have another hash',
      },
    })),
  ];
}
