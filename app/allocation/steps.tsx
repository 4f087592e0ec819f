import { formatAmount } from '#app/kernel/amount-format.ts';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { Trace } from '#app/ui/trace.tsx';
import type { Names } from './names.tsx';
import type { Rule } from './rule.ts';
import type { Reasons, Step } from './step.ts';

type Props = { reasons: Reasons; rules: readonly Rule[]; names: Names };

/** The steps behind one amount, in the order of the rules, each with its sentence and what it did. */
export function Steps({ reasons, rules, names }: Props) {
  const text = useText();
  const locale = useLocale();
  const amount = reasons.steps.at(-1)?.after ?? 0;
  return (
    <Trace
      subject={`${names.receiver(reasons)} · ${reasons.year}`}
      figure={text('allocation.euro', { amount: formatAmount(amount, 'eur2', locale) })}
      verdict={{ tone: 'ok', text: text('allocation.steps.sum', { count: reasons.steps.length }) }}
      unit="eur2"
      steps={reasons.steps.map((step, i) => ({
        key: String(i),
        title: <StepTitle step={step} rules={rules} />,
        value: step.delta,
        reason: <StepReason step={step} rules={rules} names={names} />,
      }))}
    />
  );
}

function StepTitle({ step, rules }: { step: Step; rules: readonly Rule[] }) {
  const text = useText();
  const rule = step.rule === null ? undefined : rules[step.rule];
  if (!rule || step.rule === null) return text('allocation.step.start');
  return text('allocation.step.rule', { number: step.rule + 1, kind: text(`allocation.kind.${rule.kind}`) });
}

function StepReason({ step, rules, names }: { step: Step; rules: readonly Rule[]; names: Names }) {
  const say = useStepWords(names);
  const note = step.rule === null ? undefined : rules[step.rule]?.note;
  return (
    <>
      {say(step)}
      {note ? <span className="sub"> {note}</span> : null}
    </>
  );
}

/** What one step did, as a sentence. */
export function useStepWords(names: Names): (step: Step) => string {
  const text = useText();
  const locale = useLocale();
  return ({ kind, params }) => {
    const { definition, date } = params;
    return text(`allocation.step.${kind}`, {
      ...params,
      ...(typeof definition === 'string' && { definition: names.definition(definition) }),
      ...(typeof date === 'string' && { date: formatDate(date, locale) }),
    });
  };
}
