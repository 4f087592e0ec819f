import { type FreePeriod, skippedIn } from '#app/organisation/free-period.ts';
import type { SectionRule } from '#app/scheme/right.ts';
import type { certainties, Majority, Silence } from '#app/scheme/scheme.ts';
import type { InterimRule } from './interim.ts';

/**
 * The rule as it stood when something was asked, kept with the decision: what the matrix says later changes
 * nothing about it.
 */
export type AskedRule = {
  matterNl: string;
  matterEn: string;
  /** null for what was asked without a line of the matrix */
  certainty: (typeof certainties)[number] | null;
  prior: boolean;
  termDays: number;
  quorumBasis: number | null;
  quorumMembers: number | null;
  majority: Majority;
  sections: string[];
  /** what sections have of their own; absent in what was asked before there was such a thing */
  sectionRules?: SectionRule[];
  silence: Silence;
  conditionsAllowed: boolean;
  suspensionDays: number;
  appealMonths: number;
  /** who mediates and which committee rules, as kinds of bodies; absent in what was asked before this was kept */
  mediatorKind?: string | null;
  /** working days; 0: not laid down */
  mediationDays?: number;
  committeeKind?: string | null;
  rulingDays?: number;
  /** what may be spent while consent is missing when the year begins; null where the right says nothing of it */
  interim: InterimRule | null;
  /** recess periods and free days that the term skips */
  without: SkippedPeriod[];
};

/** A recess or a free day within a term, both days included. */
export type SkippedPeriod = { nameNl: string; nameEn: string; from: string; through: string };

/** The votes of a section that votes apart; `members`: entitled to vote in it, where that is known. */
export type SectionVote = {
  name: string;
  members?: number | null;
  present: number;
  for: number;
  against: number;
  abstained: number;
};

/** A line of the rights matrix, as far as it is kept. */
export type AskedLine = Omit<AskedRule, 'without' | 'interim' | 'certainty'> & {
  certainty: (typeof certainties)[number];
  interimParts: number | null;
  interimOf: number | null;
  interimStage: InterimRule['stage'] | null;
  interimBasis: string;
  interimCertainty: (typeof certainties)[number] | null;
};

/**
 * The rule to keep with a request. Pure.
 * @param line of the rights matrix; null for what was asked without one: nothing is demanded then
 * @param asking when and until when, with the calendar; null when the term is not known to skip anything
 */
export function askedRule(
  line: AskedLine | null,
  asking: { askedOn: string; dueOn: string; periods: readonly FreePeriod[] } | null,
): AskedRule {
  return {
    matterNl: line?.matterNl ?? '',
    matterEn: line?.matterEn ?? '',
    certainty: line?.certainty ?? null,
    prior: line?.prior ?? false,
    termDays: line?.termDays ?? 0,
    quorumBasis: line?.quorumBasis ?? null,
    quorumMembers: line?.quorumMembers ?? null,
    majority: line?.majority ?? 'simple',
    sections: line?.sections ?? [],
    sectionRules: line?.sectionRules ?? [],
    silence: line?.silence ?? 'open',
    conditionsAllowed: line?.conditionsAllowed ?? true,
    suspensionDays: line?.suspensionDays ?? 0,
    appealMonths: line?.appealMonths ?? 0,
    mediatorKind: line?.mediatorKind ?? null,
    mediationDays: line?.mediationDays ?? 0,
    committeeKind: line?.committeeKind ?? null,
    rulingDays: line?.rulingDays ?? 0,
    interim: interimOf(line),
    without: (asking ? skippedIn(asking.periods, asking.askedOn, asking.dueOn) : []).map(
      ({ nameNl, nameEn, from, through }) => ({ nameNl, nameEn, from, through }),
    ),
  };
}

function interimOf(line: AskedLine | null): InterimRule | null {
  const { interimParts: parts, interimOf: of, interimStage: stage, interimCertainty: certainty } = line ?? {};
  if (parts == null || of == null || !stage || !certainty) return null;
  return { parts, of, stage, basis: line!.interimBasis, certainty };
}
