/**
 * The chain of a euro: spending → measure of a plan in force → its decisions → allocation → grant. Pure.
 * What breaks a chain and what is only a shortage is defined in docs/decisions/0010-untraceable.md.
 */

import type { TraceFacts, TraceLine, TraceVersion } from './trace-fact.ts';
import { unitsBefore, unitsUp } from './trace-unit.ts';

export type { TraceFacts, TraceLine, TraceStage, TraceVersion } from './trace-fact.ts';
export { traceStages } from './trace-fact.ts';

/** A link that is not there. `trace.reason.<code>` says what it means, `trace.todo.<code>` what to do. */
export type TraceReason =
  | 'no-measure'
  | 'measure-not-planned'
  | 'plan-not-adopted'
  | 'decision-missing'
  | 'decision-unrecorded'
  | 'no-allocation'
  | 'allocation-undivided'
  | 'allocation-unrecorded'
  | 'no-grant'
  | 'grant-unrecorded';

/** Links of which nothing at all is recorded: the chain is not known, it is not known to be broken. */
const unrecorded = new Set<TraceReason>([
  'decision-unrecorded',
  'allocation-undivided',
  'allocation-unrecorded',
  'grant-unrecorded',
]);

export type TraceClass = 'traceable' | 'unknown' | 'untraceable';

/** A line with its class, why, and the links that were found. */
export type TracedLine = TraceLine & {
  class: TraceClass;
  reasons: TraceReason[];
  /** the plan versions that its chain runs over, newest last */
  plans: string[];
  /** lines one step back */
  from: string[];
};

type Book = {
  facts: TraceFacts;
  versions: Map<string, TraceVersion>;
  grants: TraceLine[];
  allocations: Map<string, TracedLine[]>;
  plansOf: Map<string, TraceVersion[]>;
  themes: Map<string, TraceLine[]>;
  /** what plans budget on a measure in a year */
  budgets: Map<string, TraceLine[]>;
};

/** Every line that counts, with its class. The order of the lines does not matter. */
export function traceLines(facts: TraceFacts): TracedLine[] {
  const book = open(facts);
  const counted = facts.lines.filter((line) => line.counts);
  return counted.map((line) => traceLine(line, book));
}

/** Lines that are not booked yet, judged as if they were: what an act would make untraceable. */
export function traceNew(facts: TraceFacts, lines: readonly TraceLine[]): TracedLine[] {
  const book = open(facts);
  return lines.map((line) => traceLine(line, book));
}

