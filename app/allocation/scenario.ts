import { type Actor, may } from '#app/kernel/actor.ts';
import type { HeadBasis } from './head-count.ts';
import type { Rule } from './rule.ts';
import type { RunInputs, RunResult } from './run.ts';
import { canSeeDraft } from './version.ts';

/**
 * Scenario: an allocation that was considered. It keeps its rules with the money and head counts it ran on, is
 * never in force, and says what became of it. What is chosen becomes a draft of an allocation document.
 */

export const scenarioOutcomes = ['chosen', 'rejected'] as const;
export type ScenarioOutcome = (typeof scenarioOutcomes)[number];

/** One of a list: without what came out of it. */
export type ScenarioSummary = {
  scenarioId: string;
  code: string;
  name: string;
  description: string;
  fund: string;
  shared: boolean;
  outcome: ScenarioOutcome | null;
  reason: string;
  /** the allocation document that a draft was made of it for */
  document: string | null;
  source: string;
  /** when its rules were last kept, ISO */
  keptAt: string;
  revision: number;
};

export type Scenario = ScenarioSummary & {
  rules: Rule[];
  inputs: RunInputs;
  /** null when the rules could not be carried out on the money and head counts of that day */
  result: RunResult | null;
};

/**
 * Who sees a scenario, said here and nowhere else: shared, everyone who may see the scheme; not yet shared, only
 * who may see drafts of allocations.
 */
export function canSeeScenario(actor: Actor, scenario: Pick<ScenarioSummary, 'shared'>): boolean {
  return scenario.shared || canSeeDraft(actor);
}

export function canWriteScenario(actor: Actor): boolean {
  return may(actor, 'allocation.write');
}

/** One that was shared or got an outcome is part of what was considered: it stays. */
export function canRemoveScenario(
  actor: Actor,
  scenario: Pick<ScenarioSummary, 'shared' | 'outcome'>,
): boolean {
  return canWriteScenario(actor) && !scenario.shared && scenario.outcome === null;
}

/** The count that a rule divides by or pays for, of the first rule that asks one; for amounts per head. */
export function headBasisOf(rules: readonly Rule[]): HeadBasis | null {
  for (const rule of rules) {
    if (rule.kind === 'tariff' || rule.kind === 'heads') return rule.heads;
    if (rule.kind === 'tariff-per-group' && rule.groups[0]) return rule.groups[0].heads;
  }
  return null;
}
