import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { toPlainTextLines } from './measure-words.ts';
import { Remarks } from './place-remarks.tsx';
import type { Plan } from './plan.server.ts';
import { remarkQuery } from './plan-words.ts';
import { StepText } from './step-words.tsx';
import { unitsOf } from './unit-choice.ts';

/** The measures of a plan as they are read, theme by theme. `edit` is the plan's address in a draft. */
export function MeasureList({ plan, edit }: { plan: Plan; edit: string | null }) {
  const locale = useLocale();
  const rootOf = (node: string) => plan.nodes.find((one) => one.theme && one.code === node)?.root ?? node;
  return plan.themes.map((theme) => {
    const measures = plan.measures.filter((measure) => rootOf(measure.node) === theme.code);
    if (measures.length === 0) return null;
    return (
      <div key={theme.code} className="measures">
        <h3>
          <SeriesKey series={theme.series} />
          {nameOf(theme, locale)}
        </h3>
        <ul className="ruled">
          {measures.map((measure) => (
            <Measure key={measure.code} plan={plan} measure={measure} edit={edit} />
          ))}
        </ul>
      </div>
    );
  });
}

type MeasureProps = { plan: Plan; measure: Plan['measures'][number]; edit: string | null };

function Measure({ plan, measure, edit }: MeasureProps) {
  const text = useText();
  const locale = useLocale();
  const ambitions = measure.ambitions.map((key) => {
    const node = plan.nodes.find((one) => `${one.framework}/${one.code}` === key);
    return node ? nameOf(node, locale) : key;
  });
  const facts = [
    [text('measure.owner'), measure.owner],
    [text('measure.period'), `${measure.firstYear}–${measure.lastYear}`],
    [text('measure.targetGroup'), measure.targetGroup],
    [text('measure.ambitions'), ambitions.join(', ')],
  ].filter(([, value]) => value);
  return (
    <li id={`measure-${measure.code}`} className="measure">
      <div className="measure-head">
        <h4>{measure.name}</h4>
        <Badge>{text(`measure.additionality.${measure.additionality}`)}</Badge>
        {edit === null ? null : (
          <Link href={`${edit}/measures/${measure.code}`}>
            {text('plan.section.edit')}
            <span className="visually-hidden">: {measure.name}</span>
          </Link>
        )}
      </div>
      {toPlainTextLines(measure.description).map((line) => (
        <p key={line} className="said">
          {line}
        </p>
      ))}
      <dl className="measure-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {measure.steps.length > 0 ? (
        <ol className="steps">
          {measure.steps.map((step) => (
            <li key={step.code}>
              <StepText step={step} units={unitsOf(plan)} />
            </li>
          ))}
        </ol>
      ) : null}
      <Remarks
        place={`measure-${measure.code}`}
        about={remarkQuery({ kind: 'measure', measure: measure.code })}
        title={measure.name}
      />
    </li>
  );
}
