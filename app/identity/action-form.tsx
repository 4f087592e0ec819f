import type { ReactNode } from 'react';
import { Form, useNavigation } from 'react-router';
import { meet, stoodField, stoodOf } from '#app/kernel/conflict.ts';
import type { Problem } from '#app/kernel/problem.ts';
import type { Reason } from '#app/kernel/rejection.ts';
import { Button, type ButtonKind } from '#app/ui/button.tsx';
import type { FieldConflict } from '#app/ui/conflict.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FormActions } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { readable, useLocale, useText } from '#app/ui/text.tsx';
import type { ActionResult } from './action.ts';

/** The wiring of one field: its id, name, words, what was typed or stands, its error, and what another saved. */
export type Wire = (
  name: string,
  stands?: string | number | null,
) => {
  id: string;
  name: string;
  label: string;
  defaultValue: string;
  error: string | null;
  conflict: FieldConflict | null;
};

type Props = {
  intent: string;
  /** which row of the page the form is about, when there are several */
  id?: string;
  result: ActionResult | undefined;
  hidden?: Record<string, string>;
  submit: string;
  kind?: ButtonKind;
  /** one button in a line, without fields */
  inline?: boolean;
  /** what this form calls fields that are called otherwise elsewhere, by their name */
  labels?: Readonly<Record<string, string>> | undefined;
  /** it sends a file */
  upload?: boolean;
  children?: (wire: Wire) => ReactNode;
};

/** Did this very form just end, and how? */
function outcomeOf({ result, intent, id = '' }: Pick<Props, 'result' | 'intent' | 'id'>) {
  return result?.intent === intent && result.key === id ? result : undefined;
}

/** Should the fold around this form stand open: was it just sent, so that its outcome stands in it? */
export function justSent(result: ActionResult | undefined, intent: string, id = ''): boolean {
  return outcomeOf({ result, intent, id }) !== undefined;
}

/** One form of a page with several: posts its intent, keeps what was typed when justSent, says when it is done. */
export function ActionForm(props: Props) {
  const text = useText();
  const say = useReasonText();
  const busy = useNavigation();
  const { intent, id = '' } = props;
  const mine = outcomeOf(props);
  const problem = mine && 'problem' in mine ? mine.problem : null;
  const typed = mine && 'typed' in mine ? mine.typed : null;
  const sent = busy.formData?.get('intent') === intent && busy.formData.get('key') === id;
  const seen = stoodOf(typed ?? {});
  const stood: Record<string, string> = {};
  const wire: Wire = (name, stands) => {
    const error = problem?.errors.find((one) => one.path === name);
    const theirs = String(stands ?? '');
    stood[name] = theirs;
    // a box that is not ticked and a list without a choice are not sent
    const mine = typed?.[name] ?? (typed && name in seen ? '' : theirs);
    const met = problem?.code === 'conflict' ? meet({ seen: seen[name] ?? theirs, theirs, mine }) : null;
    return {
      id: `${intent}-${id}-${name}`.replace(/[^\w-]/g, '_'),
      name,
      label: text(`field.${name}`),
      defaultValue: met?.value ?? mine,
      error: error ? say(error) : null,
      conflict:
        met && met.kind !== 'mine' ? { name, theirs, mine: met.kind === 'took' ? undefined : mine } : null,
    };
  };
  const fields = props.children?.(wire);
  const button = (
    <Button kind={props.kind ?? (props.inline ? 'secondary' : 'primary')} small={props.inline} busy={sent}>
      {props.submit}
    </Button>
  );
  // A form that is done or met another's work starts anew: its key changes. What stands is part of the key,
  // because the outcome comes a moment before what stands now.
  const anew = mine && (problem === null || problem.code === 'conflict');
  const key = anew ? `${mine.stamp} ${JSON.stringify(stood)}` : problem ? 'refused' : 'new';
  return (
    <Form
      method="post"
      preventScrollReset
      key={key}
      encType={props.upload ? 'multipart/form-data' : undefined}
    >
      <HiddenFields fields={{ intent, key: id, [stoodField]: JSON.stringify(stood), ...props.hidden }} />
      {problem ? <ProblemSummary problem={problem} wire={wire} labels={props.labels} /> : null}
      {mine && !problem ? <Notice tone="ok" live title={text('admin.saved')} /> : null}
      {fields}
      {props.inline ? button : <FormActions>{button}</FormActions>}
    </Form>
  );
}

/** A reason in the reader's words, its dates too. */
function useReasonText(): (reason: Reason) => string {
  const text = useText();
  const locale = useLocale();
  return ({ code, params }) => text(`rejection.${code}`, readable(params, locale));
}

/** A refusal in words with each of its reasons, and every wrong value with the way to its field. */
function ProblemSummary({ problem, wire, labels }: { problem: Problem; wire: Wire } & Pick<Props, 'labels'>) {
  const text = useText();
  const say = useReasonText();
  const title = say(problem);
  const reasons = problem.blockers.map((one) => ({ text: say(one) }));
  const errors = problem.errors.map((one) => ({
    id: wire(one.path).id,
    text: `${labels?.[one.path] ? `${labels[one.path]}: ` : fieldName(text, one.path)}${say(one)}`,
  }));
  const list = [...reasons, ...errors];
  if (list.length === 0) return <Notice tone="error" live title={title} />;
  return <ErrorSummary title={title} errors={list} />;
}

function fieldName(text: ReturnType<typeof useText>, path: string): string {
  const label = text(`field.${path}`);
  return label === `field.${path}` ? '' : `${label}: `;
}
