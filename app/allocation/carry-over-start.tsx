import { Form } from 'react-router';
import { useErrorWords } from '#app/funding/error-words.tsx';
import type { Problem } from '#app/kernel/problem.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary, FormActions, Select, TextArea, TextField } from '#app/ui/form.tsx';
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
  const errors = problem?.errors ?? [];
  const errorAt = (path: string) => {
    const found = errors.find((one) => one.path === path);
    return found ? words(found) : null;
  };
  const option = (year: number) => ({ value: String(year), label: String(year) });
  const year = open.at(-1) ?? period[0]!;
  return (
    <>
      <h2>{text('carry.start')}</h2>
      <p className="sub">{text('carry.start.lead')}</p>
      <Form method="post" noValidate>
        <ErrorSummary
          errors={[
            ...(problem && errors.length === 0 ? [{ text: words(problem) }] : []),
            ...errors.map((one) => ({ id: one.path, text: words(one) })),
          ]}
        />
        <div className="pair">
          <Select
            id="year"
            name="year"
            label={text('carry.from')}
            options={period.slice(0, -1).map(option)}
            defaultValue={typed.year ?? String(year)}
            error={errorAt('year')}
          />
          <Select
            id="to"
            name="to"
            label={text('carry.to')}
            options={period.slice(1).map(option)}
            defaultValue={typed.to ?? String(year + 1)}
            error={errorAt('to')}
          />
          <TextField
            id="title"
            name="title"
            label={text('allocation.new.title')}
            defaultValue={typed.title}
            error={errorAt('title')}
          />
          <TextField
            id="code"
            name="code"
            width="short"
            label={text('allocation.new.code')}
            hint={text('allocation.new.code.hint')}
            defaultValue={typed.code}
            error={errorAt('code')}
          />
        </div>
        <TextArea
          id="reason"
          name="reason"
          optional
          rows={2}
          label={text('carry.reason.all')}
          hint={text('carry.reason.all.hint')}
          defaultValue={typed.reason}
          error={errorAt('reason')}
        />
        <FormActions>
          <Button kind="primary">{text('carry.start')}</Button>
        </FormActions>
      </Form>
    </>
  );
}
