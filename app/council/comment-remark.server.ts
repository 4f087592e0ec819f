import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { PlanHead } from '#app/plan/plan.server.ts';
import { canSeeDraft, chooseVersion } from '#app/plan/plan.ts';
import { planHref } from '#app/plan/plan-words.ts';
import type { PlaceRemarks } from '#app/plan/remark.ts';
import { listComments } from './comment.server.ts';
import { canComment, placeIdOf } from './comment.ts';

/**
 * The comments on a document for the page of its plan: each beside its place, those on earlier versions as long as
 * they are open. One statement.
 * @param at.asked the version in the address
 */
export async function readRemarks(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; document: string; head: PlanHead; asked: string | null },
): Promise<PlaceRemarks & { commentsHref: string }> {
  const { scheme, document, head } = at;
  const comments = await listComments(tx, actor, { scheme, document });
  const number = at.asked && /^\d{1,6}$/.test(at.asked) ? Number(at.asked) : null;
  const shown = chooseVersion(head.versions, { number, draft: canSeeDraft(actor, head) });
  const here = comments.filter(
    (one) =>
      one.versionNumber === shown?.number ||
      (one.status === 'open' && one.versionNumber < (shown?.number ?? 0)),
  );
  const base = planHref({ scheme, document });
  const may = shown !== null && canComment(actor, { ...head, status: shown.status });
  return {
    commentsHref: `${base}/comments`,
    remarkHref: may ? `${base}/comments/new?version=${shown.number}` : null,
    remarks: here.map((one) => ({
      place: placeIdOf(one.anchor),
      href: `${base}/comments/${one.commentId}`,
      who: (actor.locale === 'en' ? one.bodyEn : one.bodyNl) ?? one.name,
      text: one.text.length > 160 ? `${one.text.slice(0, 159)}…` : one.text,
      status: one.status,
      replies: one.replies.length,
    })),
  };
}
