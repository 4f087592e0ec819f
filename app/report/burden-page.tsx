import { load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { canEditSchemes } from '#app/scheme/scheme-setting.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { TableExports } from '#app/ui/table-exports.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import './chain.css';
import type { Route } from './+types/burden-page';
import { getBurden, listReuse, type Reuse, type TemplateBurden } from './burden.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return load(args, async (tx, actor) => ({
    scheme,
    templates: await getBurden(tx, actor, { scheme }),
    reuse: await listReuse(tx, actor, { scheme }),
    mayEdit: canEditSchemes(actor),
  }));
}

/** What reports ask of those who write them: questions, what is taken from others, and time. */
export default function BurdenPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, templates, reuse, mayEdit } = loaderData;
  return (
    <>
      <PageTitle page={text('burden.title')} />
      <PageBody>
        <h2>{text('burden.title')}</h2>
        <p className="lead">{text('burden.lead')}</p>
        {mayEdit ? (
          <p>
            <Link href={`/admin/schemes/${scheme}`}>{text('burden.edit')}</Link>
          </p>
        ) : null}
        {templates.length === 0 ? (
          <Empty title={text('burden.none')}>{text('burden.none.next')}</Empty>
        ) : (
          <>
            <Templates templates={templates} />
            <div className="burden-years">
              <Years templates={templates} />
            </div>
            <Reused templates={templates} reuse={reuse} />
            <h2>{text('burden.each')}</h2>
            {templates
              .filter((one) => one.reports.length > 0)
              .map((one) => (
                <Reports key={one.kind.code} scheme={scheme} template={one} />
              ))}
            <TableExports href={`/schemes/${scheme}/burden`} title={text('burden.title')} />
          </>
        )}
      </PageBody>
    </>
  );
}

/** Minutes as people say them: 540 is 9 hours. */
function useTime(): (minutes: number | null) => string {
  const text = useText();
  return (minutes) =>
    minutes === null
      ? text('burden.unknown')
      : text('burden.time', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** The hours of a year, of all reports together: what the agreement costs those who account for it. */
function Years({ templates }: { templates: readonly TemplateBurden[] }) {
  const text = useText();
  const time = useTime();
  const byYear = Map.groupBy(
    templates.flatMap((one) => one.reports),
    (one) => one.firstYear,
  );
  const years = [...byYear].toSorted(([one], [two]) => two - one);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  return (
    <DataTable
      caption={text('burden.years')}
      note={text('burden.templates.note')}
      rowHead={text('burden.year')}
      columns={(['reports', 'written', 'quotes', 'minutes'] as const).map((key) => ({
        key,
        head: text(`burden.${key}`),
      }))}
      rows={years.map(([year, reports]) => {
        const minutes = reports.flatMap((one) => one.minutes ?? []);
        return {
          key: String(year),
          head: String(year),
          cells: {
            reports: String(reports.length),
            written: String(sum(reports.map((one) => one.written))),
            quotes: String(sum(reports.map((one) => one.quotes))),
            minutes:
              minutes.length === 0
                ? time(null)
                : text('burden.told', {
                    time: time(sum(minutes)),
                    count: minutes.length,
                    of: reports.length,
                  }),
          },
        };
      })}
    />
  );
}

/** Which answers serve again: nobody is asked for them a second time. */
function Reused({ templates, reuse }: { templates: readonly TemplateBurden[]; reuse: readonly Reuse[] }) {
  const text = useText();
  const locale = useLocale();
  const name = (code: string) => {
    const found = templates.find((one) => one.kind.code === code);
    return found ? nameOf(found.kind, locale) : code;
  };
  const words = (one: { textNl: string; textEn: string }) => (locale === 'en' ? one.textEn : one.textNl);
  return (
    <section aria-labelledby="burden-reuse">
      <h2 id="burden-reuse">{text('burden.reuse')}</h2>
      <p className="sub">{text('burden.reuse.means')}</p>
      {reuse.length === 0 ? (
        <p>{text('burden.reuse.none')}</p>
      ) : (
        <ul className="ruled">
          {reuse.map((one) => (
            <li key={`${one.kind} ${one.textNl}`}>
              <div>
                <b>{words(one)}</b> <small>{name(one.kind)}</small>
              </div>
              <small>
                {text('burden.reuse.from', {
                  list: one.sources
                    .map((source) =>
                      text('question.source', {
                        kind: name(source.kind),
                        question: words(source),
                        yearsBefore: source.yearsBefore,
                      }),
                    )
                    .join('; '),
                })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const told = (template: TemplateBurden) => template.reports.flatMap(({ minutes }) => minutes ?? []);

function Templates({ templates }: { templates: readonly TemplateBurden[] }) {
  const text = useText();
  const locale = useLocale();
  const time = useTime();
  const heads = ['asked', 'reused', 'computed', 'reports', 'minutes'] as const;
  return (
    <DataTable
      caption={text('burden.templates')}
      note={text('burden.templates.note')}
      rowHead={text('burden.kind')}
      columns={heads.map((key) => ({ key, head: text(`burden.${key}`) }))}
      rows={templates.map((one) => {
        const minutes = told(one);
        const sum = minutes.reduce((total, each) => total + each, 0);
        return {
          key: one.kind.code,
          head: nameOf(one.kind, locale),
          cells: {
            asked: text('burden.asked.of', { asked: one.asked, required: one.required }),
            reused: String(one.reused),
            computed: String(one.computed),
            reports: String(one.reports.length),
            minutes:
              minutes.length === 0
                ? time(null)
                : text('burden.average', {
                    time: time(Math.round(sum / minutes.length)),
                    count: minutes.length,
                  }),
          },
        };
      })}
    />
  );
}

function Reports({ scheme, template }: { scheme: string; template: TemplateBurden }) {
  const text = useText();
  const locale = useLocale();
  const time = useTime();
  const heads = ['written', 'quotes', 'minutes'] as const;
  return (
    <Disclosure
      summary={text('burden.of', { kind: nameOf(template.kind, locale), count: template.reports.length })}
    >
      <DataTable
        caption={nameOf(template.kind, locale)}
        rowHead={text('burden.report')}
        columns={heads.map((key) => ({ key, head: text(`burden.${key}`) }))}
        rows={template.reports.map((one) => ({
          key: one.document,
          head: (
            <>
              <Link href={planHref({ scheme, document: one.document })}>{one.title}</Link>{' '}
              {one.draft ? <Badge>{text('plan.status.draft')}</Badge> : null}
            </>
          ),
          cells: { written: String(one.written), quotes: String(one.quotes), minutes: time(one.minutes) },
        }))}
      />
    </Disclosure>
  );
}
