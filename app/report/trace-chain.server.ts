import { readRun } from '#app/allocation/allocation.server.ts';
import type { Rule } from '#app/allocation/rule.ts';
import type { Step } from '#app/allocation/step.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { sum } from '#app/kernel/money.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { type PlaceMarks, readPlaceMarks } from '#app/ledger/place-total.server.ts';
import {
  type TracedLine,
  type TraceFacts,
  type TraceStage,
  type TraceVersion,
  traceLines,
} from '#app/participation/trace.ts';
import { unitsBefore, unitsUp } from '#app/participation/trace-unit.ts';
import type { Sign } from '#app/render/report.ts';
import { countSigns, noSigns, signsOfSum } from './figure-sign.ts';
import { type NamedLine, namedLines } from './trace-line.ts';
import { getTraceView, type TraceFilter, type TraceView } from './trace-view.server.ts';

/** A version on the way, with what it says there in whole cents and the line that opens its own chain. */
export type ChainStop = Pick<
  TraceVersion,
  'document' | 'title' | 'kind' | 'stage' | 'number' | 'hash' | 'source' | 'from' | 'decisions'
> & {
  cents: number;
  years: number[];
  lineId: string | null;
  /** what its lines say besides their numbers: provisional, pm, masked */
  signs: Sign[];
};

export type Chain = {
  line: NamedLine;
  measure: { code: string; name: string; firstYear: number; lastYear: number } | null;
  fund: string;
  unitName: string;
  /** the finance report itself, the plans, the allocations and the grants: from the figure back */
  carrier: ChainStop;
  plans: ChainStop[];
  allocations: ChainStop[];
  grants: ChainStop[];
  /** by which rules the unit got its amount of that year; null when the allocation was recorded without */
  rules: { rules: Rule[]; steps: Step[] } | null;
  /** of the same fund, unit and year, from the grant on; whole cents, null where there is none */
  forward: Record<TraceStage, number | null>;
  /** what those sums say besides their numbers */
  forwardSigns: Record<TraceStage, Sign[]>;
};

/**
 * The way of one ledger line back to the grant and on to what was spent. At most eight statements.
 * @throws Missing for a line that is not, or no longer, in force
 */
export async function getChain(
  tx: Tx,
  actor: Actor,
  { line: lineId, ...filter }: TraceFilter & { line: string },
  now: Date,
): Promise<{ view: TraceView; chain: Chain }> {
  const view = await getTraceView(tx, actor, filter, now);
  const place = await tx
    .selectFrom('ledgerLine as x')
    .innerJoin('fund as f', (on) =>
      on.onRef('f.institutionId', '=', 'x.institutionId').onRef('f.fundId', '=', 'x.fundId'),
    )
    .innerJoin('unit as u', (on) =>
      on.onRef('u.institutionId', '=', 'x.institutionId').onRef('u.unitId', '=', 'x.unitId'),
    )
    .leftJoin('node as n', (on) =>
      on.onRef('n.institutionId', '=', 'x.institutionId').onRef('n.nodeId', '=', 'x.nodeId'),
    )
    .select([
      'x.versionId',
      'x.stage',
      'x.year',
      'x.measureId',
      'f.code as fund',
      'u.code as unit',
      'n.code as node',
    ])
    .where('x.institutionId', '=', actor.institutionId)
    .where('x.lineId', '=', lineId)
    .executeTakeFirst();
  const line = view.lines.find(
    (one) =>
      place &&
      one.versionId === place.versionId &&
      one.stage === place.stage &&
      one.year === place.year &&
      one.measureId === place.measureId &&
      one.fund === place.fund &&
      one.unit === place.unit &&
      one.node === place.node,
  );
  if (!line) throw new Missing('line');
  const marks = await readPlaceMarks(tx, actor, placesOf(line, view));
  const chain = chainOf(line, view, marks);
  const paid = chain.paid ?? null;
  const run = paid ? await readRun(tx, actor, paid.versionId) : null;
  const reasons = run?.result?.reasons.find(
    (one) => one.year === paid!.year && one.unit === paid!.unit && one.node === paid!.node,
  );
  const rules = run && reasons ? { rules: run.rules, steps: reasons.steps } : null;
  return { view, chain: { ...chain.chain, rules } };
}

/** The lines of every stop of a chain. */
function placesOf(line: TracedLine, view: TraceView): string[] {
  const ways = waysOf(line, view);
  const forward = Object.values(forwardOf(line, payerOf(line, ways[1]), view)).flat();
  return [...new Set([line, ...ways.flat(), ...forward].map((one) => one.lineId))];
}

/** The lines that a line was found by, back to the grant: budgets, allocations, grants. */
function waysOf(line: TracedLine, view: TraceView): [TracedLine[], TracedLine[], TracedLine[]] {
  const { facts, lines } = view;
  const byId = new Map(lines.map((one) => [one.lineId, one]));
  // a budget that is no longer in force still explains what was spent under it
  const past = new Map(traceLines(allCounting(facts)).map((one) => [one.lineId, one]));
  const of = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? past.get(id) ?? []);
  const budgets = line.stage === 'realised' ? of(line.from) : line.stage === 'budgeted' ? [line] : [];
  const allocated =
    line.stage === 'allocated' ? [line] : of([...new Set(budgets.flatMap((one) => one.from))]);
  const unique = allocated.length > 0 ? allocated : paying(line, view);
  const grants = line.stage === 'granted' ? [line] : of([...new Set(unique.flatMap((one) => one.from))]);
  return [budgets, unique, grants];
}

