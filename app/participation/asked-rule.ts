import { type FreePeriod, skippedIn } from '#app/organisation/free-period.ts';
import type { Majority, Silence } from '#app/scheme/scheme.ts';

/**
 * The rule as it stood when something was asked, kept with the decision: what the matrix says later changes
 * nothing about it.
 */
export type AskedRule = {
  prior: boolean;
  termDays: number;
  quorumBasis: number | null;
  quorumMembers: number | null;
  majority: Majority;
  sections: string[];
  silence: Silence;
  conditionsAllowed: boolean;
  suspensionDays: number;
  appealMonths: number;
  /** recess periods and free days that the term skips */
  without: SkippedPeriod[];
};

/** A recess or a free day within a term, both days included. */
export type SkippedPeriod = { nameNl: string; nameEn: string; from: string; through: string };

/** The votes of a section that votes apart. */
export type SectionVote = { name: string; present: number; for: number; against: number; abstained: number };

type Line = Omit<AskedRule, 'without'>;

/**
 * The rule to keep with a request. Pure.
 * @param line of the rights matrix; null for what was asked without one: nothing is demanded then
 * @param asking when and until when, with the calendar; null when the term is not known to skip anything
 */
export function askedRule(
  line: Line | null,
  asking: { askedOn: string; dueOn: string; periods: readonly FreePeriod[] } | null,
): AskedRule {
  return {
    prior: line?.prior ?? false,
    termDays: line?.termDays ?? 0,
    quorumBasis: line?.quorumBasis ?? null,
    quorumMembers: line?.quorumMembers ?? null,
    majority: line?.majority ?? 'simple',
    sections: line?.sections ?? [],
    silence: line?.silence ?? 'open',
    conditionsAllowed: line?.conditionsAllowed ?? true,
    suspensionDays: line?.suspensionDays ?? 0,
    appealMonths: line?.appealMonths ?? 0,
    without: (asking ? skippedIn(asking.periods, asking.askedOn, asking.dueOn) : []).map(
      ({ nameNl, nameEn, from, through }) => ({ nameNl, nameEn, from, through }),
    ),
  };
}
