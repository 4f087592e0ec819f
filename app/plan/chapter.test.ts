import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOf } from '#app/messages/words.server.ts';
import { type ChapterLine, chapterFigures, openingParagraph } from './chapter.ts';

const line = (theme: string, year: number, cents: number | null, unit = 'a'): ChapterLine => {
  return { theme, year, cents, unit, fteMilli: null, mark: cents === null ? 'pm' : null };
};
const rates: [] = [];

test('compares the years that changed with the earlier plan, else with the years that it had', () => {
  const before = [line('T1', 2021, 40_00), line('T2', 2021, 60_00)];
  const after = [...before, line('T1', 2022, 70_00), line('T2', 2022, 30_00)];
  const figures = chapterFigures('T1', { before, after, rates });
  expect(figures.after).toEqual({ firstYear: 2022, lastYear: 2022, cents: 70_00, share: 7_000, pm: false });
  expect(figures.before).toEqual({ firstYear: 2021, lastYear: 2021, cents: 40_00, share: 4_000, pm: false });
  expect(figures.years).toEqual([
    { year: 2021, before: 40_00, after: 40_00 },
    { year: 2022, before: null, after: 70_00 },
  ]);
  expect(figures.units).toEqual([]);
});

test('the shares of all themes together are the whole, and the units sum to the theme', () => {
  const lines = fc.array(
    fc.record({
      theme: fc.constantFrom('T1', 'T2', 'T3'),
      unit: fc.constantFrom('a', 'b', 'c'),
      year: fc.constantFrom(2022, 2023),
      cents: fc.integer({ min: 1, max: 1e9 }),
    }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(lines, (given) => {
      const after = given.map((one) => ({ ...one, fteMilli: null, mark: null }));
      const all = ['T1', 'T2', 'T3'].map((theme) => chapterFigures(theme, { before: null, after, rates }));
      const total = all.reduce((sum, one) => sum + (one.after?.share ?? 0), 0);
      expect(Math.abs(total - 10_000)).toBeLessThanOrEqual(2);
      for (const { after: portion, units } of all) {
        if (units.length > 0) expect(units.reduce((sum, one) => sum + one.cents, 0)).toBe(portion?.cents);
      }
    }),
  );
});

const asked = (figures: ReturnType<typeof chapterFigures>, all = 0, fresh = 0) => ({
  theme: 'Begeleiding',
  figures,
  measures: { all, fresh },
  unitName: (code: string) => `Faculteit ${code}`,
});

test('the paragraph says share then and now, the units that spend most, and the measures', () => {
  const before = [line('T1', 2022, 30_000_00), line('T2', 2022, 70_000_00)];
  const after = [
    line('T1', 2022, 40_000_00, 'a'),
    line('T1', 2022, 5_000_00, 'b'),
    line('T2', 2022, 55_000_00, 'b'),
  ];
  const figures = chapterFigures('T1', { before, after, rates });
  const nl = openingParagraph(wordsOf('nl'), asked(figures, 3, 1))?.replaceAll('\u00a0', ' ');
  expect(nl).toBe(
    'In 2022 is voor Begeleiding € 45.000 begroot, 45 procent van het geheel. In het oorspronkelijke plan was het aandeel 30 procent (2022): het groeit met 15 procentpunten. Het meest gaat naar Faculteit a (€ 40.000, 100 procent van de eigen begroting) en Faculteit b (€ 5.000, 8 procent van de eigen begroting). Er zijn 3 maatregelen, waarvan 1 nieuw.',
  );
  const en = openingParagraph(wordsOf('en'), asked(figures, 1, 1));
  expect(en).toContain('45 per cent of the whole');
  expect(en).toContain('it grows by 15 percentage points');
  expect(en).toContain('There is 1 measure, of which 1 is new.');
});

test('what is not known is left out or said: no earlier plan, no money, a part that is pm', () => {
  const words = wordsOf('nl');
  const alone = chapterFigures('T1', { before: null, after: [line('T1', 2022, 1_00)], rates });
  expect(openingParagraph(words, asked(alone))).not.toMatch(/oorspronkelijk|meest|maatregel/);
  expect(openingParagraph(words, asked(chapterFigures('T1', { before: null, after: [], rates })))).toBeNull();
  const pm = chapterFigures('T1', {
    before: null,
    after: [line('T1', 2022, 1_00), line('T1', 2022, null)],
    rates,
  });
  expect(openingParagraph(words, asked(pm))).toContain('en een deel dat nog niet bekend is');
});
