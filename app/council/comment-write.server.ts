import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { memberOf } from '#app/participation/work.server.ts';
import { readStatements } from '#app/plan/change-read.server.ts';
import { getPlan } from '#app/plan/plan.server.ts';
import type { AnchorInput, CommentInput, CommentReplyInput } from './comment.input.ts';
import { type Comment, getComment } from './comment.server.ts';
import {
  type Anchor,
  canAnswerComment,
  canComment,
  canEditComment,
  canWithdrawComment,
  isAuthor,
  mentionedLogins,
} from './comment.ts';
import { flat, paragraphHash } from './comment-paragraph.ts';
import { textsAt } from './comment-place.ts';
import { speaksFor } from './proposal.ts';

type Address = { scheme: string; document: string };

/**
 * Remarks on a place in a version, for a body or for oneself.
 * @throws Missing; InvalidInput `comment.place`, `comment.paragraph`, `comment.mention`, `comment.body`;
 *   Rejection `comment.not-allowed`, `council.not-yours`
 */
export async function putComment(
  tx: Tx,
  actor: Actor,
  at: Address & { now: Date },
  input: CommentInput,
): Promise<{ commentId: string }> {
  const plan = await getPlan(tx, actor, { ...at, version: input.version });
  if (!canComment(actor, { ...plan.head, status: plan.version.status })) {
    throw new Rejection('comment.not-allowed', {}, [], 403);
  }
  const [said] = await readStatements(tx, actor, [plan.version.versionId]);
  const anchor = anchorOf(input);
  const quote = quoteOf(input, textsAt(anchor, { plan, changes: said?.changes ?? [] }));
  const bodyId = await bodyFor(tx, actor, input.body);
  const commentId = newId();
  await tx
    .insertInto('comment')
    .values({
      ...{ institutionId: actor.institutionId, commentId, versionId: plan.version.versionId },
      ...{
        anchor: JSON.stringify(anchor),
        quote,
        quoteHash: paragraphHash(quote),
        bodyId,
        ...authorOf(actor),
      },
      ...{ text: input.text, saidAt: at.now },
    })
    .execute();
  const mentions = [...input.mentions, ...mentionedLogins(input.text).map((login) => `@${login}`)];
  await mention(tx, actor, commentId, mentions);
  const { scheme, document } = at;
  const after = { scheme, document, version: input.version, anchor, text: input.text, mentions };
  await record(tx, actor, 'comment.put', { kind: 'comment', id: commentId }, { after });
  return { commentId };
}

/** The place that an input names. @throws InvalidInput `comment.place` when it lacks what its kind needs */
export function anchorOf(input: AnchorInput): Anchor {
  const { kind, question, node = null, unit = null, measure, year = null, fund = null, change } = input;
  if (kind === 'paragraph' && question) return { kind, question, node, unit };
  if (kind === 'measure' && measure) return { kind, measure };
  if (kind === 'figure') return { kind, measure: measure ?? null, year, fund };
  if (kind === 'change' && change) return { kind, change };
  throw new InvalidInput([{ path: 'kind', code: 'comment.place', params: {} }]);
}

function quoteOf(input: AnchorInput, texts: readonly string[]): string {
  if (texts.length === 0) throw new InvalidInput([{ path: 'kind', code: 'comment.place', params: {} }]);
  if (input.kind !== 'paragraph') return texts[0]!;
  const { paragraph, quote } = input;
  const found = texts.filter((text) =>
    paragraph
      ? paragraphHash(text) === paragraph
      : quote
        ? flat(text).includes(flat(quote))
        : texts.length === 1,
  );
  if (found[0] === undefined || (quote && found.length > 1)) {
    throw new InvalidInput([{ path: 'paragraph', code: 'comment.paragraph', params: {} }]);
  }
  return found[0];
}

async function bodyFor(tx: Tx, actor: Actor, code: string | undefined): Promise<string | null> {
  if (code === undefined) return null;
  const body = await tx
    .selectFrom('body')
    .select('bodyId')
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!body) throw new InvalidInput([{ path: 'body', code: 'comment.body', params: { code } }]);
  if (!speaksFor(actor, body.bodyId, await memberOf(tx, actor))) {
    throw new Rejection('council.not-yours', {}, [], 403);
  }
  return body.bodyId;
}

const authorOf = (actor: Actor) => ({
  accountId: actor.kind === 'account' ? actor.accountId : null,
  author: actor.name,
});

