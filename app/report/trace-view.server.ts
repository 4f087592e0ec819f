import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Tree } from '#app/ledger/ledger.ts';
import { momentOf } from '#app/ledger/money.server.ts';
import { readUnitPaths } from '#app/ledger/unit-place.server.ts';
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
  tree?: Tree;
};

export type TraceView = {
  frame: SchemeFrame;
  asOf: string;
  facts: TraceFacts;
  lines: TracedLine[];
  /** of the filter */
  shown: TracedLine[];
  names: FlowNames;
  tree: Tree;
  flow: Flow;
  totals: TraceTotal[];
  untraceable: Untraceable;
  unknown: Untraceable;
};

/** The flow of a scheme's money and what of it has no chain. Five statements. */
export async function getTraceView(tx: Tx, actor: Actor, filter: TraceFilter, now: Date): Promise<TraceView> {
  const moment = momentOf(filter.asOf, now);
  const knownOn = filter.knownOn ? momentOf(filter.knownOn).at : null;
  const day = filter.asOf ?? isoDate(now);
  const frame = await getSchemeFrame(tx, actor, filter.scheme, { day, knownOn });
  const facts = await readTraceFacts(tx, actor, { schemeId: frame.schemeId, at: moment.at, knownOn });
  const lines = traceLines(facts);
  const { schemeId } = frame;
  const { tree = 'asOf' } = filter;
  const pathOf = await readUnitPaths(tx, { schemeId, asOf: moment.at, tree });
  const shown = lines.filter(
    (line) =>
      (filter.year === null || line.year === filter.year) &&
      (filter.fund === 'all' || (filter.fund ? line.fund === filter.fund : facts.ownFunds.has(line.fund))) &&
      (filter.unit === null ||
        line.stage === 'granted' ||
        pathOf(line.unit, line.year).chain.includes(filter.unit)),
  );
  const themes = new Set(frame.themes.map((theme) => theme.code));
  const names: FlowNames = {
    // below the unit that is asked for, or below the root; a unit's own part stands under itself
    unitOf: ({ unit, year }) => {
      const { codes } = pathOf(unit, year);
      const depth = filter.unit === null ? 0 : codes.indexOf(filter.unit);
      return codes[Math.min(depth < 0 ? codes.length : depth + 1, codes.length - 1)] ?? unit;
    },
    themeOf: (node) => (node !== null && themes.has(node) ? node : ''),
  };
  // a unit's own part: what was granted to the whole is not its
  const flowing = filter.unit ? shown.filter((line) => line.stage !== 'granted') : shown;
  return {
    ...{ frame, facts, lines, shown, names, tree },
    asOf: moment.date,
    flow: flowOf(flowing, names),
    totals: traceTotals(lines),
    untraceable: untraceableOf(lines),
    unknown: untraceableOf(lines, 'unknown'),
  };
}
