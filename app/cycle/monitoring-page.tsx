import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { listUnits } from '#app/organisation/unit.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/monitoring-page';
import { listSteps, type Step } from './cycle.server.ts';
import { momentHref } from './cycle-words.ts';
import { riskStanding } from './meeting.ts';
import { PlanPicture } from './picture.tsx';
import { framesOf, natureOf } from './plan-picture.ts';
import { listRisks, type Risk } from './risk.server.ts';
import { Catalogue } from './step-catalogue.tsx';
import '#app/plan/plan.css';
import './cycle.css';
import './picture.css';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    const steps = await listSteps(tx, actor, await schemeIdOf(tx, actor.institutionId, scheme));
    const tree = await listUnits(tx, actor.institutionId, today);
    const depths = new Map(tree.map((unit) => [unit.kind, unit.depth]));
    const used = new Set(steps.flatMap((step) => [...step.unitKinds, ...step.connects]));
    const levels = [...used].toSorted((a, b) => (depths.get(a) ?? 99) - (depths.get(b) ?? 99));
    return {
      ...{ scheme, steps, levels, depths: Object.fromEntries(depths) },
      risks: await listRisks(tx, actor, scheme),
    };
  });
}

/** How the agreement is watched: the levels with their tasks, what feeds what, the instruments, and the risks. */
export default function MonitoringPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, steps, levels, risks } = loaderData;
  const tasks = steps.filter((step) => natureOf(step) === 'task');
  return (
    <PageBody>
      <PageTitle page={text('monitoring.title')} />
      <BackLink href={`/schemes/${scheme}/cycle`}>{text('scheme.tab.cycle')}</BackLink>
      <h2>{text('monitoring.title')}</h2>
      {steps.length === 0 ? (
        <Empty title={text('cycle.none')}>{text('cycle.none.next')}</Empty>
      ) : (
        <>
          <p className="said">{text('monitoring.lead')}</p>
          <PlanPicture steps={steps} levels={framesOf(steps, levels, loaderData.depths)} />
          {tasks.length > 0 ? <Tasks tasks={tasks} levels={levels} /> : null}
          <Catalogue steps={steps} levels={levels} />
          <Risks risks={risks} scheme={scheme} />
        </>
      )}
    </PageBody>
  );
}

function Tasks({ tasks, levels }: { tasks: readonly Step[]; levels: readonly string[] }) {
  const text = useText();
  const locale = useLocale();
  const groups = levels
    .toReversed()
    .map((level) => ({ level, own: tasks.filter((step) => step.unitKinds.includes(level)) }))
    .filter(({ own }) => own.length > 0);
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{text('monitoring.tasks')}</h2>
      <div className="level-tasks">
        {groups.map(({ level, own }) => (
          <div key={level}>
            <h3>{text('monitoring.level', { level })}</h3>
            <ul className="ruled">
              {own.map((step) => (
                <li key={step.code}>
                  {nameOf(step, locale)}
                  <small>{locale === 'en' ? step.noteEn : step.noteNl}</small>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

const riskTone = { raised: 'warn', acting: 'accent', settled: 'ok' } as const;

/** From a signal to what was done about it. */
function Risks({ risks, scheme }: { risks: readonly Risk[]; scheme: string }) {
  const text = useText();
  const locale = useLocale();
  const pair = (nl: string | null, en: string | null) =>
    nameOf({ nameNl: nl ?? '', nameEn: en ?? '' }, locale);
  return (
    <section aria-labelledby="risks">
      <h2 id="risks">{text('risk.title.all')}</h2>
      <p className="sub">{text('risk.lead')}</p>
      {risks.length === 0 ? <p>{text('risk.none')}</p> : null}
      <ul className="ruled">
        {risks.map((risk) => (
          <li key={risk.itemId} className="row">
            <div>
              <Link href={momentHref({ scheme, momentId: risk.momentId })}>{risk.title}</Link>
              <small>
                {risk.aboutId
                  ? `${text('risk.from', { step: pair(risk.aboutNl, risk.aboutEn), unit: pair(risk.unitNl, risk.unitEn) })} · `
                  : ''}
                {text('risk.before', {
                  body: pair(risk.bodyNl, risk.bodyEn),
                  date: formatDate(risk.dueOn, locale),
                })}
              </small>
              {risk.outcome ? <p className="said">{risk.outcome}</p> : null}
            </div>
            <span className="end">
              <Badge tone={riskTone[riskStanding(risk)]}>
                {text(`risk.standing.${riskStanding(risk)}`, { actions: risk.openActions })}
              </Badge>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
