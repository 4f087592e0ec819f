import { Form } from 'react-router';
import { nameOf } from '#app/kernel/name.ts';
import type { Problem } from '#app/kernel/problem.ts';
import { ProblemSummary, useFieldError } from '#app/plan/reason.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice.tsx';
import { DateField, FormActions, Select, TextArea, TextField } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { getWrittenConsultation } from './consultation.server.ts';
import { partField, rowsFor } from './consultation-form.ts';
import type { ConsultationFrame } from './consultation-frame.server.ts';
import { DiscussionFields } from './discussion-fields.tsx';
import { ThemeTicks } from './theme-ticks.tsx';
import { TopicFields } from './topic-fields.tsx';

type Written = Awaited<ReturnType<typeof getWrittenConsultation>>;

type Props = {
  frame: ConsultationFrame & { everyBody: readonly { code: string; nameNl: string; nameEn: string }[] };
  one: Written | null;
  problem: Problem | null;
  typed: readonly [string, string][] | null;
  cancelHref: string;
};

/** The form of a consultation: what it was, how many came, and what came of it. */
export function ConsultationFields({ frame, one, problem, typed, cancelHref }: Props) {
  const text = useText();
  const locale = useLocale();
  const error = useFieldError(problem);
  /** What was typed, or what stands. */
  const value = (name: string, stands: string | number | null | undefined) =>
    typed ? (typed.find(([key]) => key === name)?.[1] ?? '') : String(stands ?? '');
  const wire = (name: string, stands: string | number | null | undefined, label = text(`field.${name}`)) => ({
    ...{ id: name, name, label, defaultValue: value(name, stands), error: error(name) ?? null },
  });
  const count = (name: 'invited' | 'present' | 'answered') => (
    <TextField {...wire(name, one?.[name])} width="short" inputMode="numeric" optional />
  );
  return (
    <Form method="post" noValidate>
      <ProblemSummary problem={problem} />
      <HiddenFields fields={{ revision: value('revision', one?.revision) }} />
      <TextField {...wire('title', one?.title, text('consultation.name'))} width="wide" />
      <Select
        {...wire('method', one?.method, text('consultation.method'))}
        none={text('consultation.choose')}
        options={frame.methods.map((method) => ({ value: method.code, label: nameOf(method, locale) }))}
      />
      <div className="part-row">
        <DateField {...wire('date', one?.date, text('consultation.date'))} />
        <TextField
          {...wire('on', one && one.on !== one.date ? one.on : '', text('consultation.on'))}
          hint={text('consultation.on.hint')}
          width="short"
          optional
        />
      </div>
      <Select
        {...wire('unit', one?.unit ?? (frame.units.length === 1 ? frame.units[0]!.code : ''))}
        none={text('consultation.choose')}
        options={frame.units.map((unit) => ({ value: unit.code, label: nameOf(unit, locale) }))}
      />
      <Select
        {...wire('body', one?.body, text('consultation.body'))}
        hint={text('consultation.body.hint')}
        none={text('consultation.body.none')}
        options={frame.bodies.map((body) => ({ value: body.code, label: nameOf(body, locale) }))}
        optional
      />
      <TextField {...wire('withWhom', one?.withWhom)} width="wide" optional />
      <TextArea {...wire('aim', one?.aim)} rows={2} optional />
      {frame.involvements.length > 0 ? (
        <Select
          {...wire('involvement', one?.involvement, text('consultation.involvement'))}
          hint={text('consultation.involvement.hint')}
          none={text('consultation.involvement.none')}
          options={frame.involvements.map((form) => ({ value: form.code, label: nameOf(form, locale) }))}
          optional
        />
      ) : null}
      <ThemeTicks frame={frame} nodes={one?.nodes ?? []} typed={typed} />
      <Select
        {...wire('document', one?.document, text('consultation.document'))}
        none={text('consultation.document.none')}
        options={frame.documents.map(({ code, title }) => ({ value: code, label: title }))}
        optional
      />
      <TextField
        {...wire('round', one?.round, text('consultation.round'))}
        hint={text('consultation.round.hint')}
        width="short"
        inputMode="numeric"
        optional
      />
      <h2>{text('consultation.numbers')}</h2>
      <p className="sub">{text('consultation.numbers.hint')}</p>
      <div className="part-row">
        <TextField
          {...wire('sittings', one?.sittings ?? 1, text('consultation.sittings'))}
          width="short"
          inputMode="numeric"
        />
        {count('invited')}
        {count('present')}
        {count('answered')}
      </div>
      <fieldset className="topic-fields" id="parts">
        <legend className="field-label">{text('consultation.parts')}</legend>
        {Array.from({ length: rowsFor(one?.parts.length ?? 0, 2) }, (_, n) => {
          const part = one?.parts[n];
          const about = partField(n, 'about');
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
            <div className="part-row" key={n}>
              <TextField
                {...wire(partField(n, 'name'), part?.name, text('consultation.part.name'))}
                optional
              />
              <TextField
                {...wire(partField(n, 'heads'), part?.heads, text('consultation.part.heads'))}
                width="short"
                inputMode="numeric"
                optional
              />
              <Checkbox
                id={about}
                name={about}
                label={text('consultation.part.about')}
                defaultChecked={typed ? typed.some(([key]) => key === about) : (part?.about ?? false)}
              />
            </div>
          );
        })}
      </fieldset>
      <TextArea {...wire('caveat', one?.caveat)} hint={text('consultation.caveat.hint')} rows={2} optional />
      <h2>{text('consultation.outcome')}</h2>
      <TextArea {...wire('outcome', one?.outcome, text('consultation.outcome.field'))} rows={3} optional />
      <TopicFields frame={frame} topics={one?.topics ?? []} typed={typed} error={error} />
      <DiscussionFields frame={frame} discussions={one?.discussions ?? []} value={value} />
      <TextField {...wire('source', one?.source)} width="wide" optional />
      <FormActions>
        <Button kind="primary">{text('consultation.save')}</Button>
        <ButtonLink href={cancelHref} kind="quiet">
          {text('consultation.cancel')}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
