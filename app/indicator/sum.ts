import type { Definition } from './definition.ts';
import { existsIn, type Point, type TableInput, type UnitFigures } from './figures.ts';
import { addsUp, printedMilli } from './indicator.ts';

/** Sums of what units gave: of what is shown, saying what they lack (law 4). Pure. */

/** The sum of what units gave, where figures add up and no unit above them gives its own. */
export function sumOf(
  units: readonly UnitFigures[],
  definition: Definition,
  input: TableInput,
): UnitFigures | null {
  const root = input.units.find((unit) => input.placements.every((one) => one.unitId !== unit.unitId));
  if (!addsUp(definition.kind) || !root || units.length < 2 || units.some((one) => one.code === root.code)) {
    return null;
  }
  if (new Set(units.map((one) => one.kind)).size > 1) return null;
  const there = new Map(input.units.map((unit) => [unit.code, unit]));
  const splits = [...new Set(units.flatMap((one) => one.rows.map((row) => row.split)))];
  const rows = splits.map((split) => ({
    split,
    points: input.years.map((year, y) => {
      const giving = units.filter((unit) => existsIn(there.get(unit.code)!, year, definition.academic));
      const own = giving.flatMap((unit) => unit.rows.filter((row) => row.split === split));
      return sumPoint(
        year,
        own.map((row) => row.points[y]!),
        definition.decimals,
      );
    }),
  }));
  const { code, nameNl, nameEn, kind } = root;
  return { code, nameNl, nameEn, kind, sum: true, rows, reflections: [] };
}

function sumPoint(year: number, parts: readonly Point[], decimals: number): Point {
  const shown = parts.filter((one) => one.state === 'value');
  const masked = parts.some((one) => one.state === 'masked' || one.state === 'hidden');
  const unknown = parts.some((one) => one.state === 'unknown' || one.state === 'missing');
  const valueMilli = shown.reduce((sum, one) => sum + (one.valueMilli ?? 0), 0);
  return {
    ...{ year, numeratorMilli: null, denominatorMilli: null, spreadMilli: null, respondents: null },
    ...{ caveat: '', source: '', reason: '', number: 0 },
    state: shown.length > 0 ? 'value' : masked ? 'masked' : 'missing',
    printed: shown.length > 0 ? printedMilli(valueMilli, decimals) : null,
    valueMilli: shown.length > 0 ? valueMilli : null,
    lacks: shown.length === 0 ? null : masked ? 'masked' : unknown ? 'unknown' : null,
    definition: shown[0]?.definition ?? null,
    draft: shown.some((one) => one.draft),
  };
}
