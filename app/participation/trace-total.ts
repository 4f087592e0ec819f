import { sum } from '#app/kernel/money.ts';
import { type TraceClass, type TracedLine, type TraceReason, type TraceStage, traceStages } from './trace.ts';

/** Whole cents; traceable, unknown and untraceable sum to the total. */
export type TraceTotal = { stage: TraceStage; year: number; total: number } & Record<TraceClass, number>;

/** Per stage and year, what is traceable and what is not. Pure. */
export function traceTotals(lines: readonly TracedLine[]): TraceTotal[] {
  const groups = Map.groupBy(lines, (line) => `${traceStages.indexOf(line.stage)} ${line.year}`);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const of = (which: TraceClass) => sum(own.filter((one) => one.class === which).map((one) => one.cents));
      const { stage, year } = own[0]!;
      return {
        ...{ stage, year, total: sum(own.map((one) => one.cents)) },
        ...{ traceable: of('traceable'), unknown: of('unknown'), untraceable: of('untraceable') },
      };
    });
}

/** An amount without a chain, by its reasons; whole cents, `lines` as the ledger counts them. */
export type Untraceable = { cents: number; lines: number; reasons: TraceReason[] };

/** What of these lines has no chain. Amounts that were taken back do not hide others: each counts by itself. */
export function untraceableOf(lines: readonly TracedLine[], which: TraceClass = 'untraceable'): Untraceable {
  const own = lines.filter((line) => line.class === which && line.cents !== 0);
  return {
    cents: sum(own.map((line) => Math.abs(line.cents))),
    lines: sum(own.map((line) => line.count)),
    reasons: [...new Set(own.flatMap((line) => line.reasons))].toSorted(),
  };
}

/**
 * What an act would add to the untraceable total: `after` against `before`, place by place, so that a line
 * that gets a chain does not pay for one that loses it.
 */
export function untraceableRise(before: readonly TracedLine[], after: readonly TracedLine[]): Untraceable {
  const key = (line: TracedLine) =>
    JSON.stringify([line.stage, line.fund, line.unit, line.node, line.measureId, line.year]);
  const had = new Map<string, number>();
  for (const line of before) {
    if (line.class === 'untraceable') had.set(key(line), (had.get(key(line)) ?? 0) + Math.abs(line.cents));
  }
  const risen = [...Map.groupBy(after, key)].flatMap(([place, own]) => {
    const now = untraceableOf(own);
    const more = now.cents - (had.get(place) ?? 0);
    return more > 0 ? [{ ...now, cents: more }] : [];
  });
  return {
    cents: sum(risen.map((one) => one.cents)),
    lines: sum(risen.map((one) => one.lines)),
    reasons: [...new Set(risen.flatMap((one) => one.reasons))].toSorted(),
  };
}
