import { canonical, type Json } from '#app/kernel/hash.ts';
import type { SchemeEntry } from './scheme-file.ts';

/** What units told and the evidence in the one order of a file: by year and unit, by measure, by code. */
export function canonicalProgress(
  scheme: SchemeEntry,
): Pick<SchemeEntry, 'progress' | 'evidence' | 'promiseJudgements'> {
  return {
    progress: ordered(scheme.progress, (one) => `${one.year} ${one.unit} ${one.number}`).map((one) => ({
      ...one,
      submittedAt: one.submittedAt && utc(one.submittedAt),
      entries: ordered(one.entries, (entry) => `${entry.document} ${entry.measure}`).map((entry) => ({
        ...entry,
        steps: ordered(entry.steps, (step) => step.code),
      })),
    })),
    // what is judged again of one criterion keeps its order
    promiseJudgements: ordered(scheme.promiseJudgements, (one) =>
      [one.document, one.measure, String(one.version).padStart(4, '0'), one.criterion].join(' '),
    ).map((one) => ({ ...one, at: utc(one.at) })),
    evidence: ordered(scheme.evidence, (one) => one.code).map((one) => ({
      ...one,
      addedAt: utc(one.addedAt),
      withdrawnAt: one.withdrawnAt && utc(one.withdrawnAt),
      for: ordered(one.for, (subject) => canonical(subject as Json)),
    })),
  };
}

function ordered<T>(list: readonly T[], key: (one: T) => string): T[] {
  return list.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const utc = (moment: string) => new Date(moment).toISOString();
