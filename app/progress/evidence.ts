import type { Actor } from '#app/kernel/actor.ts';
import type { evidenceKinds } from './progress.input.ts';
import { canWriteProgress } from './progress.ts';

/** Evidence: what shows that something is as is said, with the day that it speaks of. Pure. */

export type EvidenceKind = (typeof evidenceKinds)[number];
/** Who may see it: everybody, who is signed in, the councils above the unit, or the unit itself. */
export const confidentialities = ['public', 'institution', 'council', 'unit'] as const;
export type Confidentiality = (typeof confidentialities)[number];

export type Sealed = { confidentiality: Confidentiality; unitId: string };

/** The files of evidence may each be this large (10 MB, as people count it). */
export const evidenceFileBytes = 10_000_000;

/**
 * May the actor see this evidence, on the page, in the API and as a file?
 * @param nearUnitIds the units at or below which a body of the actor stands
 */
export function canReadEvidence(actor: Actor, evidence: Sealed, nearUnitIds: readonly string[]): boolean {
  const { confidentiality, unitId } = evidence;
  if (confidentiality === 'public' || confidentiality === 'institution') return true;
  if (canWriteProgress(actor, { unitId })) return true;
  return confidentiality === 'council' && nearUnitIds.includes(unitId);
}

/** The code of the next piece: E1, E2 … */
export function nextEvidenceCode(codes: readonly string[]): string {
  return `E${Math.max(0, ...codes.map((code) => Number(/^E(\d{1,9})$/.exec(code)?.[1] ?? 0))) + 1}`;
}
