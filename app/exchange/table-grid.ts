/** Rows over columns and columns over rows are checked by the same rules: a grid is either of the two. */
import { type Figure, judgeSum, type Part, type Verdict } from '#app/ledger/check.ts';
import type { Value } from './table-number.ts';
import type { Line, Table } from './table-shape.ts';

export type Axis = 'rows' | 'columns';
export type Grid = {
  axis: Axis;
  /** what is added up: rows, or columns */
  lines: Line[];
  /** along which it is added up */
  crosses: Line[];
  at(line: number, cross: number): Value;
};

export type SignedLine = { line: number; sign: 1 | -1 };

/** `target` is read as the signed sum of `parts`, in every cross of `crosses`. */
export type Equation = {
  kind: 'sum' | 'difference';
  target: number;
  parts: SignedLine[];
  crosses: number[];
};

/** How a reading fares over all crosses that can judge it. */
export type Tally = {
  fits: number;
  /** fits without any rounding */
  exact: number;
  misses: number;
  /** misses that a blank part could explain */
  open: number;
  /** fits in which a blank part counted as nil: proof of what a blank means in this table */
  blankFits: number;
  /** largest miss as a share of the stated figure */
  worst: number;
};

/** The two grids of a table. */
export function gridOf(table: Table, axis: Axis): Grid {
  return axis === 'rows'
    ? { axis, lines: table.rows, crosses: table.columns, at: (line, cross) => table.at(line, cross) }
    : { axis, lines: table.columns, crosses: table.rows, at: (line, cross) => table.at(cross, line) };
}

/**
 * The figure of a value. A dash or "not applicable" is printed as nothing to add. A blank is nil where the
 * sums of the same table prove it; *pm*, `<5` and unreadable cells stay unknown (law 4).
 */
export function figureOf(value: Value, blankIsNil: boolean): Figure {
  if (value.state === 'known') return { kind: 'known', value: value.value, unit: value.unit };
  if (value.state === 'nil' || (value.state === 'blank' && blankIsNil)) {
    return { kind: 'known', value: 0n, unit: 0n };
  }
  if (value.state === 'unknown') return { kind: 'unknown', least: value.least, most: value.most };
  return { kind: 'unknown', least: null, most: null };
}

/** The verdict on one cross of an equation. */
export function judge(grid: Grid, equation: Equation, cross: number, blankIsNil: boolean): Verdict {
  const target = grid.at(equation.target, cross);
  if (target.state !== 'known') return { class: 'unjudged' };
  const parts = equation.parts.map(
    ({ line, sign }): Part => ({ sign, figure: figureOf(grid.at(line, cross), blankIsNil) }),
  );
  return judgeSum(figureOf(target, false), parts);
}

/** Counts fits and misses; a cross of nothing but zeros proves nothing and counts as neither. */
export function tally(grid: Grid, equation: Equation): Tally {
  const result: Tally = { fits: 0, exact: 0, misses: 0, open: 0, blankFits: 0, worst: 0 };
  for (const cross of equation.crosses) {
    const target = grid.at(equation.target, cross);
    if (target.state !== 'known') continue;
    const values = equation.parts.map(({ line }) => grid.at(line, cross));
    const nonZero = values.some((value) => value.state === 'known' && value.value !== 0n);
    if (!nonZero && (target.value === 0n || values.some((value) => value.state !== 'known'))) continue;
    const verdict = judge(grid, equation, cross, true);
    if (verdict.class === 'unjudged') continue;
    const blank = values.some((value) => value.state === 'blank');
    if (verdict.class !== 'error') {
      result.fits += 1;
      if (verdict.class === 'exact') result.exact += 1;
      if (blank) result.blankFits += 1;
      continue;
    }
    if (blank) result.open += 1;
    else result.misses += 1;
    const off = Math.abs(Number(verdict.difference)) / Math.max(1, Math.abs(Number(target.value)));
    result.worst = Math.max(result.worst, off);
  }
  return result;
}

/**
 * How well a reading holds, from 0 to 1. Among small figures a wrong reading may fall within rounding, so
 * a fit to the digit weighs more than one by rounding; a miss that a blank may explain weighs less.
 */
export function rate({ fits, exact, misses, open }: Tally): number {
  const judged = fits + misses + open / 2;
  return judged === 0 ? 0 : (exact + 0.6 * (fits - exact)) / judged;
}

/** Crosses whose figures may be added: no percentages, rates or averages. */
export function additive(crosses: Line[]): number[] {
  return crosses.flatMap((line, i) => (line.roles.has('percent') || line.roles.has('rate') ? [] : [i]));
}
