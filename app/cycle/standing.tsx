import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { momentHref, standingTone } from './cycle-words.ts';
import { isSettled } from './moment.ts';
import type { Moment } from './moment-list.server.ts';

type Stood = Pick<Moment, 'standing' | 'endedOn' | 'dueOn' | 'firstDueOn' | 'precision' | 'held'>;

/** The day on which it is due, or only its month where no day is known. */
export function dueText(
  { dueOn, precision }: Pick<Moment, 'dueOn' | 'precision'>,
  locale: 'nl' | 'en',
  form: 'long' | 'short' = 'long',
): string {
  const said = formatDate(dueOn, locale, form);
  return precision === 'month' ? said.replace(/^\d+ /, '') : said;
}

/** How a moment stands, in a word. */
export function StandingBadge({ moment }: { moment: Pick<Moment, 'standing'> }) {
  const text = useText();
  return <Badge tone={standingTone[moment.standing]}>{text(`moment.standing.${moment.standing}`)}</Badge>;
}

/** The day that matters now: when it was done, or by when it is due. */
export function useMomentDate(): (moment: Stood, form?: 'long' | 'short') => string {
  const text = useText();
  const locale = useLocale();
  return ({ endedOn, ...moment }, form = 'long') => {
    const { standing, dueOn, firstDueOn } = moment;
    const due = dueText(moment, locale, form);
    if (endedOn) return text('moment.done-on', { date: formatDate(endedOn, locale, form) });
    if (standing === 'done') return text('moment.done-unknown');
    if (standing === 'cancelled') return text('moment.was-due', { date: due });
    const moved = dueOn !== firstDueOn;
    const held = moment.held ? (moment.precision ?? 'day') : 'no';
    return text(moved ? 'moment.moved-to' : 'moment.due', { date: due, held });
  };
}

/**
 * One moment in a cell of the matrix. What is well is quiet: a date; what asks for attention has its word.
 */
export function MomentCell({ moment }: { moment: Moment }) {
  const text = useText();
  const locale = useLocale();
  const { standing, endedOn } = moment;
  const quiet = standing === 'done' || standing === 'open' || standing === 'cancelled';
  const date = endedOn ? formatDate(endedOn, locale, 'short') : dueText(moment, locale, 'short');
  return (
    <Link href={momentHref(moment)} className={`moment-cell moment-${standing}`}>
      <span className="visually-hidden">
        {nameOf({ nameNl: moment.unitNl, nameEn: moment.unitEn }, locale)},{' '}
        {nameOf({ nameNl: moment.stepNl, nameEn: moment.stepEn }, locale)}:{' '}
        {quiet ? text(`moment.standing.${standing}`) : ''}{' '}
      </span>
      {quiet ? null : <StandingBadge moment={moment} />}
      <span className="moment-date">
        {standing === 'done' ? <span aria-hidden="true">✓ </span> : null}
        {standing === 'done' && !endedOn ? text('moment.done') : date}
      </span>
    </Link>
  );
}

/**
 * The moments of one step and unit in a cell: one as it is; of more the next that is to come (or the last), and how
 * many are done.
 */
export function MomentCells({ moments }: { moments: readonly Moment[] }) {
  const text = useText();
  const ended = (one: Moment) => isSettled(one.standing);
  const shown = moments.find((one) => !ended(one)) ?? moments.at(-1);
  if (!shown) return null;
  if (moments.length === 1) return <MomentCell moment={shown} />;
  return (
    <>
      <MomentCell moment={shown} />
      <small className="moment-due">
        {text('cycle.of-more', { done: moments.filter(ended).length, total: moments.length })}
      </small>
    </>
  );
}

/** Moments one below the other, by due date: for a narrow screen, and for one's own work. */
export function MomentList({ moments, year }: { moments: readonly Moment[]; year?: boolean }) {
  const locale = useLocale();
  const date = useMomentDate();
  return (
    <ul className="ruled">
      {moments.map((moment) => (
        <li key={moment.momentId} className="row decision-row">
          <div>
            <Link href={momentHref(moment)}>
              {nameOf({ nameNl: moment.stepNl, nameEn: moment.stepEn }, locale)} ·{' '}
              {nameOf({ nameNl: moment.unitNl, nameEn: moment.unitEn }, locale)}
            </Link>
            <small>
              {date(moment)}
              {year && moment.bodyNl && moment.bodyEn
                ? ` · ${nameOf({ nameNl: moment.bodyNl, nameEn: moment.bodyEn }, locale)}`
                : ''}
            </small>
          </div>
          <span className="end">
            <StandingBadge moment={moment} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** An action that a meeting agreed: what, from whom, by when. */
export function ActionLine({ action }: { action: Moment }) {
  const text = useText();
  const locale = useLocale();
  const date = useMomentDate();
  const pair = (nl: string | null, en: string | null) =>
    nl && en ? nameOf({ nameNl: nl, nameEn: en }, locale) : null;
  const who = action.member ?? pair(action.roleNl, action.roleEn) ?? pair(action.bodyNl, action.bodyEn);
  const unit = nameOf({ nameNl: action.unitNl, nameEn: action.unitEn }, locale);
  return (
    <li className="row">
      <div>
        <Link href={momentHref(action)}>
          {nameOf({ nameNl: action.stepNl, nameEn: action.stepEn }, locale)}
        </Link>
        <small>
          {text('meeting.action.who', { who: who ?? unit, unit: action.role ? unit : 'none' })} ·{' '}
          {date(action)}
        </small>
      </div>
      <span className="end">
        <StandingBadge moment={action} />
      </span>
    </li>
  );
}
