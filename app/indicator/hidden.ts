import type { Indicator } from './definition.ts';
import { keyOf, type Recorded, type TableInput } from './figures.ts';
import { isSmall } from './indicator.ts';
import { type Figure, hiddenAlong, type Sum } from './mask.ts';

/** Which figures of an indicator and year are hidden along with small ones. Pure. */

type InYear = Pick<TableInput, 'placements' | 'units' | 'maskedBelow'> & { year: number };

/** What is hidden along in one year: over splits of a unit, and over units below the nearest that has a figure. */
export function alongIn(indicator: Indicator, observed: readonly Recorded[], input: InYear): Set<string> {
  const figures = observed.filter((one) => one.year === input.year && one.mark !== 'unknown');
  const rulesOf = (one: Recorded) =>
    indicator.definitions.find((each) => each.definitionId === one.definitionId)!;
  const seen: Figure[] = figures.map((one) => ({
    key: keyOf(one),
    small: isSmall(one, rulesOf(one), input.maskedBelow),
    size: one.respondents ?? Math.abs(one.numeratorMilli ?? one.valueMilli ?? 0),
  }));
  if (!seen.some((one) => one.small)) return new Set();
  return hiddenAlong(seen, sumsOf(figures, input));
}

function sumsOf(figures: readonly Recorded[], input: InYear): Sum[] {
  const keys = new Set(figures.map(keyOf));
  const above = parentsIn(input);
  const sums = new Map<string, string[]>();
  const add = (whole: string, part: string) => sums.set(whole, [...(sums.get(whole) ?? []), part]);
  for (const one of figures) {
    if (one.split !== '') add(`split ${keyOf({ ...one, split: '' })}`, keyOf(one));
    for (let unit = above.get(one.unit); unit !== undefined; unit = above.get(unit)) {
      const whole = keyOf({ ...one, unit });
      if (!keys.has(whole)) continue;
      add(`units ${whole}`, keyOf(one));
      break;
    }
  }
  return [...sums].map(([whole, parts]) => ({ whole: whole.slice(whole.indexOf(' ') + 1), parts }));
}

/** Under which unit each hung at the end of a year, by code; one that ended in it, where it hung last. */
function parentsIn({ placements, units, year }: InYear): Map<string, string> {
  const codes = new Map(units.map((one) => [one.unitId, one.code]));
  const found = placements
    .filter(({ from, through }) => (from ?? '') <= `${year}-12-31` && (through ?? '9999') >= `${year}-01-01`)
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return new Map(
    found.flatMap(({ unitId, parentId }) => {
      const [unit, parent] = [codes.get(unitId), codes.get(parentId)];
      return unit && parent ? [[unit, parent] as const] : [];
    }),
  );
}
