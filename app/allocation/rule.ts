import type { BasisPoints, Cents } from '#app/kernel/money.ts';
import type { HeadBasis } from './head-count.ts';
import type { Receiver } from './receiver.ts';

/**
 * The rules that divide money. There is a pool per year. Rules apply in their order. Most take money from
 * the pool and give it to receivers; `within`, they take it from what a receiver already holds (first the
 * themes, then each theme over its programmes). `floor`, `ceiling` and `fixed` charged to the others move
 * money between the receivers that got it from the same place. What no rule takes is not yet allocated.
 */
type Common = {
  /** The years it applies to; absent: every year. */
  years?: number[];
  /** Applies to the amount of each of these receivers in turn, instead of to the pool. */
  within?: Receiver[];
  /** The decision or letter behind the rule, for people. */
  note?: string;
};

/**
 * How much a rule divides: an amount, or a share. A share is `of` everything its source ever held
 * (`total`) or of what it still holds (`left`), rounded down to the cent so that shares never overrun.
 */
export type Take = { cents: Cents; provisional?: true } | { basisPoints: BasisPoints; of: 'total' | 'left' };

/**
 * An amount for a receiver. Provisional: so is what comes of it. *pm*: for whom, and not yet how much (0 cents): it
 * takes nothing. A memo is printed beside the total and takes nothing either.
 */
export type Amount = { to: Receiver; cents: Cents; mark?: 'provisional' | 'pm'; memo?: true };
export type Weighted = { to: Receiver; weight: number };

/** Sets money apart, for joint initiatives for instance; later rules do not charge it to anyone's benefit. */
export type Reserve = Common & { kind: 'reserve'; to: Receiver; take: Take };

/**
 * Fixed amounts. `pool`: off the top. `others`: on top of what they have, paid by the other receivers of
 * the same source in proportion to what they have. `others-equally`: paid by them in equal parts.
 */
export type Fixed = Common & {
  kind: 'fixed';
  amounts: Amount[];
  chargedTo: 'pool' | 'others' | 'others-equally';
  /** Who pays; absent: every other receiver of the same source. */
  others?: Receiver[];
};

/** The same amount per head for every unit. */
export type Tariff = Common & { kind: 'tariff' } & PerHead;
type PerHead = { centsPerHead: Cents; provisional?: true; heads: HeadBasis; to: Receiver[] };

/** Another amount per head for each group: of units, or of heads (a unit may be in several). */
export type TariffPerGroup = Common & { kind: 'tariff-per-group'; groups: TariffGroup[] };
export type TariffGroup = { group: string } & PerHead;

/** Between nodes, such as 3:2:1 over themes. */
export type Ratio = Common & { kind: 'ratio'; weights: Weighted[]; take?: Take };

/** By given weights (whole numbers; shares in basis points serve as well). */
export type Weights = Common & { kind: 'weights'; weights: Weighted[]; take?: Take };

/** By number of heads. */
export type Heads = Common & { kind: 'heads'; heads: HeadBasis; to: Receiver[]; take?: Take };

/** At least this much; the others of the same source pay in proportion, none below its own floor. */
export type Floor = Common & { kind: 'floor'; amounts: Amount[]; others?: Receiver[] };

/**
 * At most this much; the others of the same source share the excess in proportion, none above its own
 * ceiling; what nobody can take returns to the source.
 */
export type Ceiling = Common & { kind: 'ceiling'; amounts: Amount[]; others?: Receiver[] };

/**
 * In the ratio of an earlier allocation (`earlier`), or of what this run gave so far from the same source
 * (`so-far`). With groups, each `to` counts for all lines under `of` together (faculties : joint);
 * without, each earlier receiver counts for itself.
 */
export type KeepRatioOf = Common & {
  kind: 'keep-ratio-of';
  basis: 'earlier' | 'so-far';
  /** Take the ratio of this year of the earlier allocation; absent: of the same year. */
  basisYear?: number;
  groups?: RatioGroup[];
  take?: Take;
};
export type RatioGroup = { to: Receiver; of: Receiver[] };

/** All that is left: to a receiver, or (null) explicitly left as not yet allocated. */
export type Remainder = Common & { kind: 'remainder'; to: Receiver | null };

export type Rule =
  | Reserve
  | Fixed
  | Tariff
  | TariffPerGroup
  | Ratio
  | Weights
  | Heads
  | Floor
  | Ceiling
  | KeepRatioOf
  | Remainder;

export type RuleKind = Rule['kind'];

export const ruleKinds = [
  'reserve',
  'fixed',
  'tariff',
  'tariff-per-group',
  'ratio',
  'weights',
  'heads',
  'floor',
  'ceiling',
  'keep-ratio-of',
  'remainder',
] as const satisfies readonly RuleKind[];

export function appliesIn(rule: Rule, year: number): boolean {
  return rule.years === undefined || rule.years.includes(year);
}
