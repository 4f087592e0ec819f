import type { Locale } from '#app/kernel/actor.ts';
import { printUnits } from '#app/kernel/amount-format.ts';
import { axisOf, ticksOf } from './chart-axis.ts';
import { isDrawn, sideOf, signsIn } from './chart-drawn.ts';
import { labelYOf, type MarginLabel, spreadOut } from './chart-label.ts';
import { breakYears, type IndicatorFigures, type Point, rulesIn, type UnitFigures } from './figures.ts';
import { printedMilli, yearLabel } from './indicator.ts';

/**
 * Where everything of a chart of one indicator and unit stands. Pure; figures are placed by their printed value. A line
 * joins two years only when both have a figure and no break lies between them.
 */

export type Marked = { x: number; y: number; text: string };
/** `low` and `high` where a whisker stands: at a point that no band runs through. */
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
  /** where a figure is not shown: the sign that stands there instead, of all series or of one */
  signs: (Marked & { series: number | null })[];
  breaks: { x: number }[];
  target: { y: number; text: string } | null;
  /** right of the drawing: the names of several series and the target, a line each, none over another */
  margin: MarginLabel[];
  /** where the axis begins, when that is not nil or the foot of a scale: a reader must be told */
  begins: string | null;
  empty: boolean;
};

export type ChartWords = {
  locale: Locale;
  /** what stands for a figure that is masked, hidden or unknown */
  sign: (point: Point) => string;
  split: (code: string) => string;
  /** the word for a target */
  target: string;
  year: (point: Point) => string;
};

const plain = { width: 480, height: 230, left: 38, right: 14, top: 22, bottom: 26 };
// The names of series and the target stand beside the drawing, where nothing else does.
const withMargin = { ...plain, right: 96 };
// Longer names would not fit there: they stand above, as a key.
const longestName = 14;

