import { nameOf } from '#app/kernel/name.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { DecisionDetail } from './decision-detail.server.ts';
import type { Standing } from './dossier-state.ts';
import './dossier.css';
import { DecisionBadge, outcomeWord } from './decision-line.tsx';
import { OutcomeFacts } from './outcome-view.tsx';
import { type TimelineEntry, timelineOf } from './timeline.ts';

/** The course of a dossier: what happened, when, in whose words, and what is still to come. */
export function Timeline(props: { decision: DecisionDetail; standing: Standing; today: string }) {
  const text = useText();
  const locale = useLocale();
  const { decision, standing, today } = props;
  const body = nameOf({ nameNl: decision.bodyNl, nameEn: decision.bodyEn }, locale);
  return (
    <section aria-labelledby="course">
      <div className="row">
        <h2 id="course">{text('timeline.title')}</h2>
        <DecisionBadge decision={decision} today={today} />
      </div>
      <ol className="timeline">
        {timelineOf(decision, standing, today).map((entry) => (
          <li key={entry.key} className={entry.ahead ? 'timeline-ahead' : undefined}>
            <time dateTime={entry.date}>{formatDate(entry.date, locale)}</time>
            <div>
              <b>{titleOf(entry)}</b>{' '}
              {entry.event ? <EventWords entry={entry} scheme={decision.scheme} /> : null}
              {entry.kind === 'outcome' ? <OutcomeFacts decision={decision} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );

  function titleOf({ kind, event }: TimelineEntry): string {
    if (event) return text(`dossier-event.${event.event}`);
    return text(`timeline.${kind}`, { body, outcome: outcomeWord(text, decision) });
  }
}

function EventWords({ entry, scheme }: { entry: TimelineEntry; scheme: string }) {
  const text = useText();
  const locale = useLocale();
  const { event } = entry;
  if (!event) return null;
  const { paper, member, people, untilDate, body } = event;
  return (
    <>
      {body ? <span className="sub">{nameOf({ nameNl: body.nl, nameEn: body.en }, locale)}</span> : null}
      {body && untilDate ? ', ' : null}
      {untilDate ? (
        <span className="sub">{text('timeline.until', { date: formatDate(untilDate, locale) })}</span>
      ) : null}
      {member ? <span className="sub">{member}</span> : null}
      {people ? <span className="sub">{text('timeline.people', { count: people })}</span> : null}
      {event.text ? <p className="said">{event.text}</p> : null}
      {paper ? (
        <p>
          <Link href={`${planHref({ scheme, document: paper.document })}?version=${paper.number}`}>
            {text('timeline.paper', { title: paper.title, number: String(paper.number) })}
          </Link>
        </p>
      ) : null}
    </>
  );
}
