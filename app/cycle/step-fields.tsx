import type { Wire } from '#app/identity/action-form.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { Checkbox } from '#app/ui/choice.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Step } from './cycle.server.ts';
import type { StepChoices } from './step-form.server.ts';

type Props = { wire: Wire; step?: Step; choices: StepChoices };

/** What a step is, of whom it asks it, and when. */
export function StepFields({ wire, step, choices }: Props) {
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
    </>
  );
}

/** When it is due. The fields of the other kinds of rule are hidden by the style sheet, without script. */
function RuleFields({ wire, step, choices, part }: Props & { part: 'rule' | 'starts' | 'meets' }) {
  const text = useText();
  const locale = useLocale();
  const rule = step?.[part];
  const at = rule && rule.kind !== 'from' ? rule : null;
  const own = (name: string, stands?: string | number | null) => ({
    ...wire(`${part}.${name}`, stands),
    label: text(`steps.rule.${name}`),
  });
  const named = (name: string, values: readonly (string | number)[]) =>
    values.map((value) => ({ value: String(value), label: text(`steps.rule.${name}.${value}`) }));
  const months = Array.from({ length: 12 }, (_, i) => ({
    value: String(i + 1),
    label: formatDate(`2024-${String(i + 1).padStart(2, '0')}-01`, locale).replace(/^1 | 2024$/g, ''),
  }));
  const { defaultValue: before, ...beforeWire } = own(
    'before',
    rule?.kind === 'day' && rule.before ? 'on' : '',
  );
  return (
    <fieldset className="field cycle-rule">
      <legend className="field-label">{text(`steps.when.${part}`)}</legend>
      <div className="pair">
        <Select
          {...own('kind', rule?.kind ?? (part === 'rule' ? 'day' : ''))}
          options={named('kind', ['day', 'week', 'from'])}
          {...(part !== 'rule' && { none: text(`steps.when.${part}.none`), optional: true })}
        />
        <div className="rule-day rule-week">
          <Select
            {...own('year', at?.year ?? 'calendar')}
            options={named('year', ['calendar', 'academic'])}
          />
          <TextField {...own('offset', at?.offset ?? 0)} width="short" inputMode="numeric" />
          <Select {...own('month', at?.month ?? 1)} options={months} />
        </div>
        <div className="rule-day">
          <TextField {...own('day', rule?.kind === 'day' ? rule.day : 1)} width="short" inputMode="numeric" />
          <Checkbox {...beforeWire} defaultChecked={before !== ''} />
        </div>
        <div className="rule-week">
          <Select
            {...own('nth', rule?.kind === 'week' ? rule.nth : 1)}
            options={named('nth', [1, 2, 3, 4])}
          />
          <Select
            {...own('weekday', rule?.kind === 'week' ? rule.weekday : 5)}
            options={named('weekday', [1, 2, 3, 4, 5, 6, 7])}
          />
        </div>
        <div className="rule-from">
          <Select
            {...own('step', rule?.kind === 'from' ? rule.step : null)}
            options={codeOptions(
              locale,
              choices.steps.filter((one) => part !== 'rule' || one.code !== step?.code),
            )}
            none={text('steps.nobody')}
            optional
          />
          <TextField
            {...own('count', rule?.kind === 'from' ? rule.count : 0)}
            hint={text('steps.rule.count.hint')}
            width="short"
          />
          <Select
            {...own('unit', rule?.kind === 'from' ? rule.unit : 'week')}
            options={named('unit', ['day', 'week'])}
          />
        </div>
      </div>
    </fieldset>
  );
}
