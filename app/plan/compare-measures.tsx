import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { Diff } from './diff.tsx';
import { StepText } from './step-words.tsx';
import type { MeasureComparison, MeasureField } from './text-comparison.ts';
import type { VersionComparison } from './version-comparison.server.ts';
import { compareWords } from './word-diff.ts';

type Props = { comparison: VersionComparison; names: { before: string; after: string } };

/** Measures that are new, stopped or changed, with the fields that are not the same. */
export function CompareMeasures({ comparison, names }: Props) {
  const text = useText();
  const { measures, themes } = comparison;
  if (measures.length === 0) return null;
  const changed = measures.filter((measure) => measure.kind !== 'same');
  const same = measures.length - changed.length;
  return (
    <section id="measures" className="compared" aria-labelledby="measures-head">
      <h2 id="measures-head">{text('plan.measures')}</h2>
      {changed.length === 0 ? <p>{text('compare.measures.none')}</p> : null}
      {changed.map((measure) => (
        <article key={measure.code} className="compared-measure">
          <div className="row">
            <h3>
              <SeriesKey series={seriesOf(measure)} />
              {measure.name}
            </h3>
            <Badge tone={measure.kind === 'stopped' ? 'warn' : measure.kind === 'new' ? 'ok' : 'accent'}>
              {text(`compare.kind.${measure.kind}`)}
            </Badge>
          </div>
          {measure.fields.length > 0 ? (
            <Fields measure={measure} comparison={comparison} names={names} />
          ) : null}
          <Steps measure={measure} units={comparison.units} />
        </article>
      ))}
      {same > 0 && changed.length > 0 ? (
        <p className="sub">{text('compare.measures.same', { same })}</p>
      ) : null}
    </section>
  );

  function seriesOf(measure: MeasureComparison): number {
    return themes.find((theme) => theme.code === measure.node)?.series ?? 0;
  }
}

function Fields({ measure, comparison, names }: Props & { measure: MeasureComparison }) {
  const text = useText();
  const words = useFieldWords(comparison);
  return (
    <dl className="compared-fields">
      {measure.fields.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{text(`measure.${field}`)}</dt>
          {field === 'description' ? (
            <dd>
              <Diff pieces={compareWords(before, after)} />
            </dd>
          ) : (
            <>
              <dd>
                <small>{names.before}</small>
                {before === '' ? (
                  <span className="quiet">{text('compare.nothing')}</span>
                ) : (
                  words(field, before)
                )}
              </dd>
              <dd>
                <small>{names.after}</small>
                {after === '' ? (
                  <span className="quiet">{text('compare.nothing')}</span>
                ) : (
                  words(field, after)
                )}
              </dd>
            </>
          )}
        </div>
      ))}
    </dl>
  );
}

/** The steps that came, went or changed; what went is struck out. */
function Steps({ measure, units }: { measure: MeasureComparison; units: VersionComparison['units'] }) {
  const text = useText();
  if (measure.steps.length === 0) return null;
  return (
    <ul className="steps">
      {measure.steps.map(({ code, kind, before, after }) => (
        <li key={code}>
          <Badge tone={kind === 'gone' ? 'warn' : kind === 'new' ? 'ok' : 'accent'}>
            {text(`steps.change.${kind}`)}
          </Badge>{' '}
          {before ? (
            <del>
              <StepText step={before} units={units} />
            </del>
          ) : null}
          {after ? <StepText step={after} units={units} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** A field as people read it: names for codes. */
function useFieldWords(comparison: VersionComparison) {
  const text = useText();
  const locale = useLocale();
  const name = (code: string) => {
    const node = comparison.nodes.find((one) => one.code === code);
    return node ? nameOf(node, locale) : code;
  };
  return (field: MeasureField, value: string): string => {
    if (field === 'node') return name(value);
    if (field === 'ambitions') return value.split(', ').map(name).join(', ');
    if (field === 'additionality') return text(`measure.additionality.${value}`);
    return field === 'period' ? value.replace('-', '–') : value;
  };
}
