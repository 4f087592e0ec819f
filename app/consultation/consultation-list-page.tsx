import { load } from '#app/identity/page.server.ts';
import { yearOf } from '#app/kernel/period.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/consultation-list-page';
import { listConsultations } from './consultation.server.ts';
import { canManageMethods, canWriteSomeConsultation } from './consultation.ts';
import { ConsultationFilters } from './consultation-filters.tsx';
import { ConsultationList } from './consultation-list.tsx';
import { ConsultationNav } from './consultation-nav.tsx';
import { listMethods } from './method.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const asked = new URL(args.request.url).searchParams;
  const year = yearOf(asked);
  const unit = asked.get('unit') || null;
  const method = asked.get('method') || null;
  return load(args, async (tx, actor) => {
    const methods = await listMethods(tx, actor, await schemeIdOf(tx, actor.institutionId, scheme));
    const all = await listConsultations(tx, actor, { scheme });
    const units = new Map(all.map((one) => [one.unit, { nameNl: one.unitNl, nameEn: one.unitEn }]));
    return {
      ...{ scheme, year, unit, method },
      total: all.length,
      consultations: all.filter(
        (one) =>
          (year === null || Number(one.date.slice(0, 4)) === year) &&
          (unit === null || one.unit === unit) &&
          (method === null || one.method === method),
      ),
      years: [...new Set(all.map((one) => Number(one.date.slice(0, 4))))],
      units: [...units].map(([code, names]) => ({ code, ...names })),
      methods: methods.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
      mayWrite: methods.length > 0 && canWriteSomeConsultation(actor),
      mayManage: canManageMethods(actor),
    };
  });
}

/** The log of a scheme: who was asked what, when, and how many came or answered. */
export default function ConsultationListPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, consultations, total, mayWrite, mayManage } = loaderData;
  const byYear = [...Map.groupBy(consultations, (one) => one.date.slice(0, 4))];
  const add = `/schemes/${scheme}/consultations/new`;
  return (
    <PageBody>
      <PageTitle page={text('consultation.title')} />
      <div className="lead-row">
        <div>
          <p className="said">{text('consultation.lead')}</p>
          <ConsultationNav scheme={scheme} current="log" mayManage={mayManage} />
        </div>
        {mayWrite ? (
          <ButtonLink href={add} kind="primary">
            {text('consultation.add')}
          </ButtonLink>
        ) : null}
      </div>
      {total === 0 ? (
        <Empty title={text('consultation.none')}>{mayWrite ? text('consultation.none.next') : null}</Empty>
      ) : (
        <>
          <ConsultationFilters
            chosen={{
              year: loaderData.year === null ? '' : String(loaderData.year),
              unit: loaderData.unit ?? '',
              method: loaderData.method ?? '',
            }}
            years={loaderData.years}
            units={loaderData.units}
            methods={loaderData.methods}
          />
          {consultations.length === 0 ? <p>{text('consultation.none.filter')}</p> : null}
          {byYear.map(([year, ones]) => (
            <section key={year} aria-labelledby={`year-${year}`}>
              <h2 id={`year-${year}`}>{year}</h2>
              <ConsultationList scheme={scheme} consultations={ones} />
            </section>
          ))}
        </>
      )}
    </PageBody>
  );
}
