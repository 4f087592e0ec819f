import { Form } from 'react-router';
import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent, type Wire } from '#app/identity/action-form.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Named } from './plan-part.server.ts';
import { comparators, type Step, stepKinds } from './step.ts';
import { StepText } from './step-words.tsx';

type Props = { steps: readonly Step[]; units: readonly Named[]; result: ActionResult | undefined };

/** The steps of a measure in a draft: add, change, order, take out; each is a form of its own. */
export function StepList({ steps, units, result }: Props) {
  const text = useText();
  return (
    <section id="steps">
      <h2>{text('steps.title')}</h2>
      <p className="sub">{text('steps.lead')}</p>
      {steps.length === 0 ? <p className="quiet">{text('steps.none')}</p> : null}
      <ol className="steps steps-edit">
        {steps.map((step, index) => (
          <li key={step.code} id={`step-${step.code}`}>
            <div className="step-line">
              <div>
                <StepText step={step} units={units} />
              </div>
              <div className="step-acts">
                <Move step={step} direction="up" off={index === 0} />
                <Move step={step} direction="down" off={index === steps.length - 1} />
              </div>
            </div>
            <Disclosure
              summary={
                <>
                  {text('admin.change')}
                  <span className="visually-hidden">: {step.text}</span>
                </>
              }
              open={justSent(result, 'step', step.code)}
            >
              <StepForm step={step} units={units} result={result} />
              <ActionForm
                intent="step.remove"
                id={step.code}
                result={result}
                hidden={{ part: step.code, revision: String(step.revision) }}
                submit={text('admin.remove')}
                kind="danger"
                inline
              />
            </Disclosure>
          </li>
        ))}
      </ol>
      <Disclosure summary={text('step.add')} open={justSent(result, 'step')}>
        <StepForm step={null} units={units} result={result} />
      </Disclosure>
    </section>
  );
}

type MoveProps = { step: Step; direction: 'up' | 'down'; off: boolean };

function Move({ step, direction, off }: MoveProps) {
  const text = useText();
  if (off) return null;
  return (
    <Form method="post" preventScrollReset>
      <HiddenFields fields={{ intent: 'step.move', key: step.code, part: step.code, direction }} />
      <Button kind="quiet" small>
        {text(`step.${direction}`)}
        <span className="visually-hidden">: {step.text}</span>
      </Button>
    </Form>
  );
}

function StepForm({ step, units, result }: Omit<Props, 'steps'> & { step: Step | null }) {
  const text = useText();
  const code = step?.code ?? '';
  const conflict =
    justSent(result, 'step', code) && result && 'problem' in result && result.problem.code === 'conflict'
      ? result.problem
      : null;
  const theirs = conflict?.params.theirs ? (JSON.parse(String(conflict.params.theirs)) as Step) : null;
  const revision = conflict ? Number(conflict.params.revision) : (step?.revision ?? 0);
  return (
    <>
      {theirs ? (
        <Notice tone="warn" title={text('step.theirs')}>
          <p className="steps">
            <StepText step={theirs} units={units} />
          </p>
        </Notice>
      ) : null}
      <ActionForm
        intent="step"
        id={code}
        result={result}
        hidden={{ part: code, revision: String(revision) }}
        submit={text(step ? 'admin.save' : 'admin.add')}
      >
        {(wire) => <StepFields wire={wire} step={step} units={units} />}
      </ActionForm>
    </>
  );
}

function StepFields(props: { wire: Wire; step: Step | null; units: readonly Named[] }) {
  const text = useText();
  const locale = useLocale();
  const { wire, step, units } = props;
  const target = step?.targetMilli === null || step === null ? '' : (step.targetMilli / 1000).toString();
  return (
    <>
      <Select
        {...wire('kind', step?.kind ?? 'milestone')}
        label={text('field.step-kind')}
        options={stepKinds.map((kind) => ({
          value: kind,
          label: `${text(`step.kind.${kind}`)}: ${text(`step.kind.${kind}.hint`)}`,
        }))}
      />
      <TextArea {...wire('text', step?.text)} label={text('field.step-text')} rows={2} />
      <div className="step-fields">
        <TextField {...wire('firstYear', step?.firstYear)} inputMode="numeric" width="short" optional />
        <TextField {...wire('lastYear', step?.lastYear)} inputMode="numeric" width="short" optional />
        <TextField {...wire('due', step?.due)} optional />
      </div>
      <Select
        {...wire('unit', step?.unit)}
        label={text('field.step-unit')}
        options={units.map((unit) => ({ value: unit.code, label: nameOf(unit, locale) }))}
        none={text('step.all-units')}
        optional
      />
      <fieldset className="field">
        <legend className="field-label">{text('step.target.legend')}</legend>
        <p className="field-hint">{text('step.target.hint')}</p>
        <div className="step-fields">
          <Select
            {...wire('comparator', step?.comparator)}
            options={comparators.map((one) => ({ value: one, label: text(`step.comparator.${one}`) }))}
            none={text('step.target.none')}
            optional
          />
          <TextField
            {...wire('target', locale === 'nl' ? target.replace('.', ',') : target)}
            inputMode="decimal"
            width="short"
            optional
          />
          <TextField {...wire('targetUnit', step?.targetUnit)} optional />
        </div>
      </fieldset>
    </>
  );
}
