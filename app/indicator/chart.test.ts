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
const words = {
  ...{ locale: 'nl' as const, sign: () => '<5', target: 'streefwaarde', year: () => '' },
  split: (code: string) => (code === '' ? '' : code.toUpperCase()),
};
const several = (rows: Record<string, Point[]>, own: Partial<Definition> = {}) => {
  const made = { ...definition, ...own };
  const split = { ...unit([]), rows: Object.entries(rows).map(([split, points]) => ({ split, points })) };
  return placeChart({ definition: made, definitions: [made], units: [split], breaks: [] }, split, words);
};
const place = (points: Point[], breaks: number[] = [], own: Partial<Definition> = {}, more: Point[] = []) => {
  const made = { ...definition, ...own };
  return placeChart(
    {
      definition: made,
      definitions: [made],
      units: [unit(points), unit(more)],
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

  test('[000-57] the spread stands as a band, and as a whisker at a point that stands alone', () => {
    const [series] = place(figures).series;
    expect(series!.bands).toHaveLength(1);
    expect(series!.points.every((one) => one.low === null && one.high === null)).toBe(true);
    const [alone, ...joined] = place(figures.with(1, point(2021, null))).series[0]!.points;
    expect(alone!.high!).toBeLessThan(alone!.y);
    expect(alone!.low!).toBeGreaterThan(alone!.y);
    expect(joined.every((one) => one.low === null)).toBe(true);
    expect(place(figures).ticks.map((one) => one.text)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('[000-57] of two phases the higher has its figure above, and each its name beside the drawing', () => {
    const chart = several({
      ba: [point(2020, 34), point(2021, 36), point(2022, 40)],
      ma: [point(2020, 36), point(2021, 36), point(2022, 39)],
    });
    const above = chart.series.map(({ points }) => points.map((one) => one.labelY < one.y));
    expect(above).toEqual([
      [false, true, true],
      [true, false, false],
    ]);
    expect(chart.margin.map((one) => one.text)).toEqual(['BA', 'MA']);
    expect(chart.margin[1]!.y - chart.margin[0]!.y).toBeGreaterThanOrEqual(14);
    const long = several({ voltijdopleidingen: [point(2020, 34)], ma: [point(2020, 36)] });
    expect(long.margin).toEqual([]);
  });

  test('a masked phase beside one that shows has a sign of its own; no line is drawn as if it were nil', () => {
    const chart = several({
      ba: [point(2020, 34), point(2021, 36)],
      ma: [point(2020, 36), point(2021, null, { state: 'masked' })],
    });
    expect(chart.signs).toEqual([expect.objectContaining({ text: '<5', series: 2 })]);
    expect(chart.series[1]!.lines).toEqual([]);
    const none = several({
      ba: [point(2020, 34), point(2021, null, { state: 'masked' })],
      ma: [point(2020, 36), point(2021, null, { state: 'masked' })],
    });
    expect(none.signs).toEqual([expect.objectContaining({ text: '<5', series: null })]);
  });

  test('ratios of units share their axis, so that charts beside each other can be compared', () => {
    const ratio = { kind: 'ratio' as const, decimals: 1, scaleLow: null, scaleHigh: null };
    const last = (points: Point[], more: Point[] = []) => place(points, [], ratio, more).ticks.at(-1)!.text;
    expect(last([point(2020, 80)])).toBe('8');
    expect(last([point(2020, 80)], [point(2020, 258)])).toBe('30');
  });

  test('counts begin at nil, and a target is drawn only when there is one', () => {
    const count = { kind: 'count' as const, decimals: 0, scaleLow: null, scaleHigh: null };
    const plain = place([point(2020, 10), point(2021, 29)], [], count);
    expect(plain.ticks[0]!.text).toBe('0');
    expect(plain.target).toBeNull();
    expect(place([point(2020, 10)], [], { ...count, targetMilli: 20_000 }).target!.text).toBe('20');
    expect(place([point(2020, 10)], [], { ...count, targetMilli: 20_000 }).margin).toHaveLength(2);
  });

  test('percentages near one end leave the other out: a beginning that is not nil is told, and shared by units', () => {
    const share = { kind: 'percentage' as const, decimals: 1, scaleLow: null, scaleHigh: null };
    const high = [point(2020, 829), point(2021, 889)];
    const texts = (points: Point[], more: Point[] = []) =>
      place(points, [], share, more).ticks.map((one) => one.text);
    expect(texts(high)).toEqual(['70', '80', '90', '100%']);
    expect(place(high, [], share).begins).toBe('70');
    expect(texts(high, [point(2020, 610)])[0]).toBe('50');
    expect(texts(high, [point(2020, 410)])).toEqual(['0', '25', '50', '75', '100%']);
    expect(texts([point(2020, 178), point(2021, 185)]).at(-1)).toBe('25%');
    expect(place([point(2020, 178)], [], share).begins).toBeNull();
    expect(place(figures).begins).toBeNull();
  });

  test('a figure stands below its point when a line runs above it, and the target is said beside the drawing', () => {
    const share = { kind: 'percentage' as const, decimals: 1, scaleLow: null, scaleHigh: null };
    const target = { ...share, targetMilli: 85_000 };
    const near = place([point(2020, 829), point(2021, 838), point(2022, 880)], [], target);
    const [low, , high] = near.series[0]!.points;
    expect(low!.labelY).toBeGreaterThan(low!.y);
    expect(high!.labelY).toBeLessThan(high!.y);
    expect(near.right).toBeGreaterThan(place(figures).right);
    const valley = place([point(2020, 950), point(2021, 750), point(2022, 950)], [], share);
    expect(valley.series[0]!.points[1]!.labelY).toBeGreaterThan(valley.series[0]!.points[1]!.y);
  });

  test('as a drawing it carries its words, escaped', () => {
    const svg = chartSvg(place(figures), {
      ...{ title: 'A & B', description: '<5', breakLabel: 'breuk' },
      axisNote: 'as bij 70',
    });
    expect(svg).toContain('>as bij 70</text>');
    expect(svg).toContain('<title>A &amp; B</title><desc>&lt;5</desc>');
    // a band, a line and four markers
    expect(svg.match(/<path /g)).toHaveLength(6);
  });
});
