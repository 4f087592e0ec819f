import { Outlet } from 'react-router';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { ChangeTable } from '#app/plan/change-table.tsx';
import { Diff } from '#app/plan/diff.tsx';
import { placeCode } from '#app/plan/place.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import '#app/plan/plan.css';
import type { Route } from './+types/dossier-page';
import { isLapsed } from './decision.ts';
import { rightName } from './decision-line.tsx';
import { getDossier } from './dossier.server.ts';
import { DossierAside } from './dossier-aside.tsx';
import { DossierNotices } from './dossier-notices.tsx';
import { isOpen } from './dossier-state.ts';
import { useEarlierWords } from './earlier-words.tsx';
import { NextSteps } from './next-steps.tsx';
import { Timeline } from './timeline-view.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const locale = localeOf(args.request, args.context);
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    const { decision, plan, changes, texts, ...course } = await getDossier(tx, actor, {
      ...args.params,
      locale,
      today,
    });
    const { head, version, themes } = plan;
    return {
      decision,
      head,
      version,
      themes,
      changes,
      today,
      texts,
      ...course,
    };
  });
}

export default function DossierPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { decision, head, version, themes, changes, texts, mayRecord, today, standing } = loaderData;
  const gone = isLapsed(decision);
  const base = `/schemes/${head.scheme.code}`;
  const plan = `${planHref({ scheme: head.scheme.code, document: head.code })}?version=${version.number}`;
  const body = nameOf({ nameNl: decision.bodyNl, nameEn: decision.bodyEn }, locale);
  const lies = decision.events.findLast((one) => one.bodyId === standing.before?.bodyId)?.body;
  const before =
    lies && standing.before?.bodyId ? nameOf({ nameNl: lies.nl, nameEn: lies.en }, locale) : null;
  const { called, against } = useEarlierWords(head.code);
  return (
    <>
      <PageTitle page={`${rightName(text, decision.kind)} · ${head.title}`} />
      <PageHead
        breadcrumb={[{ href: `${base}/decisions`, label: text('scheme.tab.decisions') }]}
        title={head.title}
        lead={text('dossier.lead', {
          unit: nameOf(head.unit, locale),
          number: String(version.number),
          submitted: version.submittedAt ? formatDate(version.submittedAt, locale) : '',
          papers: decision.papersSentOn ? formatDate(decision.papersSentOn, locale) : 'none',
        })}
      />
      <PageBody asideLabel={text('dossier.aside')} aside={<DossierAside decision={decision} today={today} />}>
        <div className="ask">
          <div>
            <p className="ask-right">
              {rightName(text, decision.kind)} · {body}
            </p>
            <p className="ask-question">{decision.question}</p>
          </div>
          <div className="row">
            {mayRecord ? (
              <ButtonLink href={`${base}/decisions/${decision.decisionId}/outcome`} kind="primary">
                {text('dossier.record')}
              </ButtonLink>
            ) : null}
            {decision.kind === 'adoption' ? null : (
              <ButtonLink href={`${base}/decisions/${decision.decisionId}/pack`}>
                {text('pack.link')}
              </ButtonLink>
            )}
            <ButtonLink href={plan}>{text('dossier.plan')}</ButtonLink>
          </div>
        </div>
        {gone ? (
          <Notice tone="warn" title={text('dossier.lapsed', { status: version.status })}>
            {version.note ? <p className="said">{version.note}</p> : null}
          </Notice>
        ) : null}
        <DossierNotices decision={decision} newer={loaderData.newer} standing={standing} today={today} />
        <Timeline decision={decision} standing={standing} today={today} />
        {decision.kind === 'adoption' ? null : (
          <NextSteps
            base={`${base}/decisions/${decision.decisionId}`}
            body={body}
            before={before}
            next={loaderData.next}
            open={isOpen(standing.state)}
            mayRecord={mayRecord}
            gone={gone}
          />
        )}
        <Outlet />
        {decision.earlier === null ? (
          <>
            <h2>{text('dossier.first')}</h2>
            <p>
              {text('dossier.first.explained', { number: String(version.number) })}{' '}
              <Link href={plan}>{text('dossier.whole')}</Link>
            </p>
          </>
        ) : (
          <>
            <h2>{text('dossier.changed')}</h2>
            <p className="sub">
              {against(decision.earlier)} <Link href={plan}>{text('dossier.whole')}</Link>
            </p>
            <ChangeTable
              changes={changes}
              themes={themes}
              names={{
                before: called(decision.earlier),
                after: text('plan.version', { number: String(version.number) }),
              }}
              years={`${head.firstYear}–${head.lastYear}`}
            />
            <h2>{text('dossier.words')}</h2>
            {texts.length === 0 ? <p>{text('dossier.words.none')}</p> : null}
            {texts.map((change) => (
              <section key={`${change.question.code} ${placeCode(change.place)}`}>
                <h3>{locale === 'en' ? change.question.textEn : change.question.textNl}</h3>
                {change.place.name ? <p className="sub">{nameOf(change.place.name, locale)}</p> : null}
                <Diff pieces={change.pieces} />
              </section>
            ))}
          </>
        )}
      </PageBody>
    </>
  );
}
