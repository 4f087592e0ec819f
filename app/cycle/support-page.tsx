import { ConsultationList } from '#app/consultation/consultation-list.tsx';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { yearOf } from '#app/kernel/period.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { YearControls } from './year-controls.tsx';
import '#app/plan/plan.css';
import type { Route } from './+types/support-page';
import { yearName } from './cycle-words.ts';
import { MomentList } from './standing.tsx';
import { getSupport, type UnitSupport } from './support.server.ts';
import './cycle.css';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const year = yearOf(new URL(args.request.url).searchParams);
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => ({
    head: await getSchemeHead(tx, actor.institutionId, scheme),
    support: await getSupport(tx, actor, { scheme, year, now }),
  }));
}

/** On what support the agreement rests: per unit the documents, decisions and talks of a year. */
export default function SupportPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { head, support } = loaderData;
  const base = `/schemes/${head.code}`;
  const name = yearName(support.year, support.academic);
  const years = [...new Set([...support.started, support.year])].toSorted((a, b) => a - b);
  return (
    <>
      <PageTitle page={text('support.title')} />
      <PageHead
        breadcrumb={[{ href: `${base}/cycle?year=${support.year}`, label: text('cycle.title') }]}
        title={text('support.head', { year: name })}
        lead={text('support.lead')}
      />
      <PageBody narrow>
        <YearControls years={years} year={support.year} academic={support.academic} />
        {support.units.length === 0 ? (
          <Empty title={text('support.none')}>{text('support.none.next')}</Empty>
        ) : null}
        <div className="support">
          {support.units.map((unit) => (
            <Unit key={unit.unit} unit={unit} scheme={head.code} />
          ))}
        </div>
      </PageBody>
    </>
  );
}

function Unit({ unit, scheme }: { unit: UnitSupport; scheme: string }) {
  const text = useText();
  const locale = useLocale();
  const id = `unit-${unit.unit}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{nameOf({ nameNl: unit.unitNl, nameEn: unit.unitEn }, locale)}</h2>
      {unit.decisions.length > 0 ? (
        <>
          <h3>{text('support.decisions')}</h3>
          <ul className="ruled">
            {unit.decisions.map((one) => (
              <li key={one.decisionId}>
                <Link href={`/schemes/${scheme}/decisions/${one.decisionId}`}>{one.title}</Link>
                <small>
                  {nameOf({ nameNl: one.bodyNl, nameEn: one.bodyEn }, locale)} · {text(`right.${one.kind}`)}{' '}
                  {text(`outcome.${one.outcome}`)} · {formatDate(one.decidedOn, locale)}
                </small>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {unit.moments.length > 0 ? (
        <>
          <h3>{text('support.moments')}</h3>
          <MomentList moments={unit.moments} year />
        </>
      ) : null}
      {unit.consultations.length > 0 ? (
        <>
          <h3>{text('consultation.title')}</h3>
          <ConsultationList scheme={scheme} consultations={unit.consultations} />
        </>
      ) : null}
    </section>
  );
}
