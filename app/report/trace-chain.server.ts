import { readRun } from '#app/allocation/allocation.server.ts';
import type { Rule } from '#app/allocation/rule.ts';
import type { Step } from '#app/allocation/step.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { sum } from '#app/kernel/money.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { type TracedLine, type TraceFacts, type TraceVersion, traceLines } from '#app/participation/trace.ts';
import { type NamedLine, namedLines } from './trace-line.ts';
import { getTraceView, type TraceFilter, type TraceView } from './trace-view.server.ts';

/** A version on the way, with what it says there in whole cents and the line that opens its own chain. */
export type ChainStop = Pick<
  TraceVersion,
  'document' | 'title' | 'kind' | 'stage' | 'number' | 'hash' | 'source' | 'from' | 'decisions'
> & { cents: number; years: number[]; lineId: string | null };

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
  forward: {
    granted: number | null;
    allocated: number | null;
    budgeted: number | null;
    realised: number | null;
  };
};

/**
 * The way of one ledger line back to the grant and on to what was spent. At most six statements.
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
  const chain = chainOf(line, view);
  const paid = chain.paid ?? null;
  const run = paid ? await readRun(tx, actor, paid.versionId) : null;
  const reasons = run?.result?.reasons.find(
    (one) => one.year === paid!.year && one.unit === paid!.unit && one.node === paid!.node,
  );
  const rules = run && reasons ? { rules: run.rules, steps: reasons.steps } : null;
  return { view, chain: { ...chain.chain, rules } };
}

/** The stops of a line: each link leads to the lines it was found by. Pure. */
function chainOf(
  line: TracedLine,
  view: TraceView,
): { chain: Omit<Chain, 'rules'>; paid: TracedLine | null } {
  const { facts, frame, lines } = view;
  const byId = new Map(lines.map((one) => [one.lineId, one]));
  // a budget that is no longer in force still explains what was spent under it
  const past = new Map(traceLines(allCounting(facts)).map((one) => [one.lineId, one]));
  const of = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? past.get(id) ?? []);
  const budgets = line.stage === 'realised' ? of(line.from) : line.stage === 'budgeted' ? [line] : [];
  const allocated =
    line.stage === 'allocated' ? [line] : of([...new Set(budgets.flatMap((one) => one.from))]);
  const unique = allocated.length > 0 ? allocated : paying(line, view);
  const grants = line.stage === 'granted' ? [line] : of([...new Set(unique.flatMap((one) => one.from))]);
  const versions = new Map(facts.versions.map((version) => [version.versionId, version]));
  const stops = (own: readonly TracedLine[]) =>
    [...Map.groupBy(own, (one) => one.versionId)].flatMap(([id, same]) =>
      versions.has(id) ? [stopOf(versions.get(id)!, same, byId)] : [],
    );
  const measure = facts.versions
    .filter((version) => line.plans.includes(version.versionId) || line.versionId === version.versionId)
    .flatMap((version) => version.measures)
    .findLast((one) => one.measureId === line.measureId);
  const unit = unique[0]?.unit ?? line.unit;
  const planned = line.plans.map((id) => versions.get(id)!);
  return {
    paid: unique.find((one) => one.year === line.year) ?? unique[0] ?? null,
    chain: {
      line: namedLines([line], view)[0]!,
      measure: measure ?? null,
      fund: frame.funds.find((one) => one.code === line.fund)?.name ?? line.fund,
      unitName: frame.units.find((one) => one.code === unit)?.name ?? unit,
      carrier: stopOf(versions.get(line.versionId)!, [line], byId),
      plans:
        line.stage === 'budgeted' ? [] : planned.map((plan) => stopOf(plan, budgetsOf(budgets, plan), byId)),
      allocations: line.stage === 'allocated' ? [] : stops(unique),
      grants: line.stage === 'granted' ? [] : stops(grants),
      forward: forwardOf(line, unit, view),
    },
  };
}

function allCounting(facts: TraceFacts): TraceFacts {
  return { ...facts, lines: facts.lines.map((one) => ({ ...one, counts: true })) };
}

/** Spending on a measure without a budget that year is still paid from the unit's allocation. */
function paying(line: TracedLine, { lines, facts }: TraceView): TracedLine[] {
  if (line.stage === 'granted' || line.reasons.includes('no-allocation')) return [];
  for (let unit: string | null = line.unit; unit; unit = facts.parents.get(unit) ?? null) {
    const own = lines.filter(
      (one) =>
        one.stage === 'allocated' && one.fund === line.fund && one.unit === unit && one.year <= line.year,
    );
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
  open: ReadonlyMap<string, unknown>,
): ChainStop {
  const { document, title, kind, stage, number, hash, source, from, decisions } = version;
  return {
    ...{ document, title, kind, stage, number, hash, source, from, decisions },
    cents: sum(own.map((one) => one.cents)),
    years: [...new Set(own.map((one) => one.year))].toSorted(),
    lineId: own.map((one) => one.lineId).find((id) => open.has(id)) ?? null,
  };
}

function forwardOf(line: TracedLine, unit: string, { lines, facts }: TraceView): Chain['forward'] {
  const same = lines.filter((one) => one.fund === line.fund && one.year === line.year);
  // what is paid from a lower unit's own allocation is not this one's
  const paid = new Set(
    lines.filter((one) => one.stage === 'allocated' && one.fund === line.fund).map((one) => one.unit),
  );
  const within = (one: TracedLine) => {
    for (let up: string | null = one.unit; up; up = facts.parents.get(up) ?? null) {
      if (up === unit) return true;
      if (paid.has(up) && line.stage !== 'granted') return false;
    }
    return false;
  };
  const exact = (one: TracedLine) =>
    one.stage === 'allocated' && line.stage !== 'granted' ? one.unit === unit : within(one);
  const total = (stage: TracedLine['stage']) => {
    const own = same.filter((one) => one.stage === stage && (stage === 'granted' || exact(one)));
    return own.length > 0 ? sum(own.map((one) => one.cents)) : null;
  };
  return {
    granted: total('granted'),
    allocated: total('allocated'),
    budgeted: total('budgeted'),
    realised: total('realised'),
  };
}
