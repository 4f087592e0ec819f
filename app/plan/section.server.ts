import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { LockedVersion } from '#app/document/document.server.ts';
import { emptyDocument, isEmptyRichText, type RichDocument } from '#app/document/rich-text.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { lockAnswers, type PlanAddress } from './draft.server.ts';
import type { SectionInput } from './plan.input.ts';
import { unitsBelow } from './plan-part.server.ts';

/** Which answer: the code of the question and of the theme or unit that it is asked for. */
export type SectionPlace = PlanAddress & { question: string; node?: string | null; unit?: string | null };

/**
 * Saves the answer to a question. Somebody who did not see the newest text is refused with that text, so
 * that the page shows both; who saw it and empties it must say so, and the old text stays in the audit log.
 * @returns the new revision
 * @throws Missing for another plan, question, theme or unit; Rejection `forbidden`, `plan.no-draft`,
 *   `conflict` (params: `theirs` the stored document as JSON, `revision`), `section.emptied`
 */
export async function saveSection(
  tx: Tx,
  actor: Actor,
  { body, revision, empty, ...place }: SectionInput & SectionPlace,
): Promise<{ revision: number }> {
  const version = await lockAnswers(tx, actor, place);
  const { questionId, nodeId, unitId } = await findPlace(tx, actor, version, place);
  const stored = await tx
    .selectFrom('section')
    .select(['sectionId', 'body', 'revision'])
    .where('institutionId', '=', actor.institutionId)
    .where('versionId', '=', version.versionId)
    .where('questionId', '=', questionId)
    .where('nodeId', 'is not distinct from', nodeId)
    .where('unitId', 'is not distinct from', unitId)
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
        unitId,
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

type FoundPlace = { questionId: string; nodeId: string | null; unitId: string | null };

/**
 * The ids of a place: the question must belong to this kind of document, and the theme or unit to the question.
 * @throws Missing
 */
export async function findPlace(
  tx: Tx,
  actor: Actor,
  version: LockedVersion,
  place: SectionPlace,
): Promise<FoundPlace> {
  const question = await tx
    .selectFrom('question')
    .select(['questionId', 'per', 'nodeId', 'unitKinds'])
    .where('institutionId', '=', actor.institutionId)
    .where('kindId', '=', version.kindId)
    .where('code', '=', place.question)
    .where('asks', '=', true)
    .executeTakeFirst();
  if (!question) throw new Missing('question');
  const { questionId, per } = question;
  if ((per === 'theme') !== Boolean(place.node) || (per === 'unit') !== Boolean(place.unit)) {
    throw new Missing('question');
  }
  if (place.node) {
    const nodeId = await findTheme(tx, actor, version, place.node);
    if (question.nodeId !== null && question.nodeId !== nodeId) throw new Missing('theme');
    return { questionId, nodeId, unitId: null };
  }
  if (!place.unit) return { questionId, nodeId: null, unitId: null };
  const unitId = await findUnitBelow(tx, actor, version, { code: place.unit, kinds: question.unitKinds });
  return { questionId, nodeId: null, unitId };
}

async function findTheme(tx: Tx, actor: Actor, version: LockedVersion, code: string): Promise<string> {
  const node = await tx
    .selectFrom('node as n')
    .innerJoin('scheme as s', (on) =>
      on.onRef('s.institutionId', '=', 'n.institutionId').onRef('s.themeFrameworkId', '=', 'n.frameworkId'),
    )
    .select('n.nodeId')
    .where('n.institutionId', '=', actor.institutionId)
    .where('s.schemeId', '=', version.schemeId)
    .where('n.code', '=', code)
    .executeTakeFirst();
  if (!node) throw new Missing('theme');
  return node.nodeId;
}

// A unit that has an answer already may be below no more: its text can still be mended or emptied.
async function findUnitBelow(
  tx: Tx,
  actor: Actor,
  version: LockedVersion,
  { code, kinds }: { code: string; kinds: readonly string[] },
): Promise<string> {
  const { rows } = await sql<{ unitId: string }>`
    with recursive below(unit_id) as (${unitsBelow(actor, version.unitId)})
    select u.unit_id from unit u
     where u.institution_id = ${actor.institutionId} and u.code = ${code} and u.unit_id <> ${version.unitId}
       and (exists (select from below b where b.unit_id = u.unit_id)
              and (cardinality(${kinds}::text[]) = 0 or u.kind = any(${kinds}::text[]))
            or exists (select from section s where s.institution_id = u.institution_id
                and s.version_id = ${version.versionId} and s.unit_id = u.unit_id))`.execute(tx);
  if (!rows[0]) throw new Missing('unit');
  return rows[0].unitId;
}
