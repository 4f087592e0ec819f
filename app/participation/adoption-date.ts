import { dayAfter } from '#app/kernel/period.ts';
import { type DossierFacts, isOpen, standingOf } from './dossier-state.ts';

/**
 * The first day on which a version could be adopted, going by what was recorded on it: the last decision, account,
 * waiver, settlement or ruling; the day after a term that lapsed; the day after a suspension. Pure.
 * @param dossiers on exactly this version
 * @param at ISO date of today
 * @returns null when nothing was recorded
 */
export function earliestAdoption(dossiers: readonly DossierFacts[], at: string): string | null {
  const days = dossiers.flatMap((facts) => {
    const { state, since, dueOn, suspendedUntil } = standingOf(facts, at);
    if (isOpen(state)) return [];
    const after = [
      ...(facts.outcome === null && dueOn !== null ? [dayAfter(dueOn)] : []),
      // one that still runs blocks, whatever the date
      ...(suspendedUntil !== null && suspendedUntil < at ? [dayAfter(suspendedUntil)] : []),
    ];
    return [...(since === null ? [] : [since]), ...after];
  });
  return days.toSorted().at(-1) ?? null;
}
