import type { Locale } from '#app/kernel/actor.ts';
import { breakYears, type IndicatorFigures, type Point, rulesIn } from './figures.ts';
import { yearLabel } from './indicator.ts';

/** Remarks on figures as notes beneath their table: the same remark has one mark, wherever it stands. Pure. */

type Words = (key: string, params?: Record<string, string | number | null>) => string;
type Language = { words: Words; locale: Locale };

export type NoteList = { notes: { mark: string; text: string }[]; markOf: (said: string) => string };

/** Numbers remarks in the order in which they are met. */
export function noteList(): NoteList {
  const notes: NoteList['notes'] = [];
  return {
    notes,
    markOf: (said) => {
      const found = notes.find((note) => note.text === said);
      if (found) return found.mark;
      const mark = String(notes.length + 1);
      notes.push({ mark, text: said });
      return mark;
    },
  };
}

/** Each break within these years in a sentence: from when, of whom when not of all, and why. */
export function breakNotes(
  of: Pick<IndicatorFigures, 'breaks' | 'definitions' | 'units'>,
  years: readonly number[],
  { words, locale }: Language,
): string[] {
  const inOwn = <T extends { reasonNl: string; reasonEn: string }>(one: T) =>
    locale === 'en' ? one.reasonEn : one.reasonNl;
  const broken = new Set(of.units.flatMap((unit) => breakYears(of, unit.code)));
  return years
    .filter((year) => broken.has(year))
    .map((year) => {
      const said = of.breaks
        .filter((one) => one.year === year)
        .map((one) => {
          const unit = of.units.find(({ code }) => code === one.unit);
          return unit ? `${inOwn(one)} (${locale === 'en' ? unit.nameEn : unit.nameNl})` : inOwn(one);
        });
      const changed = of.definitions
        .filter((one) => one.number > 1 && one.fromYear === year && !one.comparable)
        .map(inOwn);
      const reasons = [...new Set([...said, ...changed])].filter(Boolean).join(' ');
      return [words('indicator.break.before', { year: yearLabel(year, rulesIn(of, year).academic) }), reasons]
        .filter(Boolean)
        .join(': ');
    });
}

/** Where the figures come from, each source with its years; empty when none is told. */
export function sourcesOf(of: Pick<IndicatorFigures, 'units' | 'definition'>): string {
  const told = of.units.flatMap((unit) =>
    unit.rows.flatMap((row) => row.points.flatMap(({ source, year }) => (source ? [{ source, year }] : []))),
  );
  return [...Map.groupBy(told, (one) => one.source)]
    .map(([source, ones]) => {
      const years = [...new Set(ones.map((one) => one.year))].sort((a, b) => a - b);
      return `${source} (${years.map((year) => yearLabel(year, of.definition.academic)).join(', ')})`;
    })
    .join('; ');
}

/** What the signs among these figures mean, those that occur. */
export function legendOf(points: readonly Point[], maskedBelow: number, words: Words): string[] {
  const has = (state: Point['state']) => points.some((one) => one.state === state);
  return [
    has('masked') ? words('indicator.masked.legend', { below: maskedBelow }) : '',
    has('hidden') ? words('indicator.hidden.legend') : '',
    has('unknown') ? words('indicator.unknown.legend') : '',
    points.some((one) => one.lacks !== null) ? words('indicator.lacks.legend') : '',
    points.some((one) => one.draft) ? words('indicator.draft.legend') : '',
  ].filter(Boolean);
}
