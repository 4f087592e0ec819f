import { type EuroQuantity, inEuros, type Rate } from '#app/kernel/fte-rate.ts';
import { divideHalfAway } from '#app/kernel/money.ts';

/**
 * Chapter: what a document tells of one theme. The figures of the theme stand beside the writer, and an
 * opening paragraph is made from them: nothing in it that the ledger does not say. Pure.
 */

export type ChapterLine = EuroQuantity & { unit: string; theme: string | null };

/** A theme's part of all money over some years. */
export type Portion = {
  firstYear: number;
  lastYear: number;
  /** cents, FTE converted */
  cents: number;
  /** basis points of all themes together; null when these have no money */
  share: number | null;
  /** a part is not known yet (pm), so that the amount is at least this */
  pm: boolean;
};

type UnitPortion = {
  unit: string;
  cents: number;
  /** basis points of what the unit spends on all themes; null when that is nothing */
  share: number | null;
};

export type ChapterFigures = {
  /** the years that the earlier plan did not have, or had otherwise; else all */
  after: Portion | null;
  /** the same years in the earlier plan, else the years that it had */
  before: Portion | null;
  years: { year: number; before: number | null; after: number | null }[];
  /** most money first; empty when all stands on one unit */
  units: UnitPortion[];
};

/** The figures of a theme: now, in the earlier plan, by year and by unit. */
export function chapterFigures(
  theme: string,
  {
    before,
    after,
    rates,
  }: { before: readonly ChapterLine[] | null; after: readonly ChapterLine[]; rates: readonly Rate[] },
): ChapterFigures {
  const yearsOf = (lines: readonly ChapterLine[]) =>
    [...new Set(lines.map((line) => line.year))].toSorted((a, b) => a - b);
  const all = yearsOf(after);
  const changed = before === null ? all : all.filter((year) => !sameYear(before, after, { year, rates }));
  const nowYears = changed.length > 0 ? all.filter((year) => year >= changed[0]!) : all;
  const had = before === null ? [] : yearsOf(before);
  const both = had.filter((year) => nowYears.includes(year));
  const thenYears = both.length > 0 ? both : had;
  const within = (lines: readonly ChapterLine[], years: readonly number[]) =>
    lines.filter((line) => years.includes(line.year));
  const nowLines = within(after, nowYears);
  return {
    after: portion(nowLines, theme, { years: nowYears, rates }),
    before: before === null ? null : portion(within(before, thenYears), theme, { years: thenYears, rates }),
    years: [...new Set([...had, ...all])]
      .toSorted((a, b) => a - b)
      .map((year) => ({
        year,
        before: before === null ? null : centsOf(before, { theme, year, rates }),
        after: centsOf(after, { theme, year, rates }),
      })),
    units: unitPortions(nowLines, theme, rates),
  };
}

type At = { year: number; rates: readonly Rate[] };

function centsOf(
  lines: readonly ChapterLine[],
  { theme, year, rates }: At & { theme: string },
): number | null {
  const here = lines.filter((line) => line.theme === theme && line.year === year);
  return here.length === 0 ? null : inEuros(here, rates).cents;
}

/** Whether every theme has the same money in a year in both plans. */
function sameYear(
  before: readonly ChapterLine[],
  after: readonly ChapterLine[],
  { year, rates }: At,
): boolean {
  const themes = new Set([...before, ...after].map((line) => line.theme));
  return [...themes].every((theme) => {
    const of = (lines: readonly ChapterLine[]) =>
      inEuros(
        lines.filter((line) => line.theme === theme && line.year === year),
        rates,
      ).cents;
    return of(before) === of(after);
  });
}

function portion(
  lines: readonly ChapterLine[],
  theme: string,
  { years, rates }: { years: readonly number[]; rates: readonly Rate[] },
): Portion | null {
  const own = lines.filter((line) => line.theme === theme);
  const [firstYear] = years;
  const lastYear = years.at(-1);
  if (own.length === 0 || firstYear === undefined || lastYear === undefined) return null;
  const sum = inEuros(own, rates);
  const share = shareOf(sum.cents, inEuros(lines, rates).cents);
  return { firstYear, lastYear, cents: sum.cents, share, pm: sum.unknown > 0 };
}

function unitPortions(lines: readonly ChapterLine[], theme: string, rates: readonly Rate[]): UnitPortion[] {
  const byUnit = [...Map.groupBy(lines, (line) => line.unit)];
  if (byUnit.length < 2) return [];
  return byUnit
    .map(([unit, own]) => {
      const cents = inEuros(
        own.filter((line) => line.theme === theme),
        rates,
      ).cents;
      return { unit, cents, share: shareOf(cents, inEuros(own, rates).cents) };
    })
    .filter((one) => one.cents > 0)
    .toSorted((a, b) => b.cents - a.cents);
}

/** Basis points, rounded half away from zero. */
function shareOf(part: number, whole: number): number | null {
  return whole <= 0 ? null : Number(divideHalfAway(BigInt(part) * 10_000n, BigInt(whole)));
}

/** Whole percents, as people read a share. */
export function percent(share: number): number {
  return Number(divideHalfAway(BigInt(share), 100n));
}

type Words = (key: string, params?: Record<string, string | number>) => string;
/** How many units the paragraph names; the page shows them all. */
const named = 3;

/**
 * An opening paragraph in the words of the catalogue: the amount and its share, the share then and whether
 * it grows, which units spend most on it, and how many measures there are. What is not known is left out.
 * @returns null when the theme has no money and no measure
 */
export function openingParagraph(
  words: Words,
  {
    theme,
    figures,
    measures,
    unitName,
  }: {
    theme: string;
    figures: ChapterFigures;
    measures: { all: number; fresh: number };
    unitName: (code: string) => string;
  },
): string | null {
  const { after, before, units } = figures;
  const sentences: string[] = [];
  if (after) {
    const { firstYear, lastYear, cents } = after;
    const period = words('chapter.period', {
      first: String(firstYear),
      last: String(lastYear),
      one: String(firstYear === lastYear),
    });
    const share = after.share === null ? -1 : percent(after.share);
    sentences.push(words('chapter.says.now', { theme, period, cents, share, pm: String(after.pm) }));
    if (before && before.share !== null && after.share !== null) {
      const was = percent(before.share);
      const move = share > was ? 'grows' : share < was ? 'shrinks' : 'stays';
      sentences.push(
        words('chapter.says.then', {
          share: was,
          first: String(before.firstYear),
          last: String(before.lastYear),
          one: String(before.firstYear === before.lastYear),
          move,
          points: Math.abs(share - was),
        }),
      );
    }
    const most = units.slice(0, named).map((one) =>
      words('chapter.says.unit', {
        unit: unitName(one.unit),
        cents: one.cents,
        share: one.share === null ? -1 : percent(one.share),
      }),
    );
    if (most.length > 0) {
      sentences.push(
        words('chapter.says.units', { units: joined(most, words('chapter.says.and')), count: units.length }),
      );
    }
  }
  if (measures.all > 0) sentences.push(words('chapter.says.measures', measures));
  return sentences.length === 0 ? null : sentences.join(' ');
}

function joined(parts: readonly string[], and: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}
