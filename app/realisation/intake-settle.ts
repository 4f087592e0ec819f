import type { Cents } from '#app/kernel/money.ts';
import { type EntryFrame, partOf } from './entry.ts';
import { type Cell, type RulePatterns, ruleMatcher } from './intake-rule.ts';
import { type Place, placeKey } from './realisation.ts';

/** A rule as it is kept; fund, measure, theme and unit are named by what the report knows them by. */
export type IntakeRule = RulePatterns & {
  ruleId: string;
  /** its place in the order, 1 is the first */
  number: number;
  outcome: 'book' | 'exclude';
  measureId: string | null;
  /** code of the theme, for spending without a measure */
  node: string | null;
  /** code of the fund; null for what stays out */
  fund: string | null;
  /** code of the unit; null is the unit of the report */
  unit: string | null;
  component: string;
  costKind: string;
  reason: string;
  revision: number;
};

/** Rows of one file that no rule can tell apart. */
export type CellGroup = Cell & {
  fileId: string;
  /** false: a later file says otherwise */
  counting: boolean;
  rows: number;
  cents: Cents;
  /** only asked for when they are to be kept */
  rowNumbers?: number[];
};

/** What a group becomes; `place` is null for what stays out. */
export type Part = { group: CellGroup; rule: IntakeRule; place: Place | null };
export type Tally = { rows: number; cents: Cents };
export type Settled = {
  parts: Part[];
  unmapped: CellGroup[];
  /** by rule id: what each rule catches */
  perRule: Map<string, Tally>;
  totals: Record<'file' | 'booked' | 'excluded' | 'unmapped' | 'replaced', Tally>;
};

/**
 * What the rules make of the rows: every row is booked, excluded, unmapped or replaced by a later file, and
 * exactly one of these, so that the four always sum to the file. Pure.
 */
export function settle(
  groups: readonly CellGroup[],
  rules: readonly IntakeRule[],
  frame: Pick<EntryFrame, 'unit' | 'measures' | 'budget'>,
): Settled {
  const match = ruleMatcher(rules);
  const settled: Settled = {
    parts: [],
    unmapped: [],
    perRule: new Map(rules.map((rule) => [rule.ruleId, { rows: 0, cents: 0 }])),
    totals: { file: none(), booked: none(), excluded: none(), unmapped: none(), replaced: none() },
  };
  const places = new Map(rules.map((rule) => [rule.ruleId, placeOf(rule, frame)]));
  const { totals } = settled;
  for (const group of groups) {
    add(totals.file, group);
    if (!group.counting) {
      add(totals.replaced, group);
      continue;
    }
    const rule = match(group);
    if (!rule) {
      add(totals.unmapped, group);
      settled.unmapped.push(group);
      continue;
    }
    add(settled.perRule.get(rule.ruleId)!, group);
    add(rule.outcome === 'book' ? totals.booked : totals.excluded, group);
    settled.parts.push({ group, rule, place: places.get(rule.ruleId)! });
  }
  return settled;
}

const none = (): Tally => ({ rows: 0, cents: 0 });

function add(tally: Tally, { rows, cents }: CellGroup): void {
  tally.rows += rows;
  tally.cents += cents;
}

/** Where a rule books: part and kind of cost follow from the budget when it has just one that fits. */
function placeOf(
  rule: IntakeRule,
  { unit, measures, budget }: Pick<EntryFrame, 'unit' | 'measures' | 'budget'>,
): Place | null {
  if (rule.outcome === 'exclude') return null;
  const measure = measures.find((one) => one.measureId === rule.measureId);
  const node = rule.measureId === null ? rule.node : (measure?.node ?? null);
  const planned = budget.filter((line) =>
    rule.measureId === null
      ? line.measureId === null && line.node === node
      : line.measureId === rule.measureId,
  );
  return {
    unit: rule.unit ?? unit.code,
    fund: rule.fund ?? '',
    node,
    measureId: rule.measureId,
    ...partOf(rule, planned),
  };
}

/** What is booked per place and period; the place as `placeKey` names it. */
export type Position = Map<string, { place: Place; periods: Map<string, Cents>; rules: Set<number> }>;

export function positionOf(parts: readonly Part[]): Position {
  const position: Position = new Map();
  for (const { group, rule, place } of parts) {
    if (!place) continue;
    const key = placeKey(place);
    const at = position.get(key) ?? { place, periods: new Map(), rules: new Set() };
    at.periods.set(group.period, (at.periods.get(group.period) ?? 0) + group.cents);
    at.rules.add(rule.number);
    position.set(key, at);
  }
  return position;
}

/** Amounts by place and period, as a booking left them. */
export type Booked = Map<string, Map<string, Cents>>;
export type CellChange = { key: string; period: string; was: Cents | null; becomes: Cents };
/** Of a period that was closed: booked as a line of its own, with a reason. */
export type Correction = CellChange & { closed: true };

/**
 * Place by place and period by period what was booked from files and what it becomes. What is no longer there
 * becomes 0. Changes in closed periods stand apart.
 */
export function cellChanges(
  before: Booked,
  after: Position,
  closed: ReadonlySet<string>,
): { changes: CellChange[]; corrections: Correction[] } {
  const all = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): CellChange[] => {
    const was = before.get(key) ?? new Map<string, Cents>();
    const becomes = after.get(key)?.periods ?? new Map<string, Cents>();
    return [...new Set([...was.keys(), ...becomes.keys()])].toSorted().map((period) => ({
      key,
      period,
      was: was.get(period) ?? null,
      becomes: becomes.get(period) ?? 0,
    }));
  });
  const moved = (one: CellChange) => (one.was ?? 0) !== one.becomes;
  return {
    changes: all,
    corrections: all
      .filter((one) => closed.has(one.period) && moved(one))
      .map((one) => ({ ...one, closed: true })),
  };
}
