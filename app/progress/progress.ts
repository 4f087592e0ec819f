import { type Actor, may } from '#app/kernel/actor.ts';
import type { Json } from '#app/kernel/hash.ts';
import type { Reason } from '#app/kernel/rejection.ts';
import type { Step } from '#app/plan/step.ts';

/** Progress: what a unit says of each measure of its plan in a year. Pure. */

/** What is told of a measure, in the order in which it is asked. */
export const tellings = ['done', 'result', 'effect', 'deviation', 'waitsFor', 'nextStep'] as const;
export type Telling = (typeof tellings)[number];

/** What was reached of a step that can be counted, in thousandths of the unit of its target. */
export type Reached = { code: string; reachedMilli: number | null; note: string };

export type Entry = Record<Telling, string> & {
  /** code of one of the scheme's statuses; null while nobody has chosen */
  status: string | null;
  steps: Reached[];
};

export type Status = {
  code: string;
  nameNl: string;
  nameEn: string;
  meaningNl: string;
  meaningEn: string;
  /** it differs from the promise: the reason is asked for */
  deviates: boolean;
};

export const noEntry: Entry = {
  ...{ status: null, steps: [] },
  ...{ done: '', result: '', effect: '', deviation: '', waitsFor: '', nextStep: '' },
};

/** Whoever writes for a unit also reads what is not yet submitted. */
export function canWriteProgress(actor: Actor, unit: { unitId: string }): boolean {
  return may(actor, 'progress.write', unit.unitId);
}

/** Does an entry say anything at all? */
export function saysSomething(entry: Entry): boolean {
  return entry.status !== null || entry.steps.length > 0 || tellings.some((one) => entry[one] !== '');
}

export type Gap = 'status' | 'done' | 'deviation';

/**
 * What is still asked of a measure before its year can be handed in: how it stands, what was done, and the reason
 * where it deviates. A status is never a colour without words.
 */
export function gapsOf(entry: Entry | null, statuses: readonly Status[]): Gap[] {
  const { status, done, deviation } = entry ?? noEntry;
  const chosen = statuses.find((one) => one.code === status);
  return [
    ...(chosen ? [] : (['status'] as const)),
    ...(done === '' ? (['done'] as const) : []),
    ...(chosen?.deviates && deviation === '' ? (['deviation'] as const) : []),
  ];
}

type Told = { name: string; entry: Entry | null };

/** How many measures of how many have all that is asked. */
export function completeness(measures: readonly Told[], statuses: readonly Status[]) {
  const complete = measures.filter(({ entry }) => gapsOf(entry, statuses).length === 0).length;
  return { complete, of: measures.length };
}

/** Each reason for which a year cannot be handed in yet. */
export function openGaps(measures: readonly Told[], statuses: readonly Status[]): Reason[] {
  return measures.flatMap(({ name, entry }) =>
    gapsOf(entry, statuses).map((gap) => ({ code: `progress.gap.${gap}`, params: { measure: name } })),
  );
}

/** Is what was reached what was promised; null where there is nothing to compare. */
export function meets({ comparator, targetMilli }: Step, reachedMilli: number | null): boolean | null {
  if (comparator === null || targetMilli === null || reachedMilli === null) return null;
  if (comparator === 'at-least') return reachedMilli >= targetMilli;
  return comparator === 'at-most' ? reachedMilli <= targetMilli : reachedMilli === targetMilli;
}

/** Puts last year's words where this year nothing stands yet; the status and what was counted stay this year's. */
export function copyForward(entry: Entry | null, last: Entry | null): Entry {
  const now = entry ?? noEntry;
  if (!last) return now;
  const words = Object.fromEntries(tellings.map((one) => [one, now[one] || last[one]]));
  return { ...now, ...(words as Record<Telling, string>) };
}

export type ReportContent = {
  scheme: string;
  unit: string;
  year: number;
  number: number;
  reason: string;
  summary: string;
  entries: (Entry & { document: string; measure: string; version: number })[];
};

/** What the hash of a submitted report covers: its entries by measure, so that their order says nothing. */
export function contentOf({ entries, ...head }: ReportContent): Json {
  const key = (one: { document: string; measure: string }) => `${one.document} ${one.measure}`;
  const sorted = entries.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    ...head,
    entries: sorted.map(({ steps, ...entry }) => ({
      ...entry,
      steps: steps.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    })),
  };
}
