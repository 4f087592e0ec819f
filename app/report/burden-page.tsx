import { load } from '#app/identity/page.server.ts';
import { nameOf, planHref } from '#app/plan/plan-words.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/burden-page';
import { getBurden, type TemplateBurden } from './burden.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return load(args, async (tx, actor) => ({ scheme, templates: await getBurden(tx, actor, { scheme }) }));
}

/** What reports ask of those who write them: questions, what is taken from others, and time. */
export default function BurdenPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, templates } = loaderData;
  return (
    <>
      <title>{text('app.title', { page: text('burden.title') })}</title>
      <PageBody>
        <h2>{text('burden.title')}</h2>
        <p className="lead">{text('burden.lead')}</p>
        {templates.length === 0 ? (
          <Empty title={text('burden.none')}>{text('burden.none.next')}</Empty>
        ) : (
          <>
            <Templates templates={templates} />
            {templates
              .filter((one) => one.reports.length > 0)
              .map((one) => (
                <Reports key={one.kind.code} scheme={scheme} template={one} />
              ))}
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
