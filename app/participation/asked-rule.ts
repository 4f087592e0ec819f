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
