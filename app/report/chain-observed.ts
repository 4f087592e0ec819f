import { indicatorFigure } from '#app/indicator/chart-words.ts';
import type { IndicatorTable } from '#app/indicator/figures.ts';
import { reportTable } from '#app/indicator/indicator-table.ts';
import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import type { Words } from '#app/messages/words.server.ts';
import type { Progress } from '#app/progress/progress.server.ts';
import type { Block } from '#app/render/report.ts';

/** What was told of measures and measured by indicators, as blocks of a report. Pure. */

type Language = { words: Words; locale: Locale };

const quiet = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text, italic: true }] });

/** Each measure with its status and what was told of it, by unit. */
export function progressBlocks(progress: Progress | null, { words, locale }: Language): Block[] {
  const units = (progress?.units ?? []).filter((one) =>
    one.measures.some((measure) => measure.entry !== null),
  );
  if (!progress || units.length === 0) return [quiet(words('chain.progress.none'))];
  return units.flatMap(({ unit, measures }): Block[] => {
    const items = measures.map(({ name, entry }) => {
      const status = progress.scheme.statuses.find((one) => one.code === entry?.status);
      const said = status ? nameOf(status, locale) : words('progress.untold');
      const told = (['done', 'result', 'effect'] as const).flatMap((key) => entry?.[key] || []);
      const why = entry?.deviation ? [words('chain.progress.deviation', { why: entry.deviation })] : [];
      const content = [
        { type: 'text', text: name, marks: [{ type: 'bold' }] },
        { type: 'text', text: ` (${said.toLowerCase()}). ${[...told, ...why].join(' ')}`.trimEnd() },
      ];
      return { type: 'listItem', content: [{ type: 'paragraph', content }] };
    });
    const lead: Block = { kind: 'paragraph', inlines: [{ text: nameOf(unit, locale), bold: true }] };
    const list: Block = {
      kind: 'richText',
      document: { type: 'doc', content: [{ type: 'bulletList', content: items }] },
    };
    return units.length > 1 ? [lead, list] : [list];
  });
}

type Shown = {
  codes: readonly string[];
  unit: string;
  years: readonly number[];
  /** of the heading above each indicator */
  level?: 2 | 3 | 4;
};

/** The indicators with any figure: their table, the chart of the report's own unit, and what was reflected on it. */
export function indicatorBlocks(
  table: IndicatorTable | null,
  { codes, unit, years, level = 2 }: Shown,
  { words, locale }: Language,
): Block[] {
  const shown = (table?.indicators ?? [])
    .filter((of) => codes.length === 0 || codes.includes(of.code))
    .filter((of) => of.units.some((one) => one.rows.length > 0));
  if (!table || shown.length === 0) return [quiet(words('chain.indicators.none'))];
  const how = { words, locale, maskedBelow: table.maskedBelow };
  return shown.flatMap((of): Block[] => {
    const own = of.units.find((one) => one.code === unit);
    const picture = own && indicatorFigure(of, own, how);
    const reflections = of.units.flatMap((one) =>
      one.reflections
        .filter((reflection) => years.includes(reflection.year))
        .map((reflection): Block => {
          const by = words('chain.reflection', { unit: nameOf(one, locale), year: String(reflection.year) });
          return { kind: 'paragraph', inlines: [{ text: `${by} `, bold: true }, { text: reflection.text }] };
        }),
    );
    const name = nameOf(of.definition, locale);
    const values = reportTable(of, table, { words, locale });
    return [
      { kind: 'heading', level, text: name },
      { kind: 'table', table: { ...values, caption: words('chain.indicator.values', { name }) } },
      ...(picture ? [{ kind: 'figure' as const, ...picture }] : []),
      ...reflections,
    ];
  });
}

/** The indicators of a unit that have a figure in a year and no reflection on it. */
export function withoutReflection(
  table: IndicatorTable,
  { codes, unit, years }: Shown,
): { code: string; nameNl: string; nameEn: string; year: number }[] {
  return table.indicators
    .filter((of) => codes.length === 0 || codes.includes(of.code))
    .flatMap((of) => {
      const own = of.units.find((one) => one.code === unit && !one.sum);
      if (!own) return [];
      const measured = years.filter((year) =>
        own.rows.some((row) => row.points.some((point) => point.year === year && point.state !== 'missing')),
      );
      return measured
        .filter((year) => !own.reflections.some((one) => one.year === year))
        .map((year) => ({ code: of.code, nameNl: of.definition.nameNl, nameEn: of.definition.nameEn, year }));
    });
}
