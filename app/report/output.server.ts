import { sql } from 'kysely';
import type { Actor, Locale } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { contentHash, type Json } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing } from '#app/kernel/rejection.ts';
import type { PlanAddress } from '#app/plan/draft.server.ts';
import { canSeeDraft } from '#app/plan/plan.ts';
import type { FileFormat } from '#app/render/file-format.ts';
import type { Report } from '#app/render/report.ts';
import { fileOf } from '#app/render/write-file.ts';
import { getReport } from './chain.server.ts';
import { type OutputStatus, staleSeconds } from './output.ts';

type Asked = PlanAddress & { version?: number | null; format: FileFormat; locale?: Locale; now: Date };

/** Made anew when how we write files changes: a file named by its content must not outlive what wrote it. */
const writer = 'akkoord-writer/1';

/**
 * Asks for a version's report as a file. The same content has one file, made once: who asks again gets it at once, and
 * of a draft only the newest is kept. No audit entry: like every export it changes nothing that anybody wrote.
 * @returns the job and how it stands; the caller sets `makeOutputs` to work on it
 * @throws Missing, also for a draft that is not the reader's to see
 */
export async function requestOutput(
  tx: Tx,
  actor: Actor,
  { format, ...asked }: Asked,
): Promise<{ job: string; status: OutputStatus }> {
  const { plan, report } = await getReport(tx, actor, asked);
  const { institutionId } = actor;
  const { versionId } = plan.version;
  const { made, ...job } = await orderFile(tx, institutionId, { versionId, report, format });
  if (made && plan.version.status === 'draft') {
    await forgetDrafts(tx, institutionId, { versionId, format, keep: job.job });
  }
  return job;
}

type Ordered = {
  versionId: string;
  report: Report;
  format: FileFormat;
  /** nobody waits for it: it is made after all that people ask for */
  background?: boolean;
};

/**
 * Asks for a tree of a version as a file; `made`: nobody had asked for exactly this before. What waits in the
 * background comes forward when a person asks for it.
 */
export async function orderFile(
  tx: Tx,
  institutionId: string,
  { versionId, report, format, background = false }: Ordered,
): Promise<{ job: string; status: OutputStatus; made: boolean }> {
  const key = contentHash({ report: report as unknown as Json, format, writer });
  const jobId = newId();
  const { fileName, mediaType } = fileOf(report, format);
  // one that failed is tried anew; one that is under way or done stays as it is
  const { rows } = await sql<{ job: string; status: OutputStatus; made: boolean }>`
    insert into output_job as j (institution_id, job_id, version_id, content_key, format, file_name, media_type, status,
                                 tree, background, created_at)
    values (${institutionId}, ${jobId}, ${versionId}, ${key}, ${format}, ${fileName}, ${mediaType}, 'waiting',
            ${JSON.stringify(report)}::jsonb, ${background}, now())
    on conflict (institution_id, content_key) do update
       set status = case when j.status = 'failed' then 'waiting' else j.status end,
           background = j.background and excluded.background,
           attempts = case when j.status = 'failed' then 0 else j.attempts end,
           created_at = case when j.status = 'failed' then now() else j.created_at end
    returning j.job_id as job, j.status, j.job_id = ${jobId} as made`.execute(tx);
  return rows[0]!;
}

// What was made of an older state of the draft: its bytes go with the daily clearing of files nobody refers to.
async function forgetDrafts(
  tx: Tx,
  institutionId: string,
  { versionId, format, keep }: { versionId: string; format: string; keep: string },
): Promise<void> {
  await tx
    .deleteFrom('outputJob')
    .where('institutionId', '=', institutionId)
    .where('versionId', '=', versionId)
    .where('format', '=', format)
    .where('jobId', '<>', keep)
    .where('status', '<>', 'working')
    .execute();
}

export type Output = {
  job: string;
  document: string;
  title: string;
  version: number;
  format: FileFormat;
  fileName: string;
  mediaType: string;
  status: OutputStatus;
  attempts: number;
  bytes: number | null;
  /** whole seconds since it was asked for, or that making it took */
  seconds: number;
  /** jobs that are made first and are not done */
  before: number;
};

type OutputAt = { scheme: string; job: string };

/** How a job stands, whichever process is at it. One statement. @throws Missing */
export async function getOutput(tx: Tx, actor: Actor, { scheme, job }: OutputAt): Promise<Output> {
  if (!/^[0-9a-f-]{36}$/.test(job)) throw new Missing('output');
  const { rows } = await sql<Output & { draft: boolean; unitId: string }>`
    select j.job_id as job, d.code as document, d.title, v.number as version, j.format, j.file_name, j.media_type,
           case when j.status = 'working' and j.seen_at < now() - make_interval(secs => ${staleSeconds})
                then 'stalled' else j.status end as status, j.attempts, octet_length(f.bytes) as bytes,
           extract(epoch from coalesce(j.finished_at, now()) - j.created_at)::int as seconds,
           (select count(*)::int from output_job o where o.institution_id = j.institution_id
               and (o.status = 'working' and o.job_id <> j.job_id
                 or o.status = 'waiting' and (o.background, o.created_at, o.job_id) < (j.background, j.created_at, j.job_id))
           ) as before,
           v.status = 'draft' as draft, d.unit_id
      from output_job j
      join version v on v.institution_id = j.institution_id and v.version_id = j.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      left join file f on f.institution_id = j.institution_id and f.sha256 = j.sha256
     where j.institution_id = ${actor.institutionId} and j.job_id = ${job} and s.code = ${scheme}`.execute(
    tx,
  );
  const [found] = rows;
  if (!found || (found.draft && !canSeeDraft(actor, found))) throw new Missing('output');
  const { draft: _, unitId: __, ...output } = found;
  return output;
}

/** The bytes of a job that is done. @throws Missing */
export async function getOutputFile(
  tx: Tx,
  actor: Actor,
  at: OutputAt,
): Promise<{ fileName: string; mediaType: string; bytes: Buffer }> {
  const { fileName, mediaType } = await getOutput(tx, actor, at);
  const { rows } = await sql<{ bytes: Buffer }>`
    select f.bytes from output_job j join file f on f.institution_id = j.institution_id and f.sha256 = j.sha256
     where j.institution_id = ${actor.institutionId} and j.job_id = ${at.job}`.execute(tx);
  if (!rows[0]) throw new Missing('output');
  return { fileName, mediaType, bytes: rows[0].bytes };
}
