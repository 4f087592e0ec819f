import type { Actor, Locale } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { compareBudgets, type ThemeChange } from '#app/plan/comparison.ts';
import { getPlan, type Plan } from '#app/plan/plan.server.ts';
import { readLines, readMeasures, readQuestions } from '#app/plan/plan-part.server.ts';
import { compareTexts, type TextComparison } from '#app/plan/text-comparison.ts';
import { canRecordEvent, canRecordOutcome, isLapsed } from './decision.ts';
import { type DecisionDetail, readDecision } from './decision-detail.server.ts';
import {
  type DossierEvent,
  isOpen,
  nextEvents,
  recorderOf,
  type Standing,
  standingOf,
} from './dossier-state.ts';

export type Dossier = {
  decision: DecisionDetail;
  plan: Plan;
  changes: ThemeChange[];
  texts: TextComparison[];
  standing: Standing;
  /** what can be recorded next beside an outcome, by whom, and whether the actor may */
  next: { event: DossierEvent; by: 'board' | 'body' | 'either'; may: boolean }[];
  /** an outcome can be recorded, and the actor may */
  mayRecord: boolean;
  /** the newest version after the one that was asked about, as far as the actor sees it */
  newer: { number: number; status: string } | null;
};

/**
 * What a member of a body needs to decide: the question, its term, the plan, and what changed since the
 * version that the body last decided on. At most eleven statements.
 * @throws Missing
 */
export async function getDossier(
  tx: Tx,
  actor: Actor,
  {
    scheme,
    decision: decisionId,
    locale,
    today,
  }: { scheme: string; decision: string; locale?: Locale; today: string },
): Promise<Dossier> {
  const decision = await readDecision(tx, actor, decisionId);
  if (!decision || decision.scheme !== scheme) throw new Missing('decision');
  const { document, versionNumber: version } = decision;
  const plan = await getPlan(tx, actor, { scheme, document, version, locale });
  const { earlier } = decision;
  const standing = standingOf(decision, today);
  const { unitId, versions } = plan.head;
  const gone = ['returned', 'withdrawn'].includes(decision.versionStatus) || decision.kind === 'adoption';
  const later = versions.filter((one) => one.number > decision.versionNumber).at(-1);
  const course = {
    standing,
    next: (gone ? [] : nextEvents(standing.state)).map((event) => ({
      event,
      by: recorderOf(event),
      may: canRecordEvent(actor, event, {
        ...{ bodyId: decision.bodyId, unitId },
        beforeId: standing.before?.bodyId ?? null,
      }),
    })),
    mayRecord:
      decision.outcome === null &&
      !isLapsed(decision) &&
      // a rule may have ended the wait, but what was decided within the term can still be recorded
      (isOpen(standing.state) || standing.state.startsWith('lapsed')) &&
      canRecordOutcome(actor, decision),
    newer: later ? { number: later.number, status: later.status } : null,
  };
  if (!earlier) return { decision, plan, changes: [], texts: [], ...course };
  const before = {
    measures: await readMeasures(tx, actor, earlier.versionId),
    lines: await readLines(tx, actor, earlier.versionId),
    questions: await readQuestions(tx, actor, earlier),
  };
  const roots = new Map(plan.nodes.filter((node) => node.theme).map((node) => [node.code, node.root]));
  return {
    decision,
    plan,
    changes: compareBudgets(before, plan, {
      rates: plan.rates,
      themes: plan.themes.map((theme) => theme.code),
      root: (node) => roots.get(node) ?? node,
    }),
    texts: compareTexts(before.questions, plan.questions, plan).filter((one) => one.kind !== 'same'),
    ...course,
  };
}
