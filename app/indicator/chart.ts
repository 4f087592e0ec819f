import type { Locale } from '#app/kernel/actor.ts';
import { printUnits } from '#app/kernel/amount-format.ts';
import type { Definition } from './definition.ts';
import { breakYears, type IndicatorFigures, type Point, rulesIn, type UnitFigures } from './figures.ts';
import { printedMilli, yearLabel } from './indicator.ts';

/**
 * Where everything of a chart of one indicator and unit stands. Pure; figures are placed by their printed value. A line
 * joins two years only when both have a figure and no break lies between them.
 */

export type Marked = { x: number; y: number; text: string };
export type PlacedPoint = Marked & { low: number | null; high: number | null; labelY: number; title: string };
export type PlacedSeries = {
  key: string;
  label: string;
  series: number;
  lines: string[];
  bands: string[];
  points: PlacedPoint[];
};
export type PlacedChart = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  ticks: { y: number; text: string }[];
  years: { x: number; text: string }[];
  series: PlacedSeries[];
  /** years without a figure: the sign that stands there instead */
  signs: Marked[];
  breaks: { x: number }[];
  target: { y: number; text: string } | null;
  empty: boolean;
};

export type ChartWords = {
  locale: Locale;
  /** what stands for a figure that is masked, hidden or unknown */
  sign: (point: Point) => string;
  split: (code: string) => string;
  year: (point: Point) => string;
};

const size = { width: 480, height: 230, left: 38, right: 14, top: 22, bottom: 26 };

export function placeChart(
  of: Pick<IndicatorFigures, 'definition' | 'definitions' | 'breaks'>,
  unit: UnitFigures,
  words: ChartWords,
): PlacedChart {
  const { definition } = of;
  const rows = unit.rows.filter((row) => row.points.some(isDrawn));
  const years = unit.rows[0]?.points.map((point) => point.year) ?? [];
  const { low, high, step } = domainOf(definition, rows);
  const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };
  const xOf = (i: number) => size.left + (inner.width * (i + 0.5)) / Math.max(years.length, 1);
  const yOf = (value: number) => {
    const within = Math.min(Math.max(value, low), high);
    return round(size.top + inner.height * (1 - (within - low) / (high - low)));
  };
  const breaks = breakYears(of, unit.code).filter((year) => years.includes(year) && year !== years[0]);
  const scale = 10 ** definition.decimals;
  const print = (value: number) => printUnits(value, definition.decimals, words.locale);
  const target =
    definition.targetMilli === null ? null : printedMilli(definition.targetMilli, definition.decimals);
  return {
    ...size,
    ticks: ticksOf(low, high, step).map((value) => ({
      y: yOf(value),
      text: printUnits(Math.round(value * 10 ** decimalsOf(step)), decimalsOf(step), words.locale),
    })),
    years: years.map((year, i) => ({
      x: round(xOf(i)),
      text: yearLabel(year, rulesIn(of, year).academic).replace(/-\d\d(\d\d)$/, '/$1'),
    })),
    series: rows.map((row, s) =>
      placeSeries(row.points, {
        ...{ key: row.split, label: words.split(row.split), series: s + 1, breaks },
        shift: (s - (rows.length - 1) / 2) * Math.min(10, inner.width / Math.max(years.length, 1) / 6),
        ...{ xOf, yOf, scale, print, words },
        // of two series one has its figures above and the other below; of more, the table has them
        labels: rows.length > 2 ? null : s === 0 ? 'above' : 'below',
      }),
    ),
    signs: signsIn(unit, years, words).map(({ i, text }) => ({
      ...{ x: round(xOf(i)), y: size.height - size.bottom - 6, text },
    })),
    breaks: breaks.map((year) => ({ x: round(xOf(years.indexOf(year) - 0.5)) })),
    target: target === null ? null : { y: yOf(target / scale), text: print(target) },
    empty: rows.length === 0,
  };
}

/** A sum that lacks parts is no point of a line: it would seem to fall. */
export function isDrawn(point: Point): boolean {
  return point.state === 'value' && point.lacks === null;
}

type Placing = {
  key: string;
  label: string;
  series: number;
  breaks: readonly number[];
  shift: number;
  xOf: (i: number) => number;
  yOf: (value: number) => number;
  scale: number;
  print: (value: number) => string;
  words: ChartWords;
  labels: 'above' | 'below' | null;
};

