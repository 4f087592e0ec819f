import type { Locale } from '#app/kernel/actor.ts';
import { type PlacedChart, placeChart } from './chart.ts';
import { chartSvg } from './chart-svg.ts';
import { figureText, signOf, splitName } from './figure-words.ts';
import { breakYears, type IndicatorFigures, rulesIn, type UnitFigures } from './figures.ts';
import { yearLabel } from './indicator.ts';

/** What a chart shows in sentences, and the chart as a drawing of a report. Pure. */

type Words = (key: string, params?: Record<string, string | number | null>) => string;
type Language = { words: Words; locale: Locale; maskedBelow: number };

/** Every figure in words, for those who hear the chart: with breaks and the target. */
export function chartDescription(
  of: IndicatorFigures,
  unit: UnitFigures,
  { words, locale, maskedBelow }: Language,
): string {
  const series = unit.rows.map((row) => {
    const figures = row.points
      .filter((point) => point.state !== 'missing')
      .map(
        (point) =>
          `${yearLabel(point.year, rulesIn(of, point.year).academic)}: ${figureText(point, of.definition, { locale, maskedBelow })}`,
      );
    return [splitName(of.definition, row.split, locale), figures.join('; ')].filter(Boolean).join(': ');
  });
  const breaks = breakYears(of, unit.code).map((year) =>
    words('indicator.break.before', { year: String(year) }),
  );
  const gaps = unit.rows[0]?.points
    .filter((point) => point.state === 'missing')
    .map((point) => words('indicator.gap', { year: String(point.year) }));
  return [...series, ...breaks, ...(gaps ?? [])].map((one) => `${one}.`).join(' ');
}

/**
 * The chart of one indicator and unit as SVG, for the `figure` block of a report, with the words that stand for it.
 * @returns null when there is nothing to draw
 */
export function indicatorFigure(
  of: IndicatorFigures,
  unit: UnitFigures,
  { words, locale, maskedBelow }: Language,
): { svg: string; alt: string; caption: string } | null {
  const placed: PlacedChart = placeChart(of, unit, {
    locale,
    sign: (point) => signOf(point, maskedBelow),
    split: (code) => splitName(of.definition, code, locale),
    target: words('indicator.target').toLowerCase(),
    year: ({ year }) => yearLabel(year, rulesIn(of, year).academic),
  });
  if (placed.empty) return null;
  const name = locale === 'en' ? of.definition.nameEn : of.definition.nameNl;
  const caption = `${name}: ${locale === 'en' ? unit.nameEn : unit.nameNl}`;
  const alt = chartDescription(of, unit, { words, locale, maskedBelow });
  const svg = chartSvg(placed, {
    ...{ title: caption, description: alt, breakLabel: words('indicator.break') },
    axisNote: placed.begins === null ? null : words('indicator.axis.begins', { value: placed.begins }),
  });
  return { svg, alt, caption };
}
