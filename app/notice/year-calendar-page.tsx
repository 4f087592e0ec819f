import { momentHref, yearName } from '#app/cycle/cycle-words.ts';
import { dueText, StandingBadge } from '#app/cycle/standing.tsx';
import { yearOptions } from '#app/identity/choice.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { yearOf } from '#app/kernel/period.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { ChoiceControl } from '#app/ui/choice-control.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Link } from '#app/ui/link.tsx';
import { Controls, PageBody, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/year-calendar-page';
import { getYearCalendar } from './year-calendar.server.ts';
import type { CalendarEntry, CalendarMonth } from './year-calendar.ts';
import '#app/plan/plan.css';
import './year-calendar.css';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const asked = new URL(args.request.url).searchParams;
  const year = yearOf(asked);
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => ({
    scheme,
    ...(await getYearCalendar(tx, actor, { scheme, year, level: asked.get('level') || null, now })),
  }));
}

/** The calendar that centre and faculties share: a calendar year and an academic year side by side. */
export default function YearCalendarPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, year, levels, level, months } = loaderData;
  const query = `?year=${year}${level ? `&level=${level}` : ''}`;
  return (
    <PageBody>
      <PageTitle page={text('year-calendar.title')} />
      <BackLink href={`/schemes/${scheme}/cycle?year=${year}`}>{text('scheme.tab.cycle')}</BackLink>
      <h2>{text('year-calendar.title')}</h2>
      <p className="said">
        {text('year-calendar.lead', { year: String(year), academic: yearName(year, true) })}
      </p>
      <Controls show={text('cycle.show')}>
        <ChoiceControl
          label={text('cycle.year')}
          name="year"
          value={String(year)}
          options={yearOptions([year - 2, year - 1, year, year + 1, year + 2])}
        />
        <ChoiceControl
          label={text('year-calendar.level')}
          name="level"
          value={level}
          all={text('year-calendar.level.all')}
          options={levels.map((one) => ({ value: one, label: text('monitoring.level', { level: one }) }))}
        />
      </Controls>
      <ol className="year-calendar">
        {months.map((month) => (
          <MonthRow key={month.month} month={month} year={year} />
        ))}
      </ol>
      <p>
        <a href={`/schemes/${scheme}/cycle/calendar/file.ics${query}`} download>
          {text('year-calendar.file')}
        </a>
      </p>
    </PageBody>
  );
}

function MonthRow({ month, year }: { month: CalendarMonth; year: number }) {
  const text = useText();
  const locale = useLocale();
  const bands = [
    ...(month.calendar ? [{ kind: 'calendar', name: String(year) }] : []),
    ...(month.academic ? [{ kind: 'academic', name: yearName(year, true) }] : []),
  ];
  // said where a year begins, and once more where only it goes on; a reader hears it each month
  const begins =
    month.month === `${year}-01` || month.month === `${year}-09` || month.month === `${year + 1}-01`;
  const empty = month.entries.length + month.free.length === 0;
  return (
    <li className={empty ? 'month-row month-empty' : 'month-row'}>
      <h3>{formatDate(`${month.month}-01`, locale).replace(/^\d+ /, '')}</h3>
      <span className="month-bands">
        {bands.map(({ kind, name }) => (
          <span key={kind} className={`month-band band-${kind}`}>
            <span className={begins ? undefined : 'visually-hidden'}>
              {text(`year-calendar.band.${kind}`, { name })}
            </span>
          </span>
        ))}
      </span>
      <ul className="month-entries">
        {month.free.map((one) => (
          <li key={one.from} className="sub">
            {nameOf(one, locale)}: {formatDate(one.from, locale, 'short')}
            {one.from === one.through ? '' : `–${formatDate(one.through, locale, 'short')}`}
          </li>
        ))}
        {month.entries.map((entry) => (
          <li key={entry.key}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Entry({ entry }: { entry: CalendarEntry }) {
  const text = useText();
  const locale = useLocale();
  const [first] = entry.moments;
  if (!first) return null;
  const step = nameOf({ nameNl: first.stepNl, nameEn: first.stepEn }, locale);
  const unitOf = (one: typeof first) => nameOf({ nameNl: one.unitNl, nameEn: one.unitEn }, locale);
  const day = <span className="month-day">{dueText(first, locale, 'short')}</span>;
  if (entry.moments.length === 1) {
    return (
      <>
        {day} <Link href={momentHref(first)}>{step}</Link> · {unitOf(first)} <StandingBadge moment={first} />
      </>
    );
  }
  return (
    <>
      {day} {step}
      <Disclosure summary={text('year-calendar.units', { count: entry.moments.length })}>
        <ul className="plain">
          {entry.moments.map((one) => (
            <li key={one.momentId}>
              <Link href={momentHref(one)}>{unitOf(one)}</Link> <StandingBadge moment={one} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}
