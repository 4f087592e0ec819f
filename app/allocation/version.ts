import { type Actor, may } from '#app/kernel/actor.ts';
import type { OwnMoney } from './own-totals.ts';
import type { Aside, Line } from './receiver.ts';
import type { Rule } from './rule.ts';
import type { TotalsBasis } from './run.ts';
import type { Reasons } from './step.ts';

/** The versions of allocation documents, as lists and pages show them; and who may do what with them. */

export type VersionState = 'draft' | 'submitted' | 'returned' | 'adopted' | 'withdrawn';

export type AllocationVersion = {
  versionId: string;
  number: number;
  status: VersionState;
  note: string;
  hash: string | null;
  inForce: boolean;
  /** the first day in force */
  from: string | null;
  fund: string | null;
  basis: TotalsBasis | null;
  /** cents by year; of a draft only the amounts given by hand */
  totals: Record<string, number>;
};

export type AllocationDocument = {
  documentId: string;
  code: string;
  title: string;
  kind: { code: string; nameNl: string; nameEn: string };
  /** in order of number */
  versions: AllocationVersion[];
};

/** What one version gives out; of a draft as its rules come out today. */
export type AllocationResult = {
  totals: Record<string, number>;
  lines: Line[];
  unallocated: Record<string, number>;
  reasons: Reasons[];
  /** years whose money is provisional, and with it all that comes of it */
  provisional: number[];
  /** what has no amount yet (pm), and what is printed beside the total (memo) */
  asides: Aside[];
};

/** The rules of a version; null for one that was recorded without them. */
export type AllocationRules = {
  rules: Rule[];
  fund: string;
  basis: TotalsBasis;
  /** the amounts given by hand, where the basis is own */
  own: OwnMoney;
  revision: number;
};

export function canWriteAllocation(actor: Actor): boolean {
  return may(actor, 'allocation.write');
}

export function canDecideAllocation(actor: Actor): boolean {
  return may(actor, 'allocation.decide');
}

/** A draft is for those who write it or decide on it; nobody else should take it for an allocation. */
export function canSeeDraft(actor: Actor): boolean {
  return canWriteAllocation(actor) || canDecideAllocation(actor);
}
