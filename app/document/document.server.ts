import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { DB, Tx } from '#app/kernel/db.server.ts';
import { contentHash, type Json } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { nextStatus, type VersionAction, type VersionStatus } from './version.ts';
import type { DocumentAddress } from './version-list.server.ts';

export type LockedVersion = {
  versionId: string;
  documentId: string;
  schemeId: string;
  kindId: string;
  unitId: string;
  number: number;
  status: VersionStatus;
  contentHash: string | null;
  revision: number;
  firstYear: number;
  lastYear: number;
};

/**
 * Locks a version and its document's row for the rest of the transaction, so that of two people who act on
 * it at once the second sees what the first did.
 * @throws Missing
 */
export async function lockVersion(tx: Tx, actor: Actor, versionId: string): Promise<LockedVersion> {
  const { rows } = await sql<LockedVersion>`
    select ${lockedColumns} from version v join document d using (institution_id, document_id)
     where v.institution_id = ${actor.institutionId} and v.version_id = ${versionId} for update of v, d`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Missing('version');
  return row;
}

type LockedDraft = LockedVersion & { hasMeasures: boolean; stage: DB['documentKind']['stage'] };

/** The draft of a document, locked as lockVersion does, with what its kind is of; null when it has none. */
export async function lockDraftOf(
  tx: Tx,
  actor: Actor,
  { scheme, document }: DocumentAddress,
): Promise<LockedDraft | null> {
  const { rows } = await sql<LockedDraft>`
    select ${lockedColumns}, k.has_measures, k.stage
      from document d
      join scheme s using (institution_id, scheme_id)
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
      join version v on v.institution_id = d.institution_id and v.document_id = d.document_id
     where d.institution_id = ${actor.institutionId} and s.code = ${scheme} and d.code = ${document}
       and v.status = 'draft' for update of v, d`.execute(tx);
  return rows[0] ?? null;
}

const lockedColumns = sql`v.version_id, v.document_id, v.number, v.status, v.content_hash, v.revision,
           d.scheme_id, d.kind_id, d.unit_id, d.first_year, d.last_year`;

export type NewDocument = {
  schemeId: string;
  kindId: string;
  unitId: string;
  code: string;
  title: string;
  firstYear: number;
  lastYear: number;
  amendsId?: string | null;
};

/** Makes a document with an empty draft as its first version. */
export async function createDocument(
  tx: Tx,
  actor: Actor,
  input: NewDocument,
): Promise<{ documentId: string; versionId: string }> {
  const taken = await tx
    .selectFrom('document')
    .select('documentId')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', input.schemeId)
    .where('code', '=', input.code)
    .executeTakeFirst();
  if (taken) throw new Rejection('document.code-taken', { code: input.code });
  const documentId = newId();
  await tx
    .insertInto('document')
    .values({ institutionId: actor.institutionId, documentId, ...input, createdAt: sql`now()` })
    .execute();
  const versionId = await createDraft(tx, actor, { documentId, note: '' });
  return { documentId, versionId };
}

/**
 * Starts the next version of a document as an empty draft; the caller copies what it should begin with.
 * @throws Rejection `version.draft-exists`
 */
export async function createDraft(
  tx: Tx,
  actor: Actor,
  input: { documentId: string; note: string; source?: string },
): Promise<string> {
  const versions = await tx
    .selectFrom('version')
    .select(['number', 'status'])
    .where('institutionId', '=', actor.institutionId)
    .where('documentId', '=', input.documentId)
    .orderBy('number')
    .execute();
  if (versions.some((version) => version.status === 'draft')) throw new Rejection('version.draft-exists');
  const versionId = newId();
  const number = (versions.at(-1)?.number ?? 0) + 1;
  await tx
    .insertInto('version')
    .values({
      institutionId: actor.institutionId,
      versionId,
      documentId: input.documentId,
      number,
      status: 'draft',
      note: input.note,
      source: input.source ?? '',
      createdAt: sql`now()`,
    })
    .execute();
  await record(
    tx,
    actor,
    'version.create',
    { kind: 'version', id: versionId },
    {
      after: { documentId: input.documentId, number, note: input.note },
    },
  );
  return versionId;
}

