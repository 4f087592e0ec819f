import { useState } from 'react';
import { Form, useNavigation } from 'react-router';
import type { ActionResult } from '#app/identity/action.ts';
import { ProblemSummary, useFieldError } from '#app/plan/reason.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { FormActions, Select, TextArea, TextField } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useText } from '#app/ui/text.tsx';
import type { IntakeFrame } from './intake-hub.ts';
import type { RulePatterns } from './intake-rule.ts';
import type { IntakeRule, Tally } from './intake-settle.ts';

export type RuleShown = IntakeRule & { catches: Tally };

/** What a rule looks at, in words: `kostenplaats 4711*, rekening 40000-40999`. */
export function useRuleWords(): (rule: RulePatterns) => string {
  const text = useText();
  return ({ costCentre, account, contains, fromMonth, throughMonth }) =>
    [
      costCentre && text('intake.rule.cost-centre', { value: costCentre }),
      account && text('intake.rule.account', { value: account }),
      contains && text('intake.rule.contains', { value: contains }),
      fromMonth && text('intake.rule.from', { value: fromMonth }),
      throughMonth && text('intake.rule.through', { value: throughMonth }),
    ]
      .filter(Boolean)
      .join(', ');
}

/** What a rule does, in words: the measure with its part, kind of cost and fund, or why rows stay out. */
export function useRuleTarget(frame: IntakeFrame): (rule: IntakeRule) => string {
  const text = useText();
  return (rule) => {
    if (rule.outcome === 'exclude') return text('intake.rule.out', { reason: rule.reason });
    const value = rule.measureId === null ? `theme:${rule.node}` : `measure:${rule.measureId}`;
    const what = frame.targets.find((one) => one.value === value)?.label;
    const kind = rule.costKind.toLowerCase() === rule.component.toLowerCase() ? '' : rule.costKind;
    const fund = frame.funds.find((one) => one.code === rule.fund)?.name;
    return [what ?? text('intake.rule.gone'), rule.component, kind, fund].filter(Boolean).join(' · ');
  };
}

/** A new rule, with what the address says of it already. */
export function blankRule(search: URLSearchParams): Omit<IntakeRule, 'ruleId' | 'number' | 'revision'> {
  const given = (name: string) => (search.get(name) ?? '').slice(0, 200);
  return {
    ...{ costCentre: given('costCentre'), account: given('account'), contains: given('contains') },
    ...{ fromMonth: null, throughMonth: null, outcome: 'book', measureId: null, node: null, fund: null },
    ...{ unit: null, component: '', costKind: '', reason: '' },
  };
}

type Props = {
  frame: IntakeFrame;
  start: ReturnType<typeof blankRule>;
  editing: RuleShown | null;
  result: ActionResult | undefined;
};

/** One rule: what it looks at, and what it does with it. */
export function RuleForm({ frame, start, editing, result }: Props) {
  const text = useText();
  const busy = useNavigation().formData?.get('intent') === 'save';
  const mine = result?.intent === 'save' && result.key === (editing?.ruleId ?? '') ? result : null;
  const problem = mine && 'problem' in mine ? mine.problem : null;
  const typed = mine && 'typed' in mine ? mine.typed : null;
  const errorAt = useFieldError(problem);
  const [outcome, setOutcome] = useState(typed?.outcome ?? start.outcome);
  const target = start.node ? `theme:${start.node}` : start.measureId ? `measure:${start.measureId}` : '';
  const field = (name: string, stands: string | null) => ({
    ...{ name, id: name, defaultValue: typed?.[name] ?? stands ?? '', error: errorAt(name) },
    label: text(`intake.rule.field.${name}`),
  });
  const here = `/schemes/${frame.scheme.code}/realisation/${frame.unit.code}/${frame.year}/intake/rules`;
  return (
    <section aria-labelledby="rule" className="intake-section">
      <h3 id="rule">
        {editing ? text('intake.rule.change', { number: editing.number }) : text('intake.rule.new')}
      </h3>
      <ProblemSummary problem={problem} />
      {mine && 'done' in mine ? <Notice tone="ok" live title={text('intake.rule.saved')} /> : null}
      <Form method="post" preventScrollReset className="intake-rule">
        <input type="hidden" name="key" value={editing?.ruleId ?? ''} />
        {editing ? <input type="hidden" name="revision" value={editing.revision} /> : null}
        <p className="realisation-quiet">{text('intake.rule.patterns')}</p>
        <div className="intake-fields">
          <TextField {...field('costCentre', start.costCentre)} optional maxLength={120} />
          <TextField {...field('account', start.account)} optional maxLength={120} />
          <TextField {...field('contains', start.contains)} optional maxLength={200} />
          <TextField
            {...field('fromMonth', start.fromMonth)}
            optional
            pattern="\d{4}-\d{2}"
            placeholder="2025-01"
          />
          <TextField
            {...field('throughMonth', start.throughMonth)}
            optional
            pattern="\d{4}-\d{2}"
            placeholder="2025-12"
          />
        </div>
        <div
          onChange={(event) => {
            const { name, value } = event.target as HTMLInputElement;
            if (name === 'outcome') setOutcome(value);
          }}
        >
          <Radios
            label={text('intake.rule.outcome')}
            name="outcome"
            defaultValue={outcome}
            options={(['book', 'exclude'] as const).map((value) => ({
              value,
              label: text(`intake.rule.outcome.${value}`),
            }))}
          />
        </div>
        {outcome === 'exclude' ? (
          <TextArea {...field('reason', start.reason)} rows={3} maxLength={1000} />
        ) : (
          <div className="intake-fields">
            <Select
              {...field('target', target)}
              none={text('intake.bucket.choose')}
              options={frame.targets.map((one) => ({
                ...one,
                group: one.group || text('intake.target.themes'),
              }))}
            />
            <Select
              {...field('fund', start.fund ?? frame.ownFund)}
              options={frame.funds.map((one) => ({ value: one.code, label: one.name }))}
            />
            <TextField {...field('component', start.component)} optional maxLength={120} />
            <TextField {...field('costKind', start.costKind)} optional maxLength={120} />
            {frame.units.length > 1 ? (
              <Select
                {...field('unit', start.unit)}
                optional
                none={frame.unit.name}
                options={frame.units
                  .filter((one) => one.code !== frame.unit.code)
                  .map((one) => ({ value: one.code, label: one.name }))}
              />
            ) : null}
          </div>
        )}
        <FormActions>
          <Button kind="primary" name="intent" value="save" busy={busy}>
            {text('intake.rule.save')}
          </Button>
          {editing ? <ButtonLink href={here}>{text('intake.rule.cancel')}</ButtonLink> : null}
        </FormActions>
      </Form>
    </section>
  );
}
