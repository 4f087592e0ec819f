import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { FILE_FORMATS, type FileFormat } from '#app/render/file-format.ts';
import { type LoadedInstitution, loadInstitution, unpublishedDemo } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { getOutput, getOutputFile, orderFile, requestOutput } from './output.server.ts';
import { makeOutputs } from './output-work.server.ts';

const watched = watchedDatabase();
let place: LoadedInstitution;
const now = new Date('2026-11-22T12:00:00Z');
const scheme = 'ka-2022-2027';
const adopted = { scheme, document: 'onderwijsverslag-recht-2024' };
const draft = { scheme, document: 'onderwijsverslag-recht-2025' };

beforeAll(async () => {
  place = await loadInstitution(watched.db, await unpublishedDemo('voorbeeld'));
});

async function as<T>(login: string, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  const actor = await place.actor(login);
  return inInstitution(watched.db, actor.institutionId, (tx) => work(tx, actor));
}
const request = (format: FileFormat, at = adopted, login = 'lezer') =>
  as(login, (tx, actor) => requestOutput(tx, actor, { ...at, format, now }));
const stands = (job: string, login = 'lezer') =>
  as(login, (tx, actor) => getOutput(tx, actor, { scheme, job }));
const make = () => makeOutputs(watched.db, place.institutionId);
const set = (change: ReturnType<typeof sql>) =>
  inInstitution(watched.db, place.institutionId, (tx) =>
    sql`update output_job set ${change} where institution_id = ${place.institutionId}`.execute(tx),
  );

describe('a report as a file', () => {
  test('is made off the request in each format, and the same content is made once', async () => {
    const jobs = [];
    for (const format of FILE_FORMATS) jobs.push(await request(format));
    expect(jobs.map((one) => one.status)).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    expect(await stands(jobs[1]!.job)).toMatchObject({ status: 'waiting', before: 1, bytes: null });
    expect(await make()).toEqual({ done: 4, failed: 0 });
    const starts = [];
    for (const { job } of jobs) {
      const { bytes, fileName, mediaType } = await as('lezer', (tx, actor) =>
        getOutputFile(tx, actor, { scheme, job }),
      );
      starts.push([
        fileName.split('.').at(-1),
        mediaType.split('/')[1]!.slice(0, 24),
        bytes.subarray(0, 4).toString(),
      ]);
      if (fileName.includes('pdfa')) expect(bytes.toString('latin1')).toContain('<pdfaid:conformance>A');
    }
    expect(starts).toEqual([
      ['pdf', 'pdf', '%PDF'],
      ['pdf', 'pdf', '%PDF'],
      ['docx', 'vnd.openxmlformats-offic', 'PK\u0003\u0004'],
      ['odt', 'vnd.oasis.opendocument.t', 'PK\u0003\u0004'],
    ]);
    expect(await request('pdf')).toEqual({ job: jobs[0]!.job, status: 'done' });
    expect(await make()).toEqual({ done: 0, failed: 0 });
  });

  test('two processes make each file once', async () => {
    await request('docx', draft, 'schrijver-recht');
    const [one, two] = await Promise.all([make(), make()]);
    expect(one.done + two.done).toBe(1);
  });

  test('what a person asks for is made before what loading left to be made', async () => {
    const versionId = await as('lezer', async (tx) => {
      const { rows } = await sql<{ versionId: string }>`select version_id from output_job limit 1`.execute(
        tx,
      );
      return rows[0]!.versionId;
    });
    const order = (title: string, background: boolean) =>
      as('lezer', (tx, { institutionId }) => {
        const report = { title, language: 'nl' as const, institution: 'x', blocks: [] };
        return orderFile(tx, institutionId, { versionId, report, format: 'docx', background });
      });
    const ahead = async (...jobs: { job: string }[]) =>
      Promise.all(jobs.map(async ({ job }) => (await stands(job)).before));
    const [first, second] = [await order('geladen 1', true), await order('geladen 2', true)];
    const asked = await order('gevraagd', false);
    expect(await ahead(asked, first, second)).toEqual([0, 1, 2]);
    // who asks for what loading left brings it forward, for good
    expect(await order('geladen 2', false)).toMatchObject({ job: second.job, made: false });
    expect(await order('geladen 2', true)).toMatchObject({ job: second.job, made: false });
    expect(await ahead(second, asked, first)).toEqual([0, 1, 2]);
    await make();
    const { rows } = await as('lezer', (tx) =>
      sql<{ fileName: string }>`
        select file_name from output_job where file_name ~ '(geladen|gevraagd)' order by finished_at`.execute(
        tx,
      ),
    );
    expect(rows.map((one) => one.fileName.slice(0, 9))).toEqual(['geladen-2', 'gevraagd.', 'geladen-1']);
  });

  test('what a dead process left is told so, and taken over', async () => {
    const { job } = await request('odt', draft, 'schrijver-recht');
    await set(
      sql`status = case when job_id = ${job} then 'working' else status end, seen_at = now(), attempts = 1`,
    );
    expect((await stands(job, 'schrijver-recht')).status).toBe('working');
    expect(await make()).toEqual({ done: 0, failed: 0 });
    await set(sql`seen_at = now() - interval '1 minute'`);
    expect((await stands(job, 'schrijver-recht')).status).toBe('stalled');
    expect(await make()).toEqual({ done: 1, failed: 0 });
    expect(await stands(job, 'schrijver-recht')).toMatchObject({ status: 'done', attempts: 2 });
  });

  test('one that cannot be made says so after three tries, and is tried anew when it is asked for again', async () => {
    const { job } = await request('pdf', draft, 'schrijver-recht');
    const broken = {
      title: 'x',
      language: 'nl',
      institution: 'x',
      blocks: [{ kind: 'figure', svg: '', alt: '' }],
    };
    await set(sql`tree = case when job_id = ${job} then ${JSON.stringify(broken)}::jsonb else tree end`);
    expect(await make()).toEqual({ done: 0, failed: 3 });
    expect(await stands(job, 'schrijver-recht')).toMatchObject({ status: 'failed', attempts: 3 });
    expect((await request('pdf', draft, 'schrijver-recht')).status).toBe('waiting');
  });

  test('of a draft nothing is seen by who may not see it', async () => {
    await expect(request('pdf', draft)).rejects.toThrow(Missing);
    const { job } = await request('pdf', draft, 'schrijver-recht');
    await expect(stands(job)).rejects.toThrow(Missing);
    await expect(stands('nothing')).rejects.toThrow(Missing);
  });
});
