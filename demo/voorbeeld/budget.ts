import { split } from '#app/kernel/split.ts';
import type { PlannedMeasure } from './measures.ts';
import type { Line, Version } from './money.ts';
import { allYears, rates } from './scheme.ts';

/** Kinds of cost that are people, so that euros and FTE go together. */
const staff = new Set(['docenten', 'studentassistenten', 'begeleiders', 'onderwijskundigen']);

/** Budgets are in whole hundreds of euros. */
const step = 10_000;

function rateOf(year: number): number {
  return rates.findLast((rate) => rate.fromYear <= year)!.fteCents;
}

/**
 * The budget of a plan: what may be spent, over measures and their components by weight.
 * @param available cents in a year
 */
export function budgetLines(
  unit: string,
  measures: PlannedMeasure[],
  available: (year: number) => number,
): Line[] {
  return allYears.flatMap((year) => {
    const running = measures.filter((one) => one.firstYear <= year && year <= one.lastYear);
    const parts = split(
      Math.floor(available(year) / step),
      new Map(running.map((one) => [one.code, one.weight])),
    );
    return running.flatMap((one) => measureLines(unit, one, { year, cents: parts.get(one.code)! * step }));
  });
}

function measureLines(
  unit: string,
  measure: PlannedMeasure,
  { year, cents }: { year: number; cents: number },
): Line[] {
  const base = { unit, node: measure.node, measure: measure.code, year };
  const fund = measure.stimulated === year ? 'stimulering' : 'kwaliteit';
  if (measure.pmIn === year) return [{ fund, ...base, mark: 'pm', note: 'Omvang wordt later bepaald.' }];
  const parts = split(cents / step, new Map(measure.components.map(([name, , weight]) => [name, weight])));
  return measure.components.map(([component, costKind]) => {
    const own = parts.get(component)! * step;
    const fteMilli = staff.has(costKind) ? Math.round((own * 1000) / rateOf(year)) : null;
    return { fund, ...base, component, costKind, cents: own, fteMilli };
  });
}

/** The measures as the plan tells them. */
export function measureTexts(measures: PlannedMeasure[]): NonNullable<Version['measures']> {
  return measures.map(
    ({ weight: _w, components: _c, stimulated: _s, pmIn: _p, result: _r, ...measure }) => measure,
  );
}
