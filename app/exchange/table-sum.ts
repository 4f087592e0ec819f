/**
 * Finds which lines a total adds up. Several readings are tried (the lines since the previous total, the
 * subtotals, all lines, the lines that follow, the lines numbered or indented under it); the one that
 * holds in most columns is taken, so that only the columns that deviate from it are reported.
 */
import {
  additive,
  type Equation,
  type Grid,
  rate,
  type SignedLine,
  type Tally,
  tally,
} from './table-grid.ts';
import { children, isHinted, isTotal } from './table-hint.ts';
import type { Line } from './table-shape.ts';
import type { Role } from './table-word.ts';

/** Lines tried as parts of one total; longer runs are beyond printed tables and would cost minutes. */
const longestRun = 200;

export type Sums = { equations: Equation[]; unexplained: number[] };

type State = {
  grid: Grid;
  crosses: number[];
  /** part -> the total that holds it */
  consumed: Map<number, number>;
  equations: Map<number, Equation>;
};
type Reading = { equation: Equation; score: Tally };
type Direction = 'before' | 'after';

/** All sums of a grid, and the labelled totals that no reading explains. */
export function findSums(grid: Grid): Sums {
  const state: State = { grid, crosses: additive(grid.crosses), consumed: new Map(), equations: new Map() };
  const order = grid.lines.map((_, i) => i);
  const labelled = order.filter((i) => isTotal(grid.lines[i]!));
  const hinted = order.filter((i) => isHinted(grid, i));
  for (const t of order) {
    if (labelled.includes(t)) tryReadings(state, t, ['before']);
  }
  for (const t of hinted) tryStructure(state, t);
  for (const t of [...hinted].reverse()) {
    if (!state.equations.has(t)) tryReadings(state, t, ['before', 'after'], 2);
  }
  for (const t of [...labelled].reverse()) if (!state.equations.has(t)) tryReadings(state, t, ['after']);
  for (const t of labelled) if (!state.equations.has(t)) tryReadings(state, t, ['before', 'after']);
  for (const t of labelled) if (!state.equations.has(t)) tryLeaves(state, t);
  if (labelled.some((t) => !state.equations.has(t))) explainByPlainLines(state, labelled);
  const unexplained = labelled.filter((t) => !state.equations.has(t) && !trySole(state, t, labelled));
  return { equations: [...state.equations.values()], unexplained };
}

function tryStructure(state: State, t: number): void {
  const under = children(state.grid, t).filter(
    (i) => !skipped(state.grid.lines[i]!, ['memo', 'percent', 'rate']),
  );
  if (under.length < 2) return;
  const reading = read(state, t, under);
  if (reading.score.fits >= 1 && reading.score.fits >= reading.score.misses) accept(state, reading.equation);
}

/** Takes the best reading when it holds at least as often as it fails. `least` parts are needed. */
function tryReadings(state: State, t: number, directions: Direction[], least = 1): void {
  let best: Reading | null = null;
  for (const parts of directions.flatMap((direction) => candidates(state, t, direction))) {
    if (parts.length < least) continue;
    const reading = read(state, t, parts);
    if (reading.score.fits === 0 || reading.score.fits < reading.score.misses) continue;
    // a line repeated by the total under it says little unless it always holds
    if (parts.length === 1 && reading.score.misses > 0 && reading.score.fits < 3) continue;
    if (best === null || rate(reading.score) > rate(best.score)) best = reading;
  }
  if (best) accept(state, best.equation);
}

/**
 * All lines that are no totals themselves, whatever stands between: a grand total over subtotals that are
 * wrong or not understood. The lines stay free for those subtotals.
 */
function tryLeaves(state: State, t: number): void {
  const leaves = state.grid.lines.flatMap((line, i) =>
    i === t || state.equations.has(i) || isTotal(line) || skipped(line, ['memo', 'percent', 'rate'])
      ? []
      : [i],
  );
  const sides = [leaves.filter((i) => i < t), leaves.filter((i) => i > t)].filter((side) => side.length > 1);
  const readings = sides
    .map((side) => read(state, t, side))
    .filter(({ score }) => score.exact > score.misses);
  const best = readings.toSorted((a, b) => rate(b.score) - rate(a.score))[0];
  if (best) state.equations.set(t, best.equation);
}

function accept(state: State, equation: Equation): void {
  state.equations.set(equation.target, equation);
  for (const { line } of equation.parts)
    if (!state.consumed.has(line)) state.consumed.set(line, equation.target);
}

function read(state: State, target: number, lines: number[]): Reading {
  const parts = lines.map((line): SignedLine => ({ line, sign: 1 }));
  const equation: Equation = { kind: 'sum', target, parts, crosses: state.crosses };
  return { equation, score: tally(state.grid, equation) };
}

function skipped(line: Line, roles: Role[]): boolean {
  return roles.some((role) => line.roles.has(role) && !(role === 'result' && isTotal(line)));
}

