import type { Reason } from '#app/kernel/rejection.ts';
import type { Outcome, RightKind } from './decision.ts';

/** A line of the rights matrix, with the body that it means for this plan; null when there is none. */
export type RightRule = {
  ruleId: string;
  kind: RightKind;
  prior: boolean;
  termDays: number;
  basis: string;
  certainty: 'text' | 'known' | 'uncertain';
  bodyKind: string;
  bodyId: string | null;
  bodyCode: string | null;
  bodyName: string | null;
};

/** What `blockers` needs to know of a decision; also of decisions on other versions of the document. */
export type DecisionFact = {
  ruleId: string | null;
  versionNumber: number;
  versionHash: string;
  outcome: Outcome | null;
  decidedOn: string | null;
  dueOn: string | null;
};

/**
 * Why a version cannot be adopted now, each reason in words: law 6, consent binds to content. A right counts
 * when it was exercised on exactly this hash; refused consent or approval blocks, and so does silence.
 * Advice and discussion count once they were given, whatever they say. Pure.
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
      const reason = blockerOf(rule, own, { hash: version.contentHash, at });
      return reason ? [reason] : [];
    });
}

function blockerOf(
  rule: RightRule,
  decisions: readonly DecisionFact[],
  { hash, at }: { hash: string | null; at: string },
): Reason | null {
  const right = rule.kind;
  if (rule.bodyId === null) return { code: 'adopt.no-body', params: { right, body: rule.bodyKind } };
  const body = rule.bodyName ?? rule.bodyKind;
  const onThis = decisions.filter((decision) => decision.versionHash === hash);
  if (onThis.some((decision) => exercised(rule.kind, decision.outcome))) return null;
  const withheld = onThis.find((decision) => decision.outcome === 'withheld');
  if (withheld) return { code: 'adopt.withheld', params: { right, body, date: withheld.decidedOn } };
  const waiting = onThis.find((decision) => decision.outcome === null);
  if (waiting) {
    const passed = waiting.dueOn !== null && waiting.dueOn < at;
    return {
      code: passed ? 'adopt.overdue' : 'adopt.waiting',
      params: { right, body, date: waiting.dueOn },
    };
  }
  const elsewhere = decisions.findLast((decision) => exercised(rule.kind, decision.outcome));
  if (elsewhere) {
    return { code: 'adopt.other-version', params: { right, body, version: String(elsewhere.versionNumber) } };
  }
  return { code: 'adopt.not-asked', params: { right, body } };
}

function exercised(kind: RightKind, outcome: Outcome | null): boolean {
  if (outcome === null) return false;
  return kind === 'consent' || kind === 'approval' ? outcome !== 'withheld' : true;
}
