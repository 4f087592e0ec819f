/**
 * Finds what printed percentages are percentages of: a share of the column's total, realised of budget, a
 * difference of its budget, or growth. All percentage columns under one kind of heading are read alike.
 */
import { type Figure, judgeShare, ONE, unknown, type Verdict } from '#app/ledger/check.ts';
import { type Equation, figureOf, type Grid } from './table-grid.ts';
import { isTotal } from './table-hint.ts';

/** One way to read a percentage line: of which line, over which other line, total or nothing. */
export type ShareReading =
  /** `wholes`: of every cross, the cross that holds its whole (a total), if any */
  | { kind: 'share'; line: number; of: number; wholes: Wholes }
  | { kind: 'ratio' | 'growth'; line: number; of: number; whole: number };

type Wholes = (number | null)[];
type Score = { fits: number; misses: number };
type Kind = ShareReading['kind'];

/** The reading of each percentage line that can be understood; `across` are the sums of the other grid. */
export function findShares(grid: Grid, across: Equation[]): ShareReading[] {
  const families = new Map<string, number[]>();
  grid.lines.forEach((line, i) => {
    if (!line.roles.has('percent')) return;
    const name =
      grid.axis === 'rows' ? String(i) : (line.parts.at(-1) ?? '').replace(/(?:19|20)\d\d/g, '').trim();
    families.set(name, [...(families.get(name) ?? []), i]);
  });
  return [...families.values()].flatMap((family) => readFamily(grid, family, across));
}

/** The verdict on one percentage. */
export function judgeReading(reading: ShareReading, stated: Figure, part: Figure, whole: Figure): Verdict {
  if (reading.kind !== 'growth') return judgeShare(stated, part, whole);
  if (part.kind === 'unknown' || whole.kind === 'unknown') return { class: 'unjudged' };
  const change: Figure = { kind: 'known', value: part.value - whole.value, unit: part.unit + whole.unit };
  return judgeShare(stated, change, whole);
}

/** Readings in tiers: lines of the same year or heading, then by order, then the nearest, then any. */
function readFamily(grid: Grid, family: number[], across: Equation[]): ShareReading[] {
  const amounts = grid.lines.flatMap((line, i) =>
    line.roles.has('percent') || line.roles.has('rate') ? [] : [i],
  );
  const tiers: ((p: number, k: number) => number[])[] = [
    (p) =>
      amounts.filter((a) => grid.lines[p]!.group !== '' && grid.lines[a]!.group === grid.lines[p]!.group),
    (p, k) => (family.length === amounts.length && family.length > 1 ? [amounts[k]!] : runBefore(amounts, p)),
    () => amounts,
  ];
  const choices = [...wholes(grid, family, across), null];
  for (const tier of tiers) {
    const reading = bestOfTier(grid, { family, choices }, tier);
    if (reading) return reading;
  }
  return [];
}

/** The amounts between the previous percentage and this one. */
function runBefore(amounts: number[], p: number): number[] {
  const run: number[] = [];
  for (let i = p - 1; i >= 0 && amounts.includes(i); i--) run.push(i);
  return run;
}

function bestOfTier(
  grid: Grid,
  { family, choices }: { family: number[]; choices: (Wholes | null)[] },
  tier: (p: number, k: number) => number[],
): ShareReading[] | null {
  let best: { rate: number; readings: ShareReading[] } | null = null;
  for (const whole of choices) {
    for (const kind of (whole === null ? ['ratio', 'growth'] : ['share']) as Kind[]) {
      const total: Score = { fits: 0, misses: 0 };
      const readings: ShareReading[] = [];
      family.forEach((p, k) => {
        const own = bestFor(grid, options(p, tier(p, k), kind, whole));
        if (!own) return;
        total.fits += own.score.fits;
        total.misses += own.score.misses;
        readings.push(own.reading);
      });
      const judged = total.fits + total.misses;
      const rate = judged === 0 ? 0 : total.fits / judged;
      const proven = total.fits >= 2 || (total.fits === 1 && judged === 1);
      if (proven && rate >= 0.5 && (best === null || rate > best.rate)) best = { rate, readings };
    }
  }
  return best?.readings ?? null;
}

/**
 * What may be the whole: one total for all, where it is a total or the percentages themselves say 100; or
 * for each line the total that adds it up (income over total income, costs over total costs).
 */
function wholes(grid: Grid, family: number[], across: Equation[]): Wholes[] {
  const hundred = 100n * ONE;
  const full = grid.crosses.flatMap((_, c) => {
    const figures = family.map((p) => figureOf(grid.at(p, c), false));
    return figures.some((figure) => figure.kind === 'known' && figure.value === hundred) ? [c] : [];
  });
  const totals = grid.crosses.flatMap((line, c) => (isTotal(line) ? [c] : []));
  const single = [...new Set([...full.filter((c) => totals.includes(c)), ...totals, ...full])];
  const sums = across.filter((equation) => equation.kind === 'sum');
  const own = grid.crosses.map((_, c) => {
    const target = sums.find((equation) => equation.parts.some(({ line }) => line === c))?.target;
    return target ?? (full.includes(c) ? c : null);
  });
  const each = single.map((whole) => grid.crosses.map(() => whole));
  return sums.length > 1 ? [...each, own] : each;
}

function options(p: number, lines: number[], kind: Kind, whole: Wholes | null): ShareReading[] {
  if (kind === 'share')
    return whole === null ? [] : lines.map((of) => ({ kind, line: p, of, wholes: whole }));
  return lines.flatMap((of) =>
    lines.flatMap((base) => (base === of ? [] : [{ kind, line: p, of, whole: base }])),
  );
}

function bestFor(grid: Grid, readings: ShareReading[]): { reading: ShareReading; score: Score } | null {
  let best: { reading: ShareReading; score: Score } | null = null;
  for (const reading of readings) {
    const score = scoreOf(grid, reading);
    if (score.fits + score.misses === 0) continue;
    const rate = score.fits / (score.fits + score.misses);
    if (best === null || rate > best.score.fits / (best.score.fits + best.score.misses))
      best = { reading, score };
  }
  return best;
}

function scoreOf(grid: Grid, reading: ShareReading): Score {
  const score: Score = { fits: 0, misses: 0 };
  for (let c = 0; c < grid.crosses.length; c++) {
    if (reading.kind === 'share' && c === reading.wholes[c]) continue;
    const { part, whole } = operands(reading, c, (line, cross) => figureOf(grid.at(line, cross), false));
    const stated = figureOf(grid.at(reading.line, c), false);
    if (part.kind === 'known' && part.value === 0n && stated.kind === 'known' && stated.value === 0n)
      continue;
    const verdict = judgeReading(reading, stated, part, whole);
    if (verdict.class === 'unjudged') continue;
    if (verdict.class === 'error') score.misses += 1;
    else score.fits += 1;
  }
  return score;
}

/** The two figures that a percentage at `cross` is read from. */
export function operands(
  reading: ShareReading,
  cross: number,
  figureAt: (line: number, cross: number) => Figure,
): { part: Figure; whole: Figure } {
  const part = figureAt(reading.of, cross);
  if (reading.kind !== 'share') return { part, whole: figureAt(reading.whole, cross) };
  const whole = reading.wholes[cross];
  return { part, whole: typeof whole === 'number' ? figureAt(reading.of, whole) : unknown };
}
