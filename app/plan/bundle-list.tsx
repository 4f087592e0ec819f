import { useId } from 'react';
import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Bundle } from './bundle.server.ts';
import { bundleAnswers, type bundleState } from './coherence.ts';
import { planHref } from './plan-words.ts';
import { Measures } from './shared-goals.tsx';

type Answer = Bundle['answers'][number] & { mayAnswer: boolean };
type ShownBundle = Omit<Bundle, 'answers'> & { state: ReturnType<typeof bundleState>; answers: Answer[] };
type Props = {
  scheme: string;
  bundles: readonly ShownBundle[];
  mayBundle: boolean;
  /** the plans whose draft can get the joint measure */
  drafts: { value: string; label: string }[];
  result: ActionResult | undefined;
};

const tones = {
  waiting: 'accent',
  ready: 'ok',
  declined: 'warn',
  joint: 'ok',
  withdrawn: 'neutral',
} as const;

/** The proposals to bundle: what, why, what each unit says, and what came of it. */
export function Bundles({ title, bundles, ...rest }: Props & { title: string }) {
  const id = useId();
  if (bundles.length === 0) return null;
  return (
    <section aria-labelledby={id} className="bundles">
      <h3 id={id}>{title}</h3>
      <ul className="rows">
        {bundles.map((bundle) => (
          <li key={bundle.bundleId}>
            <One bundle={bundle} {...rest} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ bundle, ...props }: Omit<Props, 'bundles'> & { bundle: ShownBundle }) {
  const text = useText();
  const locale = useLocale();
  const { scheme, result } = props;
  const { state, measure } = bundle;
  const tone = state === 'proposed' ? 'neutral' : tones[state];
  return (
    <>
      <div className="row">
        <b>{bundle.name}</b>
        <span className="end">
          <Badge tone={tone}>{text(`bundle.state.${state}`)}</Badge>
        </span>
      </div>
      <p className="sub">
        {text('bundle.about', {
          goal: `${bundle.goal.code} ${nameOf(bundle.goal, locale)}`,
          date: formatDate(bundle.proposedOn, locale),
        })}
      </p>
      <p>{bundle.reason}</p>
      <Measures scheme={scheme} measures={bundle.parts} />
      {measure ? (
        <p>
          {text('bundle.became')}{' '}
          <Link href={`${planHref({ scheme, document: measure.document })}#measure-${measure.code}`}>
            {bundle.name}
          </Link>
        </p>
      ) : null}
      {bundle.ending ? <p className="sub">{bundle.ending}</p> : null}
      <ul className="ruled">
        {bundle.answers.map((answer) => (
          <li key={answer.unitId}>
            <b>{nameOf(answer.unit, locale)}</b>{' '}
            {answer.answer
              ? text(`bundle.said.${answer.answer}`, { date: formatDate(answer.answeredOn!, locale) })
              : text('bundle.said.none')}
            {answer.reason ? <p className="sub">{answer.reason}</p> : null}
            {answer.mayAnswer ? <AnswerForm bundle={bundle} answer={answer} result={result} /> : null}
          </li>
        ))}
      </ul>
      {props.mayBundle && bundle.status === 'proposed' ? <Ending bundle={bundle} {...props} /> : null}
    </>
  );
}

type FormProps = { bundle: ShownBundle; result: ActionResult | undefined };

function AnswerForm({ bundle, answer, result }: FormProps & { answer: Answer }) {
  const text = useText();
  const id = `${bundle.bundleId} ${answer.unit.code}`;
  return (
    <Disclosure
      summary={text(answer.answer ? 'bundle.answer.again' : 'bundle.answer')}
      open={answer.answer === null || justSent(result, 'answer', id)}
    >
      <ActionForm
        intent="answer"
        id={id}
        result={result}
        hidden={{
          bundle: bundle.bundleId,
          unit: answer.unit.code,
          revision: String(bundle.revision),
        }}
        submit={text('bundle.answer.act')}
      >
        {(wire) => (
          <>
            <Select
              {...wire('answer', answer.answer)}
              label={text('bundle.answer.label')}
              none={text('bundle.answer.choose')}
              options={bundleAnswers.map((one) => ({ value: one, label: text(`bundle.answer.${one}`) }))}
            />
            <TextArea
              {...wire('reason', answer.reason)}
              label={text('bundle.answer.reason')}
              hint={text('bundle.answer.reason.hint')}
              rows={2}
              optional
            />
          </>
        )}
      </ActionForm>
    </Disclosure>
  );
}

function Ending({ bundle, drafts, result }: FormProps & { drafts: Props['drafts'] }) {
  const text = useText();
  const id = bundle.bundleId;
  const common = { id, result, hidden: { revision: String(bundle.revision) } };
  return (
    <>
      {bundle.state === 'ready' ? (
        <Disclosure summary={text('bundle.join')} open={justSent(result, 'join', id)}>
          <p className="sub">{text(drafts.length > 0 ? 'bundle.join.hint' : 'bundle.join.no-draft')}</p>
          {drafts.length > 0 ? (
            <ActionForm {...common} intent="join" submit={text('bundle.join.act')}>
              {(wire) => (
                <>
                  <Select
                    {...wire('document', drafts[0]!.value)}
                    label={text('bundle.join.document')}
                    options={drafts}
                  />
                  <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />
                </>
              )}
            </ActionForm>
          ) : null}
        </Disclosure>
      ) : null}
      <Disclosure summary={text('bundle.withdraw')} open={justSent(result, 'withdraw', id)}>
        <ActionForm {...common} intent="withdraw" submit={text('bundle.withdraw')} kind="danger">
          {(wire) => <TextArea {...wire('reason')} rows={2} />}
        </ActionForm>
      </Disclosure>
    </>
  );
}
