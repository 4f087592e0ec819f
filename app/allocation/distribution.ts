import { type Cents, exact, sum } from '#app/kernel/money.ts';
import { InvalidInput, type Params } from '#app/kernel/rejection.ts';
import { split } from '#app/kernel/split.ts';
import { type HeadBasis, type HeadBook, referenceDate } from './head-count.ts';
import type { Change, Pot, Source } from './pot.ts';
import { fallsUnder, inside, keyOf, type Line, type Receiver, receiverOf } from './receiver.ts';
import type {
  Amount,
  Fixed,
  Heads,
  KeepRatioOf,
  Ratio,
  Reserve,
  Rule,
  Take,
  Tariff,
  TariffGroup,
  TariffPerGroup,
  Weights,
} from './rule.ts';
import type { StepKind } from './step.ts';

/** A rule at work: its index, on which money, and what it may look up. */
export type Task<R extends Rule = Rule> = {
  rule: R;
  index: number;
  pot: Pot;
  source: Source;
  heads: HeadBook;
  earlier: readonly Line[];
};

/** The refusal of one rule in one year; its number (from 1) and the year are among the params. */
export function refusal({ index, rule, pot }: Task, code: string, params: Params = {}): InvalidInput {
  const where = { rule: index + 1, kind: rule.kind, year: pot.year };
  return new InvalidInput([{ path: `rules.${index}`, code, params: { ...where, ...params } }]);
}

/**
 * Gives changes out of the source of a rule.
 * @throws InvalidInput `allocation.over` when that is more than the source has, with the shortage in cents.
 */
export function giveOut(task: Task, changes: readonly Change[]): void {
  const asked = sum(changes.map((change) => change.delta));
  const available = task.pot.left(task.source);
  if (asked > available) {
    throw refusal(task, 'allocation.over', { asked, available, short: asked - available });
  }
  task.pot.apply(task.index, task.source, changes);
}

export function applyReserve(task: Task<Reserve>): void {
  const { take, to } = task.rule;
  const cents = amountOf(task, take);
  const share = 'basisPoints' in take;
  const kind = share ? 'reserve-share' : 'reserve';
  const params: Params = share ? { cents, basisPoints: take.basisPoints } : { cents };
  const provisional = isUnsure(task, take);
  giveOut(task, [{ to: inside(task.source, to), delta: cents, kind, params, firm: true, provisional }]);
}

export function applyFixedOffTheTop(task: Task<Fixed>): void {
  const changes = takenAmounts(task).map(({ to, cents, mark }): Change => {
    const said = { firm: true, provisional: mark === 'provisional' };
    return { to: inside(task.source, to), delta: cents, kind: 'fixed', params: { cents }, ...said };
  });
  giveOut(task, changes);
}

/** The amounts of a rule that take money; pm and memos are set aside, to be printed. */
export function takenAmounts({ rule, pot, source }: Task<Fixed>): Amount[] {
  const takes = ({ mark, memo }: Amount) => !memo && mark !== 'pm';
  for (const { to, cents, mark, memo } of rule.amounts.filter((amount) => !takes(amount))) {
    const pm = mark === 'pm';
    pot.setAside({ ...inside(source, to), cents: pm ? null : cents, pm, memo: memo === true });
  }
  return rule.amounts.filter(takes);
}

/** Whether what a rule divides is provisional: the amount itself, or what it is a part of. */
function isUnsure({ pot, source }: Task, take: Take | undefined): boolean {
  if (take && 'cents' in take) return take.provisional === true;
  // the total of the pool is that of its year, which says for itself that it is provisional
  return pot.unsure(source) && (source !== null || take?.of !== 'total');
}

export function applyTariff(task: Task<Tariff>): void {
  giveOut(task, perHead(task, { group: '', ...task.rule }));
}

export function applyTariffPerGroup(task: Task<TariffPerGroup>): void {
  giveOut(
    task,
    task.rule.groups.flatMap((group) => perHead(task, group)),
  );
}

function perHead(
  task: Task<Tariff | TariffPerGroup>,
  { group, centsPerHead, heads, to, provisional }: TariffGroup,
) {
  return to.map((given): Change => {
    const receiver = inside(task.source, given);
    const count = headsOf(task, receiver, heads);
    const params = { ...headParams(task, heads), heads: count, centsPerHead, group };
    const delta = exact(count * centsPerHead);
    return { to: receiver, delta, kind: task.rule.kind, params, provisional };
  });
}

