import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { DecisionGroup } from '#app/participation/decision-group.tsx';
import { rightName } from '#app/participation/decision-line.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import '#app/plan/plan.css';
import type { Route } from './+types/body-page';
import { Meetings, Remit } from './body-meetings.tsx';
import { type BodyRight, getBodyView } from './body-view.server.ts';
import { CommitmentList } from './commitment-words.tsx';
import { ProposalList } from './proposal-words.tsx';
import { Words } from './words.tsx';

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => ({
    today,
    ...(await getBodyView(tx, actor, args.params.body, today)),
  }));
}

/** How many decisions show at once; the earlier ones open on request. */
const recent = 8;

/** One body for whoever is new to it: its rights, what runs, what was promised, what it decided, and the words. */
export default function BodyPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { body, members, rights, running, history, commitments, proposals, glossaries, today } = loaderData;
  const title = nameOf(body, locale);
  const schemes = [...new Set([...rights, ...history].map((one) => one.scheme))];
  return (
    <>
      <PageTitle page={title} />
      <PageHead
        breadcrumb={[{ href: '/bodies', label: text('councils.title') }]}
        title={title}
        lead={text('body.lead', {
          unit: nameOf({ nameNl: body.unitNl, nameEn: body.unitEn }, locale),
          members: members.length,
        })}
      />
      <PageBody
        asideLabel={text('body.rights')}
        aside={
          <>
            <h2>{text('body.rights')}</h2>
            <Rights rights={rights} />
            {members.length > 0 ? (
              <Disclosure summary={text('body.members')}>
                <ul className="plain">
                  {members.map((one) => (
                    <li key={one.name}>
                      {one.name}
                      {one.capacity && !one.name.startsWith(one.capacity) ? `, ${one.capacity}` : ''}
                    </li>
                  ))}
                </ul>
              </Disclosure>
            ) : null}
          </>
        }
      >
        <div className="council-sections">
          <Remit charter={loaderData.charter} />
          <Meetings moments={loaderData.moments} />
          {running.length > 0 ? (
            <DecisionGroup title={text('body.terms')} decisions={running} today={today} packs />
          ) : (
            <section>
              <h2>{text('body.terms')}</h2>
              <p>{text('body.terms.none')}</p>
            </section>
          )}
          <section>
            <h2>{text('body.commitments')}</h2>
            {commitments.length > 0 ? (
              <CommitmentList commitments={commitments} today={today} about />
            ) : (
              <p>{text('body.commitments.none')}</p>
            )}
          </section>
          {proposals.length > 0 ? (
            <section>
              <h2>{text('body.proposals')}</h2>
              <ProposalList proposals={proposals} today={today} />
            </section>
          ) : null}
          {history.length > 0 ? (
            <DecisionGroup title={text('body.history')} decisions={history.slice(0, recent)} today={today} />
          ) : (
            <section>
              <h2>{text('body.history')}</h2>
              <p>{text('body.history.none')}</p>
            </section>
          )}
          {history.length > recent ? (
            <Disclosure summary={text('body.history.more', { count: history.length })}>
              <DecisionGroup title={text('body.history')} decisions={history.slice(recent)} today={today} />
            </Disclosure>
          ) : null}
          {schemes.map((scheme) => (
            <p key={scheme}>
              <Link href={`/schemes/${scheme}/follow-up?body=${body.code}`}>{text('body.follow-up')}</Link>
            </p>
          ))}
          {glossaries.map((one) => (
            <section key={one.scheme}>
              <h2>{text('body.words', { scheme: nameOf(one.names, locale) })}</h2>
              <Words words={one.words} />
            </section>
          ))}
        </div>
      </PageBody>
    </>
  );
}

function Rights({ rights }: { rights: readonly BodyRight[] }) {
  const text = useText();
  const locale = useLocale();
  if (rights.length === 0) return <p>{text('body.rights.none')}</p>;
  return [...Map.groupBy(rights, (one) => one.scheme)].map(([scheme, own]) => (
    <section key={scheme}>
      <h3>
        <Link href={`/schemes/${scheme}`}>
          {nameOf({ nameNl: own[0]!.schemeNl, nameEn: own[0]!.schemeEn }, locale)}
        </Link>
      </h3>
      <ul className="plain">
        {own.map((one) => (
          <li key={`${one.kind} ${one.kindNl} ${one.basis}`}>
            {text('body.right', {
              right: rightName(text, one.kind),
              kind: nameOf({ nameNl: one.kindNl, nameEn: one.kindEn }, locale),
              prior: String(one.prior),
              days: one.termDays,
            })}
            <small>
              {one.basis} ({text(`certainty.${one.certainty}`)})
            </small>
          </li>
        ))}
      </ul>
    </section>
  ));
}