/** The stops of a line: each link leads to the lines it was found by. Pure. */
function chainOf(
  line: TracedLine,
  view: TraceView,
  marks: ReadonlyMap<string, PlaceMarks>,
): { chain: Omit<Chain, 'rules'>; paid: TracedLine | null } {
  const { facts, frame } = view;
  const open = new Set(view.lines.map((one) => one.lineId));
  const [budgets, unique, grants] = waysOf(line, view);
  const stopAt = (version: TraceVersion, own: readonly TracedLine[]) => stopOf(version, own, { open, marks });
  const versions = new Map(facts.versions.map((version) => [version.versionId, version]));
  const stops = (own: readonly TracedLine[]) =>
    [...Map.groupBy(own, (one) => one.versionId)].flatMap(([id, same]) =>
      versions.has(id) ? [stopAt(versions.get(id)!, same)] : [],
    );
  const measure = facts.versions
    .filter((version) => line.plans.includes(version.versionId) || line.versionId === version.versionId)
    .flatMap((version) => version.measures)
    .findLast((one) => one.measureId === line.measureId);
  const unit = payerOf(line, unique);
  const forward = forwardOf(line, unit, view);
  const planned = line.plans.map((id) => versions.get(id)!);
  return {
    paid: unique.find((one) => one.year === line.year) ?? unique[0] ?? null,
    chain: {
      line: namedLines([line], view, marks)[0]!,
      measure: measure ?? null,
      fund: frame.funds.find((one) => one.code === line.fund)?.name ?? line.fund,
      unitName: [...frame.units, ...frame.others].find((one) => one.code === unit)?.name ?? unit,
      carrier: stopAt(versions.get(line.versionId)!, [line]),
      plans: line.stage === 'budgeted' ? [] : planned.map((plan) => stopAt(plan, budgetsOf(budgets, plan))),
      allocations: line.stage === 'allocated' ? [] : stops(unique),
      grants: line.stage === 'granted' ? [] : stops(grants),
      forward: overStages((stage) =>
        forward[stage].length > 0 ? sum(forward[stage].map((one) => one.cents)) : null,
      ),
      forwardSigns: overStages((stage) => signsIn(forward[stage], marks)),
    },
  };
}

function allCounting(facts: TraceFacts): TraceFacts {
  return { ...facts, lines: facts.lines.map((one) => ({ ...one, counts: true })) };
}

/** Spending on a measure without a budget that year is still paid from the unit's allocation. */
function paying(line: TracedLine, { lines, facts }: TraceView): TracedLine[] {
  if (line.stage === 'granted' || line.reasons.includes('no-allocation')) return [];
  const given = lines.filter(
    (one) => one.stage === 'allocated' && one.fund === line.fund && one.year <= line.year,
  );
  for (const unit of unitsUp(facts, line.unit, line.year)) {
    const was = unitsBefore(facts, unit, line.year);
    const own = given.filter((one) => one.unit === unit || was.includes(one.unit));
    const same = own.filter((one) => one.year === line.year);
    if (own.length > 0) return same.length > 0 ? same : own;
  }
  return [];
}

function budgetsOf(budgets: readonly TracedLine[], plan: TraceVersion): TracedLine[] {
  return budgets.filter((one) => one.versionId === plan.versionId);
}

function stopOf(
  version: TraceVersion,
  own: readonly TracedLine[],
  { open, marks }: { open: ReadonlySet<string>; marks: ReadonlyMap<string, PlaceMarks> },
): ChainStop {
  const { document, title, kind, stage, number, hash, source, from, decisions } = version;
  return {
    ...{ document, title, kind, stage, number, hash, source, from, decisions },
    cents: sum(own.map((one) => one.cents)),
    years: [...new Set(own.map((one) => one.year))].toSorted(),
    lineId: own.map((one) => one.lineId).find((id) => open.has(id)) ?? null,
    signs: signsIn(own, marks),
  };
}

function signsIn(own: readonly TracedLine[], marks: ReadonlyMap<string, PlaceMarks>): Sign[] {
  return signsOfSum(countSigns(own.map((one) => marks.get(one.lineId) ?? noSigns)));
}

/** The unit that was given the money of a line. */
function payerOf(line: TracedLine, allocated: readonly TracedLine[]): string {
  return allocated[0]?.unit ?? line.unit;
}

function overStages<T>(of: (stage: TraceStage) => T): Record<TraceStage, T> {
  return {
    ...{ granted: of('granted'), allocated: of('allocated') },
    ...{ budgeted: of('budgeted'), realised: of('realised') },
  };
}

/** The lines of the same fund and year from the grant on, as far as they are of this unit. */
function forwardOf(
  line: TracedLine,
  unit: string,
  { lines, facts }: TraceView,
): Record<TraceStage, TracedLine[]> {
  const same = lines.filter((one) => one.fund === line.fund && one.year === line.year);
  // what is paid from a lower unit's own allocation is not this one's
  const paid = new Set(
    lines.filter((one) => one.stage === 'allocated' && one.fund === line.fund).map((one) => one.unit),
  );
  const within = (one: TracedLine) => {
    for (const up of unitsUp(facts, one.unit, one.year)) {
      if (up === unit || unitsBefore(facts, up, one.year).includes(unit)) return true;
      if (paid.has(up) && line.stage !== 'granted') return false;
    }
    return false;
  };
  const exact = (one: TracedLine) =>
    one.stage === 'allocated' && line.stage !== 'granted' ? one.unit === unit : within(one);
  return overStages((stage) =>
    same.filter((one) => one.stage === stage && (stage === 'granted' || exact(one))),
  );
}
