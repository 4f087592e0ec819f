import { isMeeting } from '#app/cycle/moment.ts';
import type { Moment } from '#app/cycle/moment-list.server.ts';
import { ActionLine, MomentList } from '#app/cycle/standing.tsx';
import type { Charter } from '#app/organisation/charter.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import '#app/cycle/cycle.css';

const ended = (one: Moment) => ['done', 'late', 'cancelled'].includes(one.standing);

/** What a body is for, as far as it is laid down. */
export function Remit({ charter }: { charter: Charter }) {
  const text = useText();
  const en = useLocale() === 'en';
  const parts = (
    [
      ['aims', en ? charter.aimsEn : charter.aimsNl],
      ['chair', en ? charter.chairEn : charter.chairNl],
      ['madeOf', en ? charter.madeOfEn : charter.madeOfNl],
      ['advice', en ? charter.adviceEn : charter.adviceNl],
    ] as const
  ).filter(([, said]) => said !== '');
  if (parts.length === 0) return null;
  return (
    <section>
      <h2>{text('charter.title')}</h2>
      <dl className="facts">
        {parts.map(([part, said]) => (
          <div key={part} className="facts-row">
            <dt>{text(`charter.${part}`)}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The meetings of a body, what is still to come first, and the actions it agreed that are open. */
export function Meetings({ moments }: { moments: readonly Moment[] }) {
  const text = useText();
  const meetings = moments.filter(isMeeting);
  const actions = moments.filter((one) => one.itemId !== null && !ended(one));
  const next = meetings.filter((one) => !ended(one));
  const past = meetings.filter(ended).toReversed();
  return (
    <>
      {next.length > 0 ? (
        <section>
          <h2>{text('meeting.next')}</h2>
          <MomentList moments={next} />
        </section>
      ) : null}
      {actions.length > 0 ? (
        <section>
          <h2>{text('meeting.actions')}</h2>
          <ul className="ruled">
            {actions.map((one) => (
              <ActionLine key={one.momentId} action={one} />
            ))}
          </ul>
        </section>
      ) : null}
      {past.length > 0 ? (
        <section>
          <Disclosure summary={text('meeting.past.count', { count: past.length })}>
            <MomentList moments={past} />
          </Disclosure>
        </section>
      ) : null}
    </>
  );
}
