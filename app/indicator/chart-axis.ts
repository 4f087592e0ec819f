import type { Definition } from './definition.ts';
import type { UnitFigures } from './figures.ts';

/** From where to where the axis of an indicator's chart runs, and by which steps. Pure. */

type Axis = { low: number; high: number; step: number };

/**
 * From nil, or the whole scale: a small change does not look like a large one. Percentages that all lie near one end
 * leave the other half out; an axis that does not begin at nil must be said in words.
 * @param rows of every unit whose charts are compared: they share an axis of percentages
 */
export function axisOf(definition: Definition, rows: UnitFigures['rows']): Axis {
  if (definition.scaleLow !== null && definition.scaleHigh !== null) {
    const step = Math.max(1, Math.ceil((definition.scaleHigh - definition.scaleLow) / 5));
    return { low: definition.scaleLow, high: definition.scaleHigh, step };
  }
  const scale = 10 ** definition.decimals;
  const drawn = rows.flatMap((row) => row.points.filter((point) => point.printed !== null));
  const spread = drawn.map((point) => (point.spreadMilli ?? 0) / 1000);
  const values = drawn.map((point) => point.printed! / scale);
  const target = definition.targetMilli === null ? [] : [definition.targetMilli / 1000];
  const tops = [...target, ...values.map((value, i) => value + spread[i]!)];
  if (definition.kind === 'percentage') {
    return percentages(
      Math.min(...target, ...values.map((value, i) => value - spread[i]!)),
      Math.max(...tops),
    );
  }
  const top = Math.max(1, ...tops);
  const step = niceStep(top / 4, definition.kind === 'count');
  return { low: 0, high: Math.ceil(top / step) * step, step };
}

/** The steps of an axis, its ends included. */
export function ticksOf({ low, high, step }: Axis): number[] {
  const count = Math.round((high - low) / step);
  return Array.from({ length: count + 1 }, (_, i) => low + i * step);
}

const ends = [
  { high: 10, step: 2 },
  { high: 25, step: 5 },
  { high: 50, step: 10 },
  { high: 100, step: 25 },
];

function percentages(least: number, most: number): Axis {
  // Room of a few points below the least, so that its line and label stand free of the foot.
  const low = Math.floor((least - 3) / 10) * 10;
  if (Number.isFinite(least) && low >= 50 && most <= 100) return { low, high: 100, step: 10 };
  return { low: 0, ...(ends.find(({ high }) => most <= high * 0.95) ?? ends.at(-1)!) };
}

function niceStep(rough: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = (whole ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10]).find((one) => one * power >= rough) ?? 10;
  return whole ? Math.max(1, nice * power) : nice * power;
}