// `@login` in the text names somebody or nobody; what was chosen from the list must exist.
async function mention(tx: Tx, actor: Actor, commentId: string, names: readonly string[]): Promise<void> {
  const { institutionId } = actor;
  for (const name of new Set(names)) {
    const [, kind = 'account', code = ''] = /^(?:(account|body|unit):|@)(.+)$/.exec(name) ?? [];
    const found = await sql<{ id: string }>`
      select ${sql.ref(`${kind}_id`)} as id from ${sql.table(kind)}
       where institution_id = ${institutionId} and ${sql.ref(kind === 'account' ? 'login' : 'code')} = ${code}`.execute(
      tx,
    );
    const id = found.rows[0]?.id;
    if (!id && !name.startsWith('@')) {
      throw new InvalidInput([{ path: 'mentions', code: 'comment.mention', params: { name: code } }]);
    }
    if (!id) continue;
    await tx
      .insertInto('commentMention')
      .values({ institutionId, mentionId: newId(), commentId, [`${kind}Id`]: id })
      .onConflict((on) => on.doNothing())
      .execute();
  }
}

/**
 * Changes the words of a comment: one's own, as long as nobody replied.
 * @throws Missing; Rejection `comment.not-yours`, `comment.closed`, `comment.replied`, `conflict`
 */
export async function editComment(
  tx: Tx,
  actor: Actor,
  at: Address & { comment: string },
  input: { text: string; revision: number },
): Promise<{ revision: number }> {
  const before = await lockComment(tx, actor, at);
  if (!isAuthor(actor, before)) throw new Rejection('comment.not-yours', {}, [], 403);
  if (before.status !== 'open') throw new Rejection('comment.closed', { status: before.status });
  if (!canEditComment(actor, before)) throw new Rejection('comment.replied', {});
  if (input.revision !== before.revision) throw new Rejection('conflict', { revision: before.revision });
  const revision = before.revision + 1;
  await tx
    .updateTable('comment')
    .set({ text: input.text, revision })
    .where('institutionId', '=', actor.institutionId)
    .where('commentId', '=', at.comment)
    .execute();
  await mention(
    tx,
    actor,
    at.comment,
    mentionedLogins(input.text).map((login) => `@${login}`),
  );
  const change = { before: { text: before.text }, after: { text: input.text } };
  await record(tx, actor, 'comment.change', { kind: 'comment', id: at.comment }, change);
  return { revision };
}

const statusAfter = { reply: 'open', answer: 'closed', withdrawal: 'withdrawn' } as const;
const audited = { reply: 'comment.reply', answer: 'comment.close', withdrawal: 'comment.withdraw' } as const;

/**
 * Replies, answers it for good, or takes one's own back. What is closed takes no more.
 * @throws Missing; InvalidInput `field.required`, `comment.body`; Rejection `comment.closed`, `comment.not-allowed`,
 *   `comment.not-yours`, `forbidden`, `council.not-yours`
 */
export async function replyToComment(
  tx: Tx,
  actor: Actor,
  at: Address & { comment: string; now: Date },
  { act, text, body }: CommentReplyInput,
): Promise<{ status: 'open' | 'closed' | 'withdrawn' }> {
  const before = await lockComment(tx, actor, at);
  if (act === 'withdrawal' && !isAuthor(actor, before)) throw new Rejection('comment.not-yours', {}, [], 403);
  if (act === 'answer' && !canAnswerComment(actor, before)) throw forbidden('plan.write');
  if (!canComment(actor, { ...before, status: before.versionStatus })) {
    throw new Rejection('comment.not-allowed', {}, [], 403);
  }
  if (before.status !== 'open') throw new Rejection('comment.closed', { status: before.status });
  if (act === 'withdrawal' && !canWithdrawComment(actor, before)) throw new Rejection('comment.closed', {});
  if (act !== 'withdrawal' && text === '') {
    throw new InvalidInput([{ path: 'text', code: 'field.required', params: {} }]);
  }
  const bodyId = await bodyFor(tx, actor, body);
  const { institutionId } = actor;
  await tx
    .insertInto('commentReply')
    .values({
      ...{ institutionId, replyId: newId(), commentId: at.comment, bodyId, ...authorOf(actor) },
      ...{ act, text, saidAt: at.now, sort: before.replies.length + 1 },
    })
    .execute();
  const status = statusAfter[act];
  await tx
    .updateTable('comment')
    .set({ status, revision: before.revision + 1 })
    .where('institutionId', '=', institutionId)
    .where('commentId', '=', at.comment)
    .execute();
  await mention(
    tx,
    actor,
    at.comment,
    mentionedLogins(text).map((login) => `@${login}`),
  );
  await record(tx, actor, audited[act], { kind: 'comment', id: at.comment }, { after: { text } });
  return { status };
}

async function lockComment(tx: Tx, actor: Actor, at: Address & { comment: string }): Promise<Comment> {
  await getComment(tx, actor, at);
  await tx
    .selectFrom('comment')
    .select('commentId')
    .where('institutionId', '=', actor.institutionId)
    .where('commentId', '=', at.comment)
    .forUpdate()
    .execute();
  return getComment(tx, actor, at);
}
