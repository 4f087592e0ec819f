import { record } from '#app/audit/audit.server.ts';
import type { LockedVersion } from '#app/document/document.server.ts';
import { emptyDocument, isEmptyRichText, type RichDocument } from '#app/document/rich-text.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { lockDraft, type PlanAddress } from './draft.server.ts';
import type { SectionInput } from './plan.input.ts';

/** Which answer: the code of the question and, when it is asked per theme, of the theme. */
export type SectionPlace = PlanAddress & { question: string; node?: string | null };

/**
 * Saves the answer to a question. Somebody who did not see the newest text is refused with that text, so
 * that the page shows both; who saw it and empties it must say so, and the old text stays in the audit log.
 * @returns the new revision
 * @throws Missing for another plan, question or theme; Rejection `forbidden`, `plan.no-draft`,
 *   `conflict` (params: `theirs` the stored document as JSON, `revision`), `section.emptied`
 */
export async function saveSection(
  tx: Tx,
  actor: Actor,
  { body, revision, empty, ...place }: SectionInput & SectionPlace,
): Promise<{ revision: number }> {
  const version = await lockDraft(tx, actor, place);
  const { questionId, nodeId } = await findPlace(tx, actor, version, place);
  const stored = await tx
    .selectFrom('section')
    .select(['sectionId', 'body', 'revision'])
    .where('institutionId', '=', actor.institutionId)
    .where('versionId', '=', version.versionId)
    .where('questionId', '=', questionId)
    .where('nodeId', 'is not distinct from', nodeId)
    .executeTakeFirst();
  if ((stored?.revision ?? 0) !== revision) {
    const theirs = JSON.stringify(stored?.body ?? emptyDocument);
    throw new Rejection('conflict', { theirs, revision: stored?.revision ?? 0 });
  }
  const before = (stored?.body ?? emptyDocument) as RichDocument;
  if (isEmptyRichText(body) && !isEmptyRichText(before) && !empty) {
    throw new Rejection('section.emptied');
  }
  const sectionId = stored?.sectionId ?? newId();
  const values = { body: JSON.stringify(body), revision: revision + 1 };
  if (stored) {
    await tx
      .updateTable('section')
      .set(values)
      .where('institutionId', '=', actor.institutionId)
      .where('sectionId', '=', sectionId)
      .execute();
  } else {
    await tx
      .insertInto('section')
      .values({
        institutionId: actor.institutionId,
        sectionId,
        versionId: version.versionId,
        questionId,
        nodeId,
        ...values,
      })
      .execute();
  }
  await record(
    tx,
    actor,
    'section.save',
    { kind: 'section', id: sectionId },
    { before: (stored?.body as Json) ?? null, after: body as Json },
  );
  return { revision: revision + 1 };
}

// The question must belong to this kind of document, and the theme to the scheme and to the question.
async function findPlace(tx: Tx, actor: Actor, version: LockedVersion, place: SectionPlace) {
  const question = await tx
    .selectFrom('question')
    .select(['questionId', 'per', 'nodeId'])
    .where('institutionId', '=', actor.institutionId)
    .where('kindId', '=', version.kindId)
    .where('code', '=', place.question)
    .executeTakeFirst();
  if (!question || (question.per === 'theme') !== Boolean(place.node)) throw new Missing('question');
  if (!place.node) return { questionId: question.questionId, nodeId: null };
  const node = await tx
    .selectFrom('node as n')
    .innerJoin('scheme as s', (on) =>
      on.onRef('s.institutionId', '=', 'n.institutionId').onRef('s.themeFrameworkId', '=', 'n.frameworkId'),
    )
    .select('n.nodeId')
    .where('n.institutionId', '=', actor.institutionId)
    .where('s.schemeId', '=', version.schemeId)
    .where('n.code', '=', place.node)
    .executeTakeFirst();
  if (!node || (question.nodeId !== null && question.nodeId !== node.nodeId)) throw new Missing('theme');
  return { questionId: question.questionId, nodeId: node.nodeId };
}
