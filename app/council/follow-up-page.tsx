import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { BodyFilter } from '#app/participation/body-filter.tsx';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/follow-up-page';
import { listCommitments } from './commitment.server.ts';
import { CouncilNav } from './council-nav.tsx';
import { listVoices } from './follow-up.server.ts';
import { canFollowUp, lacksAccount, standingOf } from './follow-up.ts';
import { VoiceList } from './voice-list.tsx';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const today = isoDate(args.context.get(edgeContext).clock());
  const body = new URL(args.request.url).searchParams.get('body') || null;
  return load(args, async (tx, actor) => {
    await schemeIdOf(tx, actor.institutionId, scheme);
    const all = await listVoices(tx, actor, { scheme });
    const bodies = new Map(
      all.flatMap((one) => (one.body ? [[one.body, { nameNl: one.bodyNl!, nameEn: one.bodyEn! }]] : [])),
    );
    return {
      ...{ scheme, body, today },
      commitments: await listCommitments(tx, actor, { scheme }),
      total: all.length,
      voices: all
        .filter((one) => body === null || one.body === body)
        .map((one) => ({ ...one, mayAccount: lacksAccount(one) && canFollowUp(actor, one) })),
      bodies: [...bodies].map(([code, names]) => ({ code, ...names })),
    };
  });
}

/** You said, we did: one list over advice and consultations, per body or of all. */
export default function FollowUpPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, body, voices, total, bodies } = loaderData;
  const waits = voices.filter(lacksAccount);
  const count = (standing: string) => voices.filter((one) => standingOf(one) === standing).length;
  return (
    <PageBody>
      <PageTitle page={text('council.nav.follow-up')} />
      <CouncilNav scheme={scheme} current="follow-up" />
      <div className="lead-row">
        <p className="said">{text('follow-up.lead')}</p>
      </div>
      {total === 0 ? (
        <Empty title={text('follow-up.none')}>{text('follow-up.none.next')}</Empty>
      ) : (
        <BodyFilter bodies={bodies} body={body} />
      )}
      {total > 0 && voices.length === 0 ? <p>{text('follow-up.none.body')}</p> : null}
      {voices.length > 0 ? (
        <>
          <p>
            {text('follow-up.count', {
              total: voices.length,
              followed: count('followed'),
              partly: count('partly'),
              not: count('not-followed'),
              open: waits.length,
              watched: count('open') - waits.length,
            })}
          </p>
          <VoiceList voices={voices} watched={loaderData} />
        </>
      ) : null}
    </PageBody>
  );
}
