import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { evidenceFileBytes, nextEvidenceCode } from './evidence.ts';
import { resolveSubject, type StoredSubject, unitOf } from './evidence-subject.server.ts';
import type { EvidenceInput, SubjectInput } from './progress.input.ts';
import { canWriteProgress } from './progress.ts';

export type EvidencePlace = { scheme: string; now: Date };

/**
 * Takes in a piece of evidence for a measure, its progress, one of its steps, a version, a decision or a consultation.
 * @returns its code
 * @throws Missing; Rejection `forbidden`; InvalidInput `field.required`, `plan.unknown`, `evidence.file-size`,
 *   `evidence.period`, `evidence.subject`
 */
export async function addEvidence(
  tx: Tx,
  actor: Actor,
  { scheme, now }: EvidencePlace,
  input: EvidenceInput,
): Promise<{ code: string }> {
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  const unitId = await unitOf(tx, actor, input.unit);
  if (!canWriteProgress(actor, { unitId })) throw forbidden('progress.write');
  const subject = await resolveSubject(tx, actor, schemeId, input.subject);
  requireOwn(actor, subject);
  const content = await contentOf(tx, actor, schemeId, input);
  const codes = await tx
    .selectFrom('evidence')
    .select('code')
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', schemeId)
    .forUpdate()
    .execute();
  const code = nextEvidenceCode(codes.map((one) => one.code));
  const evidenceId = newId();
  const { periodFrom, periodThrough } = input;
  const row = {
    ...{ kind: input.kind, title: input.title, description: input.description, source: input.source },
    ...{ effectiveOn: input.effectiveOn, confidentiality: input.confidentiality, ...content },
    period: periodFrom || periodThrough ? `[${periodFrom ?? ''},${periodThrough ?? ''}]` : null,
  };
  await tx
    .insertInto('evidence')
    .values({ institutionId, evidenceId, schemeId, unitId, code, ...row, addedAt: now })
    .execute();
  await tx
    .insertInto('evidenceLink')
    .values({ institutionId, linkId: newId(), evidenceId, ...subject.columns })
    .execute();
  await record(
    tx,
    actor,
    'evidence.add',
    { kind: 'evidence', id: evidenceId },
    { after: { scheme, code, unit: input.unit, ...row, subject: subject.said } },
  );
  return { code };
}

function requireOwn(actor: Actor, { unitId }: StoredSubject): void {
  if (!canWriteProgress(actor, { unitId })) throw forbidden('progress.write');
}

/** What makes each kind what it is; the bytes of a file are kept by their content. */
async function contentOf(tx: Tx, actor: Actor, schemeId: string, input: EvidenceInput) {
  const errors: InvalidInput['errors'] = [];
  const wrong = (path: string, code: string, params = {}) => errors.push({ path, code, params });
  const { kind, file, url, target, figureMilli, figureUnit, approximate } = input;
  const asked = {
    file: file,
    link: url,
    fact: figureMilli,
    version: target,
    decision: target,
    consultation: target,
  };
  const field = {
    file: 'file',
    link: 'url',
    fact: 'figure',
    version: 'target',
    decision: 'target',
    consultation: 'target',
  };
  if ((asked[kind] ?? null) === null) wrong(field[kind], 'field.required');
  if (kind === 'fact' && input.source === '') wrong('source', 'field.required');
  if (input.periodFrom && input.periodThrough && input.periodThrough < input.periodFrom) {
    wrong('periodThrough', 'evidence.period');
  }
  const bytes = kind === 'file' && file ? Buffer.from(file.base64, 'base64') : null;
  if (bytes && (bytes.length === 0 || bytes.length > evidenceFileBytes)) {
    wrong('file', 'evidence.file-size', { most: evidenceFileBytes / 1_000_000 });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  if (bytes) {
    const hash = await keepBytes(tx, actor, bytes);
    return { sha256: hash, fileName: file!.name, mediaType: file!.mediaType || 'application/octet-stream' };
  }
  if (kind === 'link') return { url };
  if (kind === 'fact') return { figureMilli, figureUnit, approximate };
  const [document, version] = kind === 'version' ? target!.split('/') : [];
  const at = kind === 'version' ? { document, version: Number(version) } : { [kind]: target! };
  const { columns } = await resolveSubject(tx, actor, schemeId, at, 'target');
  return {
    versionId: columns.versionId,
    decisionId: columns.decisionId,
    consultationId: columns.consultationId,
  };
}

async function keepBytes(tx: Tx, { institutionId }: Actor, bytes: Buffer): Promise<string> {
  const hash = sha256(bytes);
  await tx
    .insertInto('file')
    .values({ institutionId, sha256: hash, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return hash;
}

type At = { scheme: string; evidence: string };

async function openEvidence(tx: Tx, actor: Actor, { scheme, evidence }: At) {
  const schemeId = await schemeIdOf(tx, actor.institutionId, scheme);
  const row = await tx
    .selectFrom('evidence')
    .select(['evidenceId', 'unitId', 'withdrawnAt'])
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', schemeId)
    .where('code', '=', evidence)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing('evidence');
  if (!canWriteProgress(actor, row)) throw forbidden('progress.write');
  if (row.withdrawnAt !== null) throw new Rejection('evidence.withdrawn', { code: evidence });
  return { schemeId, ...row };
}

/**
 * Names evidence for one thing more.
 * @throws Missing; Rejection `forbidden`, `evidence.withdrawn`, `evidence.linked`; InvalidInput `evidence.subject`
 */
export async function linkEvidence(tx: Tx, actor: Actor, at: At, to: SubjectInput): Promise<void> {
  const { evidenceId, schemeId } = await openEvidence(tx, actor, at);
  const subject = await resolveSubject(tx, actor, schemeId, to);
  requireOwn(actor, subject);
  const made = await tx
    .insertInto('evidenceLink')
    .values({ institutionId: actor.institutionId, linkId: newId(), evidenceId, ...subject.columns })
    .onConflict((on) => on.doNothing())
    .returning('linkId')
    .executeTakeFirst();
  if (!made) throw new Rejection('evidence.linked', { code: at.evidence });
  const after = { scheme: at.scheme, code: at.evidence, subject: subject.said };
  await record(tx, actor, 'evidence.link', { kind: 'evidence', id: evidenceId }, { after });
}

/**
 * Withdraws evidence with the reason: it stays to be read as withdrawn.
 * @throws Missing; Rejection `forbidden`, `evidence.withdrawn`
 */
export async function withdrawEvidence(
  tx: Tx,
  actor: Actor,
  at: At & { now: Date },
  { reason }: { reason: string },
): Promise<void> {
  const { evidenceId } = await openEvidence(tx, actor, at);
  await tx
    .updateTable('evidence')
    .set({ withdrawnAt: at.now, withdrawnReason: reason })
    .where('institutionId', '=', actor.institutionId)
    .where('evidenceId', '=', evidenceId)
    .execute();
  const after = { scheme: at.scheme, code: at.evidence, reason };
  await record(tx, actor, 'evidence.withdraw', { kind: 'evidence', id: evidenceId }, { after });
}
