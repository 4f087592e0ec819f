import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { momentOf } from '#app/ledger/money.server.ts';
import { readTraceFacts } from '#app/participation/trace.server.ts';
import { type TracedLine, type TraceFacts, traceLines } from '#app/participation/trace.ts';
import {
  type TraceTotal,
  traceTotals,
  type Untraceable,
  untraceableOf,
} from '#app/participation/trace-total.ts';
import { getSchemeFrame, type SchemeFrame } from './money.server.ts';
import { type Flow, type FlowNames, flowOf } from './sankey.ts';

export type TraceFilter = {
  scheme: string;
  asOf: string | null;
  knownOn: string | null;
  /** null is all years together */
  year: number | null;
  /** null is the scheme's own funds */
  fund: string | null;
  /** with all below it */
  unit: string | null;
};

export type TraceView = {
  frame: SchemeFrame;
  asOf: string;
  facts: TraceFacts;
  lines: TracedLine[];
  /** of the filter */
  shown: TracedLine[];
  names: FlowNames;
  flow: Flow;
  totals: TraceTotal[];
  untraceable: Untraceable;
  unknown: Untraceable;
};

/** The flow of a scheme's money and what of it has no chain. Four statements. */
export async function getTraceView(tx: Tx, actor: Actor, filter: TraceFilter, now: Date): Promise<TraceView> {
  const moment = momentOf(filter.asOf, now);
  const knownOn = filter.knownOn ? momentOf(filter.knownOn).at : null;
  const day = filter.asOf ?? isoDate(now);
  const frame = await getSchemeFrame(tx, actor, filter.scheme, { day, knownOn });
  const facts = await readTraceFacts(tx, actor, { schemeId: frame.schemeId, at: moment.at, knownOn });
  const lines = traceLines(facts);
  const within = pathTo(facts);
  const shown = lines.filter(
    (line) =>
      (filter.year === null || line.year === filter.year) &&
      (filter.fund === 'all' || (filter.fund ? line.fund === filter.fund : facts.ownFunds.has(line.fund))) &&
      (filter.unit === null || line.stage === 'granted' || within(line.unit).includes(filter.unit)),
  );
  const depth = filter.unit ? within(filter.unit).length : 1;
  const themes = new Set(frame.themes.map((theme) => theme.code));
  const names: FlowNames = {
    unitOf: (unit) => within(unit)[Math.min(depth, within(unit).length - 1)] ?? unit,
    themeOf: (node) => (node !== null && themes.has(node) ? node : ''),
  };
  // a unit's own part: what was granted to the whole is not its
  const flowing = filter.unit ? shown.filter((line) => line.stage !== 'granted') : shown;
  return {
    ...{ frame, facts, lines, shown, names },
    asOf: moment.date,
    flow: flowOf(flowing, names),
    totals: traceTotals(lines),
    untraceable: untraceableOf(lines),
    unknown: untraceableOf(lines, 'unknown'),
  };
}

/** The units from the root to a unit, that unit last. */
function pathTo(facts: TraceFacts): (unit: string) => string[] {
  const known = new Map<string, string[]>();
  const of = (unit: string): string[] => {
    const found = known.get(unit);
    if (found) return found;
    const parent = facts.parents.get(unit) ?? null;
    const path = parent ? [...of(parent), unit] : [unit];
    known.set(unit, path);
    return path;
  };
  return of;
}
