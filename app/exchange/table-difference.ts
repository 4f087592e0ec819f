/**
 * Finds what a result, balance or difference is taken from: income minus costs (minus what is not yet
 * allocated), budget minus actual or the reverse. As with sums, the reading that holds most often counts.
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
import { isTotal } from './table-hint.ts';
import type { Line } from './table-shape.ts';
import type { Sums } from './table-sum.ts';

/** Lines from which a difference may be taken; with four parts and two signs this stays a few thousand. */
const nearest = 8;

type Option = { equation: Equation; score: Tally; byRole: boolean };

/** The differences of a grid; `sums` tells which lines are already parts of a total. */
export function findDifferences(grid: Grid, sums: Sums): Equation[] {
  const found = new Map<number, Equation>();
  const explained = new Set(sums.equations.map((equation) => equation.target));
  const targets = grid.lines.flatMap((line, i) => {
    if (line.roles.has('percent') || line.roles.has('rate') || explained.has(i)) return [];
    return line.roles.has('result') || line.roles.has('carry') || sums.unexplained.includes(i) ? [i] : [];
  });
  const isResult = (t: number) => grid.lines[t]!.roles.has('result');
  for (const t of [...targets.filter(isResult), ...targets.filter((i) => !isResult(i))]) {
    // what is already taken off in a result is not also a result of the same figures
    if ([...found.values()].some((equation) => equation.parts.some(({ line }) => line === t))) continue;
    const best = bestOption(grid, sums, t);
    if (best && ![...sums.equations, ...found.values()].some((other) => sameLines(best, other))) {
      found.set(t, best);
    }
  }
  for (const t of targets) {
    if (!found.has(t) && grid.lines[t]!.roles.has('result')) {
      const like = likeOthers(grid, t, [...found.values()]);
      if (like) found.set(t, like);
    }
  }
  return [...found.values()];
}

/** The same figures written the other way round say nothing new. */
function sameLines(a: Equation, b: Equation): boolean {
  const key = ({ target, parts }: Equation) =>
    [target, ...parts.map(({ line }) => line)].sort((x, y) => x - y).join();
  return key(a) === key(b);
}

function bestOption(grid: Grid, sums: Sums, t: number): Equation | null {
  let best: Option | null = null;
  let lone: Option | null = null;
  for (const parts of combinations(sources(grid, sums, t))) {
    const equation: Equation = { kind: 'difference', target: t, parts, crosses: additive(grid.crosses) };
    const score = tally(grid, equation);
    const option: Option = { equation, score, byRole: opposed(grid, t, parts) };
    if (score.fits === 0) {
      if (option.byRole && score.misses === 1 && (lone === null || score.worst < lone.score.worst))
        lone = option;
      continue;
    }
    if (!believable(option) || (best !== null && !better(option, best))) continue;
    best = option;
  }
  if (best) return best.equation;
  // one column to judge by: income minus costs is what a result says it is, right or wrong
  return lone && grid.lines[t]!.roles.has('result') && !isTotal(grid.lines[t]!) ? lone.equation : null;
}

/** Few columns fit something by chance: the more parts, the more proof; words that fit need less. */
function believable({ score, byRole, equation }: Option): boolean {
  if (score.fits < score.misses) return false;
  if (byRole) return true;
  return score.fits >= Math.max(2, equation.parts.length);
}

function better(a: Option, b: Option): boolean {
  if (rate(a.score) !== rate(b.score)) return rate(a.score) > rate(b.score);
  if (a.byRole !== b.byRole) return a.byRole;
  return a.equation.parts.length < b.equation.parts.length;
}

/** Lines that are nobody's part, nearest first; among columns those of the same year or heading. */
function sources(grid: Grid, sums: Sums, t: number): number[] {
  const parts = new Set(sums.equations.flatMap((equation) => equation.parts.map(({ line }) => line)));
  const usable = (line: Line, i: number): boolean =>
    i !== t && !line.roles.has('percent') && !line.roles.has('rate') && !line.roles.has('memo');
  const all = grid.lines.flatMap((line, i) => (usable(line, i) ? [i] : []));
  const group = grid.lines[t]!.group;
  const own = all.filter((i) => group !== '' && grid.lines[i]!.group === group);
  if (own.length >= 2) return own.slice(0, nearest);
  const free = grid.axis === 'columns' ? all : all.filter((i) => !parts.has(i) || isTotal(grid.lines[i]!));
  const before = free.filter((i) => i < t).reverse();
  const after = free.filter((i) => i > t);
  // a long table keeps its income at the top: the first free lines count as near
  const first = before
    .slice(nearest - 2)
    .reverse()
    .slice(0, 2);
  const chosen = [...before.slice(0, nearest - 2), ...first, ...after.slice(0, 2)];
  const named = all.filter((i) => grid.lines[i]!.roles.has('revenue') && !parts.has(i)).slice(0, 2);
  return [...new Set([...chosen, ...named])].slice(0, nearest + 3);
}

/** Signed pairs, triples and quadruples; the first part is always added. */
function* combinations(lines: number[]): Generator<SignedLine[]> {
  const choose = function* (start: number, left: number): Generator<number[]> {
    if (left === 0) {
      yield [];
      return;
    }
    for (let i = start; i < lines.length; i++) {
      for (const rest of choose(i + 1, left - 1)) yield [lines[i]!, ...rest];
    }
  };
  for (const size of [2, 3, 4]) {
    for (const set of choose(0, size)) {
      for (let signs = 1; signs < 2 ** size; signs++) {
        yield set.map((line, k): SignedLine => ({ line, sign: signs & (1 << k) ? 1 : -1 }));
      }
    }
  }
}

/** Do the words say that these are each other's opposite: income and costs, budget and actual? */
function opposed(grid: Grid, t: number, parts: SignedLine[]): boolean {
  if (!grid.lines[t]!.roles.has('result')) return false;
  const main = parts.filter(({ line }) => !grid.lines[line]!.roles.has('carry'));
  if (main.length !== 2 || parts.length > 3) return false;
  const [a, b] = main as [SignedLine, SignedLine];
  const roles = (part: SignedLine) => grid.lines[part.line]!.roles;
  const pair = (one: 'revenue' | 'budget', other: 'cost' | 'actual') =>
    (roles(a).has(one) && roles(b).has(other)) || (roles(b).has(one) && roles(a).has(other));
  const carries = parts.filter(({ line }) => grid.lines[line]!.roles.has('carry'));
  const income = roles(a).has('revenue') && !roles(a).has('cost') ? a : b;
  return (
    (pair('revenue', 'cost') && income.sign === 1 && carries.every(({ sign }) => sign === -1)) ||
    (pair('budget', 'actual') && a.sign !== b.sign && carries.length === 0)
  );
}

/** The reading that the other differences of the table follow, at the same distances. */
function likeOthers(grid: Grid, t: number, others: Equation[]): Equation | null {
  if (grid.axis !== 'columns') return null;
  for (const other of others) {
    const parts = other.parts.map(({ line, sign }): SignedLine => ({ line: line - other.target + t, sign }));
    const alike = parts.every(({ line }, k) => {
      const here = grid.lines[line];
      return here !== undefined && here.parts.at(-1) === grid.lines[other.parts[k]!.line]!.parts.at(-1);
    });
    if (alike) return { kind: 'difference', target: t, parts, crosses: other.crosses };
  }
  return null;
}
