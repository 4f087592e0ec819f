import type { FieldError } from '#app/kernel/rejection.ts';
import { carries, quorumOf } from '#app/scheme/right.ts';
import type { AskedRule, SectionVote } from './asked-rule.ts';
import { type DecisionKind, type Outcome, possibleOutcomes } from './decision.ts';
import { type DossierFacts, isOpen, standingOf } from './dossier-state.ts';
import { tallyOf } from './section-tally.ts';

/** What a secretary states about the meeting. */
export type StatedOutcome = {
  outcome: Outcome;
  decidedOn: string;
  members?: number | null;
  present?: number | null;
  votesFor?: number | null;
  votesAgainst?: number | null;
  abstained?: number | null;
  sections?: readonly SectionVote[] | null;
  reasons: string;
  conditions: string;
};

/** What it is held against: the request, its rule as it stood when asked, and the body on that day. */
export type AskedOutcome = {
  kind: DecisionKind;
  askedOn: string;
  today: string;
  /** members in office that day as they are kept; null when the institution does not keep them */
  members: number | null;
  /** members of each section that votes apart, where they are kept */
  sectionMembers: Readonly<Record<string, number>>;
  /** members excluded from the item */
  excluded: number;
  rule: AskedRule;
  facts: DossierFacts;
  /** the last day of the body's existence; null when it still is */
  bodyThrough: string | null;
};

/** Every mistake in what is stated, each at its field: dates, heads, votes, quorum, majority, words. Pure. */
export function outcomeErrors(stated: StatedOutcome, asked: AskedOutcome): FieldError[] {
  return [...wrongDates(stated, asked), ...wrongVotes(stated, asked), ...wrongWords(stated, asked)];
}

function wrongDates(stated: StatedOutcome, asked: AskedOutcome): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (path: string, code: string, params = {}) => errors.push({ path, code, params });
  const { decidedOn } = stated;
  if (!possibleOutcomes(asked.kind).includes(stated.outcome)) {
    wrong('outcome', 'decision.outcome', { right: asked.kind });
  }
  if (decidedOn < asked.askedOn) wrong('decidedOn', 'decision.date-early', { date: asked.askedOn });
  if (decidedOn > asked.today) wrong('decidedOn', 'decision.date-future');
  if (asked.bodyThrough !== null && decidedOn > asked.bodyThrough) {
    wrong('decidedOn', 'decision.body-gone', { date: asked.bodyThrough });
  }
  const { state, dueOn } = standingOf(asked.facts, decidedOn);
  if (!isOpen(state))
    wrong('decidedOn', 'decision.term-passed', { date: dueOn, silence: asked.rule.silence });
  return errors;
}

/** Those who could vote: in office less those who were excluded; null when nobody knows. */
export function entitled(stated: StatedOutcome, asked: AskedOutcome): number | null {
  const members = asked.members ?? stated.members ?? null;
  return members === null ? null : Math.max(0, members - asked.excluded);
}

/** How many were present: as stated, or of the sections together. */
export function presentOf({ present, sections }: StatedOutcome): number | null {
  if (sections && sections.length > 0) return sections.reduce((sum, one) => sum + one.present, 0);
  return present ?? null;
}

function wrongVotes(stated: StatedOutcome, asked: AskedOutcome): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (path: string, code: string, params = {}) => errors.push({ path, code, params });
  const members = entitled(stated, asked);
  const present = presentOf(stated);
  if (members !== null && (present ?? 0) > members) wrong('present', 'decision.too-many', { members });
  const needed = quorumOf(asked.rule, members);
  const counts = asked.kind !== 'information';
  if (counts && needed !== null && present === null) wrong('present', 'decision.present-missing', { needed });
  if (counts && asked.rule.quorumBasis !== null && members === null) {
    wrong('members', 'decision.members-missing');
  }
  if (counts && needed !== null && present !== null && present < needed) {
    wrong('present', 'decision.quorum', { present, needed });
  }
  const { votesFor, votesAgainst, abstained } = stated;
  const votes = (votesFor ?? 0) + (votesAgainst ?? 0) + (abstained ?? 0);
  if (!stated.sections?.length && present !== null && votes > present) {
    wrong('votesFor', 'decision.votes', { votes, present });
  }
  return [
    ...errors,
    ...(asked.rule.sections.length > 0 ? apart(stated, asked) : asOne(stated, asked, members)),
  ];
}

