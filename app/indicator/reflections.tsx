import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { splitName } from './figure-words.ts';
import { type IndicatorFigures, rulesIn } from './figures.ts';
import { yearLabel } from './indicator.ts';

/** What holders make of their figures, the newest year first. */
export function Reflections({ of }: { of: IndicatorFigures }) {
  const text = useText();
  const locale = useLocale();
  const all = of.units.flatMap((unit) => unit.reflections.map((one) => ({ ...one, unit })));
  const byYear = [...Map.groupBy(all, (one) => one.year)].sort(([a], [b]) => b - a);
  return (
    <section aria-labelledby="reflections">
      <h2 id="reflections">{text('indicator.reflections')}</h2>
      {byYear.length === 0 ? <p className="sub">{text('indicator.reflections.none')}</p> : null}
      {byYear.map(([year, ones], i) => (
        <Disclosure key={year} summary={yearLabel(year, rulesIn(of, year).academic)} open={i === 0}>
          <ul className="ruled">
            {ones.map((one) => (
              <li key={one.unit.code}>
                <b>{nameOf(one.unit, locale)}</b>{' '}
                {one.draft ? <Badge>{text('indicator.draft')}</Badge> : null}
                <p className="said">{one.text}</p>
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </section>
  );
}

type Correction = { unit: string; year: number; split: string; number: number; reason: string };
type CorrectionProps = {
  of: IndicatorFigures;
  corrections: readonly Correction[];
  unitName: (code: string) => string;
};

/** Figures that were recorded anew, and why. */
export function Corrections({ of, corrections, unitName }: CorrectionProps) {
  const text = useText();
  const locale = useLocale();
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">{text('indicator.corrections')}</h2>
      <ul className="ruled">
        {corrections.map((one) => (
          <li key={`${one.unit} ${one.year} ${one.split} ${one.number}`}>
            <b>
              {[unitName(one.unit), String(one.year), splitName(of.definition, one.split, locale)]
                .filter(Boolean)
                .join(', ')}
            </b>
            {': '}
            {one.reason || text('indicator.correction.before')}
          </li>
        ))}
      </ul>
    </section>
  );
}
