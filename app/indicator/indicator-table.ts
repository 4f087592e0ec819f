import type { Locale } from '#app/kernel/actor.ts';
import { type Cell, count, empty, fte, share, type Table, text, unknown } from '#app/render/report.ts';
import type { Definition } from './definition.ts';
import { breakNotes, noteList, sourcesOf } from './figure-note.ts';
import { figureText, splitName } from './figure-words.ts';
import { type IndicatorFigures, type IndicatorTable, type Point, rulesIn } from './figures.ts';
import { yearLabel } from './indicator.ts';

/** The figures of one indicator as a table of a report: a row per unit and split, a column per year. Pure. */

type Words = (key: string, params?: Record<string, string | number | null>) => string;
type Language = { words: Words; locale: Locale };

export function reportTable(
  of: IndicatorFigures,
  { years, maskedBelow }: Pick<IndicatorTable, 'years' | 'maskedBelow'>,
  { words, locale }: Language,
): Table {
  const { definition } = of;
  const { notes, markOf } = noteList();
  const rows = of.units.flatMap((unit) =>
    unit.rows.map((row) => {
      const split = splitName(definition, row.split, locale);
      const name = locale === 'en' ? unit.nameEn : unit.nameNl;
      return {
        kind: 'line' as const,
        label: [unit.sum ? words('indicator.sum', { unit: name }) : name, split].filter(Boolean).join(', '),
        cells: row.points.map((point) => {
          const said = [point.caveat, point.lacks ? words(`indicator.lacks.${point.lacks}`) : ''];
          const marks = said.filter(Boolean).map(markOf);
          const cell = cellOf(point, definition, { locale, maskedBelow });
          return marks.length > 0 ? { ...cell, marks } : cell;
        }),
      };
    }),
  );
  const breaks = breakNotes(of, years, { words, locale });
  const target = locale === 'en' ? definition.targetEn : definition.targetNl;
  const hidden = of.units.some((unit) =>
    unit.rows.some((row) => row.points.some((one) => one.state === 'hidden')),
  );
  const sources = sourcesOf(of);
  const remarks = [
    target,
    ...breaks,
    ...(hidden ? [words('indicator.hidden.legend')] : []),
    ...(sources ? [words('indicator.source', { sources })] : []),
  ];
  return {
    caption: locale === 'en' ? definition.nameEn : definition.nameNl,
    unitNote: definitionNote(definition, locale),
    labelHead: words('indicator.unit'),
    columns: years.map((year) => ({
      key: String(year),
      label: yearLabel(year, rulesIn(of, year).academic),
    })),
    rows,
    footnotes: [
      ...notes.map(({ mark, text: said }) => ({ mark, inlines: [{ text: said }] })),
      ...remarks.map((said, i) => ({ mark: '*'.repeat(i + 1), inlines: [{ text: said }] })),
    ],
    nil: 'figure',
    format: { shareDecimals: 1, fteDecimals: 1 },
  };
}

/** Unit, scale, population, exclusions and reference date in a line, as tables print them. */
export function definitionNote(definition: Definition, locale: Locale): string {
  const suffix = locale === 'en' ? 'En' : 'Nl';
  const parts = (['unit', 'scale', 'population', 'exclusions', 'reference'] as const)
    .map((field) => definition[`${field}${suffix}`])
    .filter(Boolean);
  return parts.join('; ');
}

function cellOf(
  point: Point,
  definition: Definition,
  { locale, maskedBelow }: { locale: Locale; maskedBelow: number },
): Cell {
  if (point.state === 'missing') return empty;
  if (point.state === 'unknown') return unknown;
  if (point.state === 'masked') return { kind: 'masked', below: maskedBelow };
  const { kind, decimals } = definition;
  const plain = point.state === 'value' && point.spreadMilli === null && point.printed !== null;
  const signs = point.lacks === 'masked' ? (['masked'] as const) : [];
  if (plain && kind === 'count' && point.valueMilli !== null && point.valueMilli % 1000 === 0) {
    return count(point.valueMilli / 1000, { signs: [...signs] });
  }
  if (plain && kind === 'fte' && point.valueMilli !== null && decimals === 1) {
    return fte(point.valueMilli, { signs: [...signs] });
  }
  if (plain && kind === 'percentage' && decimals === 1 && point.printed !== null) {
    return share(point.printed * 10);
  }
  return text(figureText(point, definition, { locale, maskedBelow }));
}
