import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { totalFileBytes } from './attachment.ts';

/** A file as it comes in: its bytes in base64. */
export type FileInput = { name: string; mediaType: string; base64: string };
export type FileBytes = { name: string; mediaType: string; bytes: Buffer };

/**
 * The bytes of the files of a letter.
 * @throws InvalidInput `funding.files-too-large` when together they pass the limit, `funding.file-empty`
 */
export function readFiles(files: readonly FileInput[]): FileBytes[] {
  const read = files.map(({ name, mediaType, base64 }) => {
    return { name, mediaType, bytes: Buffer.from(base64, 'base64') };
  });
  const total = read.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const empty = read.find(({ bytes }) => bytes.length === 0);
  if (empty) {
    throw new InvalidInput([{ path: 'files', code: 'funding.file-empty', params: { name: empty.name } }]);
  }
  if (total > totalFileBytes) {
    const params = { megabytes: Math.ceil(total / 100_000) / 10, most: totalFileBytes / 1_000_000 };
    throw new InvalidInput([{ path: 'files', code: 'funding.files-too-large', params }]);
  }
  return read;
}

/** Hangs files on a draft; the same bytes are kept once. */
export async function storeFiles(
  tx: Tx,
  actor: Actor,
  versionId: string,
  files: readonly FileBytes[],
): Promise<void> {
  const { institutionId } = actor;
  for (const { name, mediaType, bytes } of files) {
    const hash = sha256(bytes);
    await tx
      .insertInto('file')
      .values({ institutionId, sha256: hash, bytes })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .insertInto('attachment')
      .values({ institutionId, attachmentId: newId(), versionId, sha256: hash, name, mediaType })
      .execute();
  }
}

/** A file of a letter that is in force or was: any reader may see it. @throws Missing */
export async function getLetterFile(
  tx: Tx,
  actor: Actor,
  { scheme, attachmentId }: { scheme: string; attachmentId: string },
): Promise<FileBytes> {
  if (!/^[0-9a-f-]{36}$/.test(attachmentId)) throw new Missing('attachment');
  const row = await tx
    .selectFrom('attachment as a')
    .innerJoin('file as f', (on) =>
      on.onRef('f.institutionId', '=', 'a.institutionId').onRef('f.sha256', '=', 'a.sha256'),
    )
    .innerJoin('version as v', (on) =>
      on.onRef('v.institutionId', '=', 'a.institutionId').onRef('v.versionId', '=', 'a.versionId'),
    )
    .innerJoin('document as d', (on) =>
      on.onRef('d.institutionId', '=', 'v.institutionId').onRef('d.documentId', '=', 'v.documentId'),
    )
    .innerJoin('documentKind as k', (on) =>
      on.onRef('k.institutionId', '=', 'd.institutionId').onRef('k.kindId', '=', 'd.kindId'),
    )
    .innerJoin('scheme as s', (on) =>
      on.onRef('s.institutionId', '=', 'd.institutionId').onRef('s.schemeId', '=', 'd.schemeId'),
    )
    .select(['a.name', 'a.mediaType', 'f.bytes'])
    .where('a.institutionId', '=', actor.institutionId)
    .where('a.attachmentId', '=', attachmentId)
    .where('s.code', '=', scheme)
    .where('v.status', '=', 'adopted')
    .where('k.stage', 'in', ['expected', 'granted'])
    .executeTakeFirst();
  if (!row) throw new Missing('attachment');
  return row;
}