/** Copies the sections of one version into a draft. */
export async function copySections(tx: Tx, actor: Actor, from: string, to: string): Promise<void> {
  const sections = await tx
    .selectFrom('section')
    .select(['questionId', 'nodeId', 'unitId', 'body'])
    .where('institutionId', '=', actor.institutionId)
    .where('versionId', '=', from)
    .execute();
  if (sections.length === 0) return;
  await tx
    .insertInto('section')
    .values(
      sections.map((section) => ({
        institutionId: actor.institutionId,
        sectionId: newId(),
        versionId: to,
        questionId: section.questionId,
        nodeId: section.nodeId,
        unitId: section.unitId,
        body: JSON.stringify(section.body),
      })),
    )
    .execute();
}

/**
 * Moves a version to its next status.
 * @param frozen the canonical content, when the action is `submit`
 * @returns the content hash after the move
 * @throws Rejection `version.wrong-status` when the action does not apply to where it stands
 */
export async function moveVersion(
  tx: Tx,
  actor: Actor,
  version: LockedVersion,
  action: VersionAction,
  { frozen, note, at }: { frozen?: Json; note?: string; at?: Date } = {},
): Promise<string> {
  const status = nextStatus(version.status, action);
  if (!status) throw new Rejection('version.wrong-status', { status: version.status, action });
  const hash = frozen === undefined ? version.contentHash! : contentHash(frozen);
  const now = sql<Date>`coalesce(${at ?? null}::timestamptz, now())`;
  await tx
    .updateTable('version')
    .set((eb) => ({
      status,
      revision: eb('revision', '+', 1),
      ...(note !== undefined && { note }),
      ...(frozen !== undefined && { content: JSON.stringify(frozen), contentHash: hash, submittedAt: now }),
      ...(action === 'adopt' && { adoptedAt: now }),
    }))
    .where('institutionId', '=', actor.institutionId)
    .where('versionId', '=', version.versionId)
    .execute();
  await record(
    tx,
    actor,
    `version.${action}`,
    { kind: 'version', id: version.versionId },
    {
      before: { status: version.status },
      after: { status, hash, ...(note && { note }) },
    },
  );
  return hash;
}

/** Notes what writing a version took, in minutes, as those who submitted it say; no part of its content. */
export async function noteMinutes(tx: Tx, actor: Actor, versionId: string, minutes: number): Promise<void> {
  await tx
    .updateTable('version')
    .set({ minutes })
    .where('institutionId', '=', actor.institutionId)
    .where('versionId', '=', versionId)
    .execute();
  await record(tx, actor, 'version.minutes', { kind: 'version', id: versionId }, { after: { minutes } });
}

/**
 * Puts an adopted version in force from a moment on; what was in force for the document from then gives
 * way. Nothing is rewritten: old rows are closed on the recording clock and written anew.
 * @param from the first moment in force
 * @param recordedAt when this became known; only imports of history pass it
 */
export async function putInForce(
  tx: Tx,
  actor: Actor,
  {
    documentId,
    versionId,
    from,
    recordedAt,
  }: { documentId: string; versionId: string; from: Date; recordedAt?: Date },
): Promise<void> {
  const recorded = sql<Date>`coalesce(${recordedAt ?? null}::timestamptz, now())`;
  const { rows: replaced } = await sql<{ versionId: string; keptFrom: Date | null; keptValid: string }>`
    update in_force set recorded = tstzrange(lower(recorded), ${recorded})
     where institution_id = ${actor.institutionId} and document_id = ${documentId}
       and upper_inf(recorded) and valid && tstzrange(${from}::timestamptz, null)
    returning version_id, (valid * tstzrange(null, ${from}::timestamptz))::text as kept_valid`.execute(tx);
  for (const old of replaced) {
    if (old.keptValid === 'empty') continue;
    await sql`insert into in_force (institution_id, in_force_id, document_id, version_id, valid, recorded)
      values (${actor.institutionId}, ${newId()}, ${documentId}, ${old.versionId}, ${old.keptValid}::tstzrange,
              tstzrange(${recorded}, null))`.execute(tx);
  }
  await sql`insert into in_force (institution_id, in_force_id, document_id, version_id, valid, recorded)
    values (${actor.institutionId}, ${newId()}, ${documentId}, ${versionId},
            tstzrange(${from}::timestamptz, null), tstzrange(${recorded}, null))`.execute(tx);
}
