import type { KeyboardEvent } from 'react';
import { Form, useNavigation } from 'react-router';
import { nameOf } from '#app/kernel/name.ts';
import type { Problem } from '#app/kernel/problem.ts';
import type { Reason } from '#app/kernel/rejection.ts';
import { ProblemSummary, Reasons, useFieldError } from '#app/plan/reason.tsx';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { FormActions, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { partsText, recordedText, splitName } from './figure-words.ts';
import type { Recorded, Reflection } from './figures.ts';
import { fieldName, fieldsOf, fieldText, type NumberField, splitsOf } from './fill-form.ts';
import { definitionNote } from './indicator-table.ts';
import type { SetEntry } from './record.server.ts';

type Props = {
  base: string;
  at: { year: number };
  entries: readonly SetEntry[];
  observations: readonly Recorded[];
  reflections: readonly Reflection[];
  submitted: number;
  /** what stands in the way of handing in */
  open: readonly Reason[];
  changed: boolean;
  problem: Problem | null;
  typed: Record<string, string> | null;
};

/** Up and down go to the same field of the row above or below, as in a sheet. */
function alongColumn(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const { target } = event;
  if (!(target instanceof HTMLInputElement) || !target.dataset.column) return;
  const column = [
    ...event.currentTarget.querySelectorAll<HTMLInputElement>(
      `input[data-column="${target.dataset.column}"]`,
    ),
  ];
  const next = column[column.indexOf(target) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

/** Every indicator of the unit in one form: numbers, what to mind, and the reflection beside that of last year. */
export function FillFields(props: Props) {
  const text = useText();
  const busy = useNavigation().state !== 'idle';
  const { entries, problem, typed, submitted } = props;
  const error = useFieldError(problem);
  return (
    <Form method="post" noValidate onKeyDown={alongColumn} preventScrollReset>
      <ProblemSummary problem={problem} />
      <p className="sub">{text('indicator.fill.how')}</p>
      {entries.map((entry) => (
        <Entry key={entry.code} entry={entry} {...props} />
      ))}
      {submitted > 0 ? (
        <TextField
          id="reason"
          name="reason"
          label={text('indicator.fill.reason')}
          hint={text('indicator.fill.reason.hint')}
          defaultValue={typed?.reason ?? ''}
          error={error('reason')}
          width="wide"
          optional
        />
      ) : null}
      {props.open.length > 0 ? (
        <Disclosure summary={text('indicator.fill.open', { count: props.open.length })}>
          <Reasons reasons={props.open} />
        </Disclosure>
      ) : null}
      <FormActions>
        <Button kind="secondary" name="intent" value="save" busy={busy}>
          {text('indicator.fill.save')}
        </Button>
        <Button kind="primary" name="intent" value="submit" busy={busy}>
          {text(submitted > 0 ? 'indicator.fill.again' : 'indicator.fill.submit')}
        </Button>
      </FormActions>
      <p className="sub">{text('indicator.fill.submit.hint')}</p>
    </Form>
  );
}

function Entry({ entry, base, at, observations, reflections, typed, problem }: Props & { entry: SetEntry }) {
  const text = useText();
  const locale = useLocale();
  const error = useFieldError(problem);
  const { definition, code, indicatorId } = entry;
  const fields = fieldsOf(definition.kind);
  const of = (year: number, split: string) =>
    observations.find((one) => one.indicatorId === indicatorId && one.year === year && one.split === split);
  const said = (year: number) =>
    reflections.find((one) => one.indicatorId === indicatorId && one.year === year);
  const name = nameOf(definition, locale);
  const before = said(at.year - 1);
  const own = said(at.year);
  const reflectionName = `reflection.${code}`;
  return (
    <section className="fill-entry" aria-labelledby={`entry-${code}`}>
      <h2 id={`entry-${code}`}>
        <Link href={`${base}/${code}`}>{name}</Link>
      </h2>
      <p className="sub">{definitionNote(definition, locale)}</p>
      <table className={`fill-table fill-${fields.length}`}>
        <thead>
          <tr>
            {definition.splits.length > 0 ? (
              <th scope="col" className="fill-part">
                {text('indicator.split')}
              </th>
            ) : (
              <td className="fill-part" />
            )}
            {fields.map((field) => (
              <th key={field} scope="col" className="fill-number">
                {headOf(field, entry, locale) || text(`indicator.fill.${field}`)}
              </th>
            ))}
            <th scope="col" className="fill-before">
              {text('indicator.fill.before', { year: String(at.year - 1) })}
            </th>
            <th scope="col">{text('indicator.fill.caveat')}</th>
          </tr>
        </thead>
        <tbody>
          {splitsOf(entry).map((split) => {
            const stands = of(at.year, split);
            const last = of(at.year - 1, split);
            const part = splitName(definition, split, locale);
            const was = [...fields.map((field) => fieldText(stands, field, locale)), stands?.caveat ?? ''];
            const input = (field: NumberField | 'caveat', value: string, label: string) => {
              const path = fieldName(code, split, field);
              const wrong = error(path);
              return (
                <>
                  <input
                    id={path}
                    name={path}
                    className={field === 'caveat' ? 'input' : 'input number'}
                    inputMode={field === 'caveat' ? undefined : 'decimal'}
                    autoComplete="off"
                    data-column={field}
                    aria-label={[name, part, label].filter(Boolean).join(', ')}
                    aria-invalid={wrong ? true : undefined}
                    defaultValue={typed?.[path] ?? value}
                  />
                  {wrong ? <small className="field-error">{wrong}</small> : null}
                </>
              );
            };
            return (
              <tr key={split}>
                <th scope="row">
                  {part || text('indicator.figure')}
                  <input
                    type="hidden"
                    name={fieldName(code, split, 'seen')}
                    value={typed?.[fieldName(code, split, 'seen')] ?? stands?.number ?? 0}
                  />
                  <input
                    type="hidden"
                    name={fieldName(code, split, 'was')}
                    value={typed?.[fieldName(code, split, 'was')] ?? was.join('\u001f')}
                  />
                </th>
                {fields.map((field) => {
                  const label = headOf(field, entry, locale) || text(`indicator.fill.${field}`);
                  return (
                    <td key={field} data-label={label}>
                      {input(field, fieldText(stands, field, locale), label)}
                    </td>
                  );
                })}
                <td
                  className="fill-before"
                  data-label={text('indicator.fill.before', { year: String(at.year - 1) })}
                >
                  <Before last={last} definition={definition} />
                </td>
                <td data-label={text('indicator.fill.caveat')}>
                  {input('caveat', stands?.caveat ?? '', text('indicator.fill.caveat'))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="fill-reflection">
        <div className="field">
          <label htmlFor={reflectionName} className="field-label">
            {text('indicator.fill.reflection', { name: 'none' })}
          </label>
          <p className="field-hint">{definition[locale === 'en' ? 'questionEn' : 'questionNl']}</p>
          <textarea
            id={reflectionName}
            name={reflectionName}
            rows={3}
            className="input said"
            aria-label={text('indicator.fill.reflection', { name })}
            defaultValue={typed?.[reflectionName] ?? own?.text ?? ''}
          />
          <input
            type="hidden"
            name={`${reflectionName}.seen`}
            value={typed?.[`${reflectionName}.seen`] ?? own?.number ?? 0}
          />
        </div>
        <div className="fill-last">
          <p className="field-label">
            {text('indicator.fill.reflection.before', { year: String(at.year - 1) })}
          </p>
          <p className="said">{before?.text ?? text('indicator.fill.reflection.none')}</p>
        </div>
      </div>
    </section>
  );
}

/** What was recorded a year ago, as it prints, with what it was made of. */
function Before({ last, definition }: { last: Recorded | undefined; definition: SetEntry['definition'] }) {
  const text = useText();
  const locale = useLocale();
  if (!last) return '–';
  const n = last.respondents === null ? '' : text('indicator.n', { count: last.respondents });
  return (
    <>
      {recordedText(last, definition, locale)}
      {[partsText(last, locale), n].filter(Boolean).map((said) => (
        <small key={said}>{said}</small>
      ))}
    </>
  );
}

function headOf(field: NumberField, { definition }: SetEntry, locale: 'nl' | 'en'): string {
  if (field !== 'numerator' && field !== 'denominator') return '';
  return definition[`${field}${locale === 'en' ? 'En' : 'Nl'}`];
}