/** Part lists for a total, likeliest first. Words that call a line no part are believed first, then not. */
function candidates(state: State, t: number, direction: Direction): number[][] {
  const { grid } = state;
  const lists: number[][] = [];
  const near =
    direction === 'before'
      ? Array.from({ length: t }, (_, i) => t - 1 - i)
      : Array.from({ length: grid.lines.length - t - 1 }, (_, i) => t + 1 + i);
  for (const roles of [
    ['memo', 'percent', 'rate', 'result'],
    ['memo', 'percent', 'rate'],
    ['rate'],
  ] as Role[][]) {
    const usable = near.filter((i) => !skipped(grid.lines[i]!, roles));
    const open = usable.filter((i) => !holds(state, i, t)).slice(0, longestRun);
    for (const list of [...kin(grid, open, t), open]) lists.push(...runs(grid, list));
    lists.push(open.filter((i) => isTotal(grid.lines[i]!)));
    const least = Math.min(...open.map((i) => grid.lines[i]!.indent));
    lists.push(open.filter((i) => grid.lines[i]!.indent === least));
    lists.push(open.filter((i) => grid.lines[i]!.bold));
  }
  const seen = new Set<string>();
  return lists.filter((list) => {
    const key = list.join();
    return list.length > 0 && !seen.has(key) && seen.add(key);
  });
}

/** Is the line already part of another total than t, or itself built from t? */
function holds(state: State, line: number, t: number): boolean {
  const owner = state.consumed.get(line);
  if (owner !== undefined && owner !== t) return true;
  return state.equations.get(line)?.parts.some((part) => part.line === t) ?? false;
}

/** Columns under the same heading text (B with B, EUR with EUR) add up, not their neighbours. */
function kin(grid: Grid, near: number[], t: number): number[][] {
  const target = grid.lines[t]!;
  const alike: ((line: Line) => boolean)[] = [
    (line) => line.parts.at(-1) === target.parts.at(-1),
    (line) =>
      (['budget', 'actual', 'fte'] as Role[]).every(
        (role) => line.roles.has(role) === target.roles.has(role),
      ),
    (line) => line.parts[0] === target.parts[0],
  ];
  if (target.parts.length === 0) return [];
  return alike
    .map((test) => near.filter((i) => test(grid.lines[i]!)))
    .filter((list) => list.length > 0 && list.length < near.length);
}

/** Runs of the nearest lines: up to the previous total first, then up to a gap, then every length. */
function runs(grid: Grid, near: number[]): number[][] {
  const total = near.findIndex((i) => isTotal(grid.lines[i]!));
  const natural = total === -1 ? near.length : total;
  const gaps = near.flatMap((i, k) => (grid.lines[i]!.opens ? [k + 1] : []));
  const lengths = [natural, ...gaps, near.length, ...near.map((_, k) => near.length - k)];
  return [...new Set(lengths)].filter((length) => length > 0).map((length) => near.slice(0, length));
}

/**
 * Theme totals may carry only the theme's name. Such a line is believed to be a total only to explain a
 * labelled one, and only when it holds in three columns or more without a single miss.
 */
function explainByPlainLines(state: State, labelled: number[]): void {
  for (const direction of ['before', 'after'] as Direction[]) {
    const trial: State = { ...state, consumed: new Map(state.consumed), equations: new Map(state.equations) };
    const order = state.grid.lines.map((_, i) => i);
    for (const t of direction === 'before' ? order : order.reverse()) {
      if (trial.equations.has(t) || labelled.includes(t)) continue;
      const parts = candidates(trial, t, direction).find((list) => {
        const { fits, misses, open } = read(trial, t, list).score;
        return list.length > 1 && fits >= 3 && misses + open === 0;
      });
      if (parts) accept(trial, read(trial, t, parts).equation);
    }
    for (const t of labelled) if (!trial.equations.has(t)) tryReadings(trial, t, ['before', 'after']);
    const explained = labelled.filter((t) => trial.equations.has(t) && !state.equations.has(t));
    if (explained.length === 0) continue;
    state.consumed = trial.consumed;
    state.equations = trial.equations;
    return;
  }
}

/**
 * A labelled total that holds in no column. With one column to judge by, the nearest natural reading is
 * taken; with more, only when every column misses by little: else the structure is not understood, and
 * the table is not called wrong.
 */
function trySole(state: State, t: number, labelled: number[]): boolean {
  const options = candidates(state, t, 'before').slice(0, 12);
  const flat = labelled.length === 1;
  let best: Reading | null = null;
  for (const parts of options) {
    if (parts.length < 2 || !natural(state, t, parts)) continue;
    const reading = read(state, t, parts);
    if (reading.score.misses === 0 || reading.score.open > 0) continue;
    if (best === null || reading.score.worst < best.score.worst) best = reading;
  }
  if (best === null) return false;
  const lone = best.score.misses === 1;
  if (!(lone && flat) && best.score.worst > (lone ? 0.5 : 0.2)) return false;
  accept(state, best.equation);
  return true;
}

/** The lines directly before the total, or subtotals that were themselves explained. */
function natural(state: State, t: number, parts: number[]): boolean {
  const { lines } = state.grid;
  const totals = parts.filter((i) => isTotal(lines[i]!));
  if (totals.length > 0) return totals.some((i) => state.equations.has(i));
  return Math.max(...parts) === t - 1;
}
