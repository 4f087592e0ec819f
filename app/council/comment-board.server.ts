import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { readStatements } from '#app/plan/change-read.server.ts';
import { getPlan, getPlanHead, type PlanHead } from '#app/plan/plan.server.ts';
import { type Comment, listComments } from './comment.server.ts';
import { type PlaceStanding, standingOfQuote } from './comment.ts';
import { type PlaceNames, textsAt } from './comment-place.ts';

type CommentBoard = {
  head: PlanHead;
  comments: (Comment & { standing: PlaceStanding })[];
  names: PlaceNames;
  /** the version with which they are compared; null when there is none to read */
  newest: number | null;
};

/** The comments on a document, each with how its place stands in the newest version. Twelve statements. @throws Missing */
export async function getCommentBoard(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; document: string; comment?: string },
): Promise<CommentBoard> {
  const head = await getPlanHead(tx, actor, at);
  const comments = await listComments(tx, actor, {
    ...{ scheme: at.scheme, document: at.document },
    ...(at.comment !== undefined && { commentId: at.comment }),
  });
  const none: PlaceNames = { questions: [], measures: [], funds: [], themes: [] };
  if (head.versions.length === 0) return { head, comments: [], names: none, newest: null };
  const plan = await getPlan(tx, actor, { scheme: at.scheme, document: at.document });
  const [said] = await readStatements(tx, actor, [plan.version.versionId]);
  const read = { plan, changes: said?.changes ?? [] };
  return {
    head,
    comments: comments.map((one) => ({
      ...one,
      standing: standingOfQuote(one.quote, textsAt(one.anchor, read)),
    })),
    names: namesOf(plan),
    newest: plan.version.number,
  };
}

/** What places of a plan are called. */
export function namesOf(plan: Awaited<ReturnType<typeof getPlan>>): PlaceNames {
  return {
    questions: plan.questions.map(({ code, textNl, textEn }) => ({ code, textNl, textEn })),
    measures: plan.measures.map(({ code, name }) => ({ code, name })),
    funds: plan.funds.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
    themes: plan.themes.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
  };
}
