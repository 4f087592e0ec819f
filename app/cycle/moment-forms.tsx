import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { DateField, TextArea } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';
import type { MomentAct } from './moment.ts';
import type { Moment } from './moment-list.server.ts';

type Props = {
  moment: Moment;
  acts: readonly MomentAct[];
  /** may the day of its meeting be set? */
  meeting: boolean;
  result: ActionResult | undefined;
  today: string;
};

/** What can be done with a moment now, each behind a fold with what it asks. */
export function MomentForms({ moment, acts, meeting, result, today }: Props) {
  const text = useText();
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
                  {act === 'move' ? <DateField {...wire('dueOn', moment.dueOn)} /> : null}
                  {act === 'finish' ? <DateField {...wire('doneOn', today)} max={today} /> : null}
                  <TextArea
                    {...wire('reason')}
                    rows={2}
                    optional={act === 'finish' && moment.kindNl === null}
                  />
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
      </div>
    </>
  );
}
