import { Form } from 'react-router';
import { fieldErrors, fieldWire, RefusalSummary, useErrorWords } from '#app/funding/error-words.tsx';
import { NameFields } from '#app/funding/name-fields.tsx';
import type { Problem } from '#app/kernel/problem.ts';
import { Button } from '#app/ui/button.tsx';
import { FormActions, Select, TextArea } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';

type Props = {
  /** of the scheme */
  period: readonly number[];
  /** years of which something can move */
  open: readonly number[];
  problem: Problem | undefined;
  typed: Record<string, string> | undefined;
};

/** The form that begins a carry-over document. */
export function CarryStart({ period, open, problem, typed = {} }: Props) {
  const text = useText();
  const words = useErrorWords();
  const wire = fieldWire(typed, fieldErrors(problem, words));
  const option = (year: number) => ({ value: String(year), label: String(year) });
  const year = open.at(-1) ?? period[0]!;
  return (
    <>
      <h2>{text('carry.start')}</h2>
      <p className="sub">{text('carry.start.lead')}</p>
      <Form method="post" noValidate>
        <RefusalSummary problem={problem} words={words} />
        <div className="pair">
          <Select
            {...wire('year', String(year))}
            label={text('carry.from')}
            options={period.slice(0, -1).map(option)}
          />
          <Select
            {...wire('to', String(year + 1))}
            label={text('carry.to')}
            options={period.slice(1).map(option)}
          />
          <NameFields of="allocation" wire={wire} />
        </div>
        <TextArea
          {...wire('reason')}
          optional
          rows={2}
          label={text('carry.reason.all')}
          hint={text('carry.reason.all.hint')}
        />
        <FormActions>
          <Button kind="primary">{text('carry.start')}</Button>
        </FormActions>
      </Form>
    </>
  );
}
