import type { Unit } from '#app/organisation/organisation.ts';
import { current } from './definition.ts';
import {
  existsIn,
  type IndicatorFigures,
  type IndicatorTable,
  submittedTimes,
  type UnitFigures,
} from './figures.ts';
import { givenBy, type Purpose, purposes } from './indicator.ts';

/** What the overview of indicators shows of each: the figures of the chosen unit, else of the whole. Pure. */

export type OverviewRow = {
  of: IndicatorFigures;
  /** whose figures stand in the row; null: of several units without a figure of the whole */
  unit: UnitFigures | null;
};

/** Indicators by what they tell, in the order of the scheme. */
export function overviewRows(
  table: IndicatorTable,
  chosen: string | null,
): { purpose: Purpose; rows: OverviewRow[] }[] {
  return purposes
    .map((purpose) => ({
      purpose,
      rows: table.indicators
        .filter((of) => of.definition.purpose === purpose)
        .filter((of) => chosen === null || of.units.some((unit) => unit.code === chosen && !unit.sum))
        .map((of) => ({ of, unit: unitOf(of, chosen) })),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function unitOf(of: IndicatorFigures, chosen: string | null): UnitFigures | null {
  if (chosen !== null) return of.units.find((unit) => unit.code === chosen && !unit.sum) ?? null;
  return (
    of.units.find((unit) => unit.sum || unit.kind === 'institution') ??
    (of.units.length === 1 ? of.units[0]! : null)
  );
}

export type HandedIn = {
  unit: { code: string; nameNl: string; nameEn: string };
  years: {
    year: number;
    state: 'handed-in' | 'changed' | 'begun' | 'open' | 'none';
    onDate: string | null;
  }[];
};

/** How far each unit is with the figures of each year. */
export function handedIn(
  table: IndicatorTable,
  units: readonly Unit[],
  years: readonly number[],
): HandedIn[] {
  return units.flatMap((unit): HandedIn[] => {
    const own = table.indicators.filter((of) => givenBy(current(of), unit));
    if (own.length === 0) return [];
    return [
      {
        unit: { code: unit.code, nameNl: unit.nameNl, nameEn: unit.nameEn },
        years: years.map((year) => ({ year, ...stateOf(table, own, { unit, year }) })),
      },
    ];
  });
}

function stateOf(
  table: IndicatorTable,
  own: readonly IndicatorFigures[],
  { unit, year }: { unit: Unit; year: number },
): { state: HandedIn['years'][number]['state']; onDate: string | null } {
  const asked = own.some(
    (of) =>
      of.definitions[0]!.fromYear <= year &&
      (of.lastYear ?? year) >= year &&
      existsIn(unit, year, of.definition.academic),
  );
  if (!asked) return { state: 'none', onDate: null };
  const points = own.flatMap((of) =>
    (of.units.find((one) => one.code === unit.code && !one.sum)?.rows ?? []).flatMap((row) =>
      row.points.filter((point) => point.year === year && point.number > 0),
    ),
  );
  const times = submittedTimes(table.submissions, { unit: unit.code, year });
  const last = table.submissions.find(
    (one) => one.unit === unit.code && one.year === year && one.number === times,
  );
  if (last) {
    return { state: points.some((point) => point.draft) ? 'changed' : 'handed-in', onDate: last.onDate };
  }
  return { state: points.length > 0 ? 'begun' : 'open', onDate: null };
}
