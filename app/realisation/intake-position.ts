import type { Cents } from '#app/kernel/money.ts';

/** A file as far as its place among others matters. */
export type FileRank = {
  fileId: string;
  /** the day of which it gives the position, ISO */
  asOf: string;
  sha256: string;
  /** it holds every line of the cost centres and periods that occur in it */
  complete: boolean;
};
export type BookLine = {
  period: string;
  costCentre: string;
  account: string;
  reference: string;
  cents: Cents;
};

/**
 * Which lines of overlapping files count (docs/decisions/0011). A line counts unless a later file says
 * otherwise: one that names the same period, cost centre, account and reference, or a complete one that names
 * its period and cost centre at all. Later is the later day of position; of one day, by content, so that the
 * order of uploading never matters. Within one file every line counts.
 * This is the model; `currentLines` of intake-line.server.ts is the same in SQL, and a test compares them.
 */
export function linesThatCount<L extends BookLine>(
  files: readonly (FileRank & { lines: readonly L[] })[],
): { counting: (L & { fileId: string })[]; replaced: (L & { fileId: string })[] } {
  const ranked = files.toSorted((a, b) =>
    a.asOf !== b.asOf ? (a.asOf < b.asOf ? -1 : 1) : a.sha256 < b.sha256 ? -1 : 1,
  );
  const lastWith = new Map<string, number>();
  const lastComplete = new Map<string, number>();
  for (const [rank, file] of ranked.entries()) {
    for (const line of file.lines) {
      lastWith.set(lineKey(line), rank);
      if (file.complete) lastComplete.set(areaKey(line), rank);
    }
  }
  const counting: (L & { fileId: string })[] = [];
  const replaced: (L & { fileId: string })[] = [];
  for (const [rank, file] of ranked.entries()) {
    for (const line of file.lines) {
      const current = lastWith.get(lineKey(line)) === rank && (lastComplete.get(areaKey(line)) ?? 0) <= rank;
      (current ? counting : replaced).push({ ...line, fileId: file.fileId });
    }
  }
  return { counting, replaced };
}

const lineKey = (line: BookLine) =>
  JSON.stringify([line.period, line.costCentre, line.account, line.reference]);
const areaKey = (line: BookLine) => JSON.stringify([line.period, line.costCentre]);
