import type { Point, UnitFigures } from './figures.ts';

/** Which figures a chart draws, and what stands where it draws none. Pure. */

/** A sum that lacks parts is no point of a line: it would seem to fall. */
export function isDrawn(point: Point): boolean {
  return point.state === 'value' && point.lacks === null;
}

/** Is this the higher of two figures of a year? The first, when they are equal; a figure alone stands above. */
export function sideOf(rows: UnitFigures['rows'], s: number, i: number): 'above' | 'below' {
  const value = (row: number) => {
    const point = rows[row]?.points[i];
    return point && isDrawn(point) ? point.printed : null;
  };
  const [own, other] = [value(s), value(1 - s)];
  if (own === null || other === null) return 'above';
  return own > other || (own === other && s === 0) ? 'above' : 'below';
}

type Sign = { i: number; text: string; series: number | null };

/** One sign for a year without any figure, else the sign of each series that lacks its own. */
export function signsIn(
  unit: UnitFigures,
  drawn: UnitFigures['rows'],
  signOf: (point: Point) => string,
): Sign[] {
  const years = unit.rows[0]?.points ?? [];
  return years.flatMap((_, i): Sign[] => {
    const bare = (row: UnitFigures['rows'][number]) => {
      const point = row.points[i]!;
      return point.state !== 'missing' && !isDrawn(point) ? signOf(point) : null;
    };
    if (!unit.rows.some((row) => isDrawn(row.points[i]!))) {
      const text = unit.rows.map(bare).find((sign) => sign !== null);
      return text === undefined ? [] : [{ i, text, series: null }];
    }
    return drawn.flatMap((row, s): Sign[] => {
      const text = bare(row);
      return text === null ? [] : [{ i, text, series: s + 1 }];
    });
  });
}
