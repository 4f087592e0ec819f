import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { BodyFilter } from '#app/participation/body-filter.tsx';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/commitments-page';
import { listCommitments } from './commitment.server.ts';
import { canMakeSomeCommitment, isOpen, isOverdue } from './commitment.ts';
import { CommitmentList } from './commitment-words.tsx';
import { CouncilNav } from './council-nav.tsx';

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  const { scheme } = args.params;
  const body = new URL(args.request.url).searchParams.get('body') || null;
  return load(args, async (tx, actor) => {
    await schemeIdOf(tx, actor.institutionId, scheme);
    const all = await listCommitments(tx, actor, { scheme });
    const bodies = new Map(all.map((one) => [one.body, { nameNl: one.bodyNl, nameEn: one.bodyEn }]));
    return {
      ...{ scheme, today, body },
      total: all.length,
      commitments: all.filter((one) => body === null || one.body === body),
      bodies: [...bodies].map(([code, names]) => ({ code, ...names })),
      mayMake: canMakeSomeCommitment(actor),
    };
  });
}

/** What was promised to councils, and on what condition they agreed, until it is met. */
export default function CommitmentsPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, today, body, commitments, total, bodies, mayMake } = loaderData;
  const late = commitments.filter((one) => isOverdue(one, today));
  const open = commitments.filter((one) => isOpen(one) && !late.includes(one));
  const done = commitments.filter((one) => !isOpen(one));
  const groups = [
    { key: 'late', ones: late },
    { key: 'open', ones: open },
    { key: 'done', ones: done },
  ].filter((group) => group.ones.length > 0);
  return (
    <PageBody>
      <PageTitle page={text('council.nav.commitments')} />
      <CouncilNav scheme={scheme} current="commitments" />
      <div className="lead-row">
        <p className="said">{text('commitment.lead')}</p>
        {mayMake ? (
          <ButtonLink href={`/schemes/${scheme}/commitments/new`} kind="primary">
            {text('commitment.make')}
          </ButtonLink>
        ) : null}
      </div>
      {total === 0 ? (
        <Empty title={text('commitment.none')}>{mayMake ? text('commitment.none.next') : null}</Empty>
      ) : null}
      {bodies.length > 1 ? <BodyFilter bodies={bodies} body={body} /> : null}
      {groups.map(({ key, ones }) => (
        <section key={key} aria-labelledby={`commitments-${key}`}>
          <h2 id={`commitments-${key}`}>{text(`commitment.group.${key}`, { count: ones.length })}</h2>
          <CommitmentList commitments={ones} today={today} about />
        </section>
      ))}
    </PageBody>
  );
}
