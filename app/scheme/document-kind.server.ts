import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { refuseInUse } from '#app/framework/node.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { putTemplate, readTemplate, removeTemplate } from './question-template.server.ts';
import type { kindInput, questionInput } from './scheme.input.ts';
import { type Changed, type PartAt, type Removal, requireCode } from './scheme-part.server.ts';
import { findTheme, type OpenScheme, openScheme } from './scheme-setting.server.ts';

/** A question or a right: the scheme, the kind of document it belongs to, and its own code or id. */
export type KindPartAt = { scheme: string; kind: string; part: string };

async function findKind(tx: Tx, scheme: OpenScheme, code: string) {
  return tx
    .selectFrom('documentKind')
    .select(['kindId', 'code', 'nameNl', 'nameEn', 'stage', 'unitKinds', 'hasMeasures', 'sort'])
    .where('institutionId', '=', scheme.institutionId)
    .where('schemeId', '=', scheme.schemeId)
    .where('code', '=', code)
    .executeTakeFirst();
}

/** The kind of document with this code. @throws Missing */
export async function requireKind(tx: Tx, scheme: OpenScheme, code: string) {
  const kind = await findKind(tx, scheme, code);
  if (!kind) throw new Missing('document-kind');
  return kind;
}

/**
 * Makes a kind of document, or changes it.
 * @throws Rejection `kind.in-use` when documents exist and the stage of their money or the unit that
 * writes them would become another
 */
export async function putKind(
  tx: Tx,
  actor: Actor,
  at: PartAt,
  { revision, stage = null, ...rest }: z.output<typeof kindInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  const before = await findKind(tx, scheme, at.part);
  const after = { ...rest, stage };
  if (before && (before.stage !== stage || (before.hasMeasures && !rest.hasMeasures))) {
    // Reads to the right: only the documents that exist say whether a change would break them.
    const used = await tx
      .selectFrom('document')
      .select('documentId')
      .where('institutionId', '=', actor.institutionId)
      .where('kindId', '=', before.kindId)
      .limit(1)
      .executeTakeFirst();
    if (used) throw new Rejection('kind.in-use', { code: at.part });
  }
  await tx
    .insertInto('documentKind')
    .values({
      institutionId: actor.institutionId,
      schemeId: scheme.schemeId,
      kindId: newId(),
      code: requireCode(at.part),
      ...after,
    })
    .onConflict((conflict) => conflict.columns(['institutionId', 'schemeId', 'code']).doUpdateSet(after))
    .execute();
  const change = { before: before ?? null, after: { code: at.part, ...after } };
  await record(tx, actor, 'document-kind.put', scheme.subject, change);
  return { revision: scheme.revision };
}

/** Takes a kind away that has no documents, questions or rights. @throws Rejection `kind.not-empty` */
export async function removeKind(tx: Tx, actor: Actor, at: PartAt, input: Removal): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, input.revision);
  const { kindId, ...before } = await requireKind(tx, scheme, at.part);
  await tx
    .deleteFrom('documentKind')
    .where('institutionId', '=', actor.institutionId)
    .where('kindId', '=', kindId)
    .execute()
    .catch(refuseInUse('kind.not-empty', at.part));
  await record(tx, actor, 'document-kind.remove', scheme.subject, { before });
  return { revision: scheme.revision };
}

async function themeOf(tx: Tx, scheme: OpenScheme, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const id = await findTheme(tx, scheme, code);
  if (id === null) {
    throw new InvalidInput([{ path: 'theme', code: 'scheme.theme-unknown', params: { code } }]);
  }
  return id;
}

/**
 * Makes a question of a kind of document, or changes it.
 * @throws Rejection `question.answered` when its words or its place would change under answers that exist;
 *   InvalidInput `question.chain-loop`, `question.asked-before`, `question.source-unknown`
 */
export async function putQuestion(
  tx: Tx,
  actor: Actor,
  at: KindPartAt,
  { revision, theme = null, filled, blocks, drawsOn, ...rest }: z.output<typeof questionInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  const { kindId } = await requireKind(tx, scheme, at.kind);
  const own = { institutionId: actor.institutionId, kindId, code: requireCode(at.part) };
  const before = await tx
    .selectFrom('question')
    .select(['questionId', 'textNl', 'textEn', 'hintNl', 'hintEn', 'per', 'nodeId', 'unitKinds', 'required'])
    .select(['sort', 'confidential'])
    .where((eb) => eb.and(own))
    .executeTakeFirst();
  const template = before ? await readTemplate(tx, actor, before.questionId) : null;
  const after = { ...rest, nodeId: await themeOf(tx, scheme, theme) };
  const asked = (['textNl', 'textEn', 'per', 'nodeId'] as const).some((key) => before?.[key] !== after[key]);
  if (before && asked) await refuseAnswered(tx, actor, before.questionId, at.part);
  const stored = { ...after, asks: !filled, blocks: JSON.stringify(blocks) };
  const { questionId } = await tx
    .insertInto('question')
    .values({ ...own, questionId: newId(), ...stored })
    .onConflict((conflict) => conflict.columns(['institutionId', 'kindId', 'code']).doUpdateSet(stored))
    .returning('questionId')
    .executeTakeFirstOrThrow();
  await putTemplate(tx, actor, scheme, { ...at, questionId, drawsOn });
  const change = {
    before: before ? { ...before, ...template } : null,
    after: { kind: at.kind, code: at.part, ...after, filled, blocks, drawsOn },
  };
  await record(tx, actor, 'question.put', scheme.subject, change);
  return { revision: scheme.revision };
}

async function refuseAnswered(tx: Tx, actor: Actor, questionId: string, code: string): Promise<void> {
  const answer = await tx
    .selectFrom('section')
    .select('sectionId')
    .where('institutionId', '=', actor.institutionId)
    .where('questionId', '=', questionId)
    .limit(1)
    .executeTakeFirst();
  if (answer) throw new Rejection('question.answered', { code });
}

/** @throws Rejection `question.answered`, `question.drawn-on` */
export async function removeQuestion(tx: Tx, actor: Actor, at: KindPartAt, input: Removal): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, input.revision);
  const { kindId } = await requireKind(tx, scheme, at.kind);
  await removeTemplate(tx, actor, { kindId, code: at.part });
  const gone = await tx
    .deleteFrom('question')
    .where('institutionId', '=', actor.institutionId)
    .where('kindId', '=', kindId)
    .where('code', '=', at.part)
    .returning(['code', 'textNl', 'textEn'])
    .executeTakeFirst()
    .catch(refuseInUse('question.answered', at.part));
  if (!gone) throw new Missing('question');
  await record(tx, actor, 'question.remove', scheme.subject, { before: { kind: at.kind, ...gone } });
  return { revision: scheme.revision };
}
