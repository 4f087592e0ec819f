import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, Missing } from '#app/kernel/rejection.ts';
import { requireBodyKind } from '#app/organisation/body-kind.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import type { ReplyTermInput, WordInput } from './council.input.ts';

/** The words of a scheme with what they mean, in their order. Two statements. @throws Missing */
export async function listWords(tx: Tx, actor: Actor, scheme: string) {
  const schemeId = await schemeIdOf(tx, actor.institutionId, scheme);
  return tx
    .selectFrom('glossaryWord')
    .select(['code', 'wordNl', 'wordEn', 'meaningNl', 'meaningEn', 'source'])
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', schemeId)
    .orderBy('sort')
    .orderBy('wordNl')
    .execute();
}
export type GlossaryWord = Awaited<ReturnType<typeof listWords>>[number];

/** Explains a word of a scheme, or explains it better. @throws Rejection `forbidden`; Missing */
export async function putWord(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; word: string },
  input: WordInput,
): Promise<{ code: string }> {
  if (!may(actor, 'admin.scheme')) throw forbidden('admin.scheme');
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(at.word)) throw new Missing('word');
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, at.scheme);
  const own = { institutionId, wordId: newId(), schemeId, code: at.word };
  const { count } = await tx
    .selectFrom('glossaryWord')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', schemeId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('glossaryWord')
    .values({ ...own, ...input, sort: count })
    .onConflict((on) => on.columns(['institutionId', 'schemeId', 'code']).doUpdateSet(input))
    .execute();
  const after = { scheme: at.scheme, word: at.word, ...input };
  await record(tx, actor, 'glossary.put', { kind: 'scheme', id: schemeId }, { after });
  return { code: at.word };
}

/** Takes a word off the list. @throws Rejection `forbidden`; Missing */
export async function removeWord(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; word: string },
): Promise<{ code: string }> {
  if (!may(actor, 'admin.scheme')) throw forbidden('admin.scheme');
  const schemeId = await schemeIdOf(tx, actor.institutionId, at.scheme);
  const gone = await tx
    .deleteFrom('glossaryWord')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', schemeId)
    .where('code', '=', at.word)
    .returning(['wordNl', 'meaningNl'])
    .executeTakeFirst();
  if (!gone) throw new Missing('word');
  const before = { scheme: at.scheme, word: at.word, ...gone };
  await record(tx, actor, 'glossary.remove', { kind: 'scheme', id: schemeId }, { before });
  return { code: at.word };
}

/** Within how many months each kind of body is answered. One statement. */
export async function listReplyTerms(tx: Tx, actor: Actor) {
  return tx
    .selectFrom('replyTerm as t')
    .innerJoin('bodyKind as b', (on) =>
      on.onRef('b.institutionId', '=', 't.institutionId').onRef('b.code', '=', 't.bodyKind'),
    )
    .select(['t.bodyKind', 'b.nameNl as bodyKindNl', 'b.nameEn as bodyKindEn'])
    .select(['t.kind', 't.months', 't.basis', 't.certainty'])
    .where('t.institutionId', '=', actor.institutionId)
    .orderBy('b.sort')
    .orderBy('t.bodyKind')
    .orderBy('t.kind')
    .execute();
}

/** Lays down a term of reply; what was put before keeps its day. @throws Rejection `forbidden` */
export async function putReplyTerm(tx: Tx, actor: Actor, input: ReplyTermInput): Promise<{ months: number }> {
  if (!may(actor, 'admin.organisation')) throw forbidden('admin.organisation');
  await requireBodyKind(tx, actor, { path: 'bodyKind', code: input.bodyKind });
  const { institutionId } = actor;
  const { months, basis, certainty } = input;
  await tx
    .insertInto('replyTerm')
    .values({ institutionId, termId: newId(), ...input })
    .onConflict((on) =>
      on.columns(['institutionId', 'bodyKind', 'kind']).doUpdateSet({ months, basis, certainty }),
    )
    .execute();
  await record(tx, actor, 'reply-term.put', { kind: 'institution', id: institutionId }, { after: input });
  return { months };
}
