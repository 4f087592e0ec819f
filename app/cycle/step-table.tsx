import { nameOf } from '#app/plan/plan-words.ts';
import { DataTable } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Step } from './cycle.server.ts';
import { ruleWords, yearName } from './cycle-words.ts';
import { comesIn, hasAcademic } from './due-rule.ts';

/** The steps of a cycle as they were laid down: what is due, from whom, when, and in which years. */
export function StepTable({ steps }: { steps: readonly Step[] }) {
  const text = useText();
  const locale = useLocale();
  const ruleOf = (step: Step) => {
    const { key, params } = ruleWords(step.rule);
    if (step.precision === 'month' && step.rule.kind !== 'from') {
      const first = `2024-${String(step.rule.month).padStart(2, '0')}-01`;
      return text('cycle.rule.month', { month: formatDate(first, locale).replace(/^1 | 2024$/g, '') });
    }
    const other = steps.find((one) => one.code === params.step);
    return text(key, {
      ...params,
      step: other ? nameOf(other, locale) : String(params.step ?? ''),
      ...(params.date && {
        date: formatDate(String(params.date), locale).replace(/ 2024$/, ''),
        month: formatDate(String(params.date), locale)
          .replace(/^\d+ /, '')
          .replace(/ 2024$/, ''),
      }),
    });
  };
  const yearsOf = (step: Step) => {
    const { firstYear, lastYear, everyYears } = step;
    const { rule } = step;
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
  return (
    <div className="cycle-steps">
      <DataTable
        caption={text('cycle.steps')}
        note={text('cycle.steps.note')}
        rowHead={text('cycle.steps.step')}
        columns={[
          { key: 'what', head: text('cycle.steps.what'), kind: 'text' },
          { key: 'when', head: text('cycle.steps.when'), kind: 'text' },
          { key: 'years', head: text('cycle.steps.years'), kind: 'text' },
        ]}
        rows={steps.map((step) => ({
          key: step.code,
          head: (
            <>
              {nameOf(step, locale)}
              <small>{locale === 'en' ? step.noteEn : step.noteNl}</small>
              {step.source ? <small>{step.source}</small> : null}
            </>
          ),
          cells: {
            what: <What step={step} />,
            when: <span className="step-what">{ruleOf(step)}</span>,
            years: yearsOf(step),
          },
        }))}
      />
    </div>
  );
}

function What({ step }: { step: Step }) {
  const text = useText();
  const locale = useLocale();
  const kind =
    step.kindNl && step.kindEn ? nameOf({ nameNl: step.kindNl, nameEn: step.kindEn }, locale) : null;
  return (
    <>
      <span className="step-what">{kind ?? text('cycle.what.act')}</span>
      {step.bodyKindNl && step.bodyKindEn ? (
        <small>
          {text('cycle.what.body', {
            right: step.right ?? 'none',
            body: nameOf({ nameNl: step.bodyKindNl, nameEn: step.bodyKindEn }, locale),
          })}
        </small>
      ) : null}
    </>
  );
}