const agrees = (outcome: Outcome) => outcome === 'given' || outcome === 'given-on-conditions';

function asOne(stated: StatedOutcome, asked: AskedOutcome, members: number | null): FieldError[] {
  const { outcome, votesFor, votesAgainst, abstained } = stated;
  const votes = { for: votesFor ?? 0, against: votesAgainst ?? 0, abstained: abstained ?? 0 };
  const counted = votesFor != null || votesAgainst != null;
  const { majority } = asked.rule;
  const positive = agrees(outcome) || outcome === 'positive';
  if (!counted) {
    if (!positive || majority === 'simple') return [];
    return [{ path: 'votesFor', code: 'decision.votes-missing', params: { majority } }];
  }
  const carried = carries(votes, majority, members);
  const params = { for: votes.for, against: votes.against, majority };
  if (carried === null) return [{ path: 'members', code: 'decision.members-missing', params: {} }];
  if (positive && !carried) return [{ path: 'votesFor', code: 'decision.majority', params }];
  if (outcome === 'withheld' && carried) return [{ path: 'votesFor', code: 'decision.carried', params }];
  return [];
}

type Verdict = { error: FieldError } | { carried: boolean; short: FieldError };

function apart(stated: StatedOutcome, asked: AskedOutcome): FieldError[] {
  if (asked.kind === 'discussion' || asked.kind === 'information') return [];
  const verdicts = asked.rule.sections.map((name, index) => verdictOf(name, index, { stated, asked }));
  const errors = verdicts.flatMap((one) => ('error' in one ? [one.error] : []));
  if (errors.length > 0) return errors;
  const short = verdicts.flatMap((one) => ('short' in one && !one.carried ? [one.short] : []));
  if (agrees(stated.outcome) || stated.outcome === 'positive') return short;
  return stated.outcome === 'withheld' && short.length === 0
    ? [{ path: 'outcome', code: 'decision.sections-carried', params: {} }]
    : [];
}

function verdictOf(
  section: string,
  index: number,
  { stated, asked }: { stated: StatedOutcome; asked: AskedOutcome },
): Verdict {
  const path = `sections.${index}`;
  const error = (code: string, params: FieldError['params']) => ({ error: { path, code, params } });
  const votes = stated.sections?.find((one) => one.name === section);
  if (!votes) return error('decision.section-missing', { section });
  const cast = votes.for + votes.against + votes.abstained;
  if (cast > votes.present) return error('decision.votes', { votes: cast, present: votes.present });
  const members = asked.sectionMembers[section] ?? votes.members ?? null;
  if (members !== null && votes.present > members) return error('decision.too-many', { members });
  const { majority, needed, quorate, carried } = tallyOf(asked.rule, votes, members);
  if (quorate === null || carried === null) return error('decision.section-members', { section });
  if (!quorate) return error('decision.section-quorum', { section, present: votes.present, needed });
  const params = { section, for: votes.for, against: votes.against, majority };
  return { carried, short: { path, code: 'decision.section-majority', params } };
}

function wrongWords(stated: StatedOutcome, asked: AskedOutcome): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (path: string, code: string) => errors.push({ path, code, params: {} });
  if (stated.outcome === 'given-on-conditions') {
    if (!asked.rule.conditionsAllowed) wrong('outcome', 'decision.conditions-not-allowed');
    else if (stated.conditions === '') wrong('conditions', 'decision.conditions-missing');
  }
  if ((stated.outcome === 'withheld' || stated.outcome === 'negative') && stated.reasons === '') {
    wrong('reasons', 'decision.reasons-missing');
  }
  return errors;
}