function open(facts: TraceFacts): Book {
  const counted = facts.lines.filter((line) => line.counts);
  const versions = new Map(facts.versions.map((version) => [version.versionId, version]));
  const grants = counted.filter((line) => line.stage === 'granted');
  const book: Book = {
    ...{ facts, versions, grants },
    allocations: new Map(),
    plansOf: new Map(),
    themes: new Map(),
    budgets: new Map(),
  };
  for (const line of counted.filter((one) => one.stage === 'allocated')) {
    push(book.allocations, `${line.fund} ${line.unit}`, traceLine(line, book));
  }
  for (const version of facts.versions.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    for (const measure of version.measures) push(book.plansOf, measure.measureId, version);
  }
  for (const line of facts.lines) {
    if (line.stage !== 'budgeted') continue;
    if (line.measureId === null) push(book.themes, `${line.fund} ${line.node} ${line.year}`, line);
    else push(book.budgets, `${line.measureId} ${line.year}`, line);
  }
  return book;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

type Step = { reasons: TraceReason[]; from: string[]; plans: string[] };
const nothing: Step = { reasons: [], from: [], plans: [] };

function traceLine(line: TraceLine, book: Book): TracedLine {
  const step = {
    granted: () => nothing,
    allocated: () => allocatedStep(line, book),
    budgeted: () => budgetedStep(line, book),
    realised: () => realisedStep(line, book),
  }[line.stage]();
  const reasons = [...new Set(step.reasons)].toSorted();
  return { ...line, ...step, reasons, class: classOf(reasons) };
}

function classOf(reasons: readonly TraceReason[]): TraceClass {
  if (reasons.length === 0) return 'traceable';
  return reasons.every((reason) => unrecorded.has(reason)) ? 'unknown' : 'untraceable';
}

function allocatedStep(line: TraceLine, book: Book): Step {
  const version = book.versions.get(line.versionId);
  const grant = grantStep(line, book);
  return { ...grant, reasons: [...grant.reasons, ...(version ? rights(version) : [])] };
}

/**
 * A grant of the same fund in this year, or in one before it: what was left over is carried on. A carry-over
 * may also bring money of a later year forward (a pre-investment): then it was granted then.
 */
function grantStep(line: TraceLine, book: Book): Step {
  if (!book.facts.ownFunds.has(line.fund)) return nothing;
  const ofFund = book.grants.filter((grant) => grant.fund === line.fund);
  const same = ofFund.filter((grant) => grant.year === line.year);
  const before = same.length > 0 ? same : ofFund.filter((grant) => grant.year < line.year);
  const found = before.length === 0 && line.carries ? ofFund : before;
  if (found.length > 0) return { ...nothing, from: found.map((grant) => grant.lineId) };
  return { ...nothing, reasons: [ofFund.length === 0 ? 'grant-unrecorded' : 'no-grant'] };
}

function rights(version: TraceVersion): TraceReason[] {
  if (version.missing === 0) return [];
  return [version.decisions.length === 0 ? 'decision-unrecorded' : 'decision-missing'];
}

function adopted(version: TraceVersion): TraceReason[] {
  const own = version.decisions.some((one) => one.kind === 'adoption' && one.outcome === 'given');
  return own ? rights(version) : [...rights(version), 'decision-unrecorded'];
}

function budgetedStep(line: TraceLine, book: Book): Step {
  const plan = book.versions.get(line.versionId);
  const money = allocationStep(line, plan?.unit ?? line.unit, book);
  return {
    ...money,
    reasons: [...(plan ? adopted(plan) : []), ...money.reasons],
    plans: [line.versionId],
  };
}

/**
 * The allocation that pays: to the unit itself or the nearest above it that got any of the fund by then, as its year
 * was organised. One above the unit that made the plan pays too, if nothing was divided below it: then the share is
 * not known. What a unit was before a reorganisation pays as the unit itself, once nothing nearer does.
 */
function allocationStep(line: TraceLine, planUnit: string, book: Book): Step {
  const { facts, allocations } = book;
  if (!facts.ownFunds.has(line.fund)) return nothing;
  const given = (unit: string) =>
    (allocations.get(`${line.fund} ${unit}`) ?? []).filter((one) => one.year <= line.year);
  const sameYear = (own: TracedLine[]) => own.filter((one) => one.year === line.year);
  const former: TracedLine[] = [];
  let above = false;
  for (const unit of unitsUp(facts, line.unit, line.year)) {
    const own = given(unit);
    const was = unitsBefore(facts, unit, line.year);
    const before = was.flatMap(given);
    const found = [sameYear(own), own, sameYear(before)].find((some) => some.length > 0);
    if (found) {
      if (!above) return paidBy(found);
      if (!dividedBelow(unit, line, book)) return paidBy(found, ['allocation-undivided']);
      break;
    }
    if (!above) former.push(...before);
    if (unit === planUnit || was.includes(planUnit)) above = true;
  }
  if (former.length > 0) return paidBy(former);
  const kept = [...allocations.values()].some((own) => own.some((one) => one.fund === line.fund));
  return { ...nothing, reasons: [kept ? 'no-allocation' : 'allocation-unrecorded'] };
}

function paidBy(found: readonly TracedLine[], more: TraceReason[] = []): Step {
  const best = found.toSorted((a, b) => a.reasons.length - b.reasons.length)[0]!;
  return { ...nothing, from: found.map((one) => one.lineId), reasons: [...best.reasons, ...more] };
}

function dividedBelow(unit: string, line: TraceLine, book: Book): boolean {
  return [...book.allocations].some(
    ([key, own]) =>
      key !== `${line.fund} ${unit}` && own.some((one) => one.fund === line.fund && one.year <= line.year),
  );
}

function realisedStep(line: TraceLine, book: Book): Step {
  if (line.measureId === null) return themeStep(line, book);
  const all = book.plansOf.get(line.measureId) ?? [];
  const plans = all.filter(
    (plan) =>
      inForceIn(plan, line.year) &&
      plan.measures.some(
        (one) => one.measureId === line.measureId && one.firstYear <= line.year && line.year <= one.lastYear,
      ),
  );
  const plan = plans.at(-1);
  if (!plan) {
    const never = all.length === 0 && book.facts.drafted.has(line.measureId);
    return { ...nothing, reasons: [never ? 'plan-not-adopted' : 'measure-not-planned'] };
  }
  const money = allocationStep(line, plan.unit, book);
  return {
    reasons: [...adopted(plan), ...money.reasons],
    from: (book.budgets.get(`${line.measureId} ${line.year}`) ?? []).map((one) => one.lineId),
    plans: plans.map((one) => one.versionId),
  };
}

/** Spending on a theme is explained by a plan that itself promises the theme and no measures in that year. */
function themeStep(line: TraceLine, book: Book): Step {
  const budgets = (book.themes.get(`${line.fund} ${line.node} ${line.year}`) ?? []).filter((budget) => {
    const plan = book.versions.get(budget.versionId);
    return plan && (inForceIn(plan, line.year) || plan.sourced) && isAbove(budget.unit, line, book);
  });
  const plan = book.versions.get(budgets.at(-1)?.versionId ?? '');
  if (!plan || line.node === null) return { ...nothing, reasons: ['no-measure'] };
  const money = allocationStep(line, plan.unit, book);
  return {
    reasons: [...adopted(plan), ...money.reasons],
    from: budgets.map((budget) => budget.lineId),
    plans: [...new Set(budgets.map((budget) => budget.versionId))],
  };
}

/** Is a unit this one, above it, or what one of those was before, as the year was organised? */
function isAbove(upper: string, line: TraceLine, { facts }: Book): boolean {
  return unitsUp(facts, line.unit, line.year).some(
    (unit) => unit === upper || unitsBefore(facts, unit, line.year).includes(upper),
  );
}

function inForceIn(version: TraceVersion, year: number): boolean {
  return version.from <= `${year}-12-31` && (version.until === null || version.until > `${year}-01-01`);
}
