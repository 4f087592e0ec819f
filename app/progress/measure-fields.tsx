import type { Wire } from '#app/identity/action-form.tsx';
import { formatExact } from '#app/kernel/amount-format.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { MeasureHead, Promised, StepToCount, stepsToCount } from './measure-told.tsx';
import type { ProgressMeasure } from './progress.server.ts';
import { noEntry, tellings } from './progress.ts';
import type { ProgressFrame } from './progress-read.server.ts';
import { StatusWord } from './progress-words.tsx';

type Props = { wire: Wire; measure: ProgressMeasure; frame: ProgressFrame; year: number };

/** One measure to fill in, with the promise and what was said a year ago beside every field. */
export function MeasureFields({ wire, measure, frame, year }: Props) {
  const text = useText();
  const locale = useLocale();
  const place = `${measure.document}/${measure.code}`;
  const entry = measure.entry ?? noEntry;
  const { last } = measure;
  const chosen = frame.statuses.find((one) => one.code === entry.status);
  const counted = stepsToCount(measure, year);
  const copies = last !== null && tellings.some((one) => last[one] !== '' && entry[one] === '');
  return (
    <MeasureHead measure={measure} frame={frame}>
      <Promised measure={measure} />
      <div className="progress-fields">
        <div className="progress-line">
          <Select
            {...wire(`status:${place}`, entry.status)}
            label={text('progress.status')}
            hint={chosen ? meaningOf(chosen, locale) : undefined}
            none={text('progress.choose')}
            options={frame.statuses.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
            required={false}
          />
          {last ? (
            <div className="progress-last">
              <b>{year - 1}</b> <StatusWord code={last.status} statuses={frame.statuses} />
            </div>
          ) : null}
        </div>
        {tellings.map((one) => (
          <div className="progress-line" key={one}>
            <TextArea
              {...wire(`${one}:${place}`, entry[one])}
              label={text(`progress.${one}`)}
              hint={one === 'deviation' && chosen?.deviates ? text('progress.deviation.asked') : undefined}
              rows={one === 'done' ? 2 : 1}
              required={false}
              optional={one !== 'done' && !(one === 'deviation' && chosen?.deviates)}
            />
            {last?.[one] ? (
              <blockquote className="progress-last">
                <b>{year - 1}</b> {last[one]}
              </blockquote>
            ) : null}
          </div>
        ))}
        {counted.map((step) => {
          const reached = entry.steps.find((one) => one.code === step.code);
          const milli = reached?.reachedMilli ?? null;
          return (
            <div className="progress-line" key={step.code}>
              <div className="progress-step">
                <StepToCount step={step} />
                <div className="pair">
                  <TextField
                    {...wire(
                      `reached:${place}/${step.code}`,
                      milli === null ? '' : formatExact(milli, 3, locale),
                    )}
                    label={text('progress.reached', { unit: step.targetUnit })}
                    inputMode="decimal"
                    width="short"
                    required={false}
                  />
                  <TextField
                    {...wire(`note:${place}/${step.code}`, reached?.note ?? '')}
                    label={text('progress.note')}
                    required={false}
                    optional
                  />
                </div>
              </div>
              <LastStep last={last} code={step.code} year={year - 1} />
            </div>
          );
        })}
        {copies ? (
          <Button kind="quiet" small name="copy" value={place}>
            {text('progress.copy', { year: String(year - 1) })}
            <span className="visually-hidden"> {measure.name}</span>
          </Button>
        ) : null}
      </div>
    </MeasureHead>
  );
}

function meaningOf(
  status: { meaningNl: string; meaningEn: string },
  locale: 'nl' | 'en',
): string | undefined {
  return (locale === 'en' ? status.meaningEn : status.meaningNl) || undefined;
}

function LastStep({ last, code, year }: { last: ProgressMeasure['last']; code: string; year: number }) {
  const locale = useLocale();
  const found = last?.steps.find((one) => one.code === code);
  if (!found) return null;
  return (
    <div className="progress-last">
      <b>{year}</b> {found.reachedMilli === null ? '' : formatExact(found.reachedMilli, 3, locale)}{' '}
      {found.note}
    </div>
  );
}
