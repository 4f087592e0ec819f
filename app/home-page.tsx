import { PageTitle } from '#app/ui/page.tsx';
import { getCouncilWork } from './council/council-work.server.ts';
import { countCouncilWork } from './council/council-work.ts';
import { CouncilWorkGroups } from './council/council-work.tsx';
import './cycle/cycle.css';
import { listOwnMoments } from './cycle/own-moment.server.ts';
import { MomentList } from './cycle/standing.tsx';
import { edgeContext, load } from './identity/page.server.ts';
import { isoDate } from './kernel/clock.ts';
import { nameOf } from './kernel/name.ts';
import { listChanges, markVisit } from './notice/change.server.ts';
import { ChangeList } from './notice/change-list.tsx';
import { DecisionGroup } from './participation/decision-group.tsx';
import { DisputeGroup } from './participation/dispute-group.tsx';
import { getWork, type WorkPlan } from './participation/work.server.ts';
import { documentHref, planHref } from './plan/plan-words.ts';
import './plan/plan.css';
import type { Route } from './+types/home-page';
import { listProgressWork } from './progress/progress-work.server.ts';
import { ProgressWorkGroup } from './progress/progress-work.tsx';
import { ButtonLink } from './ui/button.tsx';
import { Empty } from './ui/empty.tsx';
import { Link } from './ui/link.tsx';
import { PageBody, PageHead } from './ui/page.tsx';
import { formatDate, useLocale, useText } from './ui/text.tsx';

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => {
    const since = await markVisit(tx, actor, now);
    return {
      since: since?.toISOString() ?? null,
      changes: since ? await listChanges(tx, actor, since) : [],
      today: isoDate(now),
      work: await getWork(tx, actor),
      council: await getCouncilWork(tx, actor),
      progress: await listProgressWork(tx, actor),
      moments: await listOwnMoments(tx, actor, now),
    };
  });
}

/** My work: what is due from me or from a body I sit on. */
export default function HomePage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { work, council, progress, moments, changes, since, today } = loaderData;
  const others = countCouncilWork(council) + progress.length + moments.length;
  const nothing = Object.values(work).every((list) => list.length === 0) && others === 0;
  const tasks = ['write', 'revise', 'ask', 'adopt'] as const;
  return (
    <>
      <PageTitle page={text('nav.work')} />
      <PageHead title={text('nav.work')} lead={text('work.lead')} />
      <PageBody>
        {nothing ? (
          <Empty
            title={text('work.none')}
            action={<ButtonLink href="/schemes">{text('nav.schemes')}</ButtonLink>}
          >
            {text('work.none.next')}
          </Empty>
        ) : null}
        <DecisionGroup title={text('work.record')} decisions={work.record} today={today} packs />
        <DecisionGroup title={text('work.consider')} decisions={work.consider} today={today} packs />
        <DisputeGroup disputes={work.disputes} today={today} />
        {tasks.map((task) => (
          <PlanGroup key={task} task={task} plans={work.plans.filter((plan) => plan.task === task)} />
        ))}
        <ProgressWorkGroup work={progress} />
        <CouncilWorkGroups work={council} today={today} />
        {moments.length > 0 ? (
          <section>
            <h2>{text('work.moments')}</h2>
            <MomentList moments={moments} />
          </section>
        ) : null}
        <ChangeList changes={changes} since={since} />
      </PageBody>
    </>
  );
}

function PlanGroup({ task, plans }: { task: WorkPlan['task']; plans: readonly WorkPlan[] }) {
  const text = useText();
  const locale = useLocale();
  if (plans.length === 0) return null;
  const to = { write: '', revise: '', ask: '/ask', adopt: '/adopt' }[task];
  return (
    <section>
      <h2>{text(`work.${task}`)}</h2>
      <ul className="ruled">
        {plans.map((plan) => (
          <li key={`${plan.scheme} ${plan.document}`} className="row decision-row">
            <div>
              <Link
                href={
                  to
                    ? `${planHref(plan)}${to}`
                    : documentHref({ ...plan, scheme: { code: plan.scheme }, code: plan.document })
                }
              >
                {plan.title}
              </Link>
              <small>
                {nameOf({ nameNl: plan.unitNl, nameEn: plan.unitEn }, locale)} ·{' '}
                {text('plan.version', { number: String(plan.number) })}
              </small>
            </div>
            <span className="end sub">
              {text(task === 'write' ? 'work.since' : 'work.submitted', {
                date: formatDate(plan.at, locale),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
