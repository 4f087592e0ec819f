import { type FieldError, InvalidInput, type Params } from '#app/kernel/rejection.ts';
import { type Entry, type Locate, resolveEntries } from './entry.ts';
import { type Change, changesOf, nextLines, placeKey, previewHash, type ReportLine } from './realisation.ts';
import type { Report } from './report.server.ts';
import { type SpendingCheck, spendingChecks } from './spending-check.ts';

/** What is given to be booked. */
export type Given = {
  entries: readonly Entry[];
  locate: Locate;
  /** what was wrong before anything was matched */
  errors?: readonly FieldError[];
  /** the figures of a running year: every line says so */
  provisional: boolean;
};

/** What a booking would do, exactly. */
export type Preview = {
  changes: Change[];
  checks: SpendingCheck[];
  /** the hash of what was shown; booking asks for it back */
  hash: string;
  /** the newest version it builds on; 0 when it is the first */
  seen: number;
  lines: ReportLine[];
  /** something would be different afterwards */
  different: boolean;
};

/**
 * What booking these entries would do, without doing it. Pure.
 * @throws InvalidInput with everything that is wrong, at once
 */
export function previewBooking(report: Report, given: Given): Preview {
  const { lines, errors } = resolveEntries(given.entries, report, given.locate);
  const all = [...(given.errors ?? []), ...errors].toSorted(
    (a, b) => Number(a.params.row ?? 0) - Number(b.params.row ?? 0),
  );
  if (all.length > 0) throw new InvalidInput(all.map(withoutField));
  const measures = report.measures.map((measure) => measure.measureId);
  const after = nextLines(report.lines, lines, measures);
  const changes = changesOf(report.lines, lines, measures);
  const seen = report.versions[0]?.number ?? 0;
  return {
    changes,
    checks: spendingChecks(after, report.budget, checkFrame(report)),
    hash: previewHash({
      unit: report.unit.code,
      year: report.year,
      seen,
      lines: after,
    }),
    seen,
    lines: after,
    different:
      changes.some((change) => change.state !== 'unchanged') ||
      (changes.length > 0 && restated(report.lines, after, given.provisional)),
  };
}

/** Whether other lines are provisional than before; all of them, where the booking as a whole is. */
function restated(before: readonly ReportLine[], after: readonly ReportLine[], all: boolean): boolean {
  const was = new Set(before.filter((line) => line.mark === 'provisional').map(placeKey));
  const is = new Set(after.filter((line) => isProvisional(line, all)).map(placeKey));
  return was.size !== is.size || [...is].some((key) => !was.has(key));
}

/** Of a provisional booking every amount is; of another those that say so themselves. */
export function isProvisional(line: ReportLine, all: boolean): boolean {
  return line.mark === 'provisional' || (all && line.mark !== 'pm');
}

/** The names that checks use, in the reader's language. */
export function checkFrame(report: Report) {
  return {
    year: report.year,
    rates: report.rates,
    measures: report.measures,
    nodes: report.nodes.map((node) => ({
      code: node.code,
      name: report.locale === 'en' ? node.nameEn : node.nameNl,
      excludedReason: node.excludedReason,
    })),
  };
}

// `field` only steers the reader of a file; nobody is shown it.
function withoutField({ path, code, params }: FieldError): FieldError {
  const { field: _, ...rest } = params as Params & { field?: string };
  return { path, code, params: rest };
}
