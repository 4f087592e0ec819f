import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing } from '#app/kernel/rejection.ts';

/** An uploaded file that was kept, named by its content. */
export type KeptFile = { sha256: string; name: string };

/**
 * Keeps the bytes of an upload, so that a second step needs no second upload. The same bytes are kept once, and
 * the day after which they are forgotten begins anew.
 */
export async function keepFile(tx: Tx, actor: Actor, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  await tx
    .insertInto('file')
    .values({ institutionId: actor.institutionId, sha256: hash, bytes: Buffer.from(bytes) })
    .onConflict((conflict) =>
      conflict.columns(['institutionId', 'sha256']).doUpdateSet({ keptAt: sql`now()` }),
    )
    .execute();
  return hash;
}

/**
 * Forgets the uploads that were last kept before this moment and never booked, taken in nor named as evidence. No audit entry:
 * they never became part of anything.
 * @returns how many
 */
export async function forgetUploads(tx: Tx, institutionId: string, before: Date): Promise<number> {
  const { rows } = await sql`
    delete from file f
     where f.institution_id = ${institutionId} and f.kept_at < ${before}
       and not exists (select from attachment a where a.institution_id = f.institution_id and a.sha256 = f.sha256)
       and not exists (select from intake_file i where i.institution_id = f.institution_id and i.sha256 = f.sha256)
       and not exists (select from output_job o where o.institution_id = f.institution_id and o.sha256 = f.sha256)
       and not exists (select from evidence e where e.institution_id = f.institution_id and e.sha256 = f.sha256)
    returning f.sha256`.execute(tx);
  return rows.length;
}

/** The bytes of a kept upload. @throws Missing */
export async function keptFile(tx: Tx, actor: Actor, hash: string): Promise<Buffer> {
  const row = await tx
    .selectFrom('file')
    .select('bytes')
    .where('institutionId', '=', actor.institutionId)
    .where('sha256', '=', hash)
    .executeTakeFirst();
  if (!row) throw new Missing('file');
  return row.bytes;
}

/** Hangs a kept upload on a draft, as the source of its figures. */
export async function linkFile(tx: Tx, actor: Actor, versionId: string, file: KeptFile): Promise<void> {
  await tx
    .insertInto('attachment')
    .values({
      institutionId: actor.institutionId,
      attachmentId: newId(),
      versionId,
      sha256: file.sha256,
      name: file.name.slice(0, 200),
      mediaType: mediaTypeOf(file.name),
    })
    .execute();
}

function mediaTypeOf(name: string): string {
  const ending = name.toLowerCase().split('.').at(-1);
  if (ending === 'xlsx') return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  if (ending === 'ods') return 'application/vnd.oasis.opendocument.spreadsheet';
  return 'text/csv';
}

/** The file that a booked version was read from: whoever sees the report may see it. @throws Missing */
export async function getReportFile(
  tx: Tx,
  actor: Actor,
  { scheme, unit, attachmentId }: { scheme: string; unit: string; attachmentId: string },
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  if (!/^[0-9a-f-]{36}$/.test(attachmentId)) throw new Missing('attachment');
  const { rows } = await sql<{ name: string; mediaType: string; bytes: Buffer }>`
    select a.name, a.media_type, f.bytes
      from attachment a
      join file f on f.institution_id = a.institution_id and f.sha256 = a.sha256
      join version v on v.institution_id = a.institution_id and v.version_id = a.version_id and v.status <> 'draft'
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id and k.stage = 'realised'
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
     where a.institution_id = ${actor.institutionId} and a.attachment_id = ${attachmentId}
       and s.code = ${scheme} and u.code = ${unit}`.execute(tx);
  const [file] = rows;
  if (!file) throw new Missing('attachment');
  return file;
}
