import { sql } from 'kysely';
import type { Anchor } from '#app/council/comment.ts';
import { paragraphHash } from '#app/council/comment-paragraph.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import type { SchemeEntry } from './scheme-file.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** The comments on a scheme's documents; after these. */
export async function importComments(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { institutionId } = book;
  const speaker = (one: { body: string | null; login: string | null; author: string; at: string }) => ({
    bodyId: book.idOrNull('body', one.body),
    accountId: book.idOrNull('account', one.login),
    author: one.author,
    saidAt: one.at,
  });
  const all = scheme.comments.map((one) => ({ ...one, commentId: newId() }));
  await insertAll(
    tx,
    'comment',
    all.map((one) => ({
      ...{ institutionId, commentId: one.commentId, anchor: JSON.stringify(one.anchor), ...speaker(one) },
      versionId: book.id('version', scheme.code, one.document, String(one.version)),
      ...{ quote: one.quote, quoteHash: paragraphHash(one.quote), text: one.text, status: one.status },
    })),
  );
  await insertAll(
    tx,
    'commentReply',
    all.flatMap(({ commentId, replies }) =>
      replies.map((reply, index) => ({
        ...{ institutionId, replyId: newId(), commentId, act: reply.act, text: reply.text },
        ...speaker(reply),
        sort: index + 1,
      })),
    ),
  );
  await insertAll(
    tx,
    'commentMention',
    all.flatMap(({ commentId, mentions }) =>
      mentions.map(({ kind, code }) => {
        const id = book.id(kind, code);
        const none = { accountId: null, bodyId: null, unitId: null };
        return { institutionId, mentionId: newId(), commentId, ...none, [`${kind}Id`]: id };
      }),
    ),
  );
}

/** Per scheme: the comments on its documents, as they were said. */
export async function exportComments(tx: Tx, institutionId: string) {
  const bodies = codesOf(await tableRows(tx, institutionId, 'body'), 'bodyId');
  const units = codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId');
  const accounts = await tx
    .selectFrom('account')
    .select(['accountId', 'login'])
    .where('institutionId', '=', institutionId)
    .execute();
  const logins = new Map(accounts.map((one) => [one.accountId, one.login]));
  type Where = { versionId: string; schemeId: string; document: string; version: number };
  const { rows } = await sql<Where>`
    select v.version_id, d.scheme_id, d.code as document, v.number as version from version v
      join document d using (institution_id, document_id)
     where v.institution_id = ${institutionId}
       and exists (select from comment c where c.institution_id = v.institution_id and c.version_id = v.version_id)`.execute(
    tx,
  );
  const versions = new Map(rows.map((one) => [one.versionId, one]));
  const replies = Map.groupBy(
    await tableRows(tx, institutionId, 'commentReply', 'sort'),
    (one) => one.commentId,
  );
  const mentions = Map.groupBy(await tableRows(tx, institutionId, 'commentMention'), (one) => one.commentId);
  const comments = await tableRows(tx, institutionId, 'comment');
  type Said = { bodyId: string | null; accountId: string | null; author: string; saidAt: Date };
  const speaker = ({ bodyId, accountId, author, saidAt }: Said) => ({
    body: bodyId && bodies.get(bodyId),
    login: accountId && logins.get(accountId),
    ...{ author, at: saidAt.toISOString() },
  });
  return (schemeId: string) => ({
    comments: comments.flatMap((one) => {
      const where = versions.get(one.versionId)!;
      if (where.schemeId !== schemeId) return [];
      return [
        {
          ...{ document: where.document, version: where.version, anchor: one.anchor as unknown as Anchor },
          ...{ quote: one.quote, ...speaker(one), text: one.text, status: one.status },
          mentions: (mentions.get(one.commentId) ?? []).map((who) =>
            who.accountId
              ? { kind: 'account', code: logins.get(who.accountId)! }
              : who.bodyId
                ? { kind: 'body', code: bodies.get(who.bodyId)! }
                : { kind: 'unit', code: units.get(who.unitId!)! },
          ),
          replies: (replies.get(one.commentId) ?? []).map((reply) => ({
            ...{ act: reply.act, text: reply.text },
            ...speaker(reply),
          })),
        },
      ];
    }),
  });
}
