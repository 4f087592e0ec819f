import { Outlet } from 'react-router';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, readMoment } from '#app/kernel/moment.ts';
import { getPlanHead } from '#app/plan/plan.server.ts';
import { Link } from '#app/ui/link.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/plan-part';
import { readRemarks } from './comment-remark.server.ts';
import { listCommitments } from './commitment.server.ts';
import { isOpen } from './commitment.ts';
import { CommitmentList } from './commitment-words.tsx';
import { listVoices } from './follow-up.server.ts';
import { VoiceList } from './voice-list.tsx';

/** Within the page of a plan: what councils advised on it and what came of that, and what is still promised. */
export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  const asked = new URL(args.request.url).searchParams.get('version');
  const now = isNow(readMoment(new URL(args.request.url).searchParams, today));
  return load(args, async (tx, actor) => {
    const head = await getPlanHead(tx, actor, args.params);
    const { documentId } = head;
    // of another moment than now is not told what was still open then, nor what came of it
    const said = await readRemarks(tx, actor, { ...args.params, head, asked });
    const voices = now ? await listVoices(tx, actor, { documentId }) : [];
    return {
      today,
      trailHref: `/schemes/${head.scheme.code}/plans/${head.code}/trail`,
      commitments: now ? await listCommitments(tx, actor, { documentId }) : [],
      voices: voices.filter((one) => one.kind === 'decision'),
      ...(now ? said : { ...said, remarks: [], remarkHref: null }),
    };
  });
}

export default function PlanPart({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { commitments, voices, today, remarks, commentsHref, trailHref } = loaderData;
  const open = commitments.filter(isOpen);
  return (
    <>
      <Outlet />
      {open.length > 0 ? (
        <section aria-labelledby="plan-commitments">
          <h2 id="plan-commitments">{text('body.commitments')}</h2>
          <CommitmentList commitments={open} today={today} about />
        </section>
      ) : null}
      {voices.length > 0 ? (
        <section aria-labelledby="plan-voices">
          <h2 id="plan-voices">{text('follow-up.plan')}</h2>
          <VoiceList voices={voices} watched={{ commitments, today }} />
        </section>
      ) : null}
      <p>
        <Link href={trailHref}>{text('trail.link')}</Link>
      </p>
      {remarks.length > 0 ? (
        <p>
          <Link href={commentsHref}>{text('comment.part.all', { count: remarks.length })}</Link>
        </p>
      ) : null}
    </>
  );
}
