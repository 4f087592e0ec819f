import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Select, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { Agenda } from './agenda.tsx';
import { comings, type Feed } from './meeting.ts';
import type { MeetingView } from './meeting-part.server.ts';
import type { Moment } from './moment-list.server.ts';

export type MeetingProps = {
  moment: Moment;
  meeting: MeetingView;
  mayKeep: boolean;
  result: ActionResult | undefined;
};

/** Of a meeting: what is put before it, the agenda with what came of it, and who was there. */
export function MeetingPart(props: MeetingProps) {
  const text = useText();
  const { meeting, moment } = props;
  return (
    <>
      {meeting.feeds.length > 0 ? (
        <section aria-labelledby="feeds">
          <h2 id="feeds">{text('meeting.feeds')}</h2>
          <ul className="ruled">
            {meeting.feeds.map((feed) => (
              <FeedLine key={feed.step} feed={feed} scheme={moment.scheme} year={moment.year} />
            ))}
          </ul>
        </section>
      ) : null}
      <Agenda {...props} />
      <Attendance {...props} />
    </>
  );
}

function FeedLine({ feed, scheme, year }: { feed: Feed; scheme: string; year: number }) {
  const text = useText();
  const locale = useLocale();
  const counted = feed.moments.filter((one) => one.standing !== 'cancelled');
  const ready = counted.filter((one) => one.standing === 'done' || one.standing === 'late');
  return (
    <li className="row">
      <Link href={`/schemes/${scheme}/cycle?year=${year}`}>
        {nameOf({ nameNl: feed.stepNl, nameEn: feed.stepEn }, locale)}
      </Link>
      <span className="end sub">
        {text('meeting.feeds.ready', { ready: ready.length, total: counted.length })}
      </span>
    </li>
  );
}

function Attendance({ moment, meeting, mayKeep, result }: MeetingProps) {
  const text = useText();
  const locale = useLocale();
  const { attendees } = meeting;
  const list = new Intl.ListFormat(locale);
  const who = (came: string | null) => attendees.filter((one) => one.came === came).map((one) => one.name);
  const said = comings.filter((came) => who(came).length > 0);
  const nothing = said.length === 0 && moment.present === null && moment.guests === '';
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance">{text('meeting.attendance')}</h2>
      {nothing ? <p className="sub">{text('meeting.attendance.none')}</p> : null}
      <dl className="facts">
        {said.map((came) => (
          <div key={came} className="facts-row">
            <dt>{text(`meeting.came.${came}`)}</dt>
            <dd>{list.format(who(came))}</dd>
          </div>
        ))}
        {moment.present !== null ? (
          <div className="facts-row">
            <dt>{text('meeting.present')}</dt>
            <dd>{moment.present}</dd>
          </div>
        ) : null}
        {moment.guests ? (
          <div className="facts-row">
            <dt>{text('field.guests')}</dt>
            <dd>{moment.guests}</dd>
          </div>
        ) : null}
      </dl>
      {mayKeep && moment.status !== 'cancelled' ? (
        <Disclosure summary={text('meeting.attendance.edit')} open={justSent(result, 'held')}>
          <ActionForm
            key={moment.revision}
            intent="held"
            result={result}
            hidden={{ revision: String(moment.revision) }}
            submit={text('admin.save')}
          >
            {(wire) => (
              <>
                <div className="attendees">
                  {attendees.map((one) => (
                    <Select
                      key={one.memberId}
                      {...wire(`came.${one.memberId}`, one.came)}
                      label={
                        one.capacity && one.capacity !== one.name ? `${one.name}, ${one.capacity}` : one.name
                      }
                      none={text('meeting.came.none')}
                      options={comings.map((came) => ({
                        value: came,
                        label: text(`meeting.came.${came}`),
                      }))}
                      optional
                    />
                  ))}
                </div>
                <div className="pair">
                  {attendees.length === 0 ? (
                    <TextField
                      {...wire('present', moment.present)}
                      label={text('meeting.present')}
                      width="short"
                      inputMode="numeric"
                      optional
                    />
                  ) : null}
                  <TextField {...wire('guests', moment.guests)} hint={text('meeting.guests.hint')} optional />
                  <TextField {...wire('place', moment.place)} optional />
                </div>
              </>
            )}
          </ActionForm>
        </Disclosure>
      ) : null}
    </section>
  );
}
