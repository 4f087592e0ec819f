import { nameOf } from '#app/kernel/name.ts';
import type { FreePeriod } from '#app/organisation/free-period.ts';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { documentHref, handedHref, momentHref } from './cycle-words.ts';
import type { Moment } from './moment-list.server.ts';
import { dueText, useMomentDate } from './standing.tsx';

type Props = {
  moment: Moment;
  /** the recess or free day in which it is due */
  free: FreePeriod | null;
  /** the last period of its year that was closed, when it is about spending */
  closed: { period: string; closedAt: string } | null;
};

/** What is due, from whom and by when, and what is odd about that. */
export function MomentFacts({ moment, free, closed }: Props) {
  const text = useText();
  const locale = useLocale();
  const date = useMomentDate();
  const pair = (nl: string | null, en: string | null) =>
    nl && en ? nameOf({ nameNl: nl, nameEn: en }, locale) : null;
  const body = pair(moment.bodyNl, moment.bodyEn);
  const role = pair(moment.roleNl, moment.roleEn);
  const note = locale === 'en' ? moment.noteEn : moment.noteNl;
  return (
    <>
      {note ? <p className="said">{note}</p> : null}
      <MomentNotices {...{ moment, free, closed }} />
      <dl className="facts">
        <dt>{text(moment.held ? 'moment.held-on' : 'moment.due-on')}</dt>
        <dd>
          {moment.precision === 'month'
            ? dueText(moment, locale)
            : formatDate(moment.dueOn, locale, 'weekday')}
          {moment.dueOn === moment.firstDueOn
            ? null
            : ` (${text('moment.first', { date: formatDate(moment.firstDueOn, locale) })})`}
        </dd>
        <dt>{text('moment.stands')}</dt>
        <dd>{date(moment)}</dd>
        {moment.reason ? (
          <>
            <dt>{text('field.reason')}</dt>
            <dd>{moment.reason}</dd>
          </>
        ) : null}
        <dt>{text('moment.what')}</dt>
        <dd>
          {moment.product ? (
            <Handed moment={moment} />
          ) : (
            (pair(moment.kindNl, moment.kindEn) ?? text('cycle.what.act'))
          )}
        </dd>
        {moment.document ? (
          <>
            <dt>{text('moment.document')}</dt>
            <dd>
              <Link href={documentHref(moment.scheme, { ...moment, document: moment.document })}>
                {moment.title}
              </Link>
              {moment.submittedOn
                ? `, ${text('moment.submitted', { number: String(moment.number), date: formatDate(moment.submittedOn, locale) })}`
                : `, ${text('moment.draft')}`}
            </dd>
          </>
        ) : null}
        {body ? (
          <>
            <dt>{text('moment.body')}</dt>
            <dd>
              {text('cycle.what.body', { right: moment.right ?? 'none', body })}
              {moment.right
                ? `: ${
                    moment.outcome && moment.decidedOn
                      ? text('moment.outcome', {
                          outcome: text(`outcome.${moment.outcome}`),
                          date: formatDate(moment.decidedOn, locale),
                        })
                      : text('moment.outcome.none')
                  }`
                : null}
            </dd>
          </>
        ) : null}
        {moment.meetsOn ? (
          <>
            <dt>{text('moment.meeting')}</dt>
            <dd>{formatDate(moment.meetsOn, locale, 'weekday')}</dd>
          </>
        ) : null}
        {moment.member ? (
          <>
            <dt>{text('moment.role')}</dt>
            <dd>{moment.member}</dd>
          </>
        ) : null}
        {moment.agreedAtId ? (
          <>
            <dt>{text('meeting.agreed')}</dt>
            <dd>
              <Link href={momentHref({ scheme: moment.scheme, momentId: moment.agreedAtId })}>
                {text('meeting.agreed.at', {
                  body: body ?? '',
                  date: formatDate(moment.agreedOn ?? moment.dueOn, locale),
                })}
              </Link>
            </dd>
          </>
        ) : null}
        {moment.place ? (
          <>
            <dt>{text('field.place')}</dt>
            <dd>{moment.place}</dd>
          </>
        ) : null}
        {role ? (
          <>
            <dt>{text('moment.role')}</dt>
            <dd>{role}</dd>
          </>
        ) : null}
        {moment.source ? (
          <>
            <dt>{text('field.source')}</dt>
            <dd>{moment.source}</dd>
          </>
        ) : null}
      </dl>
    </>
  );
}

/** What the unit hands in over a year, with the page where it does so. */
function Handed({ moment }: { moment: Moment }) {
  const text = useText();
  const locale = useLocale();
  const { product, submittedOn, covered, reopened } = moment;
  return (
    <>
      <Link href={handedHref(moment)}>{text(`cycle.product.${product}`)}</Link>{' '}
      {text('moment.handed', {
        year: String(covered),
        date: submittedOn ? formatDate(submittedOn, locale) : 'none',
        reopened: String(reopened),
      })}
    </>
  );
}

/** The day falls in a recess, the unit is no more, the books of the year are closed: said, never blocked. */
function MomentNotices({ moment, free, closed }: Props) {
  const text = useText();
  const locale = useLocale();
  const open = ['open', 'moved'].includes(moment.status) && moment.endedOn === null;
  if (!open) return null;
  const heir = locale === 'en' ? moment.heirEn : moment.heirNl;
  return (
    <>
      {moment.standing === 'gone' ? (
        <Notice
          tone="warn"
          title={text('moment.gone', {
            unit: nameOf({ nameNl: moment.unitNl, nameEn: moment.unitEn }, locale),
            date: formatDate(moment.unitThrough ?? '', locale),
          })}
        >
          {text('moment.gone.next', { heir: heir ?? 'none' })}
        </Notice>
      ) : null}
      {free ? (
        <Notice
          tone="neutral"
          title={text('moment.free', {
            name: nameOf(free, locale),
            from: formatDate(free.from, locale),
            through: formatDate(free.through, locale),
          })}
        >
          {text('moment.free.next')}
        </Notice>
      ) : null}
      {closed ? (
        <Notice
          tone="warn"
          title={text('moment.closed', {
            period: closed.period,
            date: formatDate(closed.closedAt, locale, 'moment'),
          })}
        >
          {text('moment.closed.next')}{' '}
          <Link href={`/schemes/${moment.scheme}/realisation/${moment.unit}/${moment.covered}`}>
            {text('moment.closed.link')}
          </Link>
        </Notice>
      ) : null}
    </>
  );
}
