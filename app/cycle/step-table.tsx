import { nameOf } from '#app/kernel/name.ts';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Step } from './cycle.server.ts';
import { useStepWords } from './step-words.tsx';

/** The steps of a cycle as they were laid down: what is due, from whom, when, and in which years. */
export function StepTable({ steps }: { steps: readonly Step[] }) {
  const text = useText();
  const locale = useLocale();
  const { ruleOf, yearsOf } = useStepWords(steps);
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
      <span className="step-what">
        {kind ??
          text(
            step.product
              ? `cycle.product.${step.product}`
              : step.nature
                ? `plan.nature.${step.nature}`
                : 'cycle.what.act',
          )}
      </span>
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
