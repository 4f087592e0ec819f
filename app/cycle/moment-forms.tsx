import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent, type Wire } from '#app/identity/action-form.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Checkbox } from '#app/ui/choice.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { DateField, Select, TextArea, TextField } from '#app/ui/form.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { ComingMeeting } from './meeting.server.ts';
import { isHandedIn, type MomentAct } from './moment.ts';
import type { Moment } from './moment-list.server.ts';

type Props = {
  moment: Moment;
  acts: readonly MomentAct[];
  /** may the day of its meeting be set? */
  meeting: boolean;
  /** the meetings to which a risk can be brought; none: nobody may, or none comes */
  risks: readonly ComingMeeting[];
  result: ActionResult | undefined;
  today: string;
};

/** What can be done with a moment now, each behind a fold with what it asks. */
export function MomentForms({ moment, acts, meeting, risks, result, today }: Props) {
  const text = useText();
  const locale = useLocale();
  return (
    <>
      <h2>{text('moment.acts')}</h2>
      <div className="moment-forms">
        {acts.map((act) => (
          <Disclosure
            key={act}
            summary={text(`moment.act.${act}`)}
            open={justSent(result, 'act', act) && result !== undefined && 'problem' in result}
          >
            <p className="sub">{text(`moment.act.${act}.hint`)}</p>
            <ActionForm
              intent="act"
              id={act}
              result={result}
              hidden={{ act, revision: String(moment.revision) }}
              submit={text(`moment.act.${act}`)}
              kind={act === 'cancel' ? 'danger' : 'primary'}
            >
              {(wire) => (
                <>
                  {act === 'move' ? <MoveFields wire={wire} moment={moment} /> : null}
                  {act === 'finish' ? <DateField {...wire('doneOn', today)} max={today} /> : null}
                  <TextArea {...wire('reason')} rows={2} optional={act === 'finish' && !isHandedIn(moment)} />
                </>
              )}
            </ActionForm>
          </Disclosure>
        ))}
        {meeting ? (
          <Disclosure summary={text('moment.act.meeting')} open={justSent(result, 'meeting')}>
            <p className="sub">{text('moment.act.meeting.hint')}</p>
            <ActionForm
              intent="meeting"
              result={result}
              hidden={{ revision: String(moment.revision) }}
              submit={text('moment.act.meeting')}
            >
              {(wire) => <DateField {...wire('meetsOn', moment.meetsOn)} optional />}
            </ActionForm>
          </Disclosure>
        ) : null}
        {risks.length > 0 ? (
          <Disclosure summary={text('risk.raise')} open={justSent(result, 'risk')}>
            <p className="sub">{text('risk.raise.hint')}</p>
            <ActionForm intent="risk" result={result} submit={text('risk.raise')}>
              {(wire) => (
                <>
                  <TextField {...wire('title')} label={text('risk.title')} />
                  <TextArea {...wire('text')} label={text('risk.text')} rows={3} optional />
                  <Select
                    {...wire('meeting')}
                    label={text('risk.meeting')}
                    options={risks.map((one) => ({
                      value: one.momentId,
                      label: `${nameOf({ nameNl: one.bodyNl, nameEn: one.bodyEn }, locale)}, ${formatDate(one.dueOn, locale)}`,
                    }))}
                  />
                </>
              )}
            </ActionForm>
          </Disclosure>
        ) : null}
      </div>
    </>
  );
}

/** Another day; and whether it is meant when it falls in a recess. */
function MoveFields({ wire, moment }: { wire: Wire; moment: Moment }) {
  const text = useText();
  const { defaultValue: anyway, ...box } = wire('anyway', '');
  return (
    <>
      <DateField {...wire('dueOn', moment.dueOn)} />
      <Checkbox {...box} label={text('moment.anyway')} defaultChecked={anyway !== ''} />
    </>
  );
}
