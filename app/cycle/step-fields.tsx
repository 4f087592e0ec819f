import type { Wire } from '#app/identity/action-form.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { Checkbox } from '#app/ui/choice.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Step } from './cycle.server.ts';
import { products } from './moment.ts';
import { natures } from './plan-picture.ts';
import { RuleFields } from './rule-fields.tsx';
import type { StepChoices } from './step-form.server.ts';
import { printTopics } from './topic-text.ts';

export type StepFieldsProps = { wire: Wire; step?: Step; choices: StepChoices };

/** What a step is, of whom it asks it, and when. */
export function StepFields({ wire, step, choices }: StepFieldsProps) {
  const text = useText();
  const locale = useLocale();
  const own = (name: string, stands?: string | number | null) => ({
    ...wire(name, stands),
    label: text(`steps.${name}`),
  });
  const number = (name: string, stands: number | undefined) => (
    <TextField {...own(name, stands)} width="short" inputMode="numeric" />
  );
  const rights = ['consent', 'advice', 'approval', 'discussion', 'information'];
  return (
    <>
      {step ? null : <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />}
      <div className="pair">
        <TextField {...wire('nameNl', step?.nameNl)} />
        <TextField {...wire('nameEn', step?.nameEn)} />
        <TextField {...own('unitKinds', step?.unitKinds.join(', '))} hint={text('steps.unitKinds.hint')} />
        <Select
          {...own('kind', step?.kind)}
          options={codeOptions(locale, choices.kinds)}
          none={text('cycle.what.act')}
          optional
        />
        <Select
          {...own('product', step?.product)}
          options={products.map((one) => ({ value: one, label: text(`cycle.product.${one}`) }))}
          none={text('steps.nobody')}
          optional
        />
        <Select
          {...own('body.kind', step?.bodyKind)}
          options={codeOptions(locale, choices.bodyKinds)}
          none={text('steps.nobody')}
          optional
        />
        <Select
          {...own('body.at', step?.bodyAt ?? 'unit')}
          options={['unit', 'institution'].map((at) => ({ value: at, label: text(`steps.at.${at}`) }))}
        />
        <Select
          {...own('right', step?.right)}
          options={rights.map((right) => ({ value: right, label: text(`right.${right}`) }))}
          none={text('steps.no-right')}
          optional
        />
        <Select
          {...own('role', step?.role)}
          options={codeOptions(locale, choices.roles)}
          none={text('steps.nobody')}
          optional
        />
        {number('covers', step?.covers ?? 0)}
        <Select
          {...own('counts', step?.counts ?? 'period')}
          options={['period', 'submitted'].map((one) => ({ value: one, label: text(`steps.counts.${one}`) }))}
        />
      </div>
      <RuleFields wire={wire} step={step} choices={choices} part="rule" />
      <div className="pair">
        <Select
          {...own('precision', step?.precision ?? 'day')}
          options={['day', 'month'].map((one) => ({ value: one, label: text(`steps.precision.${one}`) }))}
        />
        <TextField
          {...own('milestone', step?.milestone)}
          hint={text('steps.milestone.hint')}
          width="short"
          inputMode="numeric"
          optional
        />
      </div>
      <RuleFields wire={wire} step={step} choices={choices} part="starts" />
      <RuleFields wire={wire} step={step} choices={choices} part="meets" />
      <div className="pair">
        {number('firstYear', step?.firstYear)}
        {number('lastYear', step?.lastYear)}
        {number('everyYears', step?.everyYears ?? 1)}
        <TextField {...wire('source', step?.source)} optional />
      </div>
      {(['partsNl', 'partsEn', 'alsoNl', 'alsoEn'] as const).map((name) => (
        <TextArea key={name} {...own(name, step?.[name])} rows={2} optional />
      ))}
      <TextArea {...own('noteNl', step?.noteNl)} rows={2} optional />
      <TextArea {...own('noteEn', step?.noteEn)} rows={2} optional />
      <PictureFields wire={wire} step={step} choices={choices} />
    </>
  );
}

/** What it is in the monitoring plan: how it is drawn there, and what returns on the agenda of its meetings. */
function PictureFields({ wire, step, choices }: StepFieldsProps) {
  const text = useText();
  const locale = useLocale();
  const own = (name: string, stands?: string | number | null) => ({
    ...wire(name, stands),
    label: text(`steps.${name}`),
  });
  const { defaultValue: regular, ...regularWire } = own('regular', step?.regular ? 'on' : '');
  const feeds = own('feeds[]', step?.feeds.join(','));
  return (
    <fieldset className="field cycle-rule">
      <legend className="field-label">{text('steps.picture')}</legend>
      <div className="pair">
        <Select
          {...own('nature', step?.nature)}
          options={natures.map((one) => ({ value: one, label: text(`plan.nature.${one}`) }))}
          none={text('steps.nature.none')}
          optional
        />
        <TextField
          {...own('connects', step?.connects.join(', '))}
          hint={text('steps.connects.hint')}
          optional
        />
        <TextField {...own('frequencyNl', step?.frequencyNl)} hint={text('steps.frequency.hint')} optional />
        <TextField {...own('frequencyEn', step?.frequencyEn)} optional />
      </div>
      <Checkbox {...regularWire} defaultChecked={regular !== ''} />
      <Select
        {...feeds}
        label={text('steps.feeds')}
        multiple
        size={6}
        defaultValue={feeds.defaultValue.split(',').filter(Boolean)}
        options={codeOptions(
          locale,
          choices.steps.filter((one) => one.code !== step?.code),
        )}
        optional
      />
      <TextArea
        {...own('topics', step && printTopics(step.topics))}
        hint={text('steps.topics.hint')}
        rows={3}
        optional
      />
    </fieldset>
  );
}
