/**
 * Finds what printed percentages are percentages of: a share of the column's total, realised of budget, a
 * difference of its budget, or growth. All percentage columns under one kind of heading are read alike.
 */
import { type Figure, judgeShare, ONE, type Verdict } from '#app/ledger/check.ts';
import { figureOf, type Grid } from './table-grid.ts';
import { isTotal } from './table-sum.ts';

/** One way to read a percentage line: of which line, over which other line, total or nothing. */
export type ShareReading =
  | { kind: 'share'; line: number; of: number; whole: number }
  | { kind: 'ratio' | 'growth'; line: number; of: number; whole: number };

type Score = { fits: number; misses: number };
type Kind = ShareReading['kind'];

/** The reading of each percentage line of the grid that can be understood. */
export function findShares(grid: Grid): ShareReading[] {
  const families = new Map<string, number[]>();
  grid.lines.forEach((line, i) => {
    if (!line.roles.has('percent')) return;
    const name =
      grid.axis === 'rows' ? String(i) : (line.parts.at(-1) ?? '').replace(/(?:19|20)\d\d/g, '').trim();
    families.set(name, [...(families.get(name) ?? []), i]);
  });
  return [...families.values()].flatMap((family) => readFamily(grid, family));
}

/** The verdict on one percentage. */
export function judgeReading(reading: ShareReading, stated: Figure, part: Figure, whole: Figure): Verdict {
  if (reading.kind !== 'growth') return judgeShare(stated, part, whole);
  if (part.kind === 'unknown' || whole.kind === 'unknown') return { class: 'unjudged' };
  const change: Figure = { kind: 'known', value: part.value - whole.value, unit: part.unit + whole.unit };
  return judgeShare(stated, change, whole);
}

/** Readings in tiers: lines of the same year or heading, then by order, then the nearest, then any. */
function readFamily(grid: Grid, family: number[]): ShareReading[] {
  const amounts = grid.lines.flatMap((line, i) =>
    line.roles.has('percent') || line.roles.has('rate') ? [] : [i],
  );
  const tiers: ((p: number, k: number) => number[])[] = [
    (p) =>
      amounts.filter((a) => grid.lines[p]!.group !== '' && grid.lines[a]!.group === grid.lines[p]!.group),
    (p, k) => (family.length === amounts.length && family.length > 1 ? [amounts[k]!] : runBefore(amounts, p)),
    () => amounts,
  ];
  for (const tier of tiers) {
    const reading = bestOfTier(grid, family, tier);
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
  family: number[],
  tier: (p: number, k: number) => number[],
): ShareReading[] | null {
  let best: { rate: number; readings: ShareReading[] } | null = null;
  for (const whole of [...wholes(grid, family), null]) {
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

/** Crosses that may be the whole: a total, or where the percentages themselves say 100. */
function wholes(grid: Grid, family: number[]): number[] {
  const hundred = 100n * ONE;
  const full = grid.crosses.flatMap((_, c) => {
    const figures = family.map((p) => figureOf(grid.at(p, c), false));
    return figures.some((figure) => figure.kind === 'known' && figure.value === hundred) ? [c] : [];
  });
  const totals = grid.crosses.flatMap((line, c) => (isTotal(line) ? [c] : []));
  return [...new Set([...full.filter((c) => totals.includes(c)), ...totals, ...full])];
}

function options(p: number, lines: number[], kind: Kind, whole: number | null): ShareReading[] {
  if (kind === 'share') return whole === null ? [] : lines.map((of) => ({ kind, line: p, of, whole }));
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
    if (reading.kind === 'share' && c === reading.whole) continue;
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
  const whole =
    reading.kind === 'share' ? figureAt(reading.of, reading.whole) : figureAt(reading.whole, cross);
  return { part, whole };
}