export function applyWeights(task: Task<Ratio | Weights>): void {
  const weights = task.rule.weights.map(({ to, weight }) => ({ to: inside(task.source, to), weight }));
  spread(task, weights, {});
}

export function applyHeads(task: Task<Heads>): void {
  const weights = task.rule.to.map((given) => {
    const to = inside(task.source, given);
    return { to, weight: headsOf(task, to, task.rule.heads) };
  });
  spread(task, weights, headParams(task, task.rule.heads));
}

/**
 * @throws InvalidInput `allocation.no-ratio` when the earlier amounts are absent, all 0 or (as corrections
 * may make them) negative, so that they have no ratio.
 */
export function applyKeepRatio(task: Task<KeepRatioOf>): void {
  const { rule, pot, source } = task;
  const year = rule.basisYear ?? pot.year;
  const lines =
    rule.basis === 'earlier'
      ? task.earlier.filter((line) => line.year === year)
      : pot.shares(source).map(({ key, cents }) => ({ ...receiverOf(key), year, cents }));
  const weights = rule.groups ? weightOfGroups(task, rule.groups, lines) : weightOfLines(task, lines);
  if (weights.some(({ weight }) => weight < 0) || weights.every(({ weight }) => weight === 0)) {
    throw refusal(task, 'allocation.no-ratio', { basisYear: year });
  }
  spread(task, weights, { basisYear: year });
}

type Weight = { to: Receiver; weight: number };

function weightOfGroups(task: Task, groups: NonNullable<KeepRatioOf['groups']>, lines: Line[]): Weight[] {
  return groups.map(({ to, of }) => ({
    to: inside(task.source, to),
    weight: sum(lines.filter((line) => of.some((p) => fallsUnder(p, line))).map((line) => line.cents)),
  }));
}

/** Several lines of one receiver count together. */
function weightOfLines(task: Task, lines: Line[]): Weight[] {
  const weights = new Map<string, number>();
  for (const line of lines) {
    const key = keyOf(inside(task.source, line));
    weights.set(key, (weights.get(key) ?? 0) + line.cents);
  }
  return [...weights].map(([key, weight]) => ({ to: receiverOf(key), weight }));
}

/** Everything that is left goes to one receiver, or stays where it is: then it is said, not moved. */
export function applyRemainder(task: Task<Extract<Rule, { kind: 'remainder' }>>): void {
  const { rule, pot, source, index } = task;
  if (rule.to === null) {
    pot.remark(index, source, 'remainder-open');
    return;
  }
  const cents = pot.left(source);
  const provisional = pot.unsure(source);
  const to = inside(source, rule.to);
  giveOut(task, [{ to, delta: cents, kind: 'remainder', params: { cents }, provisional }]);
}

function spread(task: Task<Ratio | Weights | Heads | KeepRatioOf>, weights: Weight[], extra: Params): void {
  const cents = amountOf(task, task.rule.take);
  const whole = sum(weights.map(({ weight }) => weight));
  const parts = split(cents, new Map(weights.map(({ to, weight }) => [keyOf(to), weight])));
  const kind: StepKind = task.rule.kind;
  const soFar = task.rule.kind === 'keep-ratio-of' && task.rule.basis === 'so-far';
  // a ratio of provisional amounts is itself provisional
  const shaky = soFar && task.pot.shares(task.source).some(({ key }) => task.pot.unsure(receiverOf(key)));
  const provisional = shaky || isUnsure(task, task.rule.take);
  const changes = weights.map(({ to, weight }): Change => {
    const params = { ...extra, cents, weight, whole };
    return { to, delta: parts.get(keyOf(to)) ?? 0, kind, params, provisional };
  });
  giveOut(task, changes);
}

/** How much a rule divides, in cents; without `take` all that is left. */
function amountOf({ pot, source }: Task, take: Take | undefined): Cents {
  if (take === undefined) return pot.left(source);
  if ('cents' in take) return take.cents;
  const base = take.of === 'total' ? pot.total(source) : pot.left(source);
  return exact(Number((BigInt(base) * BigInt(take.basisPoints)) / 10_000n));
}

function headsOf(task: Task, receiver: Receiver, basis: HeadBasis): number {
  return task.heads.heads(receiver.unit ?? '', basis, task.pot.year);
}

function headParams(task: Task, basis: HeadBasis): Params {
  return { definition: basis.definition, date: referenceDate(basis, task.pot.year) };
}