function placeSeries(points: readonly Point[], how: Placing): PlacedSeries {
  const { key, label, series, xOf, yOf, scale, print, words } = how;
  const placed = points.map((point, i): (PlacedPoint & { year: number }) | null => {
    if (!isDrawn(point) || point.printed === null) return null;
    const value = point.printed / scale;
    const spread = point.spreadMilli === null ? null : point.spreadMilli / 1000;
    const low = spread === null ? null : yOf(value - spread);
    const high = spread === null ? null : yOf(value + spread);
    const y = yOf(value);
    const spreadText = point.spreadMilli === null ? '' : ` ± ${print(Math.round(spread! * scale))}`;
    const text = how.labels === null ? '' : print(point.printed);
    const title = `${[label, words.year(point)].filter(Boolean).join(', ')}: ${print(point.printed)}${spreadText}`;
    const labelY = how.labels === 'below' ? Math.max(low ?? y, y) + 15 : Math.min(high ?? y, y) - 7;
    return { x: round(xOf(i) + how.shift), y, low, high, text, title, labelY, year: point.year };
  });
  const runs = runsOf(placed, how.breaks);
  return {
    ...{ key, label, series },
    lines: runs
      .filter((run) => run.length > 1)
      .map((run) => `M${run.map(({ x, y }) => `${x} ${y}`).join('L')}`),
    bands: runs
      .filter((run) => run.length > 1 && run.every((one) => one.low !== null))
      .map(
        (run) =>
          `M${run.map(({ x, high }) => `${x} ${high}`).join('L')}L${run
            .toReversed()
            .map(({ x, low }) => `${x} ${low}`)
            .join('L')}Z`,
      ),
    points: placed.flatMap((one) => (one === null ? [] : [one])).map(({ year: _, ...rest }) => rest),
  };
}

/** Neighbouring years that a line may join. */
function runsOf<P extends { year: number }>(placed: readonly (P | null)[], breaks: readonly number[]): P[][] {
  const runs: P[][] = [[]];
  for (const one of placed) {
    if (one === null || breaks.includes(one.year)) runs.push([]);
    if (one !== null) runs.at(-1)!.push(one);
  }
  return runs.filter((run) => run.length > 0);
}

function signsIn(unit: UnitFigures, years: readonly number[], words: ChartWords) {
  return years.flatMap((_, i) => {
    const points = unit.rows.map((row) => row.points[i]!);
    const bare = points.find((point) => point.state !== 'missing' && !isDrawn(point));
    return bare && !points.some(isDrawn) ? [{ i, text: words.sign(bare) }] : [];
  });
}

/** From nil, or the whole scale: a small change does not look like a large one. */
function domainOf(definition: Definition, rows: UnitFigures['rows']) {
  if (definition.scaleLow !== null && definition.scaleHigh !== null) {
    const step = Math.max(1, Math.ceil((definition.scaleHigh - definition.scaleLow) / 5));
    return { low: definition.scaleLow, high: definition.scaleHigh, step };
  }
  if (definition.kind === 'percentage') return { low: 0, high: 100, step: 25 };
  const scale = 10 ** definition.decimals;
  const tops = rows.flatMap((row) =>
    row.points.map((point) => (point.printed ?? 0) / scale + (point.spreadMilli ?? 0) / 1000),
  );
  const top = Math.max(1, (definition.targetMilli ?? 0) / 1000, ...tops);
  const step = niceStep(top / 4, definition.kind === 'count');
  return { low: 0, high: Math.ceil(top / step) * step, step };
}

function niceStep(rough: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = (whole ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10]).find((one) => one * power >= rough) ?? 10;
  return whole ? Math.max(1, nice * power) : nice * power;
}

function ticksOf(low: number, high: number, step: number): number[] {
  const count = Math.round((high - low) / step);
  return Array.from({ length: count + 1 }, (_, i) => low + i * step);
}

const decimalsOf = (step: number) =>
  Math.max(0, (String(Number(step.toFixed(6))).split('.')[1] ?? '').length);

const round = (value: number) => Math.round(value * 10) / 10;
