import { getCouncilWork } from '#app/council/council-work.server.ts';
import { listOwnMoments } from '#app/cycle/own-moment.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { DecisionRow } from '#app/participation/decision.server.ts';
import { getWork } from '#app/participation/work.server.ts';
import type { Entry } from './agenda.ts';

/** What is due from somebody or their bodies, as one list. A fixed number of statements. */
export async function listEntries(tx: Tx, actor: Actor, now: Date): Promise<Entry[]> {
  const work = await getWork(tx, actor);
  const council = await getCouncilWork(tx, actor);
  const moments = await listOwnMoments(tx, actor, now);
  return [
    ...work.record.map((one) => decisionEntry(one, 'record')),
    ...work.consider.map((one) => decisionEntry(one, 'decide')),
    ...work.disputes.map(
      (one): Entry => ({
        uid: `dispute-${one.decisionId}-${one.task}`,
        kind: one.task,
        ...{ titleNl: one.title, titleEn: one.title, ofNl: one.bodyNl, ofEn: one.bodyEn },
        href: `/schemes/${one.scheme}/decisions/${one.decisionId}`,
        dueOn: one.dueOn,
      }),
    ),
    ...moments.map(
      (one): Entry => ({
        uid: `moment-${one.momentId}`,
        kind: 'moment',
        ...{ titleNl: one.stepNl, titleEn: one.stepEn, ofNl: one.unitNl, ofEn: one.unitEn },
        href: `/schemes/${one.scheme}/cycle/${one.momentId}`,
        dueOn: one.dueOn,
      }),
    ),
    ...council.commitments.map(
      (one): Entry => ({
        uid: `commitment-${one.commitmentId}`,
        kind: 'commitment',
        ...{ titleNl: one.text, titleEn: one.text, ofNl: one.bodyNl, ofEn: one.bodyEn },
        href: `/schemes/${one.scheme}/commitments/${one.commitmentId}`,
        dueOn: one.dueOn,
      }),
    ),
    ...council.accounts.map(
      (one): Entry => ({
        uid: `account-${one.id}`,
        kind: 'account',
        ...{ titleNl: one.title, titleEn: one.title, ofNl: one.bodyNl ?? '', ofEn: one.bodyEn ?? '' },
        href: `/schemes/${one.scheme}/decisions/${one.id}`,
        // as soon as possible: no day
        dueOn: null,
      }),
    ),
    ...council.replies.map(
      (one): Entry => ({
        uid: `reply-${one.proposalId}`,
        kind: 'reply',
        ...{ titleNl: one.title, titleEn: one.title, ofNl: one.bodyNl, ofEn: one.bodyEn },
        href: `/schemes/${one.scheme}/proposals/${one.proposalId}`,
        dueOn: one.dueOn,
      }),
    ),
    ...council.mentions.map(
      (one): Entry => ({
        uid: `comment-${one.commentId}`,
        kind: 'mention',
        ...{ titleNl: one.text, titleEn: one.text, ofNl: one.title, ofEn: one.title },
        href: `/schemes/${one.scheme}/plans/${one.document}/comments/${one.commentId}`,
        dueOn: null,
      }),
    ),
  ];
}

function decisionEntry(one: DecisionRow, kind: 'record' | 'decide'): Entry {
  return {
    uid: `decision-${one.decisionId}`,
    kind,
    ...{ titleNl: one.title, titleEn: one.title, ofNl: one.bodyNl, ofEn: one.bodyEn },
    href: `/schemes/${one.scheme}/decisions/${one.decisionId}`,
    ...(one.kind !== 'adoption' && { pack: `/schemes/${one.scheme}/decisions/${one.decisionId}/pack` }),
    dueOn: one.dueOn,
  };
}
