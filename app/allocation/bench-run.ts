import { type Bench, benchOf } from './bench.ts';
import type { BenchState } from './bench-form.ts';
import { type LiveEvidence, type LiveRun, runFields } from './live-run.ts';
import { type OwnMoney, readTotals } from './own-totals.ts';
import type { Rule } from './rule.ts';
import type { RunResult, TotalsBasis } from './run.ts';
import { headBasisOf } from './scenario.ts';

export type BenchFrame = LiveEvidence & {
  byBasis: Record<TotalsBasis, OwnMoney>;
  fixed: Record<
    string,
    { rules: Rule[] | null; totals: Record<string, number>; provisional?: number[]; result: RunResult }
  >;
};

/**
 * What stands on the bench, carried out: on the server before a page goes out and in the browser at every key,
 * by this one function. What was decided keeps its amounts; all else runs on the same money and head counts.
 */
export function runBench(
  state: BenchState,
  frame: BenchFrame,
): { runs: LiveRun[]; bench: Bench; years: number[] } {
  const own = readTotals(Object.entries(state.own).map(([year, text]) => [`totals.${year}`, text]));
  const money = state.basis === 'own' ? own : { ...frame.byBasis[state.basis], errors: [] };
  const runs = state.columns.map(({ from, rules }): LiveRun => {
    const fixed = frame.fixed[from];
    if (rules) return runFields(rules, money, frame);
    return {
      totals: fixed?.totals ?? {},
      provisional: fixed?.provisional ?? [],
      rules: fixed?.rules ?? [],
      result: fixed?.result ?? null,
      problems: [],
    };
  });
  const years = state.year === null ? [...frame.years] : [state.year];
  const basis = headBasisOf(runs.flatMap((run) => run.rules));
  const bench = benchOf(runs, {
    base: state.base,
    years,
    units: [
      ...new Set(
        runs.flatMap((run) => run.problems.flatMap(({ params: { unit } }) => unit ?? []).map(String)),
      ),
    ],
    heads: basis && { basis, counts: frame.headCounts },
  });
  return { runs, bench, years };
}
