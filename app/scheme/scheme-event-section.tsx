import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { TextArea, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { SectionProps } from './scheme-setting-section.tsx';

const tones = { planned: 'accent', happened: 'ok', moved: 'warn', cancelled: 'warn' } as const;

/** What others decided about the scheme, by date: what was planned and moved or fell away stays in sight. */
export function EventSection({ scheme, result }: SectionProps) {
  const text = useText();
  const locale = useLocale();
  const revision = String(scheme.revision);
  return (
    <>
      <h2>{text('scheme-admin.events')}</h2>
      {scheme.events.length === 0 ? <p className="sub">{text('scheme-admin.events.none')}</p> : null}
      <ul className="rows">
        {scheme.events.map((event) => (
          <li key={event.eventId}>
            <div className="row">
              <span className="code">{event.on}</span>
              <b>{locale === 'en' ? event.whatEn : event.whatNl}</b>
              <span>{event.body}</span>
              <Badge tone={tones[event.status as keyof typeof tones]}>{text(`event.${event.status}`)}</Badge>
            </div>
            {event.reason ? <p>{event.reason}</p> : null}
            {event.source ? <p className="sub">{event.source}</p> : null}
            {event.status === 'planned' ? (
              <Disclosure
                summary={text('scheme-admin.event.settle')}
                open={justSent(result, 'settle', event.eventId)}
              >
                <ActionForm
                  intent="settle"
                  id={event.eventId}
                  result={result}
                  hidden={{ revision }}
                  submit={text('admin.save')}
                >
                  {(wire) => (
                    <>
                      <Radios
                        {...wire('status', 'happened')}
                        label={text('scheme-admin.event.outcome')}
                        options={(['happened', 'moved', 'cancelled'] as const).map((value) => ({
                          value,
                          label: text(`event.${value}`),
                        }))}
                      />
                      <TextArea
                        {...wire('reason')}
                        rows={2}
                        hint={text('scheme-admin.event.reason.hint')}
                        optional
                      />
                      <TextField
                        {...wire('movedTo')}
                        width="short"
                        hint={text('scheme-admin.event.on.hint')}
                        optional
                      />
                    </>
                  )}
                </ActionForm>
              </Disclosure>
            ) : null}
          </li>
        ))}
      </ul>
      <Disclosure summary={text('scheme-admin.event.add')} open={justSent(result, 'event')}>
        <ActionForm intent="event" result={result} hidden={{ revision }} submit={text('admin.add')}>
          {(wire) => (
            <>
              <div className="pair">
                <TextField {...wire('on')} width="short" hint={text('scheme-admin.event.on.hint')} />
                <TextField {...wire('body')} label={text('scheme-admin.event.body')} optional />
                <TextField {...wire('whatNl')} />
                <TextField {...wire('whatEn')} />
                <TextField {...wire('source')} optional />
              </div>
              <Radios
                {...wire('status', 'happened')}
                label={text('scheme-admin.event.status')}
                options={(['planned', 'happened'] as const).map((value) => ({
                  value,
                  label: text(`event.${value}`),
                }))}
              />
            </>
          )}
        </ActionForm>
      </Disclosure>
    </>
  );
}
