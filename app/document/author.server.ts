import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { AuthorInput } from './author.input.ts';
import { type Author, canNameAuthors } from './author.ts';

/** Who wrote a document, in order. One statement. */
export async function listAuthors(tx: Tx, actor: Actor, documentId: string): Promise<Author[]> {
  const { rows } = await sql<Author>`
    select a.author_id, b.code as body, b.name_nl as body_nl, b.name_en as body_en, a.name_nl, a.name_en, a.part,
           a.source, a.sort, a.revision
      from document_author a
      left join body b on b.institution_id = a.institution_id and b.body_id = a.body_id
     where a.institution_id = ${actor.institutionId} and a.document_id = ${documentId}
     order by a.part, a.sort, a.author_id`.execute(tx);
  return rows;
}

type Of = { documentId: string; unitId: string };

/**
 * Names an author of a document, or changes one.
 * @param author the id of the one that is changed; null for a new one
 * @throws InvalidInput `author.who`, `author.body`; Rejection `conflict`, `forbidden`; Missing
 */
export async function saveAuthor(
  tx: Tx,
  actor: Actor,
  at: Of & { author: string | null },
  { revision: seen, body, ...input }: AuthorInput,
): Promise<{ authorId: string; revision: number }> {
  if (!canNameAuthors(actor, at)) throw forbidden('plan.write');
  if (body === null && (input.nameNl === '' || input.nameEn === '')) {
    throw new InvalidInput([{ path: 'nameNl', code: 'author.who', params: {} }]);
  }
  const { institutionId } = actor;
  const bodyId = body === null ? null : await bodyIdOf(tx, actor, body);
  const before = at.author === null ? null : await lockAuthor(tx, actor, { ...at, author: at.author });
  if (before && before.revision !== seen) throw new Rejection('conflict', { revision: before.revision });
  const authorId = before?.authorId ?? newId();
  const revision = (before?.revision ?? 0) + 1;
  const row = { ...input, bodyId, revision };
  await tx
    .insertInto('documentAuthor')
    .values({ institutionId, authorId, documentId: at.documentId, ...row })
    .onConflict((on) => on.columns(['institutionId', 'authorId']).doUpdateSet(row))
    .execute();
  const after = { authorId, body, ...input };
  await record(tx, actor, 'author.put', { kind: 'document', id: at.documentId }, { after });
  return { authorId, revision };
}

/** Takes an author away. @throws Rejection `forbidden`; Missing */
export async function removeAuthor(tx: Tx, actor: Actor, at: Of & { author: string }) {
  if (!canNameAuthors(actor, at)) throw forbidden('plan.write');
  const before = await lockAuthor(tx, actor, at);
  await tx
    .deleteFrom('documentAuthor')
    .where('institutionId', '=', actor.institutionId)
    .where('authorId', '=', before.authorId)
    .execute();
  await record(tx, actor, 'author.remove', { kind: 'document', id: at.documentId }, { before });
  return { removed: true };
}

async function lockAuthor(tx: Tx, actor: Actor, { documentId, author }: Of & { author: string }) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(author)) throw new Missing('author');
  const row = await tx
    .selectFrom('documentAuthor')
    .select(['authorId', 'bodyId', 'nameNl', 'nameEn', 'part', 'revision'])
    .where('institutionId', '=', actor.institutionId)
    .where('documentId', '=', documentId)
    .where('authorId', '=', author)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing('author');
  return row;
}

async function bodyIdOf(tx: Tx, actor: Actor, code: string): Promise<string> {
  const row = await tx
    .selectFrom('body')
    .select('bodyId')
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) throw new InvalidInput([{ path: 'body', code: 'author.body', params: { value: code } }]);
  return row.bodyId;
}
