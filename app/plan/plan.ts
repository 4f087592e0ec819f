import type { VersionStatus } from '#app/document/version.ts';
import { type Actor, may, type Permission } from '#app/kernel/actor.ts';
import type { Stage } from '#app/ledger/ledger.ts';

/**
 * Plan: what a unit promises to do with the money of a scheme: answers to the scheme's questions, measures,
 * and their budget. A plan is a document of a kind that has measures; its rights follow from its unit.
 */

/** Who may change a draft of this unit's plan. */
export function canWritePlan(actor: Actor, plan: { unitId: string }): boolean {
  return may(actor, 'plan.write', plan.unitId);
}

/** Who may submit a draft: from then on it is frozen. */
export function canSubmitPlan(actor: Actor, plan: { unitId: string }): boolean {
  return may(actor, 'plan.submit', plan.unitId);
}

/** Documents whose money is made by another module: whoever makes that answers their questions too. */
const makers: Partial<Record<Stage, Permission>> = {
  expected: 'funding.write',
  granted: 'funding.write',
  allocated: 'allocation.write',
  realised: 'realisation.write',
};

type Written = { hasMeasures: boolean; stage: Stage | null };

/** The right that answering the questions of a document asks for. */
export function answerPermission({ hasMeasures, stage }: Written): Permission {
  return (!hasMeasures && stage !== null && makers[stage]) || 'plan.write';
}

/** Who may answer the questions in a draft of a document of any kind. */
export function canAnswer(actor: Actor, document: Written & { unitId: string }): boolean {
  return may(actor, answerPermission(document), document.unitId);
}

const draftReaders = ['plan.write', 'plan.submit', 'plan.return', 'plan.adopt', 'consent.ask'] as const;

/** Who may see a draft: those who work on it or wait for it. What was submitted is open to all inside. */
export function canSeeDraft(
  actor: Actor,
  { unitId, stage = null, hasMeasures = false }: { unitId: string } & Partial<Written>,
): boolean {
  return (
    draftReaders.some((permission) => may(actor, permission, unitId)) ||
    canAnswer(actor, { unitId, stage, hasMeasures })
  );
}

/** A version as a list or a switcher names it. */
export type VersionHead = {
  versionId: string;
  number: number;
  status: VersionStatus;
  contentHash: string | null;
  /** ISO instants */
  submittedAt: string | null;
  adoptedAt: string | null;
  note: string;
  /** in force at the moment asked, as far as was recorded by then */
  inForce: boolean;
  /** the units that it covers beside the one that writes it */
  covers: { code: string; nameNl: string; nameEn: string }[];
};

/**
 * The version that a page opens with: the one asked for, else the newest that the reader may see; of another moment
 * than now the one in force then comes before newer ones.
 */
export function chooseVersion<V extends Pick<VersionHead, 'number' | 'status'> & { inForce?: boolean }>(
  versions: readonly V[],
  { number, draft, heldFirst = false }: { number?: number | null; draft: boolean; heldFirst?: boolean },
): V | null {
  const seen = versions.filter((version) => draft || version.status !== 'draft');
  if (number != null) return seen.find((version) => version.number === number) ?? null;
  const held = heldFirst ? seen.find((version) => version.inForce) : undefined;
  return held ?? seen.toSorted((a, b) => b.number - a.number)[0] ?? null;
}

/** The short form of a content hash, as people compare it by eye: `7f3a 91c0`. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}