export function placeChart(
  of: Pick<IndicatorFigures, 'definition' | 'definitions' | 'breaks' | 'units'>,
  unit: UnitFigures,
  words: ChartWords,
): PlacedChart {
  const { definition } = of;
  const rows = unit.rows.filter((row) => row.points.some(isDrawn));
  const years = unit.rows[0]?.points.map((point) => point.year) ?? [];
  const shared = ['percentage', 'ratio'].includes(definition.kind)
    ? of.units.flatMap((one) => one.rows)
    : rows;
  const axis = axisOf(definition, shared);
  const { low, high, step } = axis;
  const names = rows.map((row) => words.split(row.split));
  const named = rows.length > 1 && names.every((name) => name.length <= longestName);
  const size = definition.targetMilli === null && !named ? plain : withMargin;
  const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };
  const xOf = (i: number) => size.left + (inner.width * (i + 0.5)) / Math.max(years.length, 1);
  const yOf = (value: number) => {
    const within = Math.min(Math.max(value, low), high);
    return round(size.top + inner.height * (1 - (within - low) / (high - low)));
  };
  const breaks = breakYears(of, unit.code).filter((year) => years.includes(year) && year !== years[0]);
  const scale = 10 ** definition.decimals;
  const percent = definition.kind === 'percentage' ? '%' : '';
  const print = (value: number) => printUnits(value, definition.decimals, words.locale);
  const target =
    definition.targetMilli === null ? null : printedMilli(definition.targetMilli, definition.decimals);
  const tickText = (value: number) =>
    printUnits(Math.round(value * 10 ** decimalsOf(step)), decimalsOf(step), words.locale);
  const targetY = target === null ? null : yOf(target / scale);
  const series = rows.map((row, s) =>
    placeSeries(row.points, {
      ...{ key: row.split, label: names[s]!, series: s + 1, breaks },
      shift: shiftOf(s, rows.length, inner.width / Math.max(years.length, 1)),
      ...{ xOf, yOf, scale, print, words },
      // of two series the higher has its figure above and the lower below; of more, the table has them
      side: (i) => (rows.length === 1 ? null : sideOf(rows, s, i)),
      labels: rows.length <= 2,
      ...{ target: targetY, top: size.top, foot: size.height - size.bottom },
    }),
  );
  const ticks = ticksOf(axis);
  const targetLines =
    target === null || targetY === null
      ? []
      : [
          { y: targetY, text: words.target, series: null },
          { y: targetY, text: `${print(target)}${percent}`, series: null },
        ];
  return {
    ...size,
    ticks: ticks.map((value, i) => ({
      y: yOf(value),
      // the highest says what the others are in
      text: `${tickText(value)}${i === ticks.length - 1 ? percent : ''}`,
    })),
    years: years.map((year, i) => ({
      x: round(xOf(i)),
      text: yearLabel(year, rulesIn(of, year).academic).replace(/-\d\d(\d\d)$/, '/$1'),
    })),
    series,
    signs: signsIn(unit, rows, words.sign).map(({ i, text, series: of }) => ({
      x: round(xOf(i) + (of === null ? 0 : shiftOf(of - 1, rows.length, inner.width / years.length, 2))),
      ...{ y: size.height - size.bottom - 6, text, series: of },
    })),
    breaks: breaks.map((year) => ({ x: round(xOf(years.indexOf(year) - 0.5)) })),
    target: target === null || targetY === null ? null : { y: targetY, text: `${print(target)}${percent}` },
    margin: spreadOut(
      [
        ...(named
          ? series.map((one) => ({ y: one.points.at(-1)!.y, text: one.label, series: one.series }))
          : []),
        ...targetLines,
      ],
      { top: size.top, foot: size.height - size.bottom },
    ),
    begins: low !== 0 && low !== definition.scaleLow ? tickText(low) : null,
    empty: rows.length === 0,
  };
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
  labels: boolean;
  side: (i: number) => 'above' | 'below' | null;
  target: number | null;
  top: number;
  foot: number;
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
    const text = !how.labels ? '' : print(point.printed);
    const title = `${[label, words.year(point)].filter(Boolean).join(', ')}: ${print(point.printed)}${spreadText}`;
    return { x: round(xOf(i) + how.shift), y, low, high, text, title, labelY: y, year: point.year };
  });
  const runs = runsOf(placed, how.breaks);
  const labelled = runs.flatMap((run) => {
    const band = isBand(run);
    return run.map(({ year, ...own }, i): PlacedPoint => {
      const one = band ? { ...own, low: null, high: null } : own;
      const joined = [run[i - 1], run[i + 1]].filter((to) => to !== undefined);
      const side = how.side(points.findIndex((point) => point.year === year));
      return { ...one, labelY: round(labelYOf({ ...how, side, point: one, joined })) };
    });
  });
  return {
    ...{ key, label, series },
    lines: runs
      .filter((run) => run.length > 1)
      .map((run) => `M${run.map(({ x, y }) => `${x} ${y}`).join('L')}`),
    bands: runs.filter(isBand).map(
      (run) =>
        `M${run.map(({ x, high }) => `${x} ${high}`).join('L')}L${run
          .toReversed()
          .map(({ x, low }) => `${x} ${low}`)
          .join('L')}Z`,
    ),
    points: labelled,
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

/** A band joins years of which every one has a spread; a point alone has a whisker. */
function isBand(run: readonly { low: number | null }[]): boolean {
  return run.length > 1 && run.every((one) => one.low !== null);
}

/** Series of one year stand beside each other, by a sixth of its room at most. */
function shiftOf(s: number, count: number, room: number, times = 1): number {
  return (s - (count - 1) / 2) * Math.min(10, room / 6) * times;
}

const decimalsOf = (step: number) =>
  Math.max(0, (String(Number(step.toFixed(6))).split('.')[1] ?? '').length);

const round = (value: number) => Math.round(value * 10) / 10;
