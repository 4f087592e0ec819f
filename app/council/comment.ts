import { type Actor, may } from '#app/kernel/actor.ts';
import type { Stage } from '#app/ledger/ledger.ts';
import { canSeeDraft } from '#app/plan/plan.ts';

/**
 * A comment: what somebody remarks on a place in a version, for a body or for themselves, with a thread of replies
 * until an answer closes it. Pure.
 */

/** Where a comment stands; by codes, which the next version shares. */
export type Anchor =
  /** a paragraph of the answer to a question in a place, told by what it says */
  | { kind: 'paragraph'; question: string; node: string | null; unit: string | null }
  | { kind: 'measure'; measure: string }
  /** an amount of the budget: of a measure or of none, of a year and a fund, or of all */
  | { kind: 'figure'; measure: string | null; year: number | null; fund: string | null }
  | { kind: 'change'; change: string };

export const commentStatuses = ['open', 'closed', 'withdrawn'] as const;
export type CommentStatus = (typeof commentStatuses)[number];
export const replyActs = ['reply', 'answer', 'withdrawal'] as const;
export type ReplyAct = (typeof replyActs)[number];

/** The id of the element on the page of a plan beside which a comment stands. */
export function placeIdOf(anchor: Anchor): string {
  switch (anchor.kind) {
    case 'paragraph': {
      const place = anchor.node ?? anchor.unit;
      return place === null ? `q-${anchor.question}` : `q-${anchor.question}-${place}`;
    }
    case 'measure':
      return `measure-${anchor.measure}`;
    case 'figure':
      return 'budget';
    case 'change':
      return `change-${anchor.change}`;
  }
}

type Document = { unitId: string; status: string; stage: Stage | null; hasMeasures: boolean };

/** Who may comment and reply: whoever may read the version, as themselves. */
export function canComment(actor: Actor, document: Document): boolean {
  return actor.mandates.length > 0 && (document.status !== 'draft' || canSeeDraft(actor, document));
}

const holders = ['plan.write', 'plan.submit', 'consent.ask', 'plan.adopt'] as const;

/** Who may give the answer that closes it: those who write the document, put it before bodies, or decide on it. */
export function canAnswerComment(actor: Actor, document: Pick<Document, 'unitId'>): boolean {
  return holders.some((permission) => may(actor, permission, document.unitId));
}

type Said = { accountId: string | null; author: string; status: CommentStatus };

/** Did the actor write it? */
export function isAuthor(actor: Actor, said: Pick<Said, 'accountId' | 'author'>): boolean {
  return said.accountId === null
    ? actor.kind !== 'account' && actor.name === said.author
    : actor.accountId === said.accountId;
}

/** May the words still change: the author's own, open, and nobody has replied to them? */
export function canEditComment(actor: Actor, said: Said & { replies: readonly unknown[] }): boolean {
  return said.status === 'open' && said.replies.length === 0 && isAuthor(actor, said);
}

/** May it be taken back: the author's own, and open? The words stay, with the mark. */
export function canWithdrawComment(actor: Actor, said: Said): boolean {
  return said.status === 'open' && isAuthor(actor, said);
}

/** The logins that a text names as `@login`. */
export function mentionedLogins(text: string): string[] {
  return [
    ...new Set(
      [...text.matchAll(/(?:^|[\s(])@([a-z0-9][a-z0-9._-]*[a-z0-9])/gi)].map(([, login]) =>
        login!.toLowerCase(),
      ),
    ),
  ];
}

/** How a place reads in another version: the same words, other ones, or gone. */
export type PlaceStanding = 'same' | 'changed' | 'gone';

/**
 * How what was quoted stands in a version.
 * @param found the texts that stand in the place there (of an answer each paragraph); none: the place is gone
 */
export function standingOfQuote(quote: string, found: readonly string[]): PlaceStanding {
  if (found.length === 0) return 'gone';
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
  return found.some((text) => flat(text) === flat(quote)) ? 'same' : 'changed';
}
