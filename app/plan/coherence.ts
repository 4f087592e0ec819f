import { type Actor, may } from '#app/kernel/actor.ts';

/**
 * Coherence: the same ambition or goal served by the plans of several units, so that they may do it together.
 * Pure; whether together is better, the units say.
 */

type Named = { code: string; nameNl: string; nameEn: string };

/** A measure in the newest version of a plan, with the goals that it serves itself. */
export type CoherentMeasure = {
  measureId: string;
  document: string;
  code: string;
  name: string;
  /** its theme */
  node: string;
  firstYear: number;
  lastYear: number;
  targetGroup: string;
  /** budgeted over all years, in cents; null when no line has a euro figure */
  cents: number | null;
  unitId: string;
  unit: Named;
  /** of the plan that the institution makes for all */
  joint: boolean;
  /** `framework/node` codes */
  serves: readonly string[];
};

export type SharedGoal<G> = {
  goal: G;
  /** the units whose own plans serve it, with their measures; two at least */
  units: { unitId: string; unit: Named; measures: CoherentMeasure[] }[];
  /** what the joint plan does for it already */
  joint: CoherentMeasure[];
};

/**
 * The goals that plans of two or more units serve, those of most units first, then in the order given.
 * @param goals with their `framework/node` code
 */
export function sharedGoals<G extends { key: string }>(
  goals: readonly G[],
  measures: readonly CoherentMeasure[],
): SharedGoal<G>[] {
  return goals
    .map((goal): SharedGoal<G> => {
      const serving = measures.filter((one) => one.serves.includes(goal.key));
      const own = Map.groupBy(
        serving.filter((one) => !one.joint),
        (one) => one.unitId,
      );
      return {
        goal,
        units: [...own].map(([unitId, list]) => ({ unitId, unit: list[0]!.unit, measures: list })),
        joint: serving.filter((one) => one.joint),
      };
    })
    .filter(({ units }) => units.length > 1)
    .toSorted((a, b) => b.units.length - a.units.length);
}

/** What is budgeted for several measures, in cents; null when of none of them a figure is known. */
export function budgetOf(measures: readonly Pick<CoherentMeasure, 'cents'>[]): number | null {
  const known = measures.flatMap(({ cents }) => (cents === null ? [] : [cents]));
  return known.length === 0 ? null : known.reduce((sum, cents) => sum + cents, 0);
}

export const bundleAnswers = ['agreed', 'declined'] as const;
export type BundleAnswer = (typeof bundleAnswers)[number];
export const bundleStatuses = ['proposed', 'joint', 'withdrawn'] as const;
export type BundleStatus = (typeof bundleStatuses)[number];

/** How a proposal stands: waiting for units, ready to become joint, or with too few that want it. */
export function bundleState({
  status,
  answers,
}: {
  status: BundleStatus;
  answers: readonly { answer: BundleAnswer | null }[];
}): BundleStatus | 'waiting' | 'ready' | 'declined' {
  if (status !== 'proposed') return status;
  if (answers.some(({ answer }) => answer === null)) return 'waiting';
  return answers.filter(({ answer }) => answer === 'agreed').length > 1 ? 'ready' : 'declined';
}

/** Who looks over the plans of all units may propose to bundle, and end a proposal. */
export function canBundle(actor: Actor): boolean {
  return may(actor, 'plan.return');
}

/** A unit answers through whoever writes its plan. */
export function canAnswerBundle(actor: Actor, unitId: string): boolean {
  return may(actor, 'plan.write', unitId);
}
