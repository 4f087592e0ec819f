import type { Cents } from '#app/kernel/money.ts';
import { type FieldError, InvalidInput } from '#app/kernel/rejection.ts';
import {
  applyFixedOffTheTop,
  applyHeads,
  applyKeepRatio,
  applyRemainder,
  applyReserve,
  applyTariff,
  applyTariffPerGroup,
  applyWeights,
  refusal,
  type Task,
} from './distribution.ts';
import { HeadBook, type HeadCount } from './head-count.ts';
import { Pot } from './pot.ts';
import { type Aside, compareReceivers, type Line, type Receiver } from './receiver.ts';
import { applyCeiling, applyFixedCharged, applyFloor } from './redistribution.ts';
import { appliesIn, type Rule } from './rule.ts';
import { ruleErrors } from './rule-check.ts';
import type { Reasons } from './step.ts';

/** What an allocation is made from; one fund at a time. */
export type AllocationInput = {
  /** In the order in which they apply. */
  rules: readonly Rule[];
  /** Cents to divide, by year. */
  totals: ReadonlyMap<number, Cents>;
  headCounts: readonly HeadCount[];
  /** The earlier allocation that `keep-ratio-of` looks at. */
  earlier?: readonly Line[];
  /** Units and nodes that exist; given, any other is refused. */
  units?: ReadonlySet<string>;
  nodes?: ReadonlySet<string>;
  /** The years of the scheme; given, money of any other year is refused. */
  period?: { first: number; last: number };
  /** years that will have money, nobody knows yet how much (pm): nothing is divided in them */
  open?: readonly number[];
};

/** Lines and what is not allocated sum to the total of each year; no amount is negative. */
export type Allocation = {
  lines: Line[];
  /** printed, and in no sum: what is pm, and memos; an open year has one without unit and node */
  asides: Aside[];
  unallocated: Map<number, Cents>;
  /** Per receiver and year the reasons behind its amount; unit and node null: behind what is unallocated. */
  reasons: Reasons[];
};

/**
 * Divides the money of each year by the rules, exact to the cent. The order of units and head counts does
 * not matter, that of the rules does.
 * @throws InvalidInput with everything that is wrong at once: first what rules, counts and totals show before
 *   any money moves; then, per year, the first rule that cannot be carried out (such as `allocation.over`).
 */
export function allocate(input: AllocationInput): Allocation {
  const years = [...input.totals.keys()].toSorted((a, b) => a - b);
  const errors = [...totalErrors(input), ...ruleErrors({ ...input, years })];
  if (errors.length > 0) throw new InvalidInput(errors);
  const heads = new HeadBook(input.headCounts);
  const pots = years.map((year) => new Pot(year, input.totals.get(year) ?? 0));
  for (const pot of pots) errors.push(...divide(pot, input, heads));
  if (errors.length > 0) throw new InvalidInput(errors);
  return {
    lines: pots.flatMap((pot) => pot.lines().toSorted(compareReceivers)),
    asides: [
      ...pots.flatMap((pot) => pot.asides().toSorted(compareReceivers)),
      ...(input.open ?? []).map((year) => ({
        unit: null,
        node: null,
        year,
        cents: null,
        pm: true,
        memo: false,
      })),
    ],
    unallocated: new Map(pots.map((pot) => [pot.year, pot.left(null)])),
    reasons: pots.flatMap((pot) => pot.reasons().toSorted(compareReceivers)),
  };
}

/** The reasons behind one amount, in the order of the rules; of the pool with unit and node null. */
export function reasonsOf(allocation: Allocation, year: number, receiver: Receiver): Reasons | undefined {
  return allocation.reasons.find(
    (reasons) => reasons.year === year && compareReceivers(reasons, receiver) === 0,
  );
}

function divide(pot: Pot, input: AllocationInput, heads: HeadBook): FieldError[] {
  const earlier = input.earlier ?? [];
  for (const [index, rule] of input.rules.entries()) {
    if (!appliesIn(rule, pot.year)) continue;
    for (const source of rule.within ?? [null]) {
      const task = { rule, index, pot, source, heads, earlier };
      try {
        apply(task);
      } catch (thrown) {
        if (thrown instanceof InvalidInput) return thrown.errors;
        // `exact` refuses what is beyond the safe integers: a typing error, not a defect.
        if (thrown instanceof RangeError) return refusal(task, 'allocation.too-large').errors;
        throw thrown;
      }
    }
  }
  return [];
}

function apply(task: Task): void {
  const { rule, pot, source } = task;
  if (source !== null && !pot.holds(source)) throw refusal(task, 'allocation.within-nothing', source);
  switch (rule.kind) {
    case 'reserve':
      applyReserve({ ...task, rule });
      break;
    case 'fixed':
      if (rule.chargedTo === 'pool') applyFixedOffTheTop({ ...task, rule });
      else applyFixedCharged({ ...task, rule });
      break;
    case 'tariff':
      applyTariff({ ...task, rule });
      break;
    case 'tariff-per-group':
      applyTariffPerGroup({ ...task, rule });
      break;
    case 'ratio':
    case 'weights':
      applyWeights({ ...task, rule });
      break;
    case 'heads':
      applyHeads({ ...task, rule });
      break;
    case 'floor':
      applyFloor({ ...task, rule });
      break;
    case 'ceiling':
      applyCeiling({ ...task, rule });
      break;
    case 'keep-ratio-of':
      applyKeepRatio({ ...task, rule });
      break;
    case 'remainder':
      applyRemainder({ ...task, rule });
      break;
  }
}

function totalErrors({ totals, period }: AllocationInput): FieldError[] {
  return [...totals].flatMap(([year, cents]) => {
    const path = `totals.${year}`;
    const errors: FieldError[] = [];
    if (cents < 0 || !Number.isSafeInteger(cents)) {
      errors.push({ path, code: 'allocation.total-negative', params: { year, cents } });
    }
    if (period && (year < period.first || year > period.last)) {
      errors.push({ path, code: 'allocation.year-outside-scheme', params: { year, ...period } });
    }
    return errors;
  });
}
