import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/decision-part';
import { listComments } from './comment.server.ts';
import { CommentList } from './comment-list.tsx';
import { listCommitments } from './commitment.server.ts';
import { canMakeCommitment } from './commitment.ts';
import { CommitmentList } from './commitment-words.tsx';
import { getDecisionHead } from './decision-head.server.ts';
import { getVoice } from './follow-up.server.ts';
import { canFollowUp } from './follow-up.ts';
import { Accounts, VoiceBadge } from './voice-list.tsx';

/** Within a dossier: the conditions and commitments that came of the decision, and what was done with the advice. */
export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  const { scheme, decision: decisionId } = args.params;
  return load(args, async (tx, actor) => {
    const head = await getDecisionHead(tx, actor, { scheme, decision: decisionId });
    const voice = head.outcome === null ? null : await getVoice(tx, actor, { scheme, decision: decisionId });
    return {
      ...{ scheme, decisionId, today, voice },
      document: head.document,
      comments: await listComments(tx, actor, { scheme, document: head.document }),
      onConditions: head.outcome === 'given-on-conditions',
      commitments: await listCommitments(tx, actor, { decisionId }),
      mayMake: canMakeCommitment(actor, { bodyId: head.bodyId, ownerUnitId: head.unitId }),
      mayAccount: voice !== null && canFollowUp(actor, voice),
    };
  });
}

export default function DecisionPart({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const {
    scheme,
    document,
    comments,
    decisionId,
    today,
    voice,
    commitments,
    mayMake,
    mayAccount,
    onConditions,
  } = loaderData;
  const base = `/schemes/${scheme}`;
  const remarked =
    comments.length > 0 ? (
      <section aria-labelledby="comments">
        <h2 id="comments">{text('comment.part')}</h2>
        <CommentList comments={comments.slice(0, 5)} />
        <p>
          <Link href={`${base}/plans/${document}/comments`}>
            {text('comment.part.all', { count: comments.length })}
          </Link>
        </p>
      </section>
    ) : null;
  if (voice === null) return remarked;
  const advice = voice.right === 'advice';
  return (
    <>
      {remarked}
      {commitments.length > 0 || mayMake ? (
        <section aria-labelledby="commitments">
          <div className="row">
            <h2 id="commitments">{text('commitment.part')}</h2>
            {mayMake ? (
              <span className="end">
                <ButtonLink href={`${base}/commitments/new?decision=${decisionId}`} small>
                  {text('commitment.make')}
                </ButtonLink>
              </span>
            ) : null}
          </div>
          {commitments.length > 0 ? <CommitmentList commitments={commitments} today={today} about /> : null}
          {commitments.length === 0 && onConditions ? (
            <Notice tone="warn" title={text('commitment.part.condition')} />
          ) : null}
          {commitments.length === 0 && !onConditions ? <p>{text('commitment.part.none')}</p> : null}
        </section>
      ) : null}
      {advice || voice.followUps.length > 0 ? (
        <section aria-labelledby="follow-up">
          <div className="row">
            <h2 id="follow-up">{text('follow-up.part')}</h2>
            <VoiceBadge voice={voice} />
            {mayAccount ? (
              <span className="end">
                <ButtonLink href={`${base}/follow-up/new?decision=${decisionId}`} small>
                  {text('follow-up.give')}
                </ButtonLink>
              </span>
            ) : null}
          </div>
          <Accounts voice={voice} />
        </section>
      ) : null}
    </>
  );
}
