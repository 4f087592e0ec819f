import type { Definition } from './definition.ts';
import { existsIn, type Point, type TableInput, type UnitFigures } from './figures.ts';
import { addsUp, printedValue } from './indicator.ts';

/** Sums of what units gave: of what is shown, saying what they lack (law 4). Pure. */

/** The sum of what units gave, where figures add up and no unit above them gives its own. */
export function sumOf(
  units: readonly UnitFigures[],
  definition: Definition,
  input: TableInput,
): UnitFigures | null {
  const root = input.units.find((unit) => input.placements.every((one) => one.unitId !== unit.unitId));
  if (!canSum(definition.kind) || !root || units.length < 2 || units.some((one) => one.code === root.code)) {
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
        definition,
      );
    }),
  }));
  const { code, nameNl, nameEn, kind } = root;
  return { code, nameNl, nameEn, kind, sum: true, rows, reflections: [] };
}

/** Counts and FTE add up; a ratio of all is that of all numerators to all denominators. A mean has no such sum. */
const canSum = (kind: Definition['kind']) => kind !== 'mean';

function sumPoint(year: number, parts: readonly Point[], { kind, decimals }: Definition): Point {
  const adds = addsUp(kind);
  const shown = parts.filter(
    (one) => one.state === 'value' && (adds ? one.valueMilli : one.numeratorMilli) !== null,
  );
  const total = (read: (one: Point) => number | null) =>
    shown.reduce((sum, one) => sum + (read(one) ?? 0), 0);
  const masked = parts.some((one) => one.state === 'masked' || one.state === 'hidden');
  const unknown = parts.some((one) => one.state === 'unknown' || one.state === 'missing');
  const some = shown.length > 0;
  const of = {
    valueMilli: some && adds ? total((one) => one.valueMilli) : null,
    numeratorMilli: some && !adds ? total((one) => one.numeratorMilli) : null,
    denominatorMilli: some && !adds ? total((one) => one.denominatorMilli) : null,
  };
  return {
    ...{ year, spreadMilli: null, respondents: null, caveat: '', source: '', reason: '', number: 0, ...of },
    state: some ? 'value' : masked ? 'masked' : 'missing',
    printed: some ? printedValue(of, { kind, decimals }) : null,
    lacks: some ? (masked ? 'masked' : unknown ? 'unknown' : null) : null,
    definition: shown[0]?.definition ?? null,
    draft: shown.some((one) => one.draft),
  };
}
