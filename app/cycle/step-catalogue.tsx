import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Step } from './cycle.server.ts';
import { natureOf } from './plan-picture.ts';
import { useStepWords } from './step-words.tsx';

type Props = { steps: readonly Step[]; levels: readonly string[] };

/** Every instrument, report and meeting by level: how often, with whom, and in what it is used. */
export function Catalogue({ steps, levels }: Props) {
  const text = useText();
  const locale = useLocale();
  const { oftenOf } = useStepWords(steps);
  const list = new Intl.ListFormat(locale);
  const named = new Map(steps.map((step) => [step.code, nameOf(step, locale)]));
  const shown = steps.filter((step) => natureOf(step) !== 'task');
  const rows = levels.toReversed().flatMap((level): TableRow[] => {
    const own = shown.filter((step) => levels.find((one) => step.unitKinds.includes(one)) === level);
    if (own.length === 0) return [];
    return [
      { key: `level ${level}`, kind: 'group', head: text('monitoring.level', { level }), cells: {} },
      ...own.map((step) => row(step)),
    ];
  });
  function row(step: Step): TableRow {
    const also = locale === 'en' ? step.alsoEn : step.alsoNl;
    const note = locale === 'en' ? step.noteEn : step.noteNl;
    return {
      key: step.code,
      head: (
        <span id={`step-${step.code}`}>
          {nameOf(step, locale)} {step.regular ? <Badge>{text('monitoring.regular')}</Badge> : null}
          {note ? <small>{note}</small> : null}
          {step.source ? <small>{step.source}</small> : null}
        </span>
      ),
      cells: {
        kind: text(`plan.nature.${natureOf(step)}`),
        often: <span className="step-what">{oftenOf(step)}</span>,
        who: (
          <>
            <With step={step} />
            {also ? <small>{also}</small> : null}
            {step.questions > 0 ? (
              <small>{text('monitoring.questions', { count: step.questions })}</small>
            ) : null}
            {step.connects.length > 0 ? (
              <small>
                {text('monitoring.sits', {
                  level: list.format(step.connects.map((level) => text('monitoring.level', { level }))),
                })}
              </small>
            ) : null}
          </>
        ),
        used: list.format(step.feeds.map((code) => named.get(code) ?? code)),
      },
    };
  }
  return (
    <div className="cycle-steps">
      <DataTable
        caption={text('monitoring.catalogue')}
        note={text('monitoring.catalogue.note')}
        rowHead={text('cycle.steps.step')}
        columns={[
          { key: 'kind', head: text('monitoring.kind'), kind: 'text' },
          { key: 'often', head: text('monitoring.often'), kind: 'text' },
          { key: 'who', head: text('cycle.steps.what'), kind: 'text' },
          { key: 'used', head: text('monitoring.used'), kind: 'text' },
        ]}
        rows={rows}
      />
    </div>
  );
}

/** The document and the body with its right, as far as the step has them. */
function With({ step }: { step: Step }) {
  const text = useText();
  const locale = useLocale();
  const pair = (nl: string | null, en: string | null) =>
    nl && en ? nameOf({ nameNl: nl, nameEn: en }, locale) : null;
  const kind = step.product ? text(`cycle.product.${step.product}`) : pair(step.kindNl, step.kindEn);
  const body = pair(step.bodyKindNl, step.bodyKindEn);
  return (
    <>
      {kind ? <span className="step-what">{kind}</span> : null}
      {body ? (
        <span className="step-what">{text('cycle.what.body', { right: step.right ?? 'none', body })}</span>
      ) : null}
    </>
  );
}
