import type { FieldError } from '#app/kernel/rejection.ts';
import { askedRights, type Majority, type RightsKind, type Silence } from './scheme.ts';

/** The quorum and the majority of a section that votes apart; a majority of null is that of the right. */
export type SectionRule = {
  name: string;
  quorumBasis: number | null;
  quorumMembers: number | null;
  majority: Majority | null;
};

/** What a line of the rights matrix says, as far as its parts can contradict each other. */
export type RightParts = {
  kind: RightsKind;
  prior: boolean;
  quorumBasis: number | null;
  quorumMembers: number | null;
  majority: Majority;
  sections: readonly string[];
  sectionRules?: readonly SectionRule[];
  silence: Silence;
  interimParts?: number | null;
  interimOf?: number | null;
  interimStage?: string | null;
  interimBasis?: string;
  interimCertainty?: string | null;
  mediatorKind?: string | null;
  mediationDays?: number;
  committeeKind?: string | null;
  rulingDays?: number;
};

/** Is this a right that is asked, rather than a part in the matter? */
export function isAsked(kind: string): boolean {
  return (askedRights as readonly string[]).includes(kind);
}

/** Can a body refuse by this right, so that silence can count as refusing? */
export function canRefuse(kind: string): boolean {
  return kind === 'consent' || kind === 'approval';
}

/** Can the body and the board come into a dispute over this right (WHW 9.40)? */
export function canDispute(kind: string): boolean {
  return canRefuse(kind) || kind === 'advice';
}

/** What cannot go together in one line of the rights matrix, each at its field. Pure. */
export function rightErrors(right: RightParts): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (path: string, code: string, params = {}) => errors.push({ path, code, params });
  if (right.quorumBasis !== null && right.quorumMembers !== null) wrong('quorum', 'right.quorum-both');
  if (right.prior && !isAsked(right.kind)) wrong('prior', 'right.prior-part', { kind: right.kind });
  const interim = [right.interimParts, right.interimOf, right.interimStage, right.interimCertainty];
  const given = interim.filter((one) => one != null).length;
  if (given > 0 && (given < interim.length || !right.interimBasis)) wrong('interimParts', 'right.interim');
  else if (right.interimParts != null && right.interimParts > (right.interimOf ?? 0)) {
    wrong('interimParts', 'right.interim-more');
  }
  if (given > 0 && !canRefuse(right.kind)) wrong('interimParts', 'right.interim-kind');
  if (right.silence === 'refused' && !canRefuse(right.kind)) wrong('silence', 'right.silence');
  if (right.sections.length === 1) wrong('sections', 'right.sections-one');
  if (new Set(right.sections).size < right.sections.length) wrong('sections', 'right.sections-twice');
  for (const one of right.sectionRules ?? []) {
    if (!right.sections.includes(one.name)) {
      wrong('sections', 'right.section-unknown', { section: one.name });
    }
    if (one.quorumBasis !== null && one.quorumMembers !== null) wrong('sections', 'right.quorum-both');
  }
  if ((right.mediatorKind || right.committeeKind) && !canDispute(right.kind)) {
    wrong(right.mediatorKind ? 'mediatorKind' : 'committeeKind', 'right.dispute-kind');
  }
  if (right.mediationDays && !right.mediatorKind) wrong('mediatorKind', 'right.mediator-missing');
  if (right.rulingDays && !right.committeeKind) wrong('committeeKind', 'right.committee-missing');
  return errors;
}

/** How a section votes: by rules of its own where it has them, else by the majority of the right. Pure. */
export function sectionRule(
  { majority, sectionRules = [] }: { majority: Majority; sectionRules?: readonly SectionRule[] },
  name: string,
): SectionRule & { majority: Majority } {
  const own = sectionRules.find((one) => one.name === name);
  return {
    ...{ name, quorumBasis: null, quorumMembers: null },
    ...own,
    majority: own?.majority ?? majority,
  };
}

export type Votes = { for: number; against: number; abstained: number };

/**
 * Do these votes make the majority? Simple: more for than against. Absolute: more than half of the votes cast,
 * abstentions counted. `-members`: of the members in office. Two thirds are exact: 2 of 3 suffice. Pure.
 * @param members in office; null when nobody knows, and then a share of them cannot be judged (null)
 */
export function carries(votes: Votes, majority: Majority, members: number | null): boolean | null {
  const cast = votes.for + votes.against;
  const all = cast + votes.abstained;
  if (majority === 'simple') return votes.for > votes.against;
  if (majority === 'absolute') return votes.for * 2 > all;
  if (majority === 'two-thirds-votes') return cast > 0 && votes.for * 3 >= cast * 2;
  if (members === null) return null;
  return majority === 'absolute-members' ? votes.for * 2 > members : votes.for * 3 >= members * 2;
}

/** How many members must be present; null when there is no quorum or nobody knows of how many. Pure. */
export function quorumOf(
  { quorumBasis, quorumMembers }: { quorumBasis: number | null; quorumMembers: number | null },
  members: number | null,
): number | null {
  if (quorumMembers !== null) return quorumMembers;
  if (quorumBasis === null || members === null) return null;
  return Math.ceil((members * quorumBasis) / 10_000);
}
