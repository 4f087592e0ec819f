import type { Json } from '#app/kernel/hash.ts';
import type { Cents } from '#app/kernel/money.ts';
import { type Allocation, type AllocationInput, allocate } from './allocation.ts';
import type { HeadCount } from './head-count.ts';
import type { Aside, Line } from './receiver.ts';
import type { Rule } from './rule.ts';
import type { Reasons } from './step.ts';

/**
 * Run: rules applied to the money and head counts of one moment, kept with the version they made
 * (table `allocation_run`). Units, themes, funds and definitions are named by code.
 */

/**
 * Where the totals come from: what was granted; what was expected (ex ante); what is granted and not yet
 * allocated by other decisions; or amounts given by hand.
 */
export const totalsBases = ['granted', 'expected', 'left', 'own'] as const;
export type TotalsBasis = (typeof totalsBases)[number];

/** What the rules ran on; amounts in cents. */
export type RunInputs = {
  fund: string;
  basis: TotalsBasis;
  /** Cents by year. */
  totals: Record<string, Cents>;
  headCounts: HeadCount[];
  /** The allocation in force that `keep-ratio-of` looked at. */
  earlier: Line[];
  /** Years whose money is provisional: so is what comes of it. Absent when there are none. */
  provisional?: number[];
  /** Years whose amount, given by hand, is not known yet. Absent when there are none. */
  pm?: number[];
  /** The version whose rules were run again on other money, and what that changed, in words. */
  rerun?: Rerun;
};

export type Rerun = { of: number; note: string };

/** What came out; amounts in cents. Lines and unallocated sum to the total of each year. */
export type RunResult = {
  lines: Line[];
  unallocated: Record<string, Cents>;
  reasons: Reasons[];
  /** Printed, and in no sum. Absent when there are none. */
  asides?: Aside[];
};

export type Run = { rules: Rule[]; inputs: RunInputs; result: RunResult };

/** The bounds within which a run must stay: what exists. */
export type RunBounds = Pick<AllocationInput, 'units' | 'nodes' | 'period'>;

/**
 * Runs rules over inputs.
 * @throws InvalidInput as `allocate`: everything that is wrong, at once
 */
export function runOf(rules: Rule[], inputs: RunInputs, bounds: RunBounds = {}): Run {
  return {
    rules,
    inputs: usedInputs(rules, inputs),
    result: resultOf(allocate(inputOf(rules, inputs, bounds))),
  };
}

/** The input of the engine for a run. */
export function inputOf(rules: readonly Rule[], inputs: RunInputs, bounds: RunBounds = {}): AllocationInput {
  const { headCounts, earlier, pm } = inputs;
  return { rules, totals: byYear(inputs.totals), headCounts, earlier, ...(pm && { open: pm }), ...bounds };
}

/** An allocation as JSON keeps it. */
export function resultOf({ lines, unallocated, reasons, asides }: Allocation): RunResult {
  const result = { lines, unallocated: Object.fromEntries(unallocated), reasons };
  return asides.length > 0 ? { ...result, asides } : result;
}

/** Amounts by year as JSON keeps them, as a map in order of year. */
export function byYear(amounts: Readonly<Record<string, Cents>>): Map<number, Cents> {
  return new Map(
    Object.entries(amounts)
      .map(([year, cents]): [number, Cents] => [Number(year), cents])
      .toSorted(([a], [b]) => a - b),
  );
}

/** A run as frozen content and table hold it: plain JSON. */
export function runContent(run: Run): { rules: Json; inputs: Json; result: Json } {
  return JSON.parse(JSON.stringify(run)) as { rules: Json; inputs: Json; result: Json };
}

/** Only the counts and earlier amounts that the rules ask for are kept: they are the evidence. */
export function usedInputs(rules: readonly Rule[], inputs: RunInputs): RunInputs {
  const definitions = new Set(
    rules.flatMap((rule) => {
      if (rule.kind === 'tariff' || rule.kind === 'heads') return [rule.heads.definition];
      return rule.kind === 'tariff-per-group' ? rule.groups.map((group) => group.heads.definition) : [];
    }),
  );
  const looksBack = rules.some((rule) => rule.kind === 'keep-ratio-of' && rule.basis === 'earlier');
  return {
    ...inputs,
    headCounts: inputs.headCounts.filter((count) => definitions.has(count.definition)),
    earlier: looksBack ? inputs.earlier : [],
  };
}
