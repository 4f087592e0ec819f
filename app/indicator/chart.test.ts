import { describe, expect, test } from 'vitest';
import { placeChart } from './chart.ts';
import { chartSvg } from './chart-svg.ts';
import type { Definition } from './definition.ts';
import type { Point, UnitFigures } from './figures.ts';

const point = (year: number, printed: number | null, more: Partial<Point> = {}): Point => ({
  ...{ year, printed, state: printed === null ? 'missing' : 'value', valueMilli: null, numeratorMilli: null },
  ...{ denominatorMilli: null, spreadMilli: null, respondents: null, lacks: null, caveat: '', source: '' },
  ...{ reason: '', number: 1, definition: 1, draft: false },
  ...more,
});
const definition = {
  ...{ number: 1, fromYear: 2020, comparable: true, kind: 'mean', decimals: 1, scaleLow: 1, scaleHigh: 5 },
  ...{ academic: false, targetMilli: null, splits: [] },
} as unknown as Definition;
const unit = (points: Point[]): UnitFigures => ({
  ...{ code: 'u', nameNl: 'U', nameEn: 'U', kind: 'faculty', sum: false, reflections: [] },
  rows: [{ split: '', points }],
});
const words = { locale: 'nl' as const, sign: () => '<5', split: () => '', year: () => '' };
const place = (points: Point[], breaks: number[] = [], own: Partial<Definition> = {}) => {
  const made = { ...definition, ...own };
  return placeChart(
    {
      definition: made,
      definitions: [made],
      breaks: breaks.map((year) => ({
        ...{ breakId: '', unit: null, year, reasonNl: '', reasonEn: '', source: '' },
      })),
    },
    unit(points),
    words,
  );
};
const figures = [29, 30, 31, 32].map((value, i) => point(2020 + i, value, { spreadMilli: 1100 }));

describe('the chart of an indicator', () => {
  test('[000-55] no line over a gap, a masked year or a break', () => {
    expect(place(figures).series[0]!.lines).toHaveLength(1);
    expect(place(figures, [2022]).series[0]!.lines).toHaveLength(2);
    expect(place(figures, [2022]).breaks).toHaveLength(1);
    const gap = figures.with(1, point(2021, null));
    expect(place(gap).series[0]!.lines).toEqual([place(gap).series[0]!.lines[0]]);
    expect(place(gap).series[0]!.points).toHaveLength(3);
    const masked = place(figures.with(2, point(2022, null, { state: 'masked' })));
    expect(masked.series[0]!.lines).toHaveLength(1);
    expect(masked.signs.map((one) => one.text)).toEqual(['<5']);
  });

  test('[000-57] the spread stands as a band and as a whisker at each point, within the scale', () => {
    const [series] = place(figures).series;
    expect(series!.bands).toHaveLength(1);
    for (const one of series!.points) {
      expect(one.high!).toBeLessThan(one.y);
      expect(one.low!).toBeGreaterThan(one.y);
    }
    expect(place(figures).ticks.map((one) => one.text)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('counts begin at nil, and a target is drawn only when there is one', () => {
    const count = { kind: 'count' as const, decimals: 0, scaleLow: null, scaleHigh: null };
    const plain = place([point(2020, 10), point(2021, 29)], [], count);
    expect(plain.ticks[0]!.text).toBe('0');
    expect(plain.target).toBeNull();
    expect(place([point(2020, 10)], [], { ...count, targetMilli: 20_000 }).target!.text).toBe('20');
  });

  test('as a drawing it carries its words, escaped', () => {
    const svg = chartSvg(place(figures), {
      ...{ title: 'A & B', description: '<5', breakLabel: 'breuk', targetLabel: 'streefwaarde' },
    });
    expect(svg).toContain('<title>A &amp; B</title><desc>&lt;5</desc>');
    expect(svg.match(/<path /g)!.length).toBeGreaterThan(8);
  });
});
