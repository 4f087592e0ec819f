import { divideHalfAway, shareOf } from '#app/kernel/money.ts';
import { compareAllocations, type Difference, differencesPerUnit } from './comparison.ts';
import { type HeadBasis, HeadBook, type HeadCount } from './head-count.ts';
import type { LiveRun } from './live-run.ts';
import { keyOf, type Receiver } from './receiver.ts';
import { byYear } from './run.ts';
import { dividedSigns, isPool, type Sign, type Signed, signsOf, signsTogether } from './sign.ts';

/** Several allocations side by side: the figures of the table, from what came out of each. Pure. */

/** What came out of one allocation; nothing when its rules cannot be carried out. */
export type Side = Pick<LiveRun, 'totals' | 'result'> & Partial<Pick<LiveRun, 'provisional'>>;

/** One allocation for one unit over the years shown; cents. null: no line, which is not the same as 0. */
export type BenchCell = {
  cents: number | null;
  /** against the base; null in the base itself, and where one of the two has nothing to compare */
  difference: number | null;
  /** the difference in basis points of what the base gives; null where that is nothing */
  share: number | null;
  /** cents per head, rounded; null where heads are unknown or asked of nobody */
  perHead: number | null;
  /** what the amount says besides its number, and what the difference with the base does */
  signs: Sign[];
  differenceSigns: Sign[];
};

export type BenchRow = { receiver: Receiver; cells: BenchCell[] };

export type Bench = {
  rows: BenchRow[];
  allocated: BenchCell[];
  unallocated: BenchCell[];
  totals: BenchCell[];
  /** the largest difference of a unit, for the scale of the bars */
  largest: number;
  /** how many units get more, less and the same as in the base, by side; null where there is no comparison */
  moves: ({ more: number; less: number; same: number } | null)[];
};

export type BenchAsk = {
  base: number;
  /** the years that are shown */
  years: readonly number[];
  /** units that have a row whatever they get: those that a rule stumbles over */
  units?: readonly string[];
  /** the count that amounts per head divide by */
  heads: { basis: HeadBasis; counts: readonly HeadCount[] } | null;
};

/**
 * The table of several allocations against a base. Per side the differences of units and of what is not
 * allocated sum to the difference of the totals.
 */
export function benchOf(sides: readonly Side[], ask: BenchAsk): Bench {
  const base = sides[ask.base];
  const compared = sides.map((side) => differencesOf(base, side, ask.years));
  const all = compared.flat();
  const named = (ask.units ?? []).map((unit): Receiver => ({ unit, node: null }));
  const receivers = new Map(
    [...named, ...all.filter(isGiven), ...sides.flatMap(awaited)].map(({ unit, node }) => [
      keyOf({ unit, node }),
      { unit, node },
    ]),
  );
  const cells = (
    of: (one: Difference) => boolean,
    heads: number | null,
    signsIn: (side: Side) => Sign[],
  ): BenchCell[] =>
    sides.map((side, i) => {
      const signs = signsIn(side);
      const differenceSigns = base ? signsTogether(signs, signsIn(base)) : signs;
      const cell = { ...cellOf(compared[i]!.filter(of), heads), signs, differenceSigns };
      const alone = i === ask.base || !side.result || !base?.result;
      return alone ? { ...cell, difference: null, share: null } : cell;
    });
  const rows = [...receivers].map(([key, receiver]) => ({
    receiver,
    cells: cells(
      (one) => isGiven(one) && keyOf(one) === key,
      headsOf(receiver.unit, ask),
      (side) => signsOf(signedOf(side), ask.years, (one) => !isPool(one) && keyOf(unitOf(one)) === key),
    ),
  }));
  const differences = (i: number) => rows.map((row) => row.cells[i]!.difference ?? 0);
  return {
    rows,
    allocated: cells(isGiven, sumHeads(rows, ask), (side) => signsOf(signedOf(side), ask.years, isGiven)),
    unallocated: cells(isPool, null, (side) => signsOf(signedOf(side), ask.years, () => true, isPool)),
    totals: cells(
      () => true,
      null,
      (side) => dividedSigns(signedOf(side), ask.years),
    ),
    largest: Math.max(0, ...sides.flatMap((_, i) => differences(i).map(Math.abs))),
    moves: sides.map((side, i) => {
      if (i === ask.base || !side.result || !base?.result) return null;
      const signs = differences(i).map(Math.sign);
      const count = (sign: number) => signs.filter((one) => one === sign).length;
      return { more: count(1), less: count(-1), same: signs.filter((one) => one === 0).length };
    }),
  };
}

function isGiven(one: Receiver): boolean {
  return !isPool(one);
}

/** Who is to get an amount that is not known yet. */
function awaited({ result }: Side): Receiver[] {
  const open = result?.asides?.filter((one) => one.pm && !one.memo && isGiven(one)) ?? [];
  return open.map(unitOf);
}

/** A side as far as signs go. */
function signedOf({ result, provisional }: Side): Signed | null {
  return result && { ...result, provisional };
}

/** The row that a line belongs to: its unit, or its theme where it has none. */
function unitOf({ unit, node }: Receiver): Receiver {
  return { unit, node: unit === null ? node : null };
}

/** `a` is the base and `b` the side, of the years shown. */
function differencesOf(base: Side | undefined, side: Side, years: readonly number[]): Difference[] {
  const lines = (one: Side | undefined) => ({
    lines: one?.result?.lines ?? [],
    unallocated: byYear(one?.result?.unallocated ?? {}),
  });
  const rows = differencesPerUnit(compareAllocations(lines(base), lines(side)));
  return rows.filter((row) => years.includes(row.year));
}

function cellOf(
  rows: readonly Difference[],
  heads: number | null,
): Omit<BenchCell, 'signs' | 'differenceSigns'> {
  const total = (of: 'a' | 'b') => {
    const known = rows.map((row) => row[of]).filter((cents) => cents !== null);
    return known.length === 0 ? null : known.reduce((sum, cents) => sum + cents, 0);
  };
  const [a, cents] = [total('a'), total('b')];
  const difference = rows.length === 0 ? null : (cents ?? 0) - (a ?? 0);
  return {
    cents,
    difference,
    share: difference === null || a === null ? null : shareOf(difference, a),
    perHead: cents === null || !heads ? null : Number(divideHalfAway(BigInt(cents), BigInt(heads))),
  };
}

/** Heads of a unit over the years shown; null when one of them is unknown, masked or of another date. */
function headsOf(unit: string | null, { heads, years }: BenchAsk): number | null {
  if (unit === null || heads === null) return null;
  const book = new HeadBook(heads.counts);
  let total = 0;
  for (const year of years) {
    if (book.problem(unit, heads.basis, year)) return null;
    total += book.heads(unit, heads.basis, year);
  }
  return total;
}

/** Heads of all units that have a count: what is for all of them together is per head of them. */
function sumHeads(rows: readonly { receiver: Receiver }[], ask: BenchAsk): number | null {
  const units = new Set(rows.map(({ receiver }) => receiver.unit));
  const known = [...units].map((unit) => headsOf(unit, ask)).filter((heads) => heads !== null);
  return known.length === 0 ? null : known.reduce((sum, heads) => sum + heads, 0);
}
