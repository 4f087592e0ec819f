import { sql } from 'kysely';
import { type Db, inInstitution } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import type { FileFormat } from '#app/render/file-format.ts';
import type { Report } from '#app/render/report.ts';
import { writeFile } from '#app/render/write-file.ts';
import { heartbeat, mostAttempts, staleSeconds } from './output.ts';

type Claimed = { jobId: string; format: FileFormat; tree: Report };

/**
 * Makes what was asked for in an institution, one file after the other, until nothing waits: what people ask for
 * first, then what loading left to be made. Safe to run in any process
 * at any time: a job is claimed in the database before it is begun, and one whose process fell silent is taken over.
 * Each file is written by a child process.
 * @returns how many files were made and how many failed
 */
export async function makeOutputs(db: Db, institutionId: string): Promise<{ done: number; failed: number }> {
  const made = { done: 0, failed: 0 };
  for (let job = await claim(db, institutionId); job; job = await claim(db, institutionId)) {
    const ok = await make(db, institutionId, job);
    made[ok ? 'done' : 'failed'] += 1;
  }
  return made;
}

async function claim(db: Db, institutionId: string): Promise<Claimed | null> {
  return inInstitution(db, institutionId, async (tx) => {
    await sql`update output_job set status = 'failed', tree = null, finished_at = now(), problem = 'given up'
      where institution_id = ${institutionId} and status = 'working' and attempts >= ${mostAttempts}
        and seen_at < now() - make_interval(secs => ${staleSeconds})`.execute(tx);
    const { rows } = await sql<Claimed>`
      update output_job set status = 'working', attempts = attempts + 1, seen_at = now()
       where institution_id = ${institutionId} and job_id = (
         select job_id from output_job
          where institution_id = ${institutionId}
            and (status = 'waiting' or status = 'working' and seen_at < now() - make_interval(secs => ${staleSeconds}))
          order by background, created_at, job_id limit 1 for update skip locked)
      returning job_id, format, tree`.execute(tx);
    return rows[0] ?? null;
  });
}

async function make(db: Db, institutionId: string, { jobId, format, tree }: Claimed): Promise<boolean> {
  const alive = setInterval(() => {
    inInstitution(db, institutionId, (tx) =>
      sql`update output_job set seen_at = now()
        where institution_id = ${institutionId} and job_id = ${jobId} and status = 'working'`.execute(tx),
    ).catch(() => undefined); // the database is away: the job goes to whoever comes back first
  }, heartbeat);
  try {
    const bytes = await writeFile(tree, format, renderTextsOf(tree.language));
    await inInstitution(db, institutionId, async (tx) => {
      const hash = sha256(bytes);
      await tx
        .insertInto('file')
        .values({ institutionId, sha256: hash, bytes: Buffer.from(bytes) })
        .onConflict((conflict) =>
          conflict.columns(['institutionId', 'sha256']).doUpdateSet({ keptAt: sql`now()` }),
        )
        .execute();
      await sql`update output_job set status = 'done', sha256 = ${hash}, tree = null, finished_at = now(), problem = ''
        where institution_id = ${institutionId} and job_id = ${jobId} and status = 'working'`.execute(tx);
    });
    return true;
  } catch (error) {
    const problem = String(error).slice(0, 2000);
    await inInstitution(db, institutionId, (tx) =>
      sql`update output_job set status = case when attempts < ${mostAttempts} then 'waiting' else 'failed' end,
                 finished_at = case when attempts < ${mostAttempts} then null else now() end, problem = ${problem}
        where institution_id = ${institutionId} and job_id = ${jobId} and status = 'working'`.execute(tx),
    );
    return false;
  } finally {
    clearInterval(alive);
  }
}
