import { nameOf } from '#app/kernel/name.ts';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Step } from './cycle.server.ts';
import { ruleWords, yearName } from './cycle-words.ts';
import { comesIn, hasAcademic } from './due-rule.ts';

/** How often and when a step comes, and in which years, in the reader's words. */
export function useStepWords(steps: readonly Step[]) {
  const text = useText();
  const locale = useLocale();
  const monthOf = (date: string) => formatDate(date, locale).replace(/^\d+ | 2024$/g, '');
  const ruleOf = (step: Step) => {
    const { key, params, months } = ruleWords(step.rule);
    const date = params.date === undefined ? null : String(params.date);
    if (step.precision === 'month' && date !== null)
      return text('cycle.rule.month', { month: monthOf(date) });
    const other = steps.find((one) => one.code === params.step);
    const named = months?.map(monthOf) ?? [];
    return text(key, {
      ...params,
      step: other ? nameOf(other, locale) : String(params.step ?? ''),
      months: new Intl.ListFormat(locale).format(named),
      first: named[0] ?? '',
      last: named.at(-1) ?? '',
      loose: String(step.precision === 'month'),
      ...(date && { date: formatDate(date, locale).replace(/ 2024$/, ''), month: monthOf(date) }),
    });
  };
  /** As the source puts it, or else as the rule does. */
  const oftenOf = (step: Step) => {
    const said = locale === 'en' ? step.frequencyEn : step.frequencyNl;
    if (said) return said;
    const often = ruleOf(step);
    return step.everyYears === 1 ? often : text('cycle.every-years', { years: step.everyYears, often });
  };
  const yearsOf = (step: Step) => {
    const { firstYear, lastYear, everyYears, rule } = step;
    const counted = rule.kind === 'from' ? steps.find((one) => one.code === rule.step)?.rule : rule;
    // a step that counts in calendar years is not called after an academic one
    const academic = counted !== undefined && hasAcademic([counted]);
    if (everyYears === 1) {
      return firstYear === lastYear
        ? yearName(firstYear, academic)
        : text('cycle.steps.every', {
            first: yearName(firstYear, academic),
            last: yearName(lastYear, academic),
          });
    }
    return Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i)
      .filter((year) => comesIn(step, year))
      .map((year) => yearName(year, academic))
      .join(', ');
  };
  return { ruleOf, oftenOf, yearsOf };
}
