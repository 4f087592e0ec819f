import { edgeContext, load } from '#app/identity/page.server.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { trees } from '#app/ledger/ledger.ts';
import { Link } from '#app/ui/link.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { TableExports } from '#app/ui/table-exports.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import './report.css';
import { TreeControl } from '#app/ledger/tree-control.tsx';
import type { Route } from './+types/overview-page';
import { CheckMark } from './check-mark.tsx';
import { MoneyFlow } from './money-pictures.tsx';
import type { Check } from './open-check.ts';
import { getOverview, type OverviewEvent } from './overview.server.ts';
import type { Warning } from './overview.ts';
import { Documents } from './overview-matrix.tsx';

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  const query = new URL(args.request.url).searchParams;
  const asked = readMoment(query, isoDate(now));
  const tree = trees.find((one) => one === query.get('tree')) ?? 'asOf';
  return load(args, async (tx, actor) => {
    const { asOf, knownOn } = asked;
    const overview = await getOverview(tx, actor, { scheme: args.params.scheme, asOf, knownOn, tree }, now);
    return { ...overview, asked, tree };
  });
}

/** How many events show at once; the earlier ones open on request. */
const recentEvents = 6;

export default function OverviewPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { events, frame } = loaderData;
  return (
    <PageBody
      below={
        <>
          <Documents scheme={frame.code} {...loaderData} />
          {loaderData.standings.length === 0 ? null : (
            <TableExports
              href={`/schemes/${frame.code}`}
              title={text('overview.documents.caption')}
              query={keepMoment('', momentSearch(loaderData.asked))}
            />
          )}
        </>
      }
      asideLabel={text('overview.events')}
      aside={
        <>
          <h2>{text('overview.events')}</h2>
          {events.length === 0 ? <p>{text('overview.events.none')}</p> : null}
          <EventList events={events.slice(-recentEvents)} />
          {events.length > recentEvents ? (
            <details className="events-earlier">
              <summary>{text('overview.events.earlier', { count: events.length - recentEvents })}</summary>
              <EventList events={events.slice(0, -recentEvents)} />
            </details>
          ) : null}
        </>
      }
    >
      <PageTitle page={frame.name} />
      <MomentNotice moment={loaderData.asked} now={loaderData.tree === 'year' ? '?tree=year' : '?'} />
      <MomentForm moment={loaderData.asked}>
        <TreeControl tree={loaderData.tree} day={loaderData.asked.asOf} />
      </MomentForm>
      <MoneyFlow bar={loaderData.bar} asOf={loaderData.asOf} />
      <Warnings {...loaderData} />
    </PageBody>
  );
}

/** A date as precise as its source gives it: a day, a month or a year. */
function eventDate(on: string, locale: 'nl' | 'en'): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(on)) return formatDate(on, locale);
  const month = on.match(/^(\d{4}-\d{2})$/);
  return month ? formatDate(`${on}-01`, locale).replace(/^\d+ /, '') : on;
}

function EventList({ events }: { events: OverviewEvent[] }) {
  const text = useText();
  const locale = useLocale();
  return (
    <ol className="events">
      {events.map((event) => (
        <li key={`${event.on} ${event.what}`} className={`event-${event.status}`}>
          <b>{eventDate(event.on, locale)}</b>
          <span>{event.what}</span>
          {event.body ? <small>{event.body}</small> : null}
          {event.status === 'happened' ? null : (
            <small>
              {text(`overview.event.${event.status}`)}
              {event.reason ? `: ${event.reason}` : null}
            </small>
          )}
        </li>
      ))}
    </ol>
  );
}

function Warnings({ warnings, checks, frame, untraceable, asked, tree }: Route.ComponentProps['loaderData']) {
  const text = useText();
  const locale = useLocale();
  const scheme = frame.code;
  // what is missed is read at the moment of which it is told, by its tree
  const then = momentSearch(asked);
  if (tree === 'year') then.set('tree', tree);
  return (
    <section aria-labelledby="warnings" className="overview-warnings">
      <h2 id="warnings">{text('overview.warnings')}</h2>
      {warnings.length === 0 ? <p>{text('overview.warnings.none')}</p> : null}
      <ul className="warnings" hidden={warnings.length === 0}>
        {warnings.map(({ code, params, href }) => (
          <li key={`${code} ${href} ${params.year ?? ''}`}>
            {text(`overview.warning.${code}`, {
              ...params,
              amount: `€ ${formatAmount(Number(params.cents ?? 0), 'eur', locale)}`,
              ...(params.date && { date: formatDate(String(params.date), locale) }),
            })}{' '}
            <Link href={keepMoment(href, then)}>{text('overview.warning.open')}</Link>
            <WarningMark own={checks.filter((one) => isOf(one, { code, params, href }))} scheme={scheme} />
          </li>
        ))}
      </ul>
      <p className="overview-links">
        <Link href={keepMoment(`/schemes/${scheme}/trace`, then)}>
          {text('trace.overview', { amount: `€ ${formatAmount(untraceable.cents, 'eur', locale)}` })}
        </Link>
        <Link href={`/schemes/${scheme}/checks`}>{text('checks.link')}</Link>
      </p>
    </section>
  );
}

const warned: Record<string, Warning['code']> = {
  granted: 'over-granted',
  allocated: 'over-allocated',
  excluded: 'excluded',
};

/** Whether a check is the rule that this warning speaks of: of the same year where it is of one year. */
function isOf(check: Check, { code, params, href }: Warning): boolean {
  if (warned[check.code] !== code || check.href !== href) return false;
  return params.year === undefined || check.place.includes(String(params.year));
}

function WarningMark({ own, scheme }: { own: Check[]; scheme: string }) {
  return own.length === 0 ? null : (
    <CheckMark checks={own} label={own[0]!.place.join(', ')} scheme={scheme} />
  );
}
