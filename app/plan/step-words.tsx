import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { type Text, useLocale, useText } from '#app/ui/text.tsx';
import type { Named } from './plan-part.server.ts';
import type { Step } from './step.ts';

/** When a step is, in words; empty without a year. */
export function stepYears({ firstYear, lastYear, due }: Step): string {
  if (firstYear === null || lastYear === null) return due;
  const years = firstYear === lastYear ? String(firstYear) : `${firstYear}–${lastYear}`;
  return due === '' ? years : `${years}, ${due}`;
}

/** A measurable target in words; empty when there is nothing to count. */
export function stepTarget(text: Text, { comparator, targetMilli, targetUnit }: Step): string {
  if (comparator === null || targetMilli === null) return '';
  return text('step.target', {
    comparator: comparator.replace('-', ''),
    number: targetMilli / 1000,
    unit: targetUnit,
  });
}

/** The name of the unit of a step; empty when it is for all. */
export function stepUnit(step: Step, units: readonly Named[], locale: Locale): string {
  if (step.unit === null) return '';
  const unit = units.find((one) => one.code === step.unit);
  return unit ? nameOf(unit, locale) : step.unit;
}

/** One step as it is read: what it is, when and for whom, what happens, and what can be counted. */
export function StepText({ step, units }: { step: Step; units: readonly Named[] }) {
  const text = useText();
  const locale = useLocale();
  const about = [stepYears(step), stepUnit(step, units, locale)].filter(Boolean).join(' · ');
  const target = stepTarget(text, step);
  return (
    <>
      <span className="step-about">
        <b>{text(`step.kind.${step.kind}`)}</b> {about}
      </span>
      <span className="step-text">{step.text}</span>
      {target ? <span className="step-target">{target}</span> : null}
    </>
  );
}
