import type { Reason } from '#app/kernel/rejection.ts';
import type { AskedLine } from './asked-rule.ts';
import type { Outcome, RightKind } from './decision.ts';
import { type DossierFacts, type Standing, standingOf } from './dossier-state.ts';

/** A line of the rights matrix, with the body that it means for this plan; null when there is none. */
export type RightRule = AskedLine & {
  ruleId: string;
  kind: RightKind;
  basis: string;
  /** what it is about, as the actor reads it */
  matter: string;
  bodyKind: string;
  bodyKindName: string;
  bodyId: string | null;
  bodyCode: string | null;
  bodyName: string | null;
};

/** What `blockers` needs to know of a decision; also of decisions on other versions of the document. */
export type DecisionFact = DossierFacts & {
  ruleId: string | null;
  bodyId: string;
  versionNumber: number;
  versionHash: string;
  outcome: Outcome | null;
};

/**
 * Why a version cannot be adopted now, each reason in words: law 6, consent binds to content. A right counts when
 * its dossier on exactly this hash stands where adoption may follow: refused consent blocks unless a ruling or a
 * settlement replaced it, negative advice until its account and, when it was not followed, further consultation,
 * and disputed advice as long as it suspends. Silence does what the rule says. Pure.
 * @param version the hash of the frozen content; null for a draft
 * @param decisions on any version of the document
 * @param rules of this kind of document; rights that are not prior do not hold adoption up
 * @param at ISO date of today, to tell a running term from one that has passed
 */
export function blockers(
  version: { contentHash: string | null },
  decisions: readonly DecisionFact[],
  rules: readonly RightRule[],
  at: string,
): Reason[] {
  if (version.contentHash === null) return [{ code: 'adopt.draft', params: {} }];
  return rules
    .filter((rule) => rule.prior)
    .flatMap((rule) => {
      const own = decisions.filter((decision) => decision.ruleId === rule.ruleId);
      const reason = blockerOf(named(rule, rules), own, { hash: version.contentHash, at });
      return reason ? [reason] : [];
    });
}

/** Where the same body has the same right on two matters, its name says which. */
function named(rule: RightRule, rules: readonly RightRule[]): RightRule {
  const alike = rules.filter((one) => one.kind === rule.kind && one.bodyKind === rule.bodyKind);
  if (alike.length < 2 || rule.matter === '') return rule;
  return { ...rule, bodyName: `${rule.bodyName ?? rule.bodyKindName} (${rule.matter})` };
}

function blockerOf(
  rule: RightRule,
  decisions: readonly DecisionFact[],
  { hash, at }: { hash: string | null; at: string },
): Reason | null {
  const params = { right: rule.kind, body: rule.bodyName ?? rule.bodyKindName };
  const onThis = decisions
    .filter((decision) => decision.versionHash === hash)
    .map((decision) => ({ decision, why: blockerOfState(rule.kind, standingOf(decision, at), at) }));
  // a body that was dissolved leaves its open question behind: the one that was asked last counts
  const last = onThis.find((one) => one.why === null) ?? onThis.at(-1);
  if (last) {
    if (last.why === null) return null;
    const open = last.why.code === 'adopt.waiting' || last.why.code === 'adopt.overdue';
    if (!open || last.decision.bodyId === rule.bodyId) {
      const { code, date } = last.why;
      return { code, params: { ...params, date: date ?? last.decision.decidedOn ?? last.decision.dueOn } };
    }
    const code = rule.bodyId === null ? 'adopt.no-body' : 'adopt.body-gone';
    return { code, params };
  }
  if (rule.bodyId === null) return { code: 'adopt.no-body', params };
  const elsewhere = decisions.findLast(
    (decision) =>
      decision.outcome !== null && blockerOfState(rule.kind, standingOf(decision, at), at) === null,
  );
  if (elsewhere) {
    return { code: 'adopt.other-version', params: { ...params, version: String(elsewhere.versionNumber) } };
  }
  return { code: 'adopt.not-asked', params };
}

/**
 * Why a dossier in this state holds adoption up; null when it does not. Pure.
 * @param at ISO date: a suspension ends by itself
 */
export function blockerOfState(
  kind: RightKind,
  { state, dueOn, suspendedUntil }: Standing,
  at: string,
): { code: string; date?: string | null } | null {
  switch (state) {
    case 'asked':
    case 'in-consultation':
      return { code: dueOn !== null && dueOn < at ? 'adopt.overdue' : 'adopt.waiting', date: dueOn };
    case 'withheld':
    case 'lapsed-refused':
      return { code: `adopt.${state}` };
    case 'negative':
      return { code: 'adopt.account-missing' };
    case 'partly-followed':
    case 'not-followed':
      return { code: 'adopt.further-consultation' };
    case 'suspended':
    case 'settlement':
    case 'settlement-failed':
    case 'committee':
      // a dispute on advice holds up as long as it suspends; one on consent until it is replaced
      if (kind === 'advice') {
        const running = suspendedUntil !== null && at <= suspendedUntil;
        return running ? { code: 'adopt.suspended', date: suspendedUntil } : null;
      }
      return { code: 'adopt.in-dispute' };
    case 'appeal':
      return { code: 'adopt.in-dispute' };
    case 'upheld':
    case 'upheld-on-appeal':
      return { code: 'adopt.upheld' };
    default:
      return null;
  }
}
