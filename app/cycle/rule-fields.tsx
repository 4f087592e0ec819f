import { codeOptions } from '#app/identity/choice.ts';
import { Checkbox } from '#app/ui/choice.tsx';
import { Select, TextField } from '#app/ui/form.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { StepFieldsProps } from './step-fields.tsx';

type Props = StepFieldsProps & { part: 'rule' | 'starts' | 'meets' };

const ruleKinds = ['day', 'week', 'from', 'months', 'weekly', 'agreed'] as const;

/** When it is due. The fields of the other kinds of rule are hidden by the style sheet, without script. */
export function RuleFields({ wire, step, choices, part }: Props) {
  const text = useText();
  const locale = useLocale();
  const rule = step?.[part];
  const at = rule && 'year' in rule ? rule : null;
  const inWeek = at && 'weekday' in at ? at : null;
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
          options={named('kind', part === 'rule' ? ruleKinds : ruleKinds.slice(0, 5))}
          {...(part !== 'rule' && { none: text(`steps.when.${part}.none`), optional: true })}
        />
        <div className="rule-day rule-week rule-months rule-weekly">
          <Select
            {...own('year', at?.year ?? 'calendar')}
            options={named('year', ['calendar', 'academic'])}
          />
          <TextField {...own('offset', at?.offset ?? 0)} width="short" inputMode="numeric" />
        </div>
        <div className="rule-day rule-week rule-weekly">
          <Select {...own('month', at && 'month' in at ? at.month : 1)} options={months} />
        </div>
        <div className="rule-day">
          <TextField {...own('day', rule?.kind === 'day' ? rule.day : 1)} width="short" inputMode="numeric" />
          <Checkbox {...beforeWire} defaultChecked={before !== ''} />
        </div>
        <div className="rule-months">
          <TextField
            {...own('months', rule?.kind === 'months' ? rule.months.join(', ') : '')}
            hint={text('steps.rule.months.hint')}
            optional
          />
          <TextField
            {...own('onDay', rule?.kind === 'months' ? rule.day : null)}
            hint={text('steps.rule.onDay.hint')}
            width="short"
            inputMode="numeric"
            optional
          />
        </div>
        <div className="rule-weekly">
          <Select {...own('through', rule?.kind === 'weekly' ? rule.through : 12)} options={months} />
          <TextField
            {...own('every', rule?.kind === 'weekly' ? rule.every : 1)}
            width="short"
            inputMode="numeric"
          />
        </div>
        <div className="rule-week rule-months">
          <Select
            {...own('nth', inWeek && 'nth' in inWeek ? inWeek.nth : 1)}
            options={named('nth', [1, 2, 3, 4])}
          />
        </div>
        <div className="rule-week rule-months rule-weekly">
          <Select
            {...own('weekday', inWeek ? inWeek.weekday : 5)}
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
