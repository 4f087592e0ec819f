import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import { lockVersion } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { PlanAddress } from '#app/plan/draft.server.ts';
import { getPlanHead } from '#app/plan/plan.server.ts';
import { type Candidate, getCandidate } from './candidate.server.ts';
import type { PublishInput } from './publication.input.ts';
import { canPublish, type LeftOut } from './publication.ts';
import { writePublication } from './publication-write.server.ts';

type Publishing = PlanAddress & PublishInput & { now: Date; background?: boolean };

/**
 * Makes a version in force public from a day on: what is read is made here, once, in both languages, and its files are
 * asked for; `background`: after what people wait for. An older version that is public stays at its own address.
 * @throws Missing; InvalidInput `publish.hash`, `publish.from-past`, `publish.reason`, `publish.chapter`,
 *   `publish.names`; Rejection `forbidden`, `publish.refused` with each blocker
 */
export async function publishVersion(
  tx: Tx,
  actor: Actor,
  { scheme, document, now, background, ...input }: Publishing,
): Promise<{ publicationId: string; from: string }> {
  const head = await getPlanHead(tx, actor, { scheme, document });
  if (!canPublish(actor, head)) throw forbidden('publication.write');
  const wanted = head.versions.find((one) => one.number === input.version);
  if (!wanted) throw new Missing('version');
  await lockVersion(tx, actor, wanted.versionId);
  // read after the lock: of two who publish at once the second is refused
  const candidate = await getCandidate(tx, actor, { scheme, document, version: input.version, now });
  const leftOut = leaveOut(candidate, input);
  const blockers = [...candidate.blockers, ...confidentialIn(candidate, leftOut)];
  if (blockers.length > 0) throw new Rejection('publish.refused', { count: blockers.length }, blockers);
  const from = checkInput(candidate, input, now);
  const at = { scheme, document };
  const publicationId = await writePublication(tx, actor, {
    ...at,
    candidate,
    leftOut,
    from,
    publishedAt: now,
    background,
  });
  await record(
    tx,
    actor,
    'publication.publish',
    { kind: 'publication', id: publicationId },
    { after: { document, version: input.version, hash: wanted.contentHash, from, leftOut } },
  );
  return { publicationId, from };
}

function leaveOut({ chapters }: Candidate, { leaveOut: places, reason, reasons }: PublishInput): LeftOut[] {
  const left = [...new Set(places)].toSorted((a, b) => a - b);
  const unknown = left.filter((place) => chapters[place] === undefined);
  if (unknown.length > 0) {
    const params = { count: chapters.length };
    throw new InvalidInput([{ path: 'leaveOut', code: 'publish.chapter', params }]);
  }
  const leftOut = left.map((chapter) => ({
    ...{ chapter, title: chapters[chapter]!.title, reason: reasons[chapter] || reason },
  }));
  const silent = leftOut.filter((one) => one.reason === '').map((one) => one.title);
  if (silent.length > 0) {
    const params = { titles: silent.join(', ') };
    throw new InvalidInput([{ path: 'reason', code: 'publish.reason', params }]);
  }
  return leftOut;
}

const confidentialIn = ({ chapters }: Candidate, leftOut: readonly LeftOut[]) =>
  chapters.flatMap(({ title, confidential }, place) =>
    confidential && !leftOut.some((one) => one.chapter === place)
      ? [{ code: 'publish.confidential', params: { title } }]
      : [],
  );

function checkInput({ version, names }: Candidate, input: PublishInput, now: Date): string {
  const today = isoDate(now);
  const from = input.from ?? today;
  const errors: InvalidInput['errors'] = [];
  if (input.hash !== version.contentHash) errors.push({ path: 'hash', code: 'publish.hash', params: {} });
  if (from < today) errors.push({ path: 'from', code: 'publish.from-past', params: { date: today } });
  if (names.length > 0 && !input.names) {
    errors.push({ path: 'names', code: 'publish.names', params: { names: names.join(', ') } });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  return from;
}

type Withdrawing = PlanAddress & { version: number; reason: string };

/**
 * Withdraws what is public: its address says from now on that it was, and why.
 * @throws Missing; Rejection `forbidden`, `publish.not-public`
 */
export async function withdrawPublication(
  tx: Tx,
  actor: Actor,
  { scheme, document, version, reason }: Withdrawing,
): Promise<void> {
  const head = await getPlanHead(tx, actor, { scheme, document });
  if (!canPublish(actor, head)) throw forbidden('publication.write');
  const row = await tx
    .updateTable('publication')
    .set({ withdrawnAt: sql`now()`, withdrawnReason: reason })
    .where('institutionId', '=', actor.institutionId)
    .where('documentId', '=', head.documentId)
    .where('versionNumber', '=', version)
    .where('withdrawnAt', 'is', null)
    .returning('publicationId')
    .executeTakeFirst();
  if (!row) throw new Rejection('publish.not-public', { number: String(version) });
  const after: Json = { document, version, reason };
  await record(tx, actor, 'publication.withdraw', { kind: 'publication', id: row.publicationId }, { after });
}
